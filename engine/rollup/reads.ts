/** Which inputs each fixed line of a rulebook reads. */
import type { LeafPlan, ScoringPlan } from '../compile/index.ts';
import { factsOf } from '../evaluate/index.ts';
import { namesIn } from '../expression/index.ts';

/** The fixed lines of a rulebook with the inputs each of them reads. */
export function leavesWithInputs(plan: ScoringPlan): { leaf: LeafPlan; reads: ReadonlySet<string> }[] {
  return [...plan.byId.values()].flatMap((leaf) => {
    if (leaf.kind !== 'leaf') return [];
    const { metric, rule } = leaf;
    const names = [...(metric ? namesIn(metric) : []), ...factsOf(rule), ...namesIn(rule.cap)];
    return [{ leaf, reads: new Set(names.filter((name) => plan.inputs.has(name))) }];
  });
}
