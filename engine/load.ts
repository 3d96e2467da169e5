/** Text → what it says: a compiled rulebook, a form, a dossier. Everything wrong with it is returned, never thrown. */
import type { Case, Dossier, Schemas, Submission } from '../schemas/generated/types.ts';
import type { SchemaName } from '../schemas/generated/validators.ts';
import { compileRulebook, type ScoringPlan } from './compile/index.ts';
import { type Diagnostic, hasErrors } from './diagnostics/index.ts';
import { type Form, formOf, formOfValue } from './evaluate/index.ts';
import { readDocument, type SourceDocument, type Value, withoutBlanks } from './source/index.ts';
import { nameInDossier, nameInForm } from './typed/index.ts';
import { type Naming, validateAgainst, validateValue } from './validate/schema.ts';

/** What was read, and what is wrong with it; there is a value only where nothing is an error. */
export interface Loaded<Value> {
  value?: Value;
  diagnostics: Diagnostic[];
}

/** What holds forms: a cell of a form may be left empty. */
const formSchemas: ReadonlySet<SchemaName> = new Set(['submission', 'case', 'dossier', 'inlineDossier']);

/** Reads YAML or JSON of the given schema. `file` is only used to say where a mistake is. */
function readAs(
  input: string | Uint8Array,
  file: string,
  schema: SchemaName,
  naming?: Naming,
): Loaded<SourceDocument> {
  const { document: read, diagnostics } = readDocument(input, { file });
  if (!read) return { diagnostics };
  const document = formSchemas.has(schema) ? { ...read, value: withoutBlanks(read.value) } : read;
  const all = [...diagnostics, ...validateAgainst(document, schema, naming)];
  return hasErrors(all) ? { diagnostics: all } : { value: document, diagnostics: all };
}

/** Reads YAML or JSON that has the shape of the named schema. */
export function readShaped<Name extends SchemaName>(
  input: string | Uint8Array,
  file: string,
  schema: Name,
): Loaded<Schemas[Name]> {
  const { value: document, diagnostics } = readAs(input, file, schema);
  return { value: document && (document.value as unknown as Schemas[Name]), diagnostics };
}

/** Reads, validates and compiles a rulebook. */
export async function loadRulebook(input: string | Uint8Array, file: string): Promise<Loaded<ScoringPlan>> {
  const { value: document, diagnostics } = readAs(input, file, 'rulebook');
  if (!document) return { diagnostics };
  const compiled = await compileRulebook(document);
  return { value: compiled.plan, diagnostics: [...diagnostics, ...compiled.diagnostics] };
}

/** Reads a submission; what is wrong with it is told in the words of its rulebook, where that is given. */
export function readForm(input: string | Uint8Array, file: string, plan?: ScoringPlan): Loaded<Form> {
  const { value: document, diagnostics } = readAs(input, file, 'submission', (pointer) =>
    nameInForm(plan, pointer),
  );
  return { value: document && formOf(document), diagnostics };
}

/** The rulebook that a form names, whatever else it says. */
export function rulebookNamedIn(
  input: string | Uint8Array,
): Pick<Submission, 'rulebook' | 'edition'> | undefined {
  const value = readDocument(input, { file: '' }).document?.value;
  const { rulebook, edition } = Object(value) as { rulebook?: unknown; edition?: unknown };
  return typeof rulebook === 'string' && typeof edition === 'string' ? { rulebook, edition } : undefined;
}

/** A submission from a value that was read before, numbers as text; places are pointers into it. */
export function readFormValue(value: unknown): Loaded<Form> {
  const form = withoutBlanks(value as Value);
  const diagnostics = validateValue(form, 'submission');
  if (hasErrors(diagnostics)) return { diagnostics };
  return { value: formOfValue(form as unknown as Submission), diagnostics };
}

export interface LoadedCase {
  case: Case;
  /** The form of a case that holds one. */
  form: Form | undefined;
  document: SourceDocument;
}

/** Reads a case: a form with its expected evaluation, or tables of examples. */
export function readCase(input: string | Uint8Array, file: string): Loaded<LoadedCase> {
  const { value: document, diagnostics } = readAs(input, file, 'case');
  if (!document) return { diagnostics };
  const value = document.value as unknown as Case;
  return {
    value: {
      case: value,
      form: 'submission' in value ? formOf(document, '/submission') : undefined,
      document,
    },
    diagnostics,
  };
}

export interface LoadedDossier {
  dossier: Dossier;
  /** Forms written inside the dossier, and the names of those that stand in files of their own, in order. */
  forms: (Form | string)[];
  document: SourceDocument;
}

/** Reads a dossier; files it names are for the caller to read. */
export function readDossier(input: string | Uint8Array, file: string): Loaded<LoadedDossier> {
  const { value: document, diagnostics } = readAs(input, file, 'dossier', nameInDossier);
  if (!document) return { diagnostics };
  const dossier = document.value as unknown as Dossier;
  const forms = dossier.forms.map((form, index) =>
    typeof form === 'string' ? form : formOf(document, `/forms/${index}`),
  );
  return { value: { dossier, forms, document }, diagnostics };
}

/** What a file holds, by its top-level keys; undefined where it cannot be told. */
export function kindOfDocument(
  input: string | Uint8Array,
  file: string,
): { kind?: 'rulebook' | 'submission' | 'case' | 'dossier'; diagnostics: Diagnostic[] } {
  const { document, diagnostics } = readDocument(input, { file });
  const value = document?.value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { diagnostics };
  const has = (key: string) => Object.hasOwn(value, key);
  const kind =
    has('dossier') && has('forms')
      ? 'dossier'
      : has('case')
        ? 'case'
        : has('indicators') || (has('inputs') && has('sources'))
          ? 'rulebook'
          : 'submission';
  return { kind, diagnostics };
}
