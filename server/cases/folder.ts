/** Every form in a folder: those a dossier names stand in the dossier, once. */
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../../engine/index.ts';
import { shownPath } from '../library.ts';
import { listFolder } from './files.ts';
import { type Holding, readHolding, type Sources } from './read.ts';

export type FormOrDossier = Extract<Holding, { holds: 'form' | 'dossier' }>;

export interface Folder {
  /** In the order of file names. */
  holdings: FormOrDossier[];
  /** How many files hold only tables of examples. */
  examples: number;
  diagnostics: Diagnostic[];
}

const isHidden = (name: string): boolean =>
  name.split('/').some((part) => part.startsWith('.') || part === 'node_modules');

/** Reads all .yaml, .yml and .json files below a folder. A file that cannot be used leaves the others. */
export function readFolder(path: string, sources: Sources): Folder {
  const { names, diagnostics } = listFolder(path, shownPath(path));
  const read = names
    .filter((name) => /\.(ya?ml|json)$/i.test(name) && !isHidden(name))
    .map((name) => readHolding(join(path, name), sources));
  const holdings = read.flatMap(({ holding }) => holding ?? []);
  const inDossiers = new Set(
    holdings.flatMap((one) => (one.holds === 'dossier' ? one.forms.map(({ file }) => file) : [])),
  );
  const kept = holdings.filter(
    (one): one is FormOrDossier =>
      one.holds === 'dossier' || (one.holds === 'form' && !inDossiers.has(one.file)),
  );
  const problems = [...diagnostics, ...read.flatMap((one) => one.diagnostics)];
  if (kept.length === 0 && problems.length === 0)
    problems.push(diagnose('no-forms', { name: shownPath(path) }));
  return {
    holdings: kept,
    examples: holdings.filter((one) => one.holds === 'examples').length,
    diagnostics: withoutRepeats(problems),
  };
}

/** A form that cannot be used is told once, though its dossier tells it again. */
const withoutRepeats = (diagnostics: readonly Diagnostic[]): Diagnostic[] => {
  const seen = new Set<string>();
  return diagnostics.filter((one) => {
    const key = JSON.stringify([one.code, one.place, one.message]);
    return seen.has(key) ? false : seen.add(key);
  });
};
