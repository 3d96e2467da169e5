/** Two forms taken apart into cells: which of them differ. Rows are the same by their id, else by their place. */
import { alignedWith } from '../../form/merge.ts';
import { cellsOf, type Json, sameJson } from '../../form/values.ts';

export interface Difference {
  cell: string;
  before: string;
  after: string;
}

export interface Sides {
  cells: readonly Difference[];
  /** Reads the later form, and of what is gone the earlier. */
  reader: { value(cell: string): Json | undefined; rows(list: string): readonly string[] };
}

const told = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** Cells in the order of the later form, those that are gone last. */
export function differences(earlier: object, later: object): Sides {
  let made = 0;
  const newKey = () => `r${made++}`;
  const before = cellsOf(earlier as Json, newKey);
  const after = alignedWith(before, later as Json, newKey);
  const all = [...new Set([...after.values.keys(), ...before.values.keys()])];
  const cells = all
    .filter((cell) => !cell.endsWith('/id') && !sameJson(before.values.get(cell), after.values.get(cell)))
    .map((cell) => ({ cell, before: told(before.values.get(cell)), after: told(after.values.get(cell)) }));
  return {
    cells,
    reader: {
      value: (cell) => after.values.get(cell) ?? before.values.get(cell),
      rows: (list) => [...new Set([...(after.rows.get(list) ?? []), ...(before.rows.get(list) ?? [])])],
    },
  };
}
