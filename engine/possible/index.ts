/** What a compiled rulebook does, decided exactly. May not report or judge: see README.md. */
export { type Analysis, analyse, analyseAll, askAll, optionsOf } from './analyse.ts';
export { boundsOf, rangeOf, solveFor } from './bounds.ts';
export { type Cell, type Cells, cellsOfLine } from './cells.ts';
export { type Given, type Options, type PossibleClass, possibleClasses } from './classes.ts';
export { curveOf } from './curve.ts';
export { crossings, inOrder, type Span, sampleOf, spansBetween } from './cuts.ts';
export { add as addLinear, type Case, type Constraint, casesOf, type Linear } from './linear.ts';
export {
  type Absence,
  type Curve,
  type Extremes,
  extremesOf,
  limitOf,
  type Piece,
  pieceAt,
  pointsAt,
} from './pieces.ts';
export {
  fixedQuotient,
  isFixed,
  type LinearQuotient,
  poleOf,
  quotientAt,
  quotientFar,
  rescaled,
  rootOf,
  sameQuotient,
  slopeOf,
} from './quotient.ts';
export { scales } from './scaling.ts';
export { type Answer, between, type Interval, project, type Solution, solve, tidy } from './system.ts';
export { inputsAt } from './witness.ts';
