/** Which inputs each line of a form is scored by. */
import { type IndicatorPlan, namesInDecision, namesInRule, type ScoringPlan } from '../compile/index.ts';
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
    ...(indicator.notApplicable?.when ? namesInDecision(indicator.notApplicable.when) : []),
    ...ownNames(indicator),
  ]);
  return [...plan.inputs.keys()].filter((id) => names.has(id));
}

function ownNames(indicator: IndicatorPlan): string[] {
  if (indicator.kind === 'leaf') return [...namesOf(indicator.metric), ...namesInRule(indicator.rule)];
  if (indicator.kind === 'group')
    return typeof indicator.combine === 'string' ? [] : namesIn(indicator.combine);
  return Object.values(indicator.targets).flatMap(({ rule, metric }) => [
    ...namesOf(metric),
    ...namesInRule(rule),
  ]);
}

const namesOf = (expression: Expression | undefined): string[] => (expression ? namesIn(expression) : []);
