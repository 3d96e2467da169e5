/** The fewest and most points that a form with lines still to be filled in can come to. */
import type { LimitPlan, ScoringPlan } from '../compile/index.ts';
import { type Exact, least } from '../decimal.ts';
import { decimals, linearSum, namesIn } from '../expression/index.ts';
import { type Bounds, boundsOf } from './bound.ts';
import { leavesOf, nodesOf, type ScoredNode } from './node.ts';
import type { Limited } from './outcome.ts';
import { recombined } from './recombine.ts';

/**
 * Every open line from its fewest to its most points; undefined where that does not decide the total: a row without a
 * weight, a group that is not linear in its lines, a limit that may still come or go.
 */
export function outlookOf(
  whole: ScoredNode<Exact>,
  plan: ScoringPlan,
  { applied, undecided }: Pick<Limited, 'applied' | 'undecided'>,
): Bounds<Exact> | undefined {
  const bounds = boundsUnder(whole, plan);
  const isDecided = plan.limits.every(
    (limit) => !limit.total || (!undecided.includes(limit) && readsInputs(limit, plan)),
  );
  if (!bounds || !isDecided) return undefined;
  const limited = (total: Exact): Exact => least(total, ...applied.flatMap((limit) => limit.total ?? []));
  return { least: limited(bounds.least), most: limited(bounds.most) };
}

/** The same of any node, before limits. */
export function boundsUnder(node: ScoredNode<Exact>, plan: ScoringPlan): Bounds<Exact> | undefined {
  const open = leavesOf(node).filter((leaf) => leaf.open);
  const isDecided =
    open.every((leaf) => leaf.unscored !== 'no-weight') &&
    nodesOf(node).every((one) => !one.open || isMonotone(one));
  if (!isDecided) return undefined;
  const at = (side: 'least' | 'most'): Exact =>
    recombined(node, plan, (one) => (open.includes(one) ? pointsAt(side, one) : undefined));
  return { least: at('least'), most: at('most') };
}

/** What an open line has where the total is at that side. */
const pointsAt = (side: 'least' | 'most', { plan, most }: ScoredNode<Exact>): Exact =>
  boundsOf(most, decimals, plan?.line === 'penalty')[side];

/** True where more points of a line below never give the node fewer. */
function isMonotone({ plan, children }: ScoredNode<Exact>): boolean {
  if (children.length === 0) return true;
  if (!children.some((child) => child.open)) return false;
  return plan?.kind !== 'group' || typeof plan.combine === 'string' || linearSum(plan.combine) !== undefined;
}

/** True where a limit looks at nothing but inputs: once it is decided, no line that is filled in changes it. */
const readsInputs = ({ when }: LimitPlan, plan: ScoringPlan): boolean =>
  when.facts
    .flatMap((fact) => (fact.kind === 'number' ? namesIn(fact.expression) : [fact.name]))
    .every((name) => plan.inputs.has(name));
