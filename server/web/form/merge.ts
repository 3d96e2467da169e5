/** Two people in one form: what each changed since the version both began from, cell by cell. */
import { type Cells, cellsOf, type Json, sameJson } from './values.ts';

export interface Conflict {
  cell: string;
  mine: Json | undefined;
  theirs: Json | undefined;
}

export interface Merged {
  cells: Cells;
  /** Cells that both changed, each otherwise; what was typed here stands until somebody decides. */
  conflicts: Conflict[];
}

type Row = { readonly [key: string]: Json };

const sameRows = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  one === other ||
  (one?.length === other?.length && (one ?? []).every((key, index) => key === other?.[index]));

/**
 * The form of another, its rows named as ours are: by their id where they have one, else by their place. A row added here
 * may be there already, where a save arrived and its answer was lost: it is the same by its id, or where it stands at
 * the same place and says something that is said there too.
 */
export function alignedWith(base: Cells, theirs: Json, newKey: () => string, here: Cells = base): Cells {
  const taken = new Set<string>();
  const addedHere = (list: string, index: number, row: Row): string | undefined => {
    const keys = here.rows.get(list) ?? [];
    const added = keys.filter((key) => !taken.has(key) && !base.rows.get(list)?.includes(key));
    const own = (key: string, name: string) => here.values.get(`${list}/${key}/${name}`);
    const byId = row.id === undefined ? undefined : added.find((key) => sameJson(own(key, 'id'), row.id));
    if (byId !== undefined) return byId;
    const atPlace = keys[index];
    if (atPlace === undefined || !added.includes(atPlace)) return undefined;
    if (row.id !== undefined && own(atPlace, 'id') !== undefined) return undefined;
    const saysTheSame = Object.entries(row).some(
      ([name, value]) => name !== 'under' && value !== '' && sameJson(own(atPlace, name), value),
    );
    return saysTheSame ? atPlace : undefined;
  };
  const idOf = (list: string, key: string) => base.values.get(`${list}/${key}/id`);
  return cellsOf(theirs, (list, index, row) => {
    const keys = (base.rows.get(list) ?? []).filter((key) => !taken.has(key));
    const byId = row.id === undefined ? undefined : keys.find((key) => sameJson(idOf(list, key), row.id));
    const atPlace = base.rows.get(list)?.[index];
    // Two rows that both have an id are the same only by that.
    const isFree = atPlace !== undefined && keys.includes(atPlace);
    const mayBe = isFree && (row.id === undefined || idOf(list, atPlace) === undefined);
    const found = byId ?? (mayBe ? atPlace : (addedHere(list, index, row) ?? newKey()));
    taken.add(found);
    return found;
  });
}

/** The rows of a list that both changed: theirs in their order, without those removed here, then those added here. */
function rowsOf(
  base: readonly string[] = [],
  mine: readonly string[] = [],
  theirs: readonly string[] = [],
): readonly string[] {
  if (sameRows(base, theirs)) return mine;
  if (sameRows(base, mine)) return theirs;
  const removed = new Set(base.filter((key) => !mine.includes(key)));
  const kept = theirs.filter((key) => !removed.has(key));
  return [...kept, ...mine.filter((key) => !base.includes(key) && !kept.includes(key))];
}

/** What both made of the form they began from. */
export function merged(base: Cells, mine: Cells, theirs: Cells): Merged {
  const conflicts: Conflict[] = [];
  const values = new Map<string, Json>();
  for (const cell of new Set([...mine.values.keys(), ...theirs.values.keys(), ...base.values.keys()])) {
    const [was, here, there] = [base, mine, theirs].map((one) => one.values.get(cell));
    if (!sameJson(was, here) && !sameJson(was, there) && !sameJson(here, there))
      conflicts.push({ cell, mine: here, theirs: there });
    const value = sameJson(was, here) ? there : here;
    if (value !== undefined) values.set(cell, value);
  }
  const rows = new Map<string, readonly string[]>();
  for (const list of new Set([...mine.rows.keys(), ...theirs.rows.keys()]))
    rows.set(list, rowsOf(base.rows.get(list), mine.rows.get(list), theirs.rows.get(list)));
  for (const [list, keys] of rows)
    for (const cell of values.keys())
      if (cell.startsWith(`${list}/`) && !keys.includes(cell.slice(list.length + 1).split('/')[0]!))
        values.delete(cell);
  return { cells: { values, rows }, conflicts };
}
