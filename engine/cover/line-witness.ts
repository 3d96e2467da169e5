/** What to give on one line so that it reaches an item. Proposals only: each is evaluated before it is told. */
import type { Rule, ScoringPlan, TargetKind } from '../compile/index.ts';
import { cellsOf, type Decision } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, namesIn, type Scope, unitOf } from '../expression/index.ts';
import type { Given } from './example.ts';
import type { Goal } from './items.ts';
import type { Site } from './sites.ts';
import { anchorOf, type Assignment, type Beside, type Question, solve, valuesIn, type Value } from './solve.ts';
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

const lineOf = ({ leaf, group }: Site): string => (leaf ?? group)!.id;
const kindsOf = ({ leaf, kinds }: Site): readonly (TargetKind | undefined)[] => (leaf ? [undefined] : kinds);

function* missing(plan: ScoringPlan, { leaf, policy }: Extract<Goal, { of: 'missing' }>): Generator<LineWitness> {
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
        yield* filled(site.rule, ask, far(ask, part.decision, cells));
    return;
  }
  const { decision } = site.rule.parts[goal.part]!;
  if (!decision) return yield* filled(site.rule, ask, [new Map()]);
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
    yield* filled(site.rule, ask, solve({ ...ask, cells: asked }));
  }
}

/** The classes that were asked and are wanted, as cells. */
export function classesOf(
  decision: Decision,
  wanted: (cells: readonly number[], outcomes: readonly number[]) => boolean,
): number[][] {
  return [...decision.answers].flatMap(([key, outcomes]) => {
    const cells = cellsOf(decision, key);
    return wanted(cells, outcomes) ? [cells] : [];
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

/** Values at growing distances inside a class, to see the points run out or pile up. */
function* far(ask: Question, decision: Decision | undefined, cells: readonly number[]): Generator<Assignment> {
  if (!decision) return yield new Map();
  for (const [position, fact] of decision.facts.entries()) {
    if (fact.kind !== 'number') continue;
    for (const value of valuesIn(fact, cells[position]!, ask, undefined)) {
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
function* filled(rule: Rule, ask: Question, proposals: Iterable<Assignment>): Generator<Assignment> {
  const expressions = [
    rule.cap,
    ...rule.parts.flatMap((part) => [
      ...part.awards.flatMap(({ points }) => points ?? []),
      ...(part.decision?.facts ?? []).flatMap((fact) => (fact.kind === 'number' ? fact.expression : [])),
    ]),
  ];
  const words = rule.parts.flatMap((part) =>
    (part.decision?.facts ?? []).flatMap((fact) => (fact.kind === 'number' ? [] : fact)),
  );
  const names = [...new Set(expressions.flatMap(namesIn))];
  for (const proposal of proposals)
    for (let anchor = 0; anchor < 6; anchor++) {
      const all = new Map<string, Value>(proposal);
      for (const name of names)
        if (!all.has(name) && ask.variable(name)) all.set(name, anchorOf(ask, name, anchor));
      for (const fact of words)
        if (!all.has(fact.name) && fact.kind === 'yesNo') all.set(fact.name, true);
        else if (!all.has(fact.name) && fact.kind === 'category' && fact.values[0] !== undefined)
          all.set(fact.name, fact.values[0]);
      const added = [...all.keys()].some((name) => !proposal.has(name) && all.get(name) instanceof Exact);
      yield all;
      if (!added) break;
    }
}
