/** How few and how many points each line of a form can have: from nothing to its weight, or to the cap of its rule. */
import type { Diagnostic } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import { decimals } from '../expression/index.ts';
import { boundsOf } from './bound.ts';
import { scoreForm } from './evaluate.ts';
import type { Form } from './form.ts';
import { leavesOf, type ScoredNode } from './node.ts';

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

function rangeOf({ most, plan }: ScoredNode<Exact>): PointsRange {
  return boundsOf(most, decimals, plan?.line === 'penalty');
}
