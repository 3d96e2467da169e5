/** Values of every definition of the schema, as other random rulebooks have them: what an edit adds or puts in place. */
import { isObject, type Json } from './json.ts';
import { Random } from './random.ts';
import { rulebook } from './rulebook.ts';
import { keyPath, sitesOf } from './schema.ts';

const seeds = 160;

export interface Bank {
  /** By the path of a key, what it holds. */
  keys: ReadonlyMap<string, readonly Json[]>;
  /** By the path of the definition of a list's items, such items. */
  items: ReadonlyMap<string, readonly Json[]>;
}

let made: Bank | undefined;

/** Always the same: made once from the first seeds. */
export function bank(): Bank {
  if (made) return made;
  const keys = new Map<string, Json[]>();
  const items = new Map<string, Json[]>();
  const add = (map: Map<string, Json[]>, path: string, value: Json): void => {
    const all = map.get(path);
    if (all) all.push(value);
    else map.set(path, [value]);
  };
  for (let seed = 1; seed <= seeds; seed++)
    for (const { schema, value } of sitesOf(rulebook(new Random(seed * 7919)))) {
      if (Array.isArray(value)) for (const one of value) add(items, schema.path!, one);
      if (!isObject(value)) continue;
      for (const [key, one] of Object.entries(value)) add(keys, keyPath(schema, key), one);
    }
  made = { keys, items };
  return made;
}
