/** Tasks: units are asked to file by a day. How they are stored, found, listed and shown. */
import type { Task } from '../../schemas/generated/types.ts';
import { pathsEnd } from '../people/units.ts';
import type { Database, Writing } from '../store/database.ts';
import type { TaskRow } from '../store/tables.ts';

export type StoredTask = TaskRow & { unitPath: string; unitName: string; unitSample: 0 | 1 };

const query = (db: Database | Writing) =>
  db
    .selectFrom('tasks')
    .innerJoin('units', 'units.id', 'tasks.unitId')
    .selectAll('tasks')
    .select(['units.path as unitPath', 'units.name as unitName', 'units.sample as unitSample']);

export const findTask = (db: Database | Writing, id: string): Promise<StoredTask | undefined> =>
  query(db).where('tasks.id', '=', id).executeTakeFirst();

/** Whether the task asks this unit to file. */
export async function isAddressed(db: Database | Writing, taskId: string, unitId: string): Promise<boolean> {
  const found = await db
    .selectFrom('taskUnits')
    .select('unitId')
    .where('taskId', '=', taskId)
    .where('unitId', '=', unitId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whose tasks are wanted: those that ask one unit to file, or those issued at a node or below it. */
export type WantedTasks = { addressedTo: string } | { issuedBelow: string };

/** Tasks in the order they were issued. */
export function listTasks(
  db: Database,
  wanted: WantedTasks,
  {
    state,
    year,
    after,
    limit,
  }: {
    state?: TaskRow['state'] | undefined;
    year?: string | undefined;
    after?: string | undefined;
    limit: number;
  },
): Promise<StoredTask[]> {
  let rows = query(db).orderBy('tasks.id').limit(limit);
  if ('addressedTo' in wanted)
    rows = rows.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('taskUnits')
          .select('taskUnits.taskId')
          .whereRef('taskUnits.taskId', '=', 'tasks.id')
          .where('taskUnits.unitId', '=', wanted.addressedTo),
      ),
    );
  else
    rows = rows
      .where('units.path', '>=', wanted.issuedBelow)
      .where('units.path', '<', pathsEnd(wanted.issuedBelow));
  if (state !== undefined) rows = rows.where('tasks.state', '=', state);
  if (year !== undefined) rows = rows.where('tasks.year', '=', year);
  if (after !== undefined) rows = rows.where('tasks.id', '>', after);
  return rows.execute();
}

export const shownTask = (one: StoredTask): Task => ({
  id: one.id,
  title: one.title,
  issuer: { id: one.unitId, name: one.unitName },
  rulebook: one.rulebook,
  edition: one.edition,
  year: one.year,
  subject: one.subject,
  due: one.due,
  ...(one.note === null ? {} : { note: one.note }),
  state: one.state,
  version: one.version,
  createdAt: one.createdAt,
  ...(one.unitSample === 1 ? { sample: true as const } : {}),
});

/** What the log tells of a task. */
export const loggedTask = ({ unitId, rulebook, edition, year, subject, due, state, version }: TaskRow) => ({
  unitId,
  rulebook,
  edition,
  year,
  subject,
  due,
  state,
  version,
});
