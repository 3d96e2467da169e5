/** What an expression of bounded facts can be, by exact linear arithmetic. Knows no rulebook: see README.md. */
export type { Bound, Bounds } from './facts.ts';
export { holds, type Interval } from './interval.ts';
export {
  add,
  below,
  type Case,
  type Constraint,
  casesOf,
  constant,
  isZero,
  type Opaque,
  scale,
  variable,
} from './linear.ts';
export { boundsOf, hullOf, rangeOf, solveFor, withAll } from './ranges.ts';
export { type Answer, between, project, type Solution, solve, tidy } from './system.ts';
export { isWholeExpression, isWholeNumber, solveWhole } from './whole.ts';
export { divisorsIn, zeroOf } from './zeros.ts';
