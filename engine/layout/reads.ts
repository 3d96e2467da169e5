/** Which inputs each line of a form is scored by. */
import type { IndicatorPlan, Rule, ScoringPlan } from '../compile/index.ts';
import { namesOfDecision } from '../conditions/index.ts';
import { type Expression, namesIn } from '../expression/index.ts';

/** The inputs a line reads, in the order of the rulebook. */
export type InputsRead = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<ScoringPlan, InputsRead>();

/** Of every indicator of the rulebook, the inputs it is scored by itself; worked out once for each plan. */
export function inputsReadBy(plan: ScoringPlan): InputsRead {
  const found = known.get(plan) ?? new Map([...plan.byId.values()].map((one) => [one.id, readBy(one, plan)]));
  known.set(plan, found);
  return found;
}

function readBy(indicator: IndicatorPlan, plan: ScoringPlan): string[] {
  const names = new Set([
    ...(indicator.notApplicable?.when ? namesOfDecision(indicator.notApplicable.when) : []),
    ...ownNames(indicator),
  ]);
  return [...plan.inputs.keys()].filter((id) => names.has(id));
}

function ownNames(indicator: IndicatorPlan): string[] {
  if (indicator.kind === 'leaf') return [...namesOf(indicator.metric), ...namesOfRule(indicator.rule)];
  if (indicator.kind === 'group')
    return typeof indicator.combine === 'string' ? [] : namesIn(indicator.combine);
  return Object.values(indicator.targets).flatMap(({ rule, metric }) => [
    ...namesOf(metric),
    ...namesOfRule(rule),
  ]);
}

const namesOf = (expression: Expression | undefined): string[] => (expression ? namesIn(expression) : []);

const namesOfRule = ({ parts, cap }: Rule): string[] => [
  ...parts.flatMap(({ decision, awards }) => [
    ...(decision ? namesOfDecision(decision) : []),
    ...awards.flatMap(({ points }) => namesOf(points)),
  ]),
  ...namesIn(cap),
];
