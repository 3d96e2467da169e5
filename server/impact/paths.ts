/** Which files a person means: a file, a folder, a pattern such as `filed/**\/*.yaml`, or `-`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../../engine/index.ts';
import { isFolder, listFolder } from '../cases/files.ts';
import { shownPath } from '../library.ts';

const isLines = (path: string): boolean => /\.(ndjson|jsonl)$/i.test(path);
const isDocument = (path: string): boolean => /\.(ya?ml|json)$/i.test(path);
const isHidden = (name: string): boolean =>
  name.split('/').some((part) => part.startsWith('.') || part === 'node_modules');

export type Source =
  | { is: 'stdin' }
  /** One form a line. */
  | { is: 'lines'; path: string }
  /** A form, a case or a dossier. */
  | { is: 'document'; path: string }
  /** All documents below it, each form once. */
  | { is: 'folder'; path: string };

/** The sources, in the order they were named; those of a folder or pattern in the order of their names. */
export function sourcesOf(paths: readonly string[]): { sources: Source[]; diagnostics: Diagnostic[] } {
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    if (path === '-') sources.push({ is: 'stdin' });
    else if (isFolder(path)) sources.push(...sourcesIn(path, diagnostics));
    else if (!existsSync(path) && /[*?[{]/.test(path)) {
      const found = matching(path);
      if (found.length === 0) diagnostics.push(diagnose('no-forms', { name: path }));
      sources.push(...found);
    } else sources.push({ is: isLines(path) ? 'lines' : 'document', path });
  }
  return { sources, diagnostics };
}

function sourcesIn(folder: string, diagnostics: Diagnostic[]): Source[] {
  const { names, diagnostics: problems } = listFolder(folder, shownPath(folder));
  diagnostics.push(...problems);
  const kept = names.filter((name) => !isHidden(name));
  const lines = kept.filter(isLines).map((name): Source => ({ is: 'lines', path: join(folder, name) }));
  if (kept.some(isDocument)) lines.unshift({ is: 'folder', path: folder });
  if (lines.length === 0 && problems.length === 0)
    diagnostics.push(diagnose('no-forms', { name: shownPath(folder) }));
  return lines;
}

/** Files that fit a pattern: `*` within a name, `**` over folders, `?`, `[ab]`, `{a,b}`. */
function matching(pattern: string): Source[] {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const fixed = parts.findIndex((part) => /[*?[{]/.test(part));
  const folder = parts.slice(0, fixed).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const fits = expressionOf(parts.slice(fixed).join('/'));
  return listFolder(folder)
    .names.filter((name) => fits.test(name) && !isHidden(name) && (isLines(name) || isDocument(name)))
    .map((name): Source => ({ is: isLines(name) ? 'lines' : 'document', path: join(folder, name) }));
}

function expressionOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\[[^\]/]*\]|\{[^}/]*\}|[\\^$.|+()[\]{}]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('[') && token.length > 2) return token.replace('[!', '[^').replaceAll('\\', '\\\\');
    if (token.startsWith('{') && token.length > 1)
      return `(?:${token
        .slice(1, -1)
        .split(',')
        .map((one) => expressionOf(one).source.slice(1, -1))
        .join('|')})`;
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
