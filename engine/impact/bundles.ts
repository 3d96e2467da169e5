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
  const sets = new Sets();
  const moved = new Set(parts.flatMap((part) => (isPlace(part) ? [part.id] : [])));
  for (const part of parts)
    for (const other of neededBy(part, parts, moved, lines)) sets.join(other, partKey(part));
  const bundles = new Map<string, PlanPart[]>();
  for (const part of parts) {
    const root = sets.rootOf(partKey(part));
    const bundle = bundles.get(root);
    if (bundle) bundle.push(part);
    else bundles.set(root, [part]);
  }
  return [...bundles.values()];
}

/** Things that belong together, each set known by one of them. */
class Sets {
  private readonly above = new Map<string, string>();

  rootOf(one: string): string {
    const above = this.above.get(one) ?? one;
    return above === one ? one : this.rootOf(above);
  }

  join(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a !== b) this.above.set(b, a);
  }
}

/** What the part goes with: other parts by key, or a name that all that go together share. */
function neededBy(
  part: PlanPart,
  parts: readonly PlanPart[],
  moved: ReadonlySet<string>,
  lines: Editions['lines'],
): string[] {
  if (part.of === 'whole') return part.key === 'total' ? ['weights under'] : [];
  if (part.of === 'input') {
    // What reads a number cannot read a word in its place.
    const readers =
      part.key === 'type' ? parts.filter((other) => readsInput(other, part.id, lines)).map(partKey) : [];
    return [`input ${part.id}`, ...readers];
  }
  return part.of === 'line' ? neededByLine(part, moved, lines) : [];
}

function neededByLine(
  { id, key }: Extract<PlanPart, { of: 'line' }>,
  moved: ReadonlySet<string>,
  lines: Editions['lines'],
): string[] {
  const parents = sides.flatMap((side) => {
    const line = lines[side].get(id);
    return line ? [line.parent] : [];
  });
  switch (key) {
    case 'place':
      return parents.flatMap((parent) => [
        `under ${parent ?? ''}`,
        ...(parent !== undefined && moved.has(parent)
          ? [partKey({ of: 'line', id: parent, key: 'place' })]
          : []),
      ]);
    case 'weight':
      return [`weights under${suffix(parents.at(-1))}`];
    case 'outOf':
      return [`weights under${suffix(id)}`];
    default:
      return [];
  }
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
