/** Makes a contradiction small: parts of the rulebooks and of the form are left out as long as it stays. */
import { challenge, type Wing } from './adversary.ts';
import { copied, isObject, type Json, type JsonObject } from './generate/json.ts';
import { repaired } from './generate/repair.ts';
import { sideOf } from './scene.ts';

export interface Case {
  before: JsonObject;
  after: JsonObject;
  form: JsonObject;
}

/** The smallest case found that contradicts the same claim, within so many tries. */
export async function shrunk(start: Case, claim: string, wing: Wing, tries = 500): Promise<Case> {
  let known = start;
  let left = tries;
  const holds = async (one: Case): Promise<boolean> => {
    left -= 1;
    const before = await sideOf(one.before, 'before.json');
    const after = before && (await sideOf(one.after, 'after.json'));
    if (!before || !after) return false;
    return (await challenge(before, after, [one.form], [wing])).some((found) => found.claim === claim);
  };
  if (!(await holds(start))) return start;
  for (const only of ['before', 'after'] as const) {
    const alone = { ...known, before: known[only], after: known[only] };
    if (JSON.stringify(known.before) !== JSON.stringify(known.after) && (await holds(alone))) known = alone;
  }
  for (const part of ['form', 'rulebooks'] as const)
    for (let moved = true; moved && left > 0; ) {
      moved = false;
      for (const path of part === 'form' ? pathsIn(known.form) : bothPaths(known)) {
        const smaller = leaving(known, path, part);
        if (left <= 0 || size(smaller) >= size(known) || !(await holds(smaller))) continue;
        known = smaller;
        moved = true;
      }
    }
  return known;
}

const size = (one: Case): number => JSON.stringify(one).length;

/** The paths of everything in either rulebook, the largest things first. */
const bothPaths = ({ before, after }: Case): Path[] =>
  [...new Set([...pathsIn(before), ...pathsIn(after)].map((path) => JSON.stringify(path)))]
    .map((path) => JSON.parse(path) as Path)
    .sort((a, b) => a.length - b.length);

type Path = (string | number)[];

/** The case with one thing left out. */
const leaving = (known: Case, path: Path, part: 'form' | 'rulebooks'): Case =>
  part === 'form'
    ? { ...known, form: without(known.form, path) }
    : { ...known, before: mended(without(known.before, path)), after: mended(without(known.after, path)) };

const mended = (rulebook: JsonObject): JsonObject => {
  try {
    return repaired(rulebook);
  } catch {
    return rulebook;
  }
};

function pathsIn(value: Json): Path[] {
  if (typeof value !== 'object') return [];
  const entries: [string | number, Json][] = Array.isArray(value)
    ? value.map((one, index) => [index, one])
    : Object.entries(value);
  return entries.flatMap(([key, one]) => [[key], ...pathsIn(one).map((path) => [key, ...path])]);
}

/** A copy without what stands at the path. */
function without(value: JsonObject, path: readonly (string | number)[]): JsonObject {
  const copy = copied(value);
  let holder: Json | undefined = copy;
  for (const key of path.slice(0, -1))
    holder = isObject(holder) ? holder[key] : Array.isArray(holder) ? holder[key as number] : undefined;
  const last = path.at(-1)!;
  if (Array.isArray(holder)) holder.splice(last as number, 1);
  else if (isObject(holder)) delete holder[last];
  return copy;
}

/** The wing of a claim, by its name. */
export const wingOf = (claim: string): Wing =>
  (['verify', 'diff', 'cover', 'impact'] as const).find((wing) => claim.startsWith(wing)) ?? 'points';
