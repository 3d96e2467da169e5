/** How few and how many points each line of a form can have: from nothing to its weight, or to the cap of its rule. */
import type { Diagnostic } from '../../schemas/generated/types.ts';
import type { Rule, ScoringPlan } from '../compile/index.ts';
import { Exact, greatest } from '../decimal.ts';
import { decimals, evaluator, isNothing } from '../expression/index.ts';
import { scoreForm } from './evaluate.ts';
import type { Form } from './form.ts';
import { leavesOf, type ScoredNode } from './node.ts';
import { Sheet } from './sheet.ts';

export interface PointsRange {
  least: Exact;
  most: Exact;
}

/** The range of every line without lines of its own, by its id; undefined where the form cannot be scored. */
export async function pointsRanges(
  plan: ScoringPlan,
  form: Form,
): Promise<{ ranges?: ReadonlyMap<string, PointsRange>; diagnostics: Diagnostic[] }> {
  const { scored, diagnostics } = await scoreForm(plan, form);
  if (!scored) return { diagnostics };
  const ranges = leavesOf(scored.whole).map((leaf) => [leaf.id, rangeOf(leaf)] as const);
  return { ranges: new Map(ranges), diagnostics };
}

function rangeOf(leaf: ScoredNode<Exact>): PointsRange {
  const { plan, row, weight } = leaf;
  const rule = row ? row.plan.rule : plan?.kind === 'leaf' ? plan.rule : undefined;
  const cap = rule && capOf(rule, leaf);
  const most = cap ? greatest(weight, cap) : weight;
  return plan?.line === 'penalty' && !row
    ? { least: most.negated(), most: Exact.zero }
    : { least: Exact.zero, most };
}

function capOf({ cap }: Rule, { sheet }: ScoredNode<Exact>): Exact | undefined {
  const most = evaluator(cap, decimals)((sheet ?? new Sheet<Exact>()).numbers);
  return isNothing(most) || !(most instanceof Exact) ? undefined : most;
}
