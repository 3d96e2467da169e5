/** What a scored form comes to where some of its nodes have other points: every level put together as it was scored. */

import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import { decimals } from '../expression/index.ts';
import { boundsOf, settle } from './bound.ts';
import { GroupScorer } from './groups.ts';
import { type ScoredNode, wholeId } from './node.ts';

/** The points of the node; `pointsOf` gives those of a node instead of what is under it, or leaves it as it is. */
export function recombined(
  node: ScoredNode<Exact>,
  plan: ScoringPlan,
  pointsOf: (node: ScoredNode<Exact>) => Exact | undefined,
): Exact {
  const groups = new GroupScorer(plan, decimals);
  const run = { arithmetic: decimals, unasked: [], label: undefined };
  const put = (one: ScoredNode<Exact>, isTop = false): ScoredNode<Exact> => {
    const given = isTop ? undefined : pointsOf(one);
    if (given) return { ...one, points: given };
    const isKept = one.children.length === 0 || (one.status === 'not-applicable' && !one.open);
    if (isKept) return one;
    const group = one.plan?.kind === 'leaf' ? undefined : one.plan;
    const children = one.children.map((child) => put(child));
    const { points, weight, most } = groups.score(one.id, one.name, group, children, run);
    return { ...one, points, weight, most };
  };
  const { points, most } = put(node, true);
  const isWhole = node.id === wholeId && plan.rounding.at === 'total';
  return isWhole ? settle('total', points, boundsOf(most, decimals), [], plan, run) : points;
}
