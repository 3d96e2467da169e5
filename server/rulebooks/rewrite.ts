/** Writes other values where a text names its rulebook, edition and status; comments and layout stay. */
import { readDocument, type SourceDocument } from '../../engine/index.ts';
import type { CaseFile } from '../library.ts';

export interface Name {
  rulebook: string;
  edition: string;
}

type Status = 'draft' | 'published';

/** The text with these values at the pointers that it has; undefined where it cannot be written so. */
function withValues(
  text: string,
  file: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const { document } = readDocument(text, { file });
  if (!document) return undefined;
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const found = Object.entries(values).flatMap(([pointer, value]) => {
    const span = document.spanOf(pointer);
    return span ? [{ ...span, value }] : [];
  });
  let written = bare;
  for (const { from, to, value } of found.sort((a, b) => b.from - a.from))
    written = written.slice(0, from) + scalarLike(bare.slice(from, to), value) + written.slice(to);
  const { document: now } = readDocument(written, { file });
  const isSo = ([pointer, value]: [string, string]) =>
    valueAt(document, pointer) === undefined || valueAt(now, pointer) === value;
  return now && Object.entries(values).every(isSo) ? written : undefined;
}

/** The value, quoted as the one before was; digits alone are always quoted, so that no reader takes them for a number. */
function scalarLike(before: string, value: string): string {
  const end = /\s*$/.exec(before)![0];
  if (before.startsWith("'")) return `'${value}'`;
  if (/^[a-z][a-z0-9-]*$/.test(value) && !before.startsWith('"')) return value + end;
  return JSON.stringify(value) + end;
}

function valueAt(document: SourceDocument | undefined, pointer: string): unknown {
  let value: unknown = document?.value;
  for (const key of pointer.split('/').slice(1))
    value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

/** A rulebook under another name and status, or under its own with another status. */
export const renamed = (text: string, { rulebook, edition }: Name, status: Status): string | undefined =>
  withValues(text, 'rulebook.yaml', { '/rulebook': rulebook, '/edition': edition, '/status': status });

/** A case or form that names one edition, so that it names another; what names neither stays as it is. */
export function renamedCase({ path, text }: CaseFile, from: Name, to: Name): CaseFile {
  const { document } = readDocument(text, { file: path });
  if (!document) return { path, text };
  const forms = valueAt(document, '/forms');
  const heads = ['', '/submission', ...(Array.isArray(forms) ? forms.map((_, at) => `/forms/${at}`) : [])];
  const values: Record<string, string> = {};
  for (const head of heads) {
    const says = (key: keyof Name) => valueAt(document, `${head}/${key}`) === from[key];
    if (!says('rulebook') || !says('edition')) continue;
    values[`${head}/rulebook`] = to.rulebook;
    values[`${head}/edition`] = to.edition;
  }
  return { path, text: withValues(text, path, values) ?? text };
}
