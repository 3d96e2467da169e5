/** What to give on one line so that it reaches an item. Proposals only: each is evaluated before it is told. */
import type { ScoringPlan, TargetKind } from '../compile/index.ts';
import { cellsOf, type Decision } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, namesIn, type Scope, unitOf } from '../expression/index.ts';
import type { Given } from './example.ts';
import type { Goal } from './item.ts';
import type { Site } from './sites.ts';
import {
  type Assignment,
  anchorOf,
  type Beside,
  type Question,
  solve,
  type Value,
  valuesIn,
} from './solve.ts';
import { givenOf, inputVariable, judgedVariable, rowVariable } from './variables.ts';

/** A line of examples. */
export interface LineWitness {
  indicator: string;
  given: Given;
}

/** Proposals for an item of one line, the nicest first. */
export function* lineWitnesses(plan: ScoringPlan, goal: Goal): Generator<LineWitness> {
  switch (goal.of) {
    case 'band':
    case 'edge':
    case 'clamp':
      for (const kind of kindsOf(goal.site))
        for (const values of valuesFor(plan, goal, kind))
          yield { indicator: lineOf(goal.site), given: givenOf(plan, values, kind) };
      return;
    case 'missing':
      return yield* missing(plan, goal);
    case 'zero-division':
      for (const values of zeros(goal.leaf.metric))
        yield { indicator: goal.leaf.id, given: givenOf(plan, values, undefined) };
      return;
    case 'not-applicable': {
      const { id, kind } = goal.indicator;
      const row = kind === 'declared' ? { target: '≥100', actual: '100', weight: '10' } : {};
      return yield { indicator: id, given: { ...row, notApplicable: true } };
    }
    case 'optional':
      if (goal.indicator.kind === 'leaf') yield { indicator: goal.indicator.id, given: {} };
      return;
    default:
      return;
  }
}

const half = Exact.of('0.5');

const lineOf = ({ leaf, group }: Site): string => (leaf ?? group)!.id;
const kindsOf = ({ leaf, kinds }: Site): readonly (TargetKind | undefined)[] => (leaf ? [undefined] : kinds);

function* missing(
  plan: ScoringPlan,
  { leaf, policy }: Extract<Goal, { of: 'missing' }>,
): Generator<LineWitness> {
  const claimed = policy === 'claimed' ? { claimed: leaf ? leaf.weight!.toText() : '10' } : {};
  if (leaf) return yield { indicator: leaf.id, given: claimed };
  for (const indicator of plan.byId.values())
    if (indicator.kind === 'declared')
      yield { indicator: indicator.id, given: { target: '≥100', weight: '10', ...claimed } };
}

/** All names zero, then each alone. */
function* zeros(metric: Expression | undefined): Generator<Assignment> {
  const names = metric ? namesIn(metric) : [];
  yield new Map(names.map((name) => [name, Exact.zero]));
  for (const zero of names)
    yield new Map(names.map((name) => [name, name === zero ? Exact.zero : Exact.hundred]));
}

type RuleGoal = Extract<Goal, { of: 'band' | 'edge' | 'clamp' }>;

function* valuesFor(plan: ScoringPlan, goal: RuleGoal, kind: TargetKind | undefined): Generator<Assignment> {
  const { site } = goal;
  const ask = questions(plan, site, kind);
  if (goal.of === 'clamp') {
    for (const part of site.rule.parts)
      for (const cells of part.decision ? classesOf(part.decision, () => true) : [[]])
        yield* filled(site, ask, far(ask, part.decision, cells));
    return;
  }
  const { decision } = site.rule.parts[goal.part]!;
  if (!decision) return yield* filled(site, ask, [new Map()]);
  const beside: Beside = goal.of === 'edge' && goal.side === 'above' ? 'low' : 'high';
  const classes = classesOf(decision, (cells, outcomes) =>
    goal.of === 'band' ? outcomes.includes(goal.band) : cells[goal.fact] === goal.cell,
  );
  for (const cells of classes) {
    const asked = decision.facts.map((fact, position) => ({
      fact,
      cell: cells[position]!,
      ...(goal.of === 'edge' && position === goal.fact ? { beside } : {}),
    }));
    yield* filled(site, ask, solve({ ...ask, cells: asked }));
  }
}

