/** What a reviewer wrote beside the rows of a filing, and whether a row was changed since. */
import type { Filing } from '../../../../schemas/generated/types.ts';
import { alignedWith } from '../../form/merge.ts';
import type { FormStore } from '../../form/store.ts';
import { type Cells, cellsOf, type Json, sameJson } from '../../form/values.ts';
import type { Layout } from './layout.ts';

export interface Remark {
  line: string;
  reason: string;
}

export interface Remarks {
  /** Which filing they are about. */
  number: number;
  reviewer: string | undefined;
  note: string | undefined;
  rows: readonly Remark[];
  /** The form as it was filed, its rows named as those of the form now are. */
  filed: Cells;
}

/** Undefined where nothing was written beside a row, nor about the whole. */
export function remarksOf(filing: Filing, store: FormStore): Remarks | undefined {
  const { review, number, form } = filing;
  if (!review) return undefined;
  const rows = review.rows.flatMap(({ line, reason }) => (reason ? [{ line, reason }] : []));
  if (rows.length === 0 && !review.note) return undefined;
  const base = cellsOf(
    store.baseForm() as Json,
    (list, index) => store.rows(list)[index] ?? `${list}-${index}`,
  );
  let extra = 0;
  const filed = alignedWith(base, form as Json, () => `filed${extra++}`);
  return { number, reviewer: review.reviewer?.name, note: review.note, rows, filed };
}

/** The cells that a line is scored by: those of its row, or its inputs, judgement, reason and claim. */
export function isOfLine(layout: Layout, line: string, rowOf: (line: string) => string | undefined) {
  const row = rowOf(line);
  const inputs = new Set(layout.lines.get(line)?.inputs.map((id) => `/inputs/${id}`));
  const starts = row === undefined ? [`/judgements/${line}/`] : [`/declared/${row}/`];
  const own = new Set([`/reasons/${line}`, `/claimed/points/${line}`]);
  return (cell: string): boolean =>
    inputs.has(cell) || own.has(cell) || starts.some((start) => cell.startsWith(start));
}

/** Whether any cell of a line differs from what was filed. */
export function hasChanged(
  store: Pick<FormStore, 'value' | 'cellNames'>,
  filed: Cells,
  isOf: (cell: string) => boolean,
): boolean {
  const cells = new Set([...store.cellNames(), ...filed.values.keys()].filter(isOf));
  return [...cells].some((cell) => !sameJson(store.value(cell), filed.values.get(cell)));
}
