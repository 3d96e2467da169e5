/** What the claimed scores come to, group by group, put together as the computed ones are. */
import type { Exact } from '../decimal.ts';
import { nodesOf, recombined, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';

export type Line = ScoredNode<Exact>;

/** The claimed points of a line; what a penalty takes may be written with a sign or without. */
export const claimedOf = ({ claimed, plan }: Line): Exact | undefined =>
  claimed && plan?.line === 'penalty' ? claimed.absolute().negated() : claimed;

/** True where the claimed score is the computed one; where only the total is rounded, a line may be written rounded. */
export function isAsComputed(line: Line, { plan }: ScoredForm): boolean {
  const claimed = claimedOf(line);
  if (claimed === undefined) return false;
  if (claimed.equals(line.points)) return true;
  return plan.rounding.at === 'total' && claimed.equals(line.points.round(plan.rounding));
}

/** True where a score is claimed for something under the node. */
export const hasClaimsBelow = (node: Line): boolean =>
  nodesOf(node).some((one) => one !== node && one.claimed !== undefined);

/** The nodes whose scores make up the total: lines, and groups that claim a score while nothing under them does. */
export function unitsOf(node: Line, isWhole = false): Line[] {
  if (node.children.length === 0) return [node];
  if (!isWhole && node.claimed !== undefined && !hasClaimsBelow(node)) return [node];
  return node.children.flatMap((child) => unitsOf(child));
}

/** What a node comes to where each of its units has the given points. */
export function sumOf(node: Line, { plan }: ScoredForm, pointsOf: (unit: Line) => Exact): Exact {
  const units = new Set(unitsOf(node, true));
  return recombined(node, plan, (one) => (units.has(one) ? pointsOf(one) : undefined));
}
