/** Cells as people write them. Pure: text in, a reading out; may not know rulebooks, forms or scores. */
export { readCell } from './cell.ts';
export { describeReading } from './describe.ts';
export { withoutNoise } from './noise.ts';
export { readNumeral } from './numerals.ts';
export type { CellPart, RangeEnd, Reading } from './reading.ts';
export { figuresIn, inOneWidth, type RunningFigure } from './running.ts';
export { convert, countsWhole, dimensionOf, sameDimension } from './units.ts';
