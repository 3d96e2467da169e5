/** What a file of forms holds: one form, a dossier of forms, or something that is no form at all. */
import { basename, dirname, join } from 'node:path';
import {
  type Diagnostic,
  type Dossier,
  diagnose,
  type Form,
  hasErrors,
  kindOfDocument,
  type LoadedCase,
  readCase,
  readDossier,
  readForm,
} from '../../engine/index.ts';
import { shownPath } from '../library.ts';
import { disk, type Files } from './files.ts';

/** A form and the file it was read from. */
export interface FiledForm {
  file: string;
  form: Form;
}

export type Holding =
  | ({ holds: 'form'; case?: LoadedCase } & FiledForm)
  | { holds: 'dossier'; file: string; dossier: Dossier; forms: FiledForm[]; line?: number }
  | { holds: 'examples'; file: string; case: LoadedCase }
  | { holds: 'rulebook'; file: string };

/** The texts that were read, by the name used in places, for excerpts beside diagnostics. */
export type Sources = Map<string, string>;

/** Keeps a text for excerpts; what is no text has no lines to show. */
export function keepSource(sources: Sources, file: string, text: string): void {
  if (!text.includes('\uFFFD')) sources.set(file, text);
}

export interface Read {
  holding?: Holding;
  diagnostics: Diagnostic[];
}

/** Reads a file, and for a dossier the files it names. */
export function readHolding(path: string, sources: Sources, files: Files = disk): Read {
  const file = shownPath(path);
  const { bytes, diagnostics } = files.read(path, file);
  return bytes ? holdingOf(bytes, file, dirname(path), sources, files) : { diagnostics };
}

/** The same for content that is already here; `folder` is where a dossier's forms are looked for. */
export function holdingOf(
  bytes: Uint8Array,
  file: string,
  folder: string,
  sources: Sources,
  files: Files = disk,
): Read {
  keepSource(sources, file, Buffer.from(bytes).toString('utf8'));
  const { kind, diagnostics } = kindOfDocument(bytes, file);
  switch (kind) {
    case 'submission': {
      const { value: form, diagnostics } = readForm(bytes, file);
      return { holding: form && { holds: 'form', file, form }, diagnostics };
    }
    case 'case': {
      const { value, diagnostics } = readCase(bytes, file);
      if (!value) return { diagnostics };
      if (!value.form) return { holding: { holds: 'examples', file, case: value }, diagnostics };
      return { holding: { holds: 'form', file, form: value.form, case: value }, diagnostics };
    }
    case 'dossier':
      return readDossierOf(bytes, file, folder, sources, files);
    case 'rulebook':
      return { holding: { holds: 'rulebook', file }, diagnostics: [] };
    default:
      return { diagnostics };
  }
}

function readDossierOf(
  bytes: Uint8Array,
  file: string,
  folder: string,
  sources: Sources,
  files: Files,
): Read {
  const { value, diagnostics } = readDossier(bytes, file);
  if (!value) return { diagnostics };
  const forms: FiledForm[] = [];
  const problems = [...diagnostics];
  for (const [index, form] of value.forms.entries()) {
    if (typeof form !== 'string') {
      forms.push({ file, form });
      continue;
    }
    const pointer = `/forms/${index}`;
    const place = { file, ...value.document.locate(pointer), pointer };
    if (form !== basename(form) || form === '..' || form === '.') {
      problems.push(diagnose('form-outside-folder', { name: form }, place));
      continue;
    }
    const read = readHolding(join(folder, form), sources, files);
    if (read.holding?.holds === 'form') forms.push(read.holding);
    else if (read.holding) problems.push(notAForm(read.holding, form, place));
    problems.push(...read.diagnostics.map((one) => (one.place ? one : { ...one, place })));
  }
  if (hasErrors(problems)) return { diagnostics: problems };
  return { holding: { holds: 'dossier', file, dossier: value.dossier, forms }, diagnostics: problems };
}

const kinds = {
  form: { zh: '自评表', en: 'a form' },
  dossier: { zh: '申报材料', en: 'a dossier' },
  examples: { zh: '边界算例', en: 'a table of examples' },
  rulebook: { zh: '评分规则', en: 'a rulebook' },
};

/** Says what the file holds instead of a form. */
export const notAForm = (holding: Holding, name: string, place?: Diagnostic['place']): Diagnostic =>
  diagnose('not-a-form', { name, kind: kinds[holding.holds] }, place);
