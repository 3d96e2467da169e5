/** What to give on one line so that it reaches an item. Proposals only: each is evaluated before it is told. */
import type { ScoringPlan } from '../compile/index.ts';
import { cellsOf as cellsOfClass, type Decision } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { namesIn } from '../expression/index.ts';
import { cellsOf, comparatorOf } from '../forms/index.ts';
import { type Bounds, divisorsIn, withAll, zeroOf } from '../linear/index.ts';
import { type Given as Facts, fixedNames, type Line } from '../lines/index.ts';
import { narrowed, type Wish, witnessesOf } from '../possible/index.ts';
import { clampFacts } from './clamp-witness.ts';
import type { Given } from './example.ts';
import type { Goal } from './item.ts';
import { plain, valuesIn } from './plain.ts';
import { knownIn } from './reachable.ts';

/** A line of examples. */
export interface LineWitness {
  indicator: string;
  given: Given;
}

/** With the facts that are written in it. */
export interface RuleWitness extends LineWitness {
  facts: Facts;
}

const sampleRow = { target: `${comparatorOf('atLeast')}100`, weight: '10' };

/** Proposals for an item of one line, the nicest first. */
export function* lineWitnesses(plan: ScoringPlan, goal: Goal): Generator<LineWitness> {
  switch (goal.of) {
    case 'band':
    case 'edge':
    case 'clamp':
      for (const { indicator, given } of ruleWitnesses(plan, goal)) yield { indicator, given };
      return;
    case 'missing':
      return yield* missing(plan, goal);
    case 'zero-division':
      return yield* zeroDivision(plan, goal.line);
    case 'not-applicable': {
      const { id, kind } = goal.indicator;
      const row = kind === 'declared' ? { ...sampleRow, actual: '100' } : {};
      return yield { indicator: id, given: { ...row, notApplicable: true } };
    }
    case 'optional':
      if (goal.indicator.kind === 'leaf') yield { indicator: goal.indicator.id, given: {} };
      return;
    default:
      return;
  }
}

function* missing(
  plan: ScoringPlan,
  { leaf, policy }: Extract<Goal, { of: 'missing' }>,
): Generator<LineWitness> {
  const claimed = policy === 'claimed' ? { claimed: leaf ? leaf.weight!.toText() : '10' } : {};
  if (leaf) return yield { indicator: leaf.id, given: claimed };
  for (const indicator of plan.byId.values())
    if (indicator.kind === 'declared') yield { indicator: indicator.id, given: { ...sampleRow, ...claimed } };
}

/** Facts at which something the metric divides by is zero. */
function* zeroDivision(plan: ScoringPlan, line: Line): Generator<LineWitness> {
  for (const divisor of line.metric ? divisorsIn(line.metric) : []) {
    const found = zeroOf(divisor, line.bounds);
    if (typeof found === 'string') continue;
    const given = givenOf(plan, line, withOthers(plan, line, found));
    if (given) yield { indicator: line.id, given };
  }
}

type RuleGoal = Extract<Goal, { of: 'band' | 'edge' | 'clamp' }>;

/** Proposals for an item of a rule; inputs that are `taken` keep their numbers where that can be. */
export function* ruleWitnesses(
  plan: ScoringPlan,
  goal: RuleGoal,
  taken: Facts = new Map(),
): Generator<RuleWitness> {
  for (const line of goal.site.lines)
    for (const own of factsFor(plan, goal, line, taken)) {
      const facts = withOthers(plan, line, own, taken);
      const given = givenOf(plan, line, facts);
      if (given) yield { indicator: (line.leaf ?? line.row!.group).id, given, facts };
    }
}

