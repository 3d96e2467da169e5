/** Every value of a rulebook with what the schemas say of its key, and another value for it. Read from the schemas alone. */
import { type Key, language } from '../../schemas/generated/language.ts';
import { methodTable } from '../../schemas/generated/methods.ts';

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A value of a rulebook, where it stands, and where its key stands in the tables. */
export interface Site {
  pointer: readonly (string | number)[];
  /** `indicator/method/steps/deduct`: the same for every value of a key. */
  path: string;
  key: Key;
  value: Json;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value of the rulebook that a key describes, outermost first. */
export function sitesOf(rulebook: Json): Site[] {
  const found: Site[] = [];
  const thing = (
    keys: readonly Key[],
    value: Json | undefined,
    pointer: Site['pointer'],
    path: string,
  ): void => {
    if (!isObject(value)) return;
    for (const key of keys)
      if (Object.hasOwn(value, key.key))
        visit({ key, value: value[key.key]!, pointer: [...pointer, key.key], path: `${path}/${key.key}` });
  };
  const visit = (site: Site): void => {
    found.push(site);
    for (const { keys, value, step, path } of within(site))
      thing(keys, value, [...site.pointer, ...step], path);
    if (site.key.is === 'method' && isObject(site.value))
      for (const [name, value] of Object.entries(site.value))
        visit({
          key: methodTable[name as keyof typeof methodTable],
          value,
          pointer: [...site.pointer, name],
          path: `method/${name}`,
        });
  };
  thing(language.rulebook, rulebook, [], 'rulebook');
  return found;
}

/** Things with keys of their own inside a value. */
function within({ key, value, path }: Site): {
  keys: readonly Key[];
  value: Json | undefined;
  step: Site['pointer'];
  path: string;
}[] {
  const items = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  const each = (keys: readonly Key[], at: string) =>
    items.map(([step, one]) => ({ keys, value: one as Json, step: [step], path: at }));
  if (key.is === 'group') return [{ keys: key.keys!, value, step: [], path }];
  if (key.is === 'lines') return each(language.indicator, 'indicator');
  if (key.is === 'targets') return each(language.targetRule, 'target');
  return key.item?.keys ? each(key.item.keys, path) : [];
}

/** The paths of every key in the tables. */
export function everyPath(): string[] {
  const inside = (key: Key, path: string): string[] => [path, ...below(key, path)];
  const keysIn = (keys: readonly Key[], path: string): string[] =>
    keys.flatMap((key) => inside(key, `${path}/${key.key}`));
  const below = ({ keys, item }: Key, path: string): string[] => [
    ...(keys ? keysIn(keys, path) : []),
    ...(item?.keys ? keysIn(item.keys, path) : []),
  ];
  return [
    ...keysIn(language.rulebook, 'rulebook'),
    ...keysIn(language.indicator, 'indicator'),
    ...keysIn(language.targetRule, 'target'),
    ...Object.entries(methodTable).flatMap(([name, key]) => inside(key, `method/${name}`)),
  ];
}

/** Another value of the same key; undefined where what stands below it is changed instead. */
export function otherValue({ key, value }: Site): Json | undefined {
  switch (key.is) {
    case 'id':
    case 'name':
    case 'option':
    case 'text':
      return `${value}a`;
    case 'reference':
      return value === 'bands' ? 'steps' : 'bands';
    case 'input':
      return value === 'visits' ? 'published' : 'visits';
    case 'source':
      return value === 'other' ? 'sheet' : 'other';
    case 'message':
      return typeof value === 'string' ? `${value}a` : { ...(value as object), en: 'other' };
    case 'number':
      return `${value}1`;
    case 'points':
    case 'expression':
    case 'threshold':
      return another(String(value));
    case 'condition':
      return { not: value };
    case 'combination':
      return value === 'lowest' ? 'sum' : 'lowest';
    case 'flag':
      return value !== true;
    case 'word':
      return Object.keys(key.words!).find((word) => word !== value) ?? `${value}a`;
    case 'list':
      return (value as readonly Json[]).length > 1 ? (value as readonly Json[]).toReversed() : undefined;
    case 'set':
      return (value as readonly Json[]).slice(1);
    default:
      return undefined;
  }
}

/** `80%` → `81%`, `2000-06-30` → `2001-06-30`, `done / plan` → `done / plan + 1`. */
function another(text: string): string {
  const number = /^(\d+)(.*)$/.exec(text);
  return number ? `${Number(number[1]) + 1}${number[2]}` : `${text} + 1`;
}

/** A copy of the value with another one at the pointer, or nothing there. */
export function replaced(value: Json, [head, ...rest]: Site['pointer'], by: Json | undefined): Json {
  if (head === undefined) return by!;
  const copy = structuredClone(value) as Record<string | number, Json>;
  if (rest.length > 0) copy[head] = replaced(copy[head]!, rest, by);
  else if (by !== undefined) copy[head] = by;
  else if (Array.isArray(copy)) copy.splice(Number(head), 1);
  else delete copy[head];
  return copy as Json;
}
