/** Random edits of a rulebook, drawn from the schema: any key can be added, removed or changed, anything renamed or reordered. */
import { bank } from './bank.ts';
import { withFacts } from './facts.ts';
import { copied, hundredths, inHundredths, isObject, type Json, type JsonObject } from './json.ts';
import type { Random } from './random.ts';
import { renamed } from './rename.ts';
import { repaired } from './repair.ts';
import { keyPath, nameOf, propertiesOf, resolved, type Schema, type Site, sitesOf } from './schema.ts';

export interface Edit {
  rulebook: JsonObject;
  /** The paths of the keys that were edited, in the schema. */
  keys: string[];
  /** What was done, for a reader of a report. */
  what: string[];
}

/** A key of an object in a rulebook. */
interface Place {
  object: JsonObject;
  schema: Schema;
  key: string;
  path: string;
}

/** The rulebook after so many edits; weights that no longer add up are mended. It need not load. */
export function edited(random: Random, rulebook: JsonObject, count: number): Edit {
  let value = copied(rulebook);
  const keys: string[] = [];
  const what: string[] = [];
  for (let index = 0; index < count; index++) {
    const done = random.chance(15) ? renamed(random, value) : edit(random, value);
    if (!done) continue;
    value = done.rulebook;
    keys.push(done.path);
    what.push(done.what);
  }
  const mended = withFacts(repaired(value), random, 0);
  return { rulebook: mended, keys, what };
}

interface Done {
  rulebook: JsonObject;
  path: string;
  what: string;
}

/** One edit of one key, each key of the schema as likely as any other. */
function edit(random: Random, rulebook: JsonObject): Done | undefined {
  const sites = sitesOf(rulebook);
  const places = sites.flatMap(placesIn);
  const byPath = new Map<string, Place[]>();
  for (const place of places) byPath.set(place.path, [...(byPath.get(place.path) ?? []), place]);
  for (let attempt = 0; attempt < 8; attempt++) {
    const path = random.pick([...byPath.keys()]);
    const place = random.pick(byPath.get(path)!);
    const what = change(random, place);
    if (what) return { rulebook, path, what: `${what} ${path}` };
  }
  return undefined;
}

function placesIn({ schema, value }: Site): Place[] {
  if (!isObject(value) || !schema.properties) return [];
  return Object.keys(schema.properties).map((key) => ({
    object: value,
    schema,
    key,
    path: keyPath(schema, key),
  }));
}

/** Changes the object in place and says how; undefined where nothing can be done. */
function change(random: Random, { object, schema, key, path }: Place): string | undefined {
  const known = bank().keys.get(path) ?? [];
  const property = propertiesOf(schema).find(([name]) => name === key)![1];
  const there = object[key];
  if (there === undefined) {
    if (known.length === 0) return undefined;
    object[key] = copied(random.pick(known));
    // One in place of another where both may not stand together.
    const isOfTarget = schema.path?.endsWith('/$defs/targetRule') ?? false;
    if (schema.path?.endsWith('/$defs/method') || (isOfTarget && (key === 'as' || key === 'method')))
      for (const other of Object.keys(object))
        if (other !== key && (!isOfTarget || other === 'as' || other === 'method')) delete object[other];
    return 'added';
  }
  if (!schema.required?.includes(key) && random.chance(25)) {
    delete object[key];
    return 'removed';
  }
  const other = changed(random, there, property, known);
  if (other === undefined || JSON.stringify(other) === JSON.stringify(there)) return undefined;
  object[key] = other;
  return 'changed';
}

/** Another value in its place: a number moved, a word chosen, a list with more or less in another order, or another's value. */
function changed(random: Random, value: Json, schema: Schema, known: readonly Json[]): Json | undefined {
  const another = (): Json | undefined => (known.length > 0 ? copied(random.pick(known)) : undefined);
  if (typeof value === 'boolean') return schema.const === true ? undefined : !value;
  if (Array.isArray(value))
    return random.chance(70) ? listChanged(random, value, resolved(schema)) : another();
  if (isObject(value))
    return schema.additionalProperties === false ? another() : mapChanged(random, value, known);
  if (schema.enum) return random.pick(schema.enum.filter((one) => one !== value));
  if (nameOf(schema) === 'id' || nameOf(schema) === 'text') return another() ?? `${value}改`;
  return /\d/.test(value) && random.chance(70) ? numberMoved(random, value) : another();
}

const moves = ['0', '1', '5', '10', '50', '80', '90', '100', '120'];

/** One number of a text moved a little, or replaced. */
function numberMoved(random: Random, text: string): string {
  const numbers = [...text.matchAll(/\d+(\.\d{1,2})?(?![\d.])/g)];
  if (numbers.length === 0 || /^\d{4}-\d{2}-\d{2}$/.test(text))
    return text.replace(/\d\d$/, String(random.between(10, 28)));
  const { index, 0: found } = random.pick(numbers);
  const moved = random.chance(50)
    ? random.pick(moves)
    : hundredths(Math.max(0, inHundredths(found) + random.pick([-100, -1, 1, 50, 100, 500])));
  return text.slice(0, index) + moved + text.slice(index + found.length);
}

function listChanged(random: Random, list: readonly Json[], schema: Schema): Json {
  const items = bank().items.get(schema.path!) ?? [];
  const at = random.below(list.length);
  switch (random.below(4)) {
    case 0:
      return items.length > 0
        ? list.toSpliced(random.below(list.length + 1), 0, fresh(copied(random.pick(items)), list))
        : [...list];
    case 1:
      return list.length > 1 ? list.toSpliced(at, 1) : [...list];
    case 2:
      return items.length > 0 ? list.with(at, fresh(copied(random.pick(items)), list)) : [...list];
    default:
      return random.shuffled(list);
  }
}

/** Indicators that come from elsewhere get ids of their own. */
function fresh(item: Json, among: readonly Json[]): Json {
  if (!isObject(item) || item.id === undefined || item.name === undefined) return item;
  let next = 0;
  const visit = (one: JsonObject): void => {
    one.id = `${String(one.id).slice(0, 6)}-n${'abcdefghij'[next++ % 10]}${among.length}`;
    one.id = one.id.replace(
      /-n([a-j])(\d+)$/,
      (_, letter: string, digits: string) => `-new-${letter}${digits}`,
    );
    if (Array.isArray(one.indicators)) (one.indicators as JsonObject[]).forEach(visit);
  };
  visit(item);
  return item;
}

/** A map of named things: one more, one less, or in another order. */
function mapChanged(random: Random, map: JsonObject, known: readonly Json[]): Json | undefined {
  const names = Object.keys(map);
  if (random.chance(40) && names.length > 1) return Object.fromEntries(random.shuffled(Object.entries(map)));
  const donor = known.length > 0 ? (random.pick(known) as JsonObject) : {};
  const added = Object.keys(donor).filter((name) => !map[name]);
  if (added.length === 0) return undefined;
  const name = random.pick(added);
  return { ...map, [name]: copied(donor[name]!) };
}
