/** A value against its schema: what the generated validators found, said so that a person can mend it. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import {
  choices,
  type SchemaError,
  type SchemaName,
  validators,
} from '../../schemas/generated/validators.ts';
import { words } from '../../schemas/generated/words.ts';
import {
  capDiagnostics,
  type Diagnostic,
  diagnose,
  nearest,
  type Place,
  sortDiagnostics,
  suggest,
} from '../diagnostics/index.ts';
import type { SourceDocument } from '../source/index.ts';

/** What a message calls the value at a pointer, where not by its key. */
export type Naming = (pointer: string) => Bilingual | undefined;

/** Where a pointer stands; `key` asks for its key rather than its value. What it is called there, where not by its key. */
type Placing = ((pointer: string, key?: 'key') => Place) & { naming?: Naming };

/** Every mistake of shape in a document, at its line and column, in the order of the file. */
export function validateAgainst(
  document: SourceDocument,
  schemaName: SchemaName,
  naming?: Naming,
): Diagnostic[] {
  const place = (pointer: string, key?: 'key') => ({
    file: document.file,
    ...(key ? document.locateKey(pointer) : document.locate(pointer)),
    pointer,
  });
  return validate(document.value, schemaName, Object.assign(place, naming ? { naming } : {}));
}

/** Every mistake of shape in a value that has no file; places are pointers, `under` the one given. */
export function validateValue(value: unknown, schemaName: SchemaName, under = ''): Diagnostic[] {
  return validate(value, schemaName, (pointer) => ({ pointer: under + pointer }));
}

/** The same, each place called by `naming` in the messages: by its title, where it has one for those who read them. */
export const validateNamed = (value: unknown, schemaName: SchemaName, naming: Naming): Diagnostic[] =>
  validate(
    value,
    schemaName,
    Object.assign((pointer: string) => ({ pointer }), { naming }),
  );

function validate(value: unknown, schemaName: SchemaName, place: Placing): Diagnostic[] {
  const validator = validators[schemaName];
  return validator(value) ? [] : capDiagnostics(sortDiagnostics(explainAll(validator.errors ?? [], place)));
}

/** What people call the cells of a form. */
const cells: { readonly [key: string]: Bilingual | undefined } = words.cell;
const nothing = { zh: '', en: '' };

/** Past so many errors the rest is not explained. */
const enough = 1000;

const explainAll = (errors: readonly SchemaError[], place: Placing): Diagnostic[] =>
  withoutEchoes(errors.slice(0, enough)).flatMap((error) => explain(error, place));

/** Drops what only repeats another error: the keyword around a failed part, and a key missed because misspelt. */
function withoutEchoes(errors: readonly SchemaError[]): SchemaError[] {
  const badNames = new Set<string>();
  const meant = new Set<string>();
  for (const error of errors) {
    const { propertyName } = error.params;
    if (error.keyword === 'propertyNames') badNames.add(`${error.instancePath}\n${propertyName}`);
    const key = unknownKey(error);
    if (key !== undefined) meant.add(`${error.instancePath}\n${nearest(key, absentKeys(error))}`);
  }
  return errors.flatMap((error) => {
    const { keyword, instancePath, params, data, schemaPath } = error;
    if (keyword === 'propertyNames' || schemaPath.endsWith('/else/false schema')) return [];
    if (keyword === 'if' && !error.parentSchema?.['x-choice']) return [];
    if (keyword === 'required' && meant.has(`${instancePath}\n${params.missingProperty}`)) return [];
    return typeof data === 'string' && badNames.has(`${instancePath}\n${data}`)
      ? [{ ...error, keyword: 'propertyNames' }]
      : [error];
  });
}

/** One error of a validator as diagnostics; a failed choice becomes those of the branch most likely meant. */
function explain(error: SchemaError, place: Placing): Diagnostic[] {
  const { keyword, instancePath: pointer, params, data, parentSchema } = error;
  const where = place.naming?.(pointer) ?? nameOf(pointer);
  const expected = expectation(error);
  const found = describe(data);
  const limit = String(params.limit);
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = unknownKey(error)!;
      const suggestion = suggest(key, absentKeys(error));
      return [
        diagnose('unknown-key', { where, key, suggestion }, place(`${pointer}/${escapeKey(key)}`, 'key')),
      ];
    }
    case 'required':
    case 'dependentRequired': {
      const key = String(params.missingProperty);
      const properties = parentSchema?.properties as Record<string, { title?: string }> | undefined;
      const called = place.naming ? cells[key] : undefined;
      if (called)
        return [diagnose('missing-key', { where, key: called, title: nothing }, place(pointer, 'key'))];
      const title = { zh: properties?.[key]?.title ? `（${properties[key].title}）` : '', en: '' };
      return [diagnose('missing-key', { where, key, title }, place(pointer, 'key'))];
    }
    case 'propertyNames': {
      const key = String(data);
      return [diagnose('wrong-key', { key, expected }, place(`${pointer}/${escapeKey(key)}`, 'key'))];
    }
    case 'type':
      return [diagnose('wrong-type', { where, expected, found }, place(pointer))];
    case 'enum': {
      if (!isScalar(data)) return [diagnose('wrong-type', { where, expected, found }, place(pointer))];
      const suggestion = suggest(String(data), (params.allowedValues as unknown[]).map(String));
      return [diagnose('unknown-value', { where, found: String(data), suggestion }, place(pointer))];
    }
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      return [diagnose('too-few', { where, limit, unit: units[keyword.slice(3)]! }, place(pointer))];
    case 'maxItems':
    case 'maxProperties':
    case 'maxLength':
      return [diagnose('too-many', { where, limit, unit: units[keyword.slice(3)]! }, place(pointer))];
    case 'uniqueItems': {
      const items = { first: Number(params.j) + 1, second: Number(params.i) + 1 };
      return [diagnose('repeated-item', { where, ...items }, place(`${pointer}/${params.i}`))];
    }
    case 'if':
      return explainChoice(error, place);
    default:
      return isScalar(data)
        ? [diagnose('wrong-value', { where, expected, found: String(data) }, place(pointer))]
        : [diagnose('shape-refused', { where, expected }, place(pointer))];
  }
}

