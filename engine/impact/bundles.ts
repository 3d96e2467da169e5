/**
 * The single edits that lead from one plan to another: each the parts that only make sense together, such that any choice of
 * edits gives a plan that can be used. What cannot stand alone is bundled with what it needs.
 */
import { namesInLine } from '../compile/index.ts';
import type { PlanPart } from '../edits/index.ts';
import type { Editions } from './editions.ts';
import { sides } from './lines.ts';
import type { Mixtures } from './mixture.ts';
import { partKey } from './parts.ts';

/** Parts that change together, in order. */
export type Bundle = readonly PlanPart[];

/** The smallest edits: weights under one parent are one, and so are lines that come and go under it. */
export function smallestBundles(parts: readonly PlanPart[], { lines }: Pick<Editions, 'lines'>): Bundle[] {
  const sets = new Map<string, string>();
  const rootOf = (one: string): string => {
    const above = sets.get(one) ?? one;
    return above === one ? one : rootOf(above);
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) sets.set(b, a);
  };
  const placeOf = (id: string): string => partKey({ of: 'line', id, key: 'place' });
  const moved = new Set(parts.flatMap((part) => (isPlace(part) ? [part.id] : [])));
  for (const part of parts) {
    const key = partKey(part);
    if (part.of === 'whole' && part.key === 'total') join('weights under', key);
    if (part.of === 'input') {
      join(`input ${part.id}`, key);
      // What reads a number cannot read a word in its place.
      if (part.key === 'type')
        for (const other of parts) if (readsInput(other, part.id, lines)) join(key, partKey(other));
    }
    if (part.of !== 'line') continue;
    const parents = sides.flatMap((side) => {
      const line = lines[side].get(part.id);
      return line ? [line.parent] : [];
    });
    if (part.key === 'place')
      for (const parent of parents) {
        join(`under ${parent ?? ''}`, key);
        if (parent !== undefined && moved.has(parent)) join(placeOf(parent), key);
      }
    if (part.key === 'weight') join(`weights under${suffix(parents.at(-1))}`, key);
    if (part.key === 'outOf') join(`weights under${suffix(part.id)}`, key);
  }
  const bundles = new Map<string, PlanPart[]>();
  for (const part of parts) {
    const root = rootOf(partKey(part));
    const bundle = bundles.get(root);
    if (bundle) bundle.push(part);
    else bundles.set(root, [part]);
  }
  return [...bundles.values()];
}

const suffix = (parent: string | undefined): string => (parent === undefined ? '' : ` ${parent}`);

const rulesOfLine: readonly string[] = ['method', 'metric', 'notApplicable', 'place'];

/** True where the part holds conditions or formulas of a line that reads the input in either edition. */
const readsInput = (part: PlanPart, input: string, lines: Editions['lines']): boolean => {
  const id =
    part.of === 'line' && rulesOfLine.includes(part.key)
      ? part.id
      : part.of === 'targets'
        ? part.owner
        : undefined;
  if (id === undefined) return part.of === 'limit' || part.of === 'metric' || part.of === 'targets';
  return sides.some((side) => {
    const line = lines[side].get(id);
    return line !== undefined && namesInLine(line.plan).has(input);
  });
};

const isPlace = (part: PlanPart): part is Extract<PlanPart, { of: 'line' }> =>
  part.of === 'line' && part.key === 'place';

/** Bundles edits until each can be made alone, and each can be left out alone. */
export async function standingBundles(bundles: readonly Bundle[], mixtures: Mixtures): Promise<Bundle[]> {
  let all = [...bundles];
  const problemsOf = async (bundle: Bundle): Promise<number> => {
    const alone = await mixtures.of(bundle);
    const left = await mixtures.of(all.filter((one) => !bundle.includes(one[0]!)).flat());
    return alone.problems + left.problems;
  };
  for (;;) {
    const failing: Bundle[] = [];
    for (const bundle of all) if ((await problemsOf(bundle)) > 0) failing.push(bundle);
    const [first] = failing;
    if (!first || all.length === 1) return all;
    all = merged(all, await grown(first, [...new Set([...failing, ...all])], problemsOf));
  }
}

/** The edit with as many others as it takes to stand; each time the one that leaves least wrong. */
async function grown(
  first: Bundle,
  others: readonly Bundle[],
  problemsOf: (bundle: Bundle) => Promise<number>,
): Promise<Bundle> {
  let bundle = first;
  let problems = await problemsOf(bundle);
  while (problems > 0) {
    let best: { bundle: Bundle; problems: number } | undefined;
    for (const other of others) {
      if (bundle.includes(other[0]!)) continue;
      const left = await problemsOf([...bundle, ...other]);
      if (!best || left < best.problems) best = { bundle: other, problems: left };
      if (left === 0) break;
    }
    if (!best) return bundle;
    bundle = [...bundle, ...best.bundle];
    problems = best.problems;
  }
  return bundle;
}

/** The edits with those that make up the bundle as one, in the place of the first of them. */
export function merged(bundles: readonly Bundle[], together: Bundle): Bundle[] {
  const isTogether = (bundle: Bundle) => together.includes(bundle[0]!);
  const first = bundles.findIndex(isTogether);
  const whole = bundles.filter(isTogether).flat();
  return bundles.flatMap((bundle, index) => (index === first ? [whole] : isTogether(bundle) ? [] : [bundle]));
}
