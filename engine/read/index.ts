/** Cells as people write them. Pure: text in, a reading out; may not know rulebooks, forms or scores. */
export { isBlank, saysNothing, saysUndone } from './blank.ts';
export { readCell, readDayOf } from './cell.ts';
export { describeNotes, describeReading } from './describe.ts';
export { type Direction, directionOf } from './directions.ts';
export { numbersIn } from './names.ts';
export { readNumeral } from './numerals.ts';
export type { CellPart, RangeEnd, Reading } from './reading.ts';
export { convert, countsAlike, countsWhole, dimensionOf, sameDimension } from './units.ts';
