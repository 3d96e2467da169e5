/** Cells read with memory: forms repeat the same targets and rates, and reading a cell costs more than scoring it. */
import type { Arithmetic } from '../expression/index.ts';
import { type Reading, readCell } from '../read/index.ts';

const remembered = 20_000;

export interface NumberCell<N> {
  reading: Reading;
  number: N | undefined;
}

/** A reader of cells for one arithmetic. Its memory is bounded and never changes an answer. */
export function cellReader<N>(
  arithmetic: Arithmetic<N>,
): (text: string, year: string | undefined) => NumberCell<N> {
  const memory = new Map<string, NumberCell<N>>();
  return (text, year) => {
    const key = `${year ?? ''}\n${text}`;
    const known = memory.get(key);
    if (known) return known;
    const reading = readCell(text, year === undefined ? {} : { year });
    const cell = { reading, number: reading.number && arithmetic.of(reading.number) };
    if (memory.size >= remembered) memory.clear();
    memory.set(key, cell);
    return cell;
  };
}