/** What a branch is called; what is left out is said by the type of its values. */
type BranchName = Partial<Bilingual> & { type?: string };

/** Asks each branch of a oneOf or anyOf, and explains the one the value comes nearest to. */
function explainChoice(error: SchemaError, place: Placing): Diagnostic[] {
  const { instancePath, data, parentSchema = {} } = error;
  const where = place.naming?.(instancePath) ?? nameOf(instancePath);
  const branches = choices[String(parentSchema['x-choice'])] ?? [];
  const answers = branches.map((branch) => (branch(data, { instancePath }) ? [] : (branch.errors ?? [])));
  const several = answers.filter((errors) => errors.length === 0).length > 1;
  const ranked = answers
    .map((errors) => ({ errors, distance: distanceOf(errors, instancePath) }))
    .sort((a, b) => a.distance - b.distance);
  const [best, next] = ranked;
  if (!several && best && best.distance < otherKind && (!next || best.distance < next.distance))
    return explainAll(best.errors, place);
  const branchNames = (parentSchema['x-names'] as BranchName[] | undefined) ?? [];
  const names = branchNames.map(({ type, ...own }) => ({ ...typeNames[type ?? ''], ...own }));
  const list = {
    zh: names.map(({ zh }) => zh).join('、'),
    en: names.map(({ en }) => en).join(', '),
  };
  const code = several ? 'several-choices-fit' : 'no-choice-fits';
  return [diagnose(code, { where, choices: list }, place(instancePath))];
}

const otherKind = 1e9;

/** How far a value is from a branch: another kind of value, then another tag, then keys too many or missing. */
function distanceOf(errors: readonly SchemaError[], instancePath: string): number {
  const here = errors.filter((error) => error.instancePath === instancePath);
  if (
    here.some(
      ({ keyword, data }) => keyword === 'type' || (/^(enum|const)$/.test(keyword) && !isScalar(data)),
    )
  )
    return otherKind;
  const tags = errors.filter(
    (error) => error.keyword === 'const' && error.instancePath.lastIndexOf('/') === instancePath.length,
  );
  return tags.length * 1e6 + here.length * 1e3 + Math.min(errors.length, 999);
}

/** The key an object may not have, where that is what the error says. */
const unknownKey = ({ params }: SchemaError): string | undefined =>
  (params.additionalProperty ?? params.unevaluatedProperty) as string | undefined;

/** The keys an object may have and has not. */
function absentKeys({ parentSchema, data }: SchemaError): string[] {
  const allowed = Object.keys((parentSchema?.properties as object | undefined) ?? {});
  return allowed.filter((key) => !Object.hasOwn(data as object, key));
}

const units: { readonly [what: string]: Bilingual } = {
  Items: { zh: '项', en: 'items' },
  Properties: { zh: '个键', en: 'keys' },
  Length: { zh: '个字', en: 'characters' },
};

const typeNames: { readonly [type: string]: Bilingual } = {
  object: { zh: '「键: 值」', en: 'a map of keys and values' },
  array: { zh: '列表', en: 'a list' },
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是否（true 或 false）', en: 'true or false' },
  null: { zh: '空值', en: 'nothing' },
};

/** What the schema expects: its own words (`x-expects`), else what the keyword says. */
function expectation({ keyword, params, parentSchema = {} }: SchemaError): Bilingual {
  if (parentSchema['x-expects']) return parentSchema['x-expects'] as Bilingual;
  const either = (all: Bilingual[]) => ({
    zh: all.map(({ zh }) => zh).join('或'),
    en: all.map(({ en }) => en).join(' or '),
  });
  const same = (text: string) => ({ zh: `「${text}」`, en: `"${text}"` });
  if (keyword === 'type') return either([params.type].flat().map((type) => typeNames[String(type)]!));
  if (keyword === 'enum') return either((params.allowedValues as unknown[]).map((one) => same(String(one))));
  if (keyword === 'const') return same(String(params.allowedValue));
  if (params.comparison)
    return { zh: `${params.comparison} ${params.limit}`, en: `${params.comparison} ${params.limit}` };
  const title = typeof parentSchema.title === 'string' ? parentSchema.title : undefined;
  const form = String(params.pattern ?? params.format ?? keyword);
  return { zh: title ? `${title}的写法（${form}）` : `符合 ${form}`, en: `of the form ${form}` };
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const describe = (value: unknown): Bilingual => {
  if (value === null) return typeNames.null!;
  if (!isScalar(value)) return typeNames[Array.isArray(value) ? 'array' : 'object']!;
  return { zh: `「${String(value).slice(0, 60)}」`, en: `"${String(value).slice(0, 60)}"` };
};

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** How a message calls the value at a pointer: its key, or its number in a list. */
function nameOf(pointer: string): Bilingual {
  const [last, parent] = pointer.split('/').slice(1).reverse();
  if (last === undefined) return { zh: '最外层', en: 'the top level' };
  const key = last.replaceAll('~1', '/').replaceAll('~0', '~').slice(0, 60);
  if (!/^\d+$/.test(last) || parent === undefined) return { zh: `「${key}」`, en: `"${key}"` };
  return { zh: `「${parent}」第 ${Number(last) + 1} 项`, en: `item ${Number(last) + 1} of "${parent}"` };
}
