/** What a task is to one of the units it asks: a day of its own, and whether it said that it owes nothing. */
import type { Task } from '../../schemas/generated/types.ts';
import type { Database } from '../store/database.ts';
import { shownExcuses } from './excuses.ts';

export type OwnPart = Pick<Task, 'ownDue' | 'excuse'>;

/** By task; only where there is something to say. */
export async function ownPartsOf(db: Database, unitId: string): Promise<Map<string, OwnPart>> {
  const parts = new Map<string, OwnPart>();
  const days = await db
    .selectFrom('taskUnits')
    .select(['taskId', 'due'])
    .where('unitId', '=', unitId)
    .where('due', 'is not', null)
    .execute();
  for (const { taskId, due } of days) parts.set(taskId, { ownDue: due! });
  const excuses = await db.selectFrom('excuses').selectAll().where('unitId', '=', unitId).execute();
  for (const excuse of excuses) {
    const shown = (await shownExcuses(db, [excuse])).get(unitId)!;
    parts.set(excuse.taskId, { ...parts.get(excuse.taskId), excuse: shown });
  }
  return parts;
}
