/** Cells read with memory: forms repeat the same targets and rates, and reading a cell costs more than scoring it. */
import type { FramePlan } from '../compile/index.ts';
import type { Arithmetic } from '../expression/index.ts';
import { type RangeEnd, type Reading, readCell } from '../read/index.ts';

const remembered = 20_000;

export interface NumberCell<N> {
  reading: Reading;
  number: N | undefined;
}

export type CellReader<N> = (text: string, year: string | undefined) => NumberCell<N>;

/** A reader of cells for one arithmetic, with the units of a rulebook. Its memory is bounded and never changes an answer. */
export function cellReader<N>(arithmetic: Arithmetic<N>, frame?: Pick<FramePlan, 'units'>): CellReader<N> {
  const years = new Map<string | undefined, Map<string, NumberCell<N>>>();
  let size = 0;
  return (text, year) => {
    const known = years.get(year)?.get(text);
    if (known) return known;
    const reading = inKnownUnit(readCell(text, year === undefined ? {} : { year }), frame?.units);
    const cell = { reading, number: reading.number && arithmetic.of(reading.number) };
    if (size++ >= remembered) {
      years.clear();
      size = 1;
    }
    const memory = years.get(year) ?? new Map<string, NumberCell<N>>();
    years.set(year, memory.set(text, cell));
    return cell;
  };
}

/** A number in a unit of the rulebook's own, in the unit that it is so many of. */
function inKnownUnit(reading: Reading, units: FramePlan['units'] | undefined): Reading {
  const known = units?.get(reading.unit ?? '');
  if (!known) return reading;
  const { number, least, most } = reading;
  const converted = (end: RangeEnd): RangeEnd => ({ ...end, number: end.number.times(known.times) });
  return {
    ...reading,
    unit: known.unit,
    ...(number ? { number: number.times(known.times) } : {}),
    ...(least ? { least: converted(least) } : {}),
    ...(most ? { most: converted(most) } : {}),
  };
}

/** The number in a score cell: blank is no claim, and what is not a plain number of points cannot be read. */
export function readScore<N>(written: unknown, cell: CellReader<N>): N | undefined | 'unreadable' {
  if (written === undefined || written === null) return undefined;
  const { reading, number } = cell(String(written), undefined);
  if (reading.kind === 'blank') return undefined;
  const isScore = !reading.comparator && (reading.unit === undefined || reading.unit === '分');
  return isScore && number !== undefined ? number : 'unreadable';
}
