/** A block put into the table: right and down from the cell it was pasted into, with new rows below. */
import type { FormStore } from '../../form/store.ts';
import type { Json } from '../../form/values.ts';
import { placeOf } from './grid-keys.ts';
import type { Layout, TableHead } from './layout.ts';
import { type Column, headingOf } from './paste.ts';
import { declared, kindOf, newRowId, rowCell, rowIdOf } from './rows.ts';

export interface Pasted {
  rows: number;
  cells: number;
  /** Ids of the rows that were filled. */
  ids: readonly string[];
  /** Words in the column of groups that name none of this form. */
  unknown: readonly string[];
}

const order: readonly Column[] = ['under', 'name', 'target', 'actual', 'weight', 'claimed', 'reason'];

/** Pastes, and says what came of it. One step to undo. */
export function pasteInto(
  store: FormStore,
  layout: Layout,
  heads: readonly TableHead[],
  block: readonly (readonly string[])[],
  field: Element,
): Pasted {
  const heading = headingOf(block[0] ?? []);
  const lines = heading ? block.slice(1) : block;
  const at = placeOf(field);
  const columns = heading ?? columnsFrom(at?.column ?? 'under');
  const all = [...store.rows(declared)];
  const shown = shownFrom(field, at?.row);
  const cells: { cell: string; value: Json | undefined }[] = [];
  const unknown: string[] = [];
  const filled: string[] = [];
  let kind = (at && kindOf(store, layout, at.row)?.id) ?? heads[0]?.kinds[0]?.id;
  let last = at?.row;
  for (const line of lines) {
    const known = shown.shift();
    const key = known ?? store.newKey();
    if (known === undefined) {
      all.splice(last === undefined ? all.length : all.indexOf(last) + 1, 0, key);
      cells.push({ cell: rowCell(key, 'id'), value: newRowId() });
    } else kind = kindOf(store, layout, key)?.id ?? kind;
    line.forEach((text, index) => {
      const column = columns[index];
      if (column === undefined) return;
      if (column === 'under') {
        const named = layout.kinds.get(text)?.id;
        if (text !== '' && named === undefined) unknown.push(text);
        kind = named ?? kind;
      } else cells.push({ cell: rowCell(key, column), value: text === '' ? undefined : text });
    });
    if (kind !== undefined) cells.push({ cell: rowCell(key, 'under'), value: kind });
    filled.push(key);
    last = key;
  }
  store.change(cells, [{ list: declared, keys: all }]);
  store.leave();
  const typed = cells.filter(({ cell, value }) => value !== undefined && !/\/(id|under)$/.test(cell));
  return { rows: filled.length, cells: typed.length, ids: filled.map((key) => rowIdOf(store, key)), unknown };
}

/** From the column pasted into, to the right, as they stand on the page. */
const columnsFrom = (column: string): Column[] => order.slice(Math.max(0, order.indexOf(column as Column)));

/** The rows that stand on the page from that one down. */
function shownFrom(field: Element, row: string | undefined): string[] {
  const rows = [...(field.closest('table')?.querySelectorAll('tr[data-row]') ?? [])].map(
    (one) => one.getAttribute('data-row')!,
  );
  return row === undefined ? [] : rows.slice(rows.indexOf(row));
}
