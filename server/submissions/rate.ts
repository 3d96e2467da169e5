/** A scoring rate: points as a percentage of the most there are, exact. */
import { Exact } from '../../engine/index.ts';

export interface Scored {
  total: string;
  outOf: string;
}

/** Undefined where there was nothing to score. */
export const rateOf = ({ total, outOf }: Scored): Exact | undefined =>
  Exact.of(total).times(Exact.hundred).over(Exact.of(outOf));
