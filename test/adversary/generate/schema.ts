/** The schema of a rulebook, walked beside a rulebook: which definition each value is of, and every key there is. */
import { readFileSync } from 'node:fs';
import { isObject, type Json, type JsonObject } from './json.ts';

export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  enum?: string[];
  const?: unknown;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  minItems?: number;
  minProperties?: number;
  /** Where it stands: `methods/bands#/items`; the same for all that refer to it. */
  path?: string;
  file?: string;
}

const folder = new URL('../../../schemas/', import.meta.url);
const files = new Map<string, Schema>();

/** A schema file, each schema in it marked with where it stands. */
function load(file: string): Schema {
  const known = files.get(file);
  if (known) return known;
  const schema = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema;
  files.set(file, schema);
  mark(schema, file, '');
  return schema;
}

function mark(schema: Schema, file: string, pointer: string): void {
  schema.file = file;
  schema.path = `${file.replace('.schema.json', '')}#${pointer}`;
  const below: [string, Schema | undefined][] = [
    ...Object.entries(schema.$defs ?? {}).map(([key, one]): [string, Schema] => [`/$defs/${key}`, one]),
    ...Object.entries(schema.properties ?? {}).map(([key, one]): [string, Schema] => [`/${key}`, one]),
    ['/*', typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined],
    ['/-', schema.items],
    ...(schema.anyOf ?? []).map((one, index): [string, Schema] => [`/anyOf/${index}`, one]),
  ];
  for (const [step, one] of below) if (one) mark(one, file, `${pointer}${step}`);
}

/** What a schema that refers to another stands for. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const [written, pointer = ''] = schema.$ref.split('#') as [string, string?];
  const at = new URL(written || schema.file!, new URL(schema.file!, folder));
  const file = written ? at.href.slice(folder.href.length) : schema.file!;
  let target: unknown = load(file);
  for (const step of pointer.split('/').slice(1)) target = (target as Record<string, unknown>)[step];
  return resolved(target as Schema);
}

export const rulebookSchema = load('rulebook.schema.json');

/** The name of a common definition: `decimal`, `points`, `expression`…; empty for others. */
export const nameOf = (schema: Schema): string =>
  /^common#\/\$defs\/(\w+)$/.exec(resolved(schema).path!)?.[1] ?? '';

/** The keys an object of the schema may have, with what each holds. */
export const propertiesOf = (schema: Schema): [string, Schema][] =>
  Object.entries(schema.properties ?? {}).map(([key, one]) => [
    key,
    { ...resolved(one), path: resolved(one).path! },
  ]);

/** The path of a key: of the object it stands in, then the key. */
export const keyPath = (schema: Schema, key: string): string => `${schema.path}/${key}`;

/** A value with the definition it is of, and where it stands. */
export interface Site {
  schema: Schema;
  value: Json;
  holder: JsonObject | Json[] | undefined;
  key: string | number;
}

/** Every value of a rulebook with its definition, parents first. */
export function sitesOf(
  value: Json,
  schema: Schema = rulebookSchema,
  holder?: Site['holder'],
  key: Site['key'] = '',
): Site[] {
  const own = fitting(resolved(schema), value);
  const site: Site = { schema: own, value, holder, key };
  if (Array.isArray(value))
    return [site, ...(own.items ? value.flatMap((one, index) => sitesOf(one, own.items, value, index)) : [])];
  if (!isObject(value)) return [site];
  return [
    site,
    ...Object.entries(value).flatMap(([name, one]) => {
      const below = own.properties?.[name] ?? own.additionalProperties;
      return typeof below === 'object' ? sitesOf(one, below, value, name) : [];
    }),
  ];
}

/** Of several definitions the one the value has the keys of. */
function fitting(schema: Schema, value: Json): Schema {
  if (!schema.anyOf) return schema;
  const all = schema.anyOf.map(resolved).map((one) => (one.anyOf ? fitting(one, value) : one));
  const found = all.find((one) =>
    isObject(value)
      ? one.properties && Object.keys(value).every((key) => one.properties![key])
      : Array.isArray(value)
        ? one.type === 'array'
        : !one.properties && one.type !== 'array',
  );
  return found ?? schema;
}

/** Every key the schema of a rulebook has, by its path. */
export function allKeys(): string[] {
  const keys = new Set<string>();
  const seen = new Set<string>();
  const visit = (written: Schema): void => {
    const schema = resolved(written);
    if (seen.has(schema.path!)) return;
    seen.add(schema.path!);
    for (const [key, one] of Object.entries(schema.properties ?? {})) {
      keys.add(keyPath(schema, key));
      visit(one);
    }
    for (const one of [schema.additionalProperties, schema.items, ...(schema.anyOf ?? [])])
      if (typeof one === 'object') visit(one);
  };
  visit(rulebookSchema);
  return [...keys].sort();
}

/** The keys a rulebook uses, by their paths. */
export const keysOf = (rulebook: Json): Set<string> =>
  new Set(
    sitesOf(rulebook).flatMap(({ schema, value }) =>
      isObject(value) && schema.properties
        ? Object.keys(value)
            .filter((key) => schema.properties![key])
            .map((key) => keyPath(schema, key))
        : [],
    ),
  );

/** The keys whose values are other ones in two rulebooks, by their paths. */
export function changedKeys(before: Json, after: Json): string[] {
  const [one, other] = [valuesByKey(before), valuesByKey(after)];
  const all = new Set([...one.keys(), ...other.keys()]);
  return [...all].filter((path) => one.get(path) !== other.get(path));
}

function valuesByKey(rulebook: Json): Map<string, string> {
  const values = new Map<string, string>();
  for (const { schema, value } of sitesOf(rulebook))
    if (isObject(value) && schema.properties)
      for (const [key, one] of Object.entries(value))
        if (schema.properties[key]) {
          const path = keyPath(schema, key);
          values.set(path, `${values.get(path) ?? ''}${JSON.stringify(one)}\n`);
        }
  return values;
}
