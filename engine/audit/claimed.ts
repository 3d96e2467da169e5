/** What the claimed scores come to, group by group, put together as the computed ones are. */
import type { Exact } from '../decimal.ts';
import { claimedPoints, nodesOf, recombined, type ScoredForm, type ScoredNode } from '../evaluate/index.ts';
import { decimals } from '../expression/index.ts';

export type Line = ScoredNode<Exact>;

/** The claimed points of a line as the form adds them: what a penalty takes is below zero. */
export function claimedOf(line: Line): Exact | undefined {
  const points = claimedPoints(line, decimals);
  return line.plan?.line === 'penalty' ? points?.negated() : points;
}

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
