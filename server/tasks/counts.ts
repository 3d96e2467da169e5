/** How many units tasks ask, and how many of them have filed, are excused or late: for a list of tasks, in three questions to the database. */
import type { Schemas } from '../../schemas/generated/types.ts';
import type { Database } from '../store/database.ts';
import type { TaskRow } from '../store/tables.ts';
import { isLate } from './due.ts';

type Counts = Schemas['taskCounts'];

const keyOf = ({ taskId, unitId }: { taskId: string | null; unitId: string }): string =>
  `${taskId} ${unitId}`;

/** The counts by task, at a time; tasks that ask nobody are there with zeros. */
export async function countsOf(
  db: Database,
  tasks: readonly Pick<TaskRow, 'id' | 'due'>[],
  now: string,
): Promise<Map<string, { counts: Counts }>> {
  if (tasks.length === 0) return new Map();
  const ids = tasks.map(({ id }) => id);
  const asked = await db
    .selectFrom('taskUnits')
    .select(['taskId', 'unitId', 'due'])
    .where('taskId', 'in', ids)
    .execute();
  const first = await firstFilings(db, ids);
  const excused = await excusedUnits(db, ids);
  const due = new Map(tasks.map((task) => [task.id, task.due]));
  const counts = new Map(ids.map((id) => [id, { asked: 0, filed: 0, missing: 0, excused: 0, late: 0 }]));
  for (const unit of asked) {
    const count = counts.get(unit.taskId)!;
    const filedAt = first.get(keyOf(unit));
    const isExcused = filedAt === undefined && excused.has(keyOf(unit));
    count.asked += 1;
    count[filedAt !== undefined ? 'filed' : isExcused ? 'excused' : 'missing'] += 1;
    if (!isExcused && isLate(unit.due ?? due.get(unit.taskId)!, filedAt ?? now)) count.late += 1;
  }
  return new Map([...counts].map(([id, one]) => [id, { counts: one }]));
}

/** When each unit filed for each task the first time. */
async function firstFilings(db: Database, tasks: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('filings', (join) =>
      join.onRef('filings.submissionId', '=', 'submissions.id').on('filings.number', '=', 1),
    )
    .select(['submissions.taskId', 'submissions.unitId', 'filings.filedAt'])
    .where('submissions.taskId', 'in', tasks)
    .orderBy('filings.filedAt', 'desc')
    .execute();
  return new Map(rows.map((row) => [keyOf(row), row.filedAt]));
}

async function excusedUnits(db: Database, tasks: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('excuses')
    .select(['taskId', 'unitId'])
    .where('taskId', 'in', tasks)
    .where('state', '=', 'granted')
    .execute();
  return new Set(rows.map(keyOf));
}
