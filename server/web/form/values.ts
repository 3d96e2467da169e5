/**
 * A form as cells: each value by its pointer, and each list of rows by the keys of its rows, which stay when rows move.
 * `/inputs/budget` is a cell; `/declared/r3/actual` is a cell of the row with the key `r3`, wherever that row stands.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface Cells {
  /** Values by pointer; what is not there was not filled in. */
  readonly values: ReadonlyMap<string, Json>;
  /** The keys of the rows of each list, in their order, by the list's pointer. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRows = (value: Json): value is readonly { readonly [key: string]: Json }[] =>
  Array.isArray(value) && value.every(isObject);

const step = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unstep = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');

/** The pointer of a place: `cellOf('inputs', 'budget')` is `/inputs/budget`. */
export const cellOf = (...steps: readonly string[]): string => steps.map((one) => `/${step(one)}`).join('');

/** Takes a form apart. `keyOf` names a row by its list, its place and its content. */
export function cellsOf(
  form: Json,
  keyOf: (list: string, index: number, row: { readonly [key: string]: Json }) => string,
): Cells {
  const values = new Map<string, Json>();
  const rows = new Map<string, readonly string[]>();
  const visit = (value: Json, at: string): void => {
    if (isRows(value)) {
      const keys = value.map((row, index) => keyOf(at, index, row));
      rows.set(at, keys);
      value.forEach((row, index) => {
        visit(row, `${at}/${keys[index]}`);
      });
    } else if (isObject(value))
      for (const [key, one] of Object.entries(value)) visit(one, `${at}/${step(key)}`);
    else values.set(at, value);
  };
  visit(form, '');
  return { values, rows };
}

type Building = { [key: string]: Json | Building | Building[] };

/** Puts a form together again. Lists without rows and objects without values are left out. */
export function formOf({ values, rows }: Cells): { [key: string]: Json } {
  const form: Building = {};
  const lists = [...rows].filter(([, keys]) => keys.length > 0);
  const placed = new Map<string, Building>();
  for (const [list, keys] of lists) {
    const all = keys.map((key) => {
      const row: Building = {};
      placed.set(`${list}/${key}`, row);
      return row;
    });
    put(form, placed, list, all);
  }
  for (const [pointer, value] of values) put(form, placed, pointer, value);
  return form as { [key: string]: Json };
}

function put(
  form: Building,
  placed: ReadonlyMap<string, Building>,
  pointer: string,
  value: Building[string],
) {
  const steps = pointer.split('/').slice(1);
  let target = form;
  let at = '';
  for (const [index, one] of steps.entries()) {
    const name = unstep(one);
    if (index === steps.length - 1) {
      target[name] = value;
      return;
    }
    at += `/${one}`;
    target = placed.get(at) ?? entered(target, name);
  }
}

/** The object of that name, made where there is none; the rows of a list are entered by their keys instead. */
function entered(target: Building, name: string): Building {
  const next = target[name];
  if (Array.isArray(next)) return target;
  const known = (next ?? {}) as Building;
  target[name] = known;
  return known;
}

/** The pointer the server knows a cell by: rows by their place. Undefined where its row is no longer there. */
export function serverPointer({ rows }: Pick<Cells, 'rows'>, cell: string): string | undefined {
  for (const [list, keys] of rows) {
    if (!cell.startsWith(`${list}/`)) continue;
    const [key = '', ...rest] = cell.slice(list.length + 1).split('/');
    const index = keys.indexOf(key);
    return index < 0 ? undefined : [`${list}/${index}`, ...rest].join('/');
  }
  return cell;
}

/** The cell that the server's pointer means: `/declared/2/actual` is `/declared/r3/actual` where r3 is the third row. */
export function cellAt({ rows }: Pick<Cells, 'rows'>, pointer: string): string {
  for (const [list, keys] of rows) {
    const [, index, rest = ''] = new RegExp(`^${list}/(\\d+)(/.*)?$`).exec(pointer) ?? [];
    const key = index === undefined ? undefined : keys[Number.parseInt(index, 10)];
    if (key !== undefined) return `${list}/${key}${rest}`;
  }
  return pointer;
}

/** Whether two values say the same. */
export const sameJson = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
