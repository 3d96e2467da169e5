/** Rounding where the rulebook says so, with its step in the ledger; and figures as decimal text. */
import type { ScoringPlan } from '../compile/index.ts';
import type { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';
import { type Run, type Step, textOf } from './run.ts';

/** Rounds where this is the place the rulebook rounds at; the step is left out where nothing changes. */
export function roundAt<N>(
  where: 'indicator' | 'total',
  points: N,
  steps: Step[],
  { rounding }: ScoringPlan,
  { arithmetic, label }: Pick<Run<N>, 'label'> & { arithmetic: Arithmetic<N> },
): N {
  if (rounding.at !== where) return points;
  const rounded = arithmetic.round(points, rounding);
  if (label && arithmetic.compare(rounded, points) !== 0) {
    const { decimals, mode } = rounding;
    steps.push({ step: 'round', from: textOf(points), to: textOf(rounded), decimals, mode });
  }
  return rounded;
}

/** Decimal text, to ten places where the number does not end there (its rounding is a step above it). */
export const figure = (value: Exact): string => value.round({ decimals: 10, mode: 'half-up' }).toText();
