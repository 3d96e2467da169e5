/** The one place that keeps points between the fewest and the most a line, a group or the whole can have. */
import type { Rule, ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { type Arithmetic, type Evaluator, evaluator, isNothing } from '../expression/index.ts';
import { roundAt } from './rounding.ts';
import { type Run, type Step, textOf } from './run.ts';

/** The fewest and the most points: from nothing to the most, or for a penalty from minus the most to nothing. */
export interface Bounds<N> {
  least: N;
  most: N;
}

/** What a line, group or whole can have, before what is deducted is told with a minus. */
export const boundsOf = <N>(most: N, arithmetic: Arithmetic<N>, isDeducted = false): Bounds<N> => {
  const zero = arithmetic.of(Exact.zero);
  return isDeducted ? { least: arithmetic.negate(most), most: zero } : { least: zero, most };
};

/** Rounds where the rulebook rounds, then cuts what lies beyond the bounds; both leave a step. */
export function settle<N>(
  where: 'indicator' | 'total',
  points: N,
  bounds: Bounds<N>,
  steps: Step[],
  plan: ScoringPlan,
  run: Run<N>,
): N {
  return clamp(roundAt(where, points, steps, plan, run), bounds, steps, run);
}

/** Keeps points within their bounds, with a step where they were beyond. */
export function clamp<N>(points: N, bounds: Bounds<N>, steps: Step[], run: Run<N>): N {
  const to = within(points, bounds, run.arithmetic);
  if (run.label && to !== points)
    steps.push({
      step: 'clamp',
      from: textOf(points),
      to: textOf(to),
      bound: run.arithmetic.compare(points, to) < 0 ? 'floor' : 'cap',
    });
  return to;
}

/** The points, or the bound that they are beyond. */
export const within = <N>(points: N, { least, most }: Bounds<N>, { compare }: Arithmetic<N>): N =>
  compare(points, least) < 0 ? least : compare(points, most) > 0 ? most : points;

/** The most points of a line of that weight: the weight, or the cap of its rule where that is above it. */
export function mostOf<N extends object>({ cap }: Rule, arithmetic: Arithmetic<N>): (weight: N) => N {
  if (cap.kind === 'name') return (weight) => weight;
  const value: Evaluator<N> = evaluator(cap, arithmetic);
  return (weight) => {
    const most = value((key) => (key === 'weight' ? weight : undefined));
    return isNothing(most) || arithmetic.compare(most, weight) <= 0 ? weight : most;
  };
}
