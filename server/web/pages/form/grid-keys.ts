/** Keys of the table: down with Enter, past the last row into a new one, rows up and down, fill down, remove. */
import type { KeyboardEvent } from 'react';
import type { FormStore } from '../../form/store.ts';
import { addRowBelow, declared, rowCell } from './rows.ts';

interface At {
  row: string;
  column: string;
  cell: string;
}

/** The row and the column a field is of. */
export function placeOf(field: Element): At | undefined {
  const cell = field.closest('[data-cell]')?.getAttribute('data-cell') ?? '';
  const [, row, column] = new RegExp(`^${declared}/([^/]+)/(.+)$`).exec(cell) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column, cell };
}

/** Rows in the order they stand on the page. */
const rowsShown = (table: Element): string[] =>
  [...table.querySelectorAll('tr[data-row]')].map((row) => row.getAttribute('data-row')!);

function focus(table: Element, row: string | undefined, column: string): void {
  if (row === undefined) return;
  const field = table.querySelector<HTMLInputElement>(`[data-cell="${declared}/${row}/${column}"]`);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

export function gridKey(event: KeyboardEvent<HTMLElement>, store: FormStore, isReadOnly: boolean): void {
  if (event.nativeEvent.isComposing) return;
  const at = placeOf(event.target as Element);
  if (!at) return;
  const table = event.currentTarget;
  const rows = rowsShown(table);
  const index = rows.indexOf(at.row);
  const isField = event.target instanceof HTMLInputElement;
  const arrow = isField && !event.altKey && !event.ctrlKey && !event.metaKey ? event.key : '';
  const step = arrow === 'ArrowUp' ? -1 : arrow === 'ArrowDown' || arrow === 'Enter' ? 1 : 0;
  if (step !== 0) {
    event.preventDefault();
    if (arrow === 'Enter' && !isReadOnly && index === rows.length - 1) addBelow(store, at.row);
    else focus(table, rows[index + step], at.column);
    return;
  }
  if (isReadOnly) return;
  if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    move(store, at.row, rows[index + (event.key === 'ArrowUp' ? -1 : 1)]);
    requestAnimationFrame(() => focus(table, at.row, at.column));
  } else if (event.ctrlKey && event.key === 'Delete') {
    event.preventDefault();
    store.removeRows(declared, [at.row]);
    requestAnimationFrame(() => focus(table, rows[index + 1] ?? rows[index - 1], at.column));
  } else if (event.ctrlKey && event.key.toLowerCase() === 'd' && isField) {
    event.preventDefault();
    const above = rows[index - 1];
    if (above !== undefined) {
      store.change([{ cell: at.cell, value: store.value(`${declared}/${above}/${at.column}`) }]);
      store.leave();
    }
  }
}

/** Another row like the last one, which must be called something by then. */
function addBelow(store: FormStore, row: string): void {
  const [name, under] = ['name', 'under'].map((column) => store.value(rowCell(row, column)));
  if (name !== undefined && typeof under === 'string') addRowBelow(store, row, under);
}

/** Puts a row in the place of another, and into its group. */
function move(store: FormStore, row: string, other: string | undefined): void {
  if (other === undefined) return;
  const under = `${declared}/${other}/under`;
  const all = store.rows(declared).filter((key) => key !== row);
  const to = store.rows(declared).indexOf(other);
  store.change(
    [{ cell: `${declared}/${row}/under`, value: store.value(under) }],
    [{ list: declared, keys: [...all.slice(0, to), row, ...all.slice(to)] }],
  );
}