/** The classes that were asked and are wanted, as cells; those of large numbers first. */
export function classesOf(
  decision: Decision,
  wanted: (cells: readonly number[], outcomes: readonly number[]) => boolean,
): number[][] {
  return [...decision.answers].reverse().flatMap(([key, outcomes]) => {
    const cells = cellsOf(decision, key);
    return !decision.unsettled.has(key) && wanted(cells, outcomes) ? [cells] : [];
  });
}

export const isRateIn = (scope: Scope) => (expression: Expression) =>
  unitOf(expression, scope).unit.is === 'ratio';

function questions(plan: ScoringPlan, { scope, leaf }: Site, kind: TargetKind | undefined): Question {
  return {
    cells: [],
    fixed: () => undefined,
    isRate: isRateIn(scope),
    variable: (name) => {
      const input = plan.inputs.get(name);
      if (input) return inputVariable(plan.identity, input);
      return leaf ? judgedVariable(name) : rowVariable(name, kind!, plan.identity.edition);
    },
  };
}

/** Values at growing distances inside a class, and its middle and ends, to see the points run out or pile up. */
function* far(
  ask: Question,
  decision: Decision | undefined,
  cells: readonly number[],
): Generator<Assignment> {
  if (!decision) return yield new Map();
  for (const [position, fact] of decision.facts.entries()) {
    if (fact.kind !== 'number') continue;
    const ends = fact.thresholds.flatMap((one) => [one.times(half), one.plus(one), Exact.zero]);
    for (const value of [...valuesIn(fact, cells[position]!, ask, undefined), ...ends]) {
      const asked = decision.facts.map((one, at) =>
        at === position
          ? { fact: { ...fact, thresholds: [value], blank: false }, cell: 1 }
          : { fact: one, cell: cells[at]! },
      );
      yield* firstOf(solve({ ...ask, cells: asked }));
    }
  }
}

function* firstOf<One>(all: Iterable<One>): Generator<One> {
  for (const one of all) return yield one;
}

/** Proposals completed with a round value for every other name the rule reads. */
function* filled(site: Site, ask: Question, proposals: Iterable<Assignment>): Generator<Assignment> {
  const { names, words } = readBy(site);
  for (const proposal of proposals) {
    const told = new Map<string, Value>(proposal);
    for (const fact of words) {
      const word = fact.kind === 'yesNo' ? true : fact.kind === 'category' ? fact.values[0] : undefined;
      if (!told.has(fact.name) && word !== undefined) told.set(fact.name, word);
    }
    const open = names.filter((name) => !told.has(name) && ask.variable(name));
    const anchorings = open.length === 0 ? 1 : 6;
    for (let anchor = 0; anchor < anchorings; anchor++)
      yield new Map([...told, ...open.map((name): [string, Value] => [name, anchorOf(ask, name, anchor)])]);
  }
}

/** What a rule reads: the names in its numbers, and its facts that are words. */
function readBy({ rule, metric }: Site) {
  const facts = rule.parts.flatMap(({ decision }) => decision?.facts ?? []);
  const expressions = [
    rule.cap,
    ...(metric ? [metric] : []),
    ...rule.parts.flatMap(({ awards }) => awards.flatMap(({ points }) => points ?? [])),
    ...facts.flatMap((fact) => (fact.kind === 'number' ? fact.expression : [])),
  ];
  return {
    names: [...new Set(expressions.flatMap(namesIn))],
    words: facts.flatMap((fact) => (fact.kind === 'number' ? [] : fact)),
  };
}
