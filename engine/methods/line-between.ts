/** The straight line through two points of a scoring curve. */
import { type Expression, minus, over, plus, times } from '../expression/index.ts';

export interface Knot {
  at: Expression;
  points: Expression;
}

/** Points at `metric` on the line from `low` to `high`. */
export const lineBetween = (metric: Expression, low: Knot, high: Knot): Expression =>
  plus(
    low.points,
    over(times(minus(high.points, low.points), minus(metric, low.at)), minus(high.at, low.at)),
  );
