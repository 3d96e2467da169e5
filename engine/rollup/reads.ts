/** Which inputs the lines, limits and conditions of a rulebook read. */
import { type LeafPlan, namesInDecision, namesInRule, type ScoringPlan } from '../compile/index.ts';
import { namesIn } from '../expression/index.ts';

/** The fixed lines of a rulebook with the inputs each of them reads. */
export function leavesWithInputs(plan: ScoringPlan): { leaf: LeafPlan; reads: ReadonlySet<string> }[] {
  return [...plan.byId.values()].flatMap((leaf) => {
    if (leaf.kind !== 'leaf') return [];
    const { metric, rule } = leaf;
    const names = [...(metric ? namesIn(metric) : []), ...namesInRule(rule)];
    return [{ leaf, reads: new Set(names.filter((name) => plan.inputs.has(name))) }];
  });
}

/** What limits look at, and what decides whether lines apply. */
export const decidingNames = ({ byId, limits }: ScoringPlan): ReadonlySet<string> =>
  new Set([
    ...limits.flatMap(({ when }) => namesInDecision(when)),
    ...[...byId.values()].flatMap(({ notApplicable }) =>
      notApplicable?.when ? namesInDecision(notApplicable.when) : [],
    ),
  ]);
