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
export { inOrder, type Span, sampleOf } from './cuts.ts';
export type { Options } from './fact-cells.ts';
export {
  type Absence,
  type Curve,
  extremesOf,
  filled,
  limitOf,
  type Piece,
  pieceAt,
  pointsAt,
  wholeEnd,
  within,
} from './pieces.ts';
export {
  isFixed,
  type LinearQuotient,
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
