/** The source files of the engine and the server, and what each imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '../support/repository.ts';

export interface SourceFile {
  /** From the root of the repository. */
  path: string;
  text: string;
  /** Text without comments, and with its string and template literals emptied. */
  code: string;
  /** Paths from the root, or names of packages. */
  imports: string[];
}

/** What stands between quotes and in comments is not code. Templates keep their expressions. */
const withoutWords = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
    .replace(/`(?:[^`\\]|\\.)*`/g, (template) => (template.match(/\$\{[^}]*\}/g) ?? []).join(' '))
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

function sourceFile(path: string): SourceFile {
  const text = readFileSync(root + path, 'utf8');
  const statements = [
    ...text.matchAll(/^(?:import|export)\s+[\w\s{},*$]*?from\s+'([^'\n]+)'/gm),
    ...text.matchAll(/^import\s+'([^'\n]+)'/gm),
    ...text.matchAll(/\bimport\('([^'\n]+)'\)/g),
  ];
  const imports = statements
    .map(([, target]) => target!)
    .map((target) => (target.startsWith('.') ? normalize(join(dirname(path), target)) : target));
  return { path, text, code: withoutWords(text), imports };
}

/** Every TypeScript file under the folder, with markup or without. */
export const filesUnder = (folder: string): SourceFile[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => sourceFile(`${folder}/${path}`))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** `engine/read/cell.ts` is of `engine/read`; `engine/decimal.ts` and `server/library.ts` stand for themselves. */
export const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/');
