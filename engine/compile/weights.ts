/** What an indicator weighs, as written or by what stands under it. */
import { Exact, sum } from '../decimal.ts';
import type { IndicatorPlan } from './plan.ts';

/** A bonus or penalty does not add to the weight of what it stands under, except of a bonus or penalty. */
export const countsIn = (
  { line }: Pick<IndicatorPlan, 'line'>,
  parent: Pick<IndicatorPlan, 'line'> | undefined,
): boolean => !line || line === parent?.line;

/** A group without a weight of its own weighs what is under it; undefined where that is left to the form. */
export function effectiveWeight(plan: IndicatorPlan): Exact | undefined {
  if (plan.weight || plan.kind !== 'group') return plan.weight;
  const weights = plan.children.filter((child) => countsIn(child, plan)).map(effectiveWeight);
  return weights.every((weight) => weight !== undefined) ? sum(weights) : undefined;
}

/** A written weight in points: as it stands, or a share of the parent's. */
export function weightOf(written: string | undefined, parentWeight: Exact | undefined): Exact | undefined {
  if (written === undefined) return undefined;
  if (!written.endsWith('%')) return Exact.of(written);
  const share = Exact.of(written.slice(0, -1)).over(Exact.hundred)!;
  return parentWeight?.times(share);
}

/**
 * The weights of the lines under a parent that count towards it, and whether they add to what it expects; children whose rows
 * bring their own weights are left to the form.
 */
export function weightsUnder(
  children: readonly IndicatorPlan[],
  expected: Exact,
  line: IndicatorPlan['line'],
): { weights: (Exact | undefined)[]; known: Exact; addUp: boolean } {
  const counted = children.filter((child) => countsIn(child, { line }));
  const weights = counted.map(effectiveWeight);
  const known = sum(weights.map((weight) => weight ?? Exact.zero));
  const open = weights.some((weight) => !weight);
  const fits = open ? known.compare(expected) <= 0 : known.equals(expected);
  return { weights, known, addUp: fits || counted.length === 0 };
}
