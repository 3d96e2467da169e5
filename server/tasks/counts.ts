/** How many units tasks ask, and how many of them have filed or are late: for a list of tasks, in two questions to the database. */
import type { Schemas } from '../../schemas/generated/types.ts';
import type { Database } from '../store/database.ts';
import type { TaskRow } from '../store/tables.ts';
import { isLate } from './due.ts';

export type TaskCounts = Schemas['taskCounts'];

/** The counts by task, at a time; tasks that ask nobody are there with zeros. */
export async function countsOf(
  db: Database,
  tasks: readonly Pick<TaskRow, 'id' | 'due'>[],
  now: string,
): Promise<Map<string, TaskCounts>> {
  if (tasks.length === 0) return new Map();
  const ids = tasks.map(({ id }) => id);
  const asked = await db
    .selectFrom('taskUnits')
    .select(['taskId', 'unitId'])
    .where('taskId', 'in', ids)
    .execute();
  const first = new Map<string, string>();
  for (const { taskId, unitId, filedAt } of await firstFilings(db, ids)) {
    const key = `${taskId} ${unitId}`;
    const earlier = first.get(key);
    if (earlier === undefined || filedAt < earlier) first.set(key, filedAt);
  }
  const due = new Map(tasks.map((task) => [task.id, task.due]));
  const counts = new Map(ids.map((id) => [id, { asked: 0, filed: 0, missing: 0, late: 0 }]));
  for (const { taskId, unitId } of asked) {
    const count = counts.get(taskId)!;
    const filedAt = first.get(`${taskId} ${unitId}`);
    count.asked += 1;
    if (filedAt === undefined) count.missing += 1;
    else count.filed += 1;
    if (isLate(due.get(taskId)!, filedAt ?? now)) count.late += 1;
  }
  return counts;
}

const firstFilings = (db: Database, tasks: readonly string[]) =>
  db
    .selectFrom('submissions')
    .innerJoin('filings', (join) =>
      join.onRef('filings.submissionId', '=', 'submissions.id').on('filings.number', '=', 1),
    )
    .select(['submissions.taskId', 'submissions.unitId', 'filings.filedAt'])
    .where('submissions.taskId', 'in', tasks)
    .execute();
