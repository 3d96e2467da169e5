/** JSON Schemas with their own addresses → components of one document, and the way references to them are written. */
import { addressOf, schemas as allSchemas, schemaBase } from '../schemas.ts';

type Schema = Record<string, unknown>;

const pascal = (text: string) =>
  text.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const fileOf = (name: string) => `${schemaBase}${name}.schema.json`;

/** A schema, or one of its definitions, that becomes a component. */
interface Component {
  name: string;
  schema: Schema;
  /** The address references in it are relative to. */
  base: string;
}

/** `rulebook` → Rulebook; `methods/bands` → BandsMethod; definitions by their own name, or with the file's before it. */
function componentsByAddress(schemas: Readonly<Record<string, Schema>>): Map<string, Component> {
  const components = new Map<string, Component>();
  const taken = new Set<string>();
  const add = (address: string, name: string, schema: Schema, base: string) => {
    if (taken.has(name)) throw new Error(`two components would be named ${name}`);
    taken.add(name);
    components.set(address, { name, schema, base });
  };
  for (const [name, schema] of Object.entries(schemas)) {
    const [last = '', folder] = name.split('/').reverse();
    const { $schema: _, $id: __, $defs: ___, ...own } = schema;
    add(fileOf(name), pascal(last) + (folder ? pascal(folder.replace(/s$/, '')) : ''), own, fileOf(name));
  }
  for (const [name, schema] of Object.entries(schemas)) {
    for (const [key, definition] of Object.entries((schema.$defs as Schema | undefined) ?? {})) {
      const component = taken.has(pascal(key)) ? pascal(name) + pascal(key) : pascal(key);
      add(`${fileOf(name)}#/$defs/${key}`, component, definition as Schema, fileOf(name));
    }
  }
  return components;
}

const byAddress = componentsByAddress(allSchemas);

/** A reference to a schema by its name. */
export const refTo = (name: string): Schema => ({ $ref: pointerTo(addressOf(name)) });

/** Where the schema at an address stands in the document: a component, or a part of one. */
function pointerTo(address: string): string {
  const whole = address.replace(/#$/, '');
  const known = byAddress.get(whole);
  if (known) return `#/components/schemas/${known.name}`;
  const [file = '', pointer = ''] = whole.split('#');
  const component = byAddress.get(file);
  if (!component) throw new Error(`nothing describes "${address}"`);
  return `#/components/schemas/${component.name}${pointer}`;
}

/** The components that these schemas need, and all that those need, in alphabetical order. */
export function componentsFor(names: Iterable<string>): Record<string, Schema> {
  const wanted = [...names].map(addressOf);
  const found = new Map<string, Schema>();
  for (let address = wanted.pop(); address !== undefined; address = wanted.pop()) {
    const component = byAddress.get(address) ?? byAddress.get(address.split('#')[0] ?? '');
    if (!component) throw new Error(`nothing describes "${address}"`);
    if (found.has(component.name)) continue;
    const rewrite = (reference: string) => {
      const target = new URL(reference, component.base).href.replace(/#$/, '');
      wanted.push(target);
      return pointerTo(target);
    };
    found.set(component.name, withReferences(component.schema, rewrite) as Schema);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same schema, each reference rewritten. */
function withReferences(value: unknown, rewrite: (reference: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, rewrite));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string' ? rewrite(one) : withReferences(one, rewrite),
    ]),
  );
}
