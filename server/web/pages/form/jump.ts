/** Where a finding is mended: the view to open, the cell to put the cursor in, and what to fall back on. */
import type { Diagnostic, Finding } from '../../../../schemas/generated/types.ts';
import type { FormStore } from '../../form/store.ts';
import { type Layout, tableView, textsView, viewOfInput, viewOfLine } from './layout.ts';
import { declared, rowIdOf } from './rows.ts';

export type Place = NonNullable<Finding['place']> | NonNullable<Diagnostic['place']>;

export interface Target {
  view: string | undefined;
  /** Cells to go to, the best first. */
  cells: readonly string[];
  /** The line or row to show where there is no cell. */
  line: string | undefined;
}

export const targetOf = (place: Place, layout: Layout, store: Pick<FormStore, 'cellAt'>): Target => ({
  view: viewOf(place, layout),
  cells: cellsOf(place).map((pointer) => store.cellAt(pointer)),
  line: place.row?.id ?? place.indicator,
});

/** Where a line is mended: the inputs of a fixed one, else what was achieved in the row of that id. */
export function placeOfLine(line: string, layout: Layout, store: Pick<FormStore, 'value' | 'rows'>): Place {
  const fixed = layout.lines.get(line);
  if (fixed) return { indicator: line, inputs: fixed.inputs };
  const index = store.rows(declared).findIndex((key) => rowIdOf(store, key) === line);
  return index < 0
    ? { indicator: line, pointer: declared }
    : { indicator: line, row: { index, id: line }, cell: 'actual' };
}

function viewOf({ row, pointer = '', inputs, indicator }: Place, layout: Layout): string | undefined {
  if (row || pointer.startsWith('/declared'))
    return layout.views.find(({ heads }) => heads.length > 0)?.id ?? tableView;
  const byInput = inputs?.map((id) => viewOfInput(layout, id)).find((view) => view !== undefined);
  if (/^\/(goals|report|note)\b/.test(pointer))
    return layout.views.find(({ texts }) => texts.length > 0)?.id ?? textsView;
  return (indicator === undefined ? undefined : viewOfLine(layout, indicator)) ?? byInput;
}

/** Pointers of the cells that are meant, the exact one first. */
function cellsOf({ pointer, inputs = [], row, cell, indicator }: Place): string[] {
  const found = pointer === undefined ? [] : [pointer];
  if (row && cell) found.push(`/declared/${row.index}/${cell}`);
  if (!row && cell === 'reason' && indicator !== undefined) found.push(`/reasons/${indicator}`);
  return [...new Set([...found, ...inputs.map((id) => `/inputs/${id}`)])];
}

const tintFor = 1_500;

/** Scrolls to a target, puts the cursor there, and tints it for a moment. False where it is not on the page. */
export function goTo(root: ParentNode, { cells, line }: Pick<Target, 'cells' | 'line'>): boolean {
  const field = cells.map((cell) => fieldOf(root, cell)).find((one) => one);
  const block =
    line === undefined ? null : root.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"]`);
  const element = field ?? block;
  if (!element) return false;
  element.scrollIntoView({ block: 'center' });
  (field ?? block?.querySelector<HTMLElement>('button, input, textarea, select') ?? element).focus({
    preventScroll: true,
  });
  const tinted = field?.closest<HTMLElement>('.inp, .segments, .cell') ?? element;
  tinted.classList.add('tinted');
  setTimeout(() => tinted.classList.remove('tinted'), tintFor);
  return true;
}

/** The field of a cell, or the first one below it. */
const fieldOf = (root: ParentNode, cell: string): HTMLElement | null =>
  root.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`) ??
  root.querySelector<HTMLElement>(`[data-cell^="${CSS.escape(cell)}/"]`);
