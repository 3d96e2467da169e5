/** A rulebook, the same after an edit, and forms for both: what one seed gives. */
import { edited } from './edit.ts';
import { forms } from './form.ts';
import type { JsonObject } from './json.ts';
import { Random } from './random.ts';
import { rulebook } from './rulebook.ts';

export interface Pair {
  before: JsonObject;
  after: JsonObject;
  /** What was edited, for a reader. */
  what: string[];
}

/** The rulebook of the seed; some have units of their own. */
export const rulebookOf = (seed: number): JsonObject =>
  withUnits(rulebook(new Random(seed)), new Random(seed * 13 + 3));

function withUnits(written: JsonObject, random: Random): JsonObject {
  if (written.frame === undefined || random.between(1, 4) > 1) return written;
  const units = random.some(['1组=3个', '1场=2次', '1批=10件'], random.between(1, 2));
  return { ...written, frame: { ...(written.frame as JsonObject), units } };
}

/** The rulebook of the seed after the edit of that number: an edit that does not load gives way to the next. */
export function pairOf(seed: number, attempt: number, before = rulebookOf(seed)): Pair {
  const random = new Random(seed * 31 + attempt * 7 + 1);
  const { rulebook: after, what } = edited(random, before, random.pick([1, 1, 1, 2, 3]));
  return { before, after, what };
}

/** Forms filled in for the one rulebook or the other. */
export const formsOf = (seed: number, { before, after }: Pair, count: number): JsonObject[] => {
  const random = new Random(seed * 17 + 5);
  const own = Math.ceil(count / 2);
  return [...forms(random.fork(), before, own), ...forms(random.fork(), after, count - own)];
};
