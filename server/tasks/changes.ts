/** Issuing and changing tasks. */
import type { NewTask, TaskChange } from '../../schemas/generated/types.ts';
import { pathsEnd } from '../people/units.ts';
import { Refused } from '../refusal.ts';
import type { Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { TaskRow, UnitRow } from '../store/tables.ts';
import { findTask, loggedTask, type StoredTask } from './task.ts';

/** Rows put into one statement; databases take only so many values at once. */
const batch = 500;

/** The units a task asks: those named, or all in use below the node. Refuses where there are none, or others are named. */
export async function unitsToAsk(
  db: Writing,
  { path }: Pick<UnitRow, 'path'>,
  named: readonly string[] | undefined,
): Promise<string[]> {
  const below = await db
    .selectFrom('units')
    .select('id')
    .where('path', '>=', path)
    .where('path', '<', pathsEnd(path))
    .where('kind', '=', 'unit')
    .where('active', '=', 1)
    .orderBy('path')
    .execute();
  const known = new Set(below.map(({ id }) => id));
  const strangers = named?.filter((id) => !known.has(id)) ?? [];
  if (strangers.length > 0) throw strangersRefused(strangers);
  const units = named ? [...new Set(named)] : [...known];
  if (units.length > 0) return units;
  throw new Refused('unusable-request', {
    detail: { zh: '其下没有在用的单位可以布置。', en: 'there is no unit in use below to ask.' },
  });
}

/** As many are named as a person would read. */
function strangersRefused(ids: readonly string[]): Refused {
  const named = ids.slice(0, 10);
  return new Refused('not-allowed', {
    detail: {
      zh: `有 ${ids.length} 个不是布置单位之下在用的填报单位：${named.join('、')}。`,
      en: `${ids.length} of them are not units in use at or below the issuing node: ${named.join(', ')}.`,
    },
  });
}

/** Issues a task; that its edition and its units allow it was checked. */
export async function addTask(
  { db, at, newId, log }: Write,
  { title, rulebook, edition, year, subject, due, note }: NewTask,
  { personId, unitId, units }: { personId: string; unitId: string; units: readonly string[] },
): Promise<StoredTask> {
  const row: TaskRow = {
    id: newId(),
    unitId,
    title,
    rulebook,
    edition,
    year,
    subject,
    due,
    note: note ?? null,
    state: 'open',
    version: 1,
    createdAt: at,
    createdBy: personId,
  };
  await db.insertInto('tasks').values(row).execute();
  for (let from = 0; from < units.length; from += batch)
    await db
      .insertInto('taskUnits')
      .values(units.slice(from, from + batch).map((id) => ({ taskId: row.id, unitId: id })))
      .execute();
  log({ action: 'task.issued', kind: 'task', id: row.id, after: { ...loggedTask(row), units } });
  return (await findTask(db, row.id))!;
}

export async function changeTask(
  { db, log }: Write,
  before: StoredTask,
  { title, due, note, state }: TaskChange,
): Promise<StoredTask> {
  const set = { title, due, note: note ?? null, state, version: before.version + 1 };
  await db.updateTable('tasks').set(set).where('id', '=', before.id).execute();
  const after = (await findTask(db, before.id))!;
  log({
    action: 'task.changed',
    kind: 'task',
    id: before.id,
    before: loggedTask(before),
    after: loggedTask(after),
  });
  return after;
}
