/** Regions and units: one tree, each node knowing the ids from the root to itself. */
import type { NewUnit, Unit } from '../../schemas/generated/types.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { UnitRow } from '../store/tables.ts';
import type { Asking, Reach } from './rights.ts';

export const findUnit = (db: Database | Writing, id: string): Promise<UnitRow | undefined> =>
  db.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirst();

/** A node under another, or the root. What is below sample data is sample data. */
export async function addUnit(
  { db, at, newId, log }: Write,
  { kind, name, code, sample = false }: Pick<NewUnit, 'kind' | 'name' | 'code'> & { sample?: boolean },
  parent: UnitRow | undefined,
): Promise<UnitRow> {
  const id = newId();
  const row: UnitRow = {
    id,
    kind,
    name,
    code: code ?? null,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${id}/`,
    active: 1,
    sample: parent?.sample ?? (sample ? 1 : 0),
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  await db.insertInto('units').values(row).execute();
  log({ action: 'unit.created', kind: 'unit', id, after: loggedUnit(row) });
  return row;
}

export const loggedUnit = ({ kind, name, code, parentId, active, sample, version }: UnitRow) => ({
  kind,
  name,
  code,
  parentId,
  active: active === 1,
  ...(sample === 1 ? { sample: true } : {}),
  version,
});

export const shownUnit = ({ id, kind, name, code, parentId, active, sample, version }: UnitRow): Unit => ({
  id,
  kind,
  name,
  ...(code === null ? {} : { code }),
  ...(parentId === null ? {} : { parentId }),
  active: active === 1,
  ...(sample === 1 ? { sample: true as const } : {}),
  version,
});

/** The paths a reach covers: the beginning of them, and whether nothing below counts. */
export const coverage = (person: Asking, reach: Reach): { prefix: string; exact: boolean } =>
  reach === 'all' ? { prefix: '/', exact: false } : { prefix: person.unitPath, exact: reach === 'own' };

/** The end of the paths that begin so: they sort from the prefix up to here. Ids hold no character after `~`. */
export const pathsEnd = (prefix: string): string => `${prefix}~`;