function* factsFor(plan: ScoringPlan, goal: RuleGoal, line: Line, taken: Facts): Generator<Facts> {
  if (goal.of === 'clamp') return yield* clampFacts(line, goal.bound);
  const { decision, awards } = line.rule.parts[goal.part]!;
  if (!decision) {
    yield new Map();
    const names = awards.flatMap(({ points }) => (points ? namesIn(points) : []));
    const least = names.map(
      (name) => [name, taken.get(name) ?? line.bounds(name).min ?? Exact.zero] as const,
    );
    return yield new Map(least.filter(([name]) => plan.inputs.has(name)));
  }
  const wanted =
    goal.of === 'band'
      ? (_: readonly number[], outcomes: readonly number[]) => outcomes.includes(goal.band)
      : (cells: readonly number[]) => cells[goal.fact] === goal.cell;
  const known = { ...knownIn(line.scope), preferred: preferredFor(plan, line, taken) };
  for (const cells of classesOf(decision, wanted)) {
    const fact =
      goal.of === 'edge'
        ? goal.fact
        : decision.facts.findIndex(({ kind }, at) => kind === 'number' && cells[at]! % 2 === 0);
    const side = goal.of === 'edge' && goal.side === 'above' ? 'low' : 'high';
    const wish: Wish | undefined =
      fact < 0
        ? undefined
        : { fact, values: valuesIn(decision.facts[fact]!, cells[fact]!, line.scope, side) };
    yield* witnessesOf(decision, cells, known, wish);
  }
}

/** The classes that were asked and are wanted, as cells; those of large numbers first. */
export function classesOf(
  decision: Decision,
  wanted: (cells: readonly number[], outcomes: readonly number[]) => boolean,
): number[][] {
  return [...decision.answers].reverse().flatMap(([key, outcomes]) => {
    const cells = cellsOfClass(decision, key);
    return wanted(cells, outcomes) ? [cells] : [];
  });
}

/** What was taken stands as it is; else what looks plain. */
const preferredFor = (plan: ScoringPlan, line: Line, taken: Facts): Bounds[] =>
  plain(plan, line.scope).map((nicer) => (name) => {
    const value = taken.get(name);
    return value instanceof Exact ? { min: value, max: value } : nicer(name);
  });

/** A plain value for every other name that the rule reads. */
function withOthers(plan: ScoringPlan, line: Line, facts: Facts, taken: Facts = new Map()): Facts {
  const { names, words } = readBy(line);
  const numbers = new Map([...facts].filter((one): one is [string, Exact] => one[1] instanceof Exact));
  const [nicest] = preferredFor(plan, line, taken);
  const own = withAll(numbers, names, narrowed(line.bounds, nicest!));
  const row = line.row ? fixedNames(line) : [];
  return new Map<string, Exact | string | boolean>([...words, ...row, ...own, ...facts]);
}

/** What a rule reads: the names in its numbers, and its facts that are words, with a first word for each. */
function readBy({ rule, metric }: Line): { names: string[]; words: [string, string | boolean][] } {
  const facts = rule.parts.flatMap(({ decision }) => decision?.facts ?? []);
  const expressions = [
    rule.cap,
    ...(metric ? [metric] : []),
    ...rule.parts.flatMap(({ awards }) => awards.flatMap(({ points }) => points ?? [])),
    ...facts.flatMap((fact) => (fact.kind === 'number' ? fact.expression : [])),
  ];
  return {
    names: [...new Set(expressions.flatMap(namesIn))],
    words: facts.flatMap((fact): [string, string | boolean][] => {
      if (fact.kind === 'yesNo') return [[fact.name, true]];
      return fact.kind === 'category' && fact.values[0] !== undefined ? [[fact.name, fact.values[0]]] : [];
    }),
  };
}

/** The given of an example: the cells of a row, inputs in the order of the form, the judgement. */
function givenOf(plan: ScoringPlan, line: Line, facts: Facts): Given | undefined {
  const cells = cellsOf(plan, line, facts);
  if (!cells) return undefined;
  const { row, inputs, judgement } = cells;
  const { target, actual, weight } = row ?? {};
  return {
    ...(row ? { target: target!, actual: actual!, weight: weight! } : {}),
    ...Object.fromEntries([...plan.inputs.keys()].flatMap((id) => (id in inputs ? [[id, inputs[id]!]] : []))),
    ...(judgement ? { judgement } : {}),
  } as Given;
}
