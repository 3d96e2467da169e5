/** What a compiled rulebook does, decided exactly. May not report or judge: see README.md. */
export { type Analysis, analyse, analysesOf, askAll, optionsOf } from './analyse.ts';
export { type Cell, type Cells, cellsOfLine } from './cells.ts';
export {
  type FactsKnown,
  isCellPossible,
  listsIn,
  narrowed,
  type PossibleClass,
  possibleClasses,
  type Wish,
  witnessesOf,
} from './classes.ts';
export { curveOf } from './curve.ts';
export { crossings, inOrder, type Span, sampleOf, spansBetween } from './cuts.ts';
export type { Options } from './fact-cells.ts';
export {
  type Absence,
  type Curve,
  type Extremes,
  extremesOf,
  filled,
  holdsNumber,
  limitOf,
  type Piece,
  pieceAt,
  pointsAt,
  wholeEnd,
  within,
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
export { decimalText, type Frame, strokeOf } from './strokes.ts';
export { inputsAt, inputsIn } from './witness.ts';
