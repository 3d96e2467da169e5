/** Random trees of indicators: groups of every kind nested three deep, lines, declared groups, bonus and penalty. */
import { condition } from './conditions.ts';
import { hundredths, type Json, type JsonObject, present } from './json.ts';
import { lineMethod, rowMethod } from './methods.ts';
import type { Random } from './random.ts';

export const targetKinds = ['atLeast', 'atMost', 'plain', 'equal', 'range', 'date', 'words'] as const;
type TargetKind = (typeof targetKinds)[number];

export interface TreeOptions {
  /** How many indicators may still be made. */
  left: number;
  declared: boolean;
  next: number;
}

interface Place {
  /** In hundredths of a point. */
  weight: number;
  /** What the weights of this indicator and its siblings add to. */
  of: number;
  depth: number;
  line: 'bonus' | 'penalty' | undefined;
}

const policies = ['rescale', 'full', 'zero', 'forbidden'];
const maybe = <Value>(random: Random, percent: number, make: () => Value): Value | undefined =>
  random.chance(percent) ? make() : undefined;

/** Indicators whose weights add to the given one, and sometimes a bonus or a penalty beside them. */
export function indicators(
  random: Random,
  weight: number,
  options: TreeOptions,
  depth = 1,
  line?: Place['line'],
  extras = true,
): JsonObject[] {
  const count = Math.max(1, Math.min(random.between(depth === 1 ? 2 : 1, 3), options.left));
  options.left -= count;
  const parts = parted(random, weight, count);
  const all = parts.map((part) => indicator(random, { weight: part, of: weight, depth, line }, options));
  if (extras && line === undefined && random.chance(depth === 1 ? 22 : 12)) {
    const extra = random.pick(['bonus', 'penalty'] as const);
    const place: Place = { weight: random.pick([200, 500, 1000, 333]), of: weight, depth, line: extra };
    all.splice(random.below(all.length + 1), 0, { ...indicator(random, place, options), line: extra });
  }
  return all;
}

/** Whole points where that goes, else hundredths; a line of no points now and then. */
function parted(random: Random, weight: number, count: number): number[] {
  if (count > 1 && random.chance(3)) return [...random.split(weight, count - 1), 0];
  const whole = weight % 100 === 0 && weight / 100 >= count && random.chance(80);
  return whole ? random.split(weight / 100, count).map((part) => part * 100) : random.split(weight, count);
}

function indicator(random: Random, place: Place, options: TreeOptions): JsonObject {
  const { weight, of, depth, line } = place;
  const index = options.next++;
  const common: Record<string, Json | undefined> = {
    id: `line-${String.fromCharCode(97 + (index % 26))}`,
    name: `指标${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'[index] ?? index}`,
    weight: writtenWeight(random, weight, of),
    optional: maybe(random, 8, () => true),
    role: maybe(random, 6, () => random.pick(['cost', 'execution', 'satisfaction'])),
    notApplicable: maybe(random, 12, () =>
      present({
        when: maybe(random, 50, () => condition(random, undefined, 1)),
        policy: random.pick(policies),
      }),
    ),
  };
  if (depth < 4 && options.left > 0 && weight > 0 && random.chance(depth === 1 ? 60 : 40))
    return group(random, place, options, common);
  if (options.declared && random.chance(40)) return declaredGroup(random, place, common);
  return leaf(random, weight, line, common);
}

/** Points, or now and then the share of the parent's. */
function writtenWeight(random: Random, weight: number, of: number): string {
  const exact = of > 0 && (weight * 10000) % of === 0;
  return exact && random.chance(12) ? `${hundredths((weight * 10000) / of)}%` : hundredths(weight);
}

function group(
  random: Random,
  { weight, depth, line }: Place,
  options: TreeOptions,
  common: Record<string, Json | undefined>,
): JsonObject {
  const combine = random.pick(['sum', 'sum', 'sum', 'weightedMean', 'lowest', 'expression']);
  // What does not add up has no room for bonus and penalty lines.
  const isRate = combine === 'weightedMean' || combine === 'lowest';
  const outOf = maybe(random, 25, () => random.pick([10000, 5000, 3000]));
  const children = indicators(random, outOf ?? weight, options, depth + 1, line, !isRate);
  const unweighted = combine === 'sum' && outOf === undefined && line === undefined && random.chance(8);
  return present({
    ...common,
    weight:
      unweighted && !String(children.map((child) => child.weight)).includes('%') ? undefined : common.weight,
    outOf: outOf === undefined ? undefined : hundredths(outOf),
    combine:
      combine === 'expression'
        ? expression(random, children)
        : random.chance(30) || combine !== 'sum'
          ? combine
          : undefined,
    indicators: children,
  });
}

/** Every child is named; penalties are taken off, and a better child never gives less. */
function expression(random: Random, children: readonly JsonObject[]): JsonObject {
  const own = children.filter((child) => child.line === undefined).map(({ id }) => id as string);
  const factor = () => random.pick(['', '', ' × 0.6', ' * 0.4', ' ÷ 2', ' × 2']);
  const together =
    own.length > 1 && random.chance(25)
      ? `${random.pick(['min', 'max', 'sum'])}(${own.join(', ')})`
      : own.map((id) => `${id}${factor()}`).join(' + ');
  const extra = children
    .filter((child) => child.line !== undefined)
    .map(({ id, line }) => ` ${line === 'penalty' ? '-' : '+'} ${id}`);
  return { expression: `${together}${extra.join('')}` };
}

function declaredGroup(
  random: Random,
  { line }: Place,
  common: Record<string, Json | undefined>,
): JsonObject {
  const equal = random.chance(30);
  return present({
    ...common,
    weight: !equal && line === undefined && random.chance(15) ? undefined : common.weight,
    declared: present({
      weights: equal ? 'equal' : maybe(random, 20, () => 'declared'),
      targets: maybe(random, 25, () => targets(random, random.some(targetKinds, random.between(1, 2)))),
    }),
  });
}

function leaf(
  random: Random,
  weight: number,
  line: Place['line'],
  common: Record<string, Json | undefined>,
): JsonObject {
  const { metric, method } = lineMethod(random, weight);
  return present({
    ...common,
    metric,
    zeroDivision: maybe(random, metric?.includes('/') || metric?.includes('÷') ? 40 : 3, () =>
      random.pick(['full', 'zero']),
    ),
    missing: maybe(random, line ? 60 : 35, () => random.pick(['zero', 'claimed', 'withhold'])),
    method,
  });
}

/** Kinds that none of the others can follow. */
const unlike: ReadonlySet<string> = new Set(['range', 'date', 'words']);

/** Rules for the kinds of target; some follow another. */
export function targets(random: Random, wanted: readonly TargetKind[]): JsonObject {
  const written = wanted.map((kind, index): [TargetKind, JsonObject] => {
    const like = kind === 'date' || kind === 'words' || kind === 'range' ? kind : 'number';
    const earlier = wanted
      .slice(0, index)
      .filter((one) => (like === 'number' ? !unlike.has(one) : one === 'words'));
    const follows = earlier.length > 0 && random.chance(30);
    return [
      kind,
      present({
        ...(follows ? { as: random.pick(earlier) } : { method: rowMethod(random, like) }),
        name: maybe(random, 20, () => '一类指标'),
      }),
    ];
  });
  // What another follows must have a method of its own.
  const all = Object.fromEntries(written);
  for (const [, rule] of written)
    if (rule.as && all[rule.as as string]!.as) rule.as = all[rule.as as string]!.as!;
  return all;
}
