/** Declared rows: what each is called by the server, what it goes under, and new ones. */
import type { FormLine } from '../../../../schemas/generated/types.ts';
import type { FormStore } from '../../form/store.ts';
import { type Layout, spaceless } from './layout.ts';

/** The list of declared rows. */
export const declared = '/declared';

type Reader = Pick<FormStore, 'value' | 'rows'>;

export const rowCell = (key: string, ...steps: string[]): string => [declared, key, ...steps].join('/');

/** The id the server knows a row by: its own, or one by its number. */
export function rowIdOf(store: Reader, key: string): string {
  const id = store.value(rowCell(key, 'id'));
  return typeof id === 'string' && id !== '' ? id : `row-${store.rows(declared).indexOf(key) + 1}`;
}

/** The key of the row with that id; undefined where there is none. */
export const rowWithId = (store: Reader, id: string): string | undefined =>
  store.rows(declared).find((key) => rowIdOf(store, key) === id);

/** The kind a row goes under; undefined where it names none that there is. */
export const kindOf = (store: Reader, layout: Layout, key: string): FormLine | undefined =>
  layout.kinds.get(spaceless(String(store.value(rowCell(key, 'under')) ?? '')));

/** Adds an empty row below another, or at the end; its name is gone to once it is on the page. */
export function addRowBelow(store: FormStore, row: string | undefined, under: string): void {
  const all = store.rows(declared);
  const at = row === undefined ? all.length : all.indexOf(row) + 1;
  const [key] = store.addRows(declared, at, [{ id: newRowId(), under }]);
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-cell="${rowCell(key!, 'name')}"]`)?.focus(),
  );
}

let made = 0;

/** An id for a new row that no other has, here or elsewhere. */
export function newRowId(): string {
  made++;
  return `d${Date.now().toString(36)}-${made.toString(36)}`;
}
