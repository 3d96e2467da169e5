/** More time for some units of a task. */
import { Refused } from '../refusal.ts';
import type { Write } from '../store/store.ts';
import { checkDue } from './due.ts';
import { findTask, type StoredTask } from './task.ts';

/** Gives units of the task a day of their own, or the task's again. All of them, or none. */
export async function extend(
  { db, log }: Write,
  task: StoredTask,
  { units, due }: { units: readonly string[]; due?: string },
): Promise<StoredTask> {
  if (due !== undefined) {
    checkDue(due);
    if (due < task.due)
      throw new Refused('unusable-request', {
        detail: {
          zh: `延到的日子不能早于任务的截止日期 ${task.due}。`,
          en: `the day must not be before ${task.due}, when the task is due.`,
        },
      });
  }
  const asked = await db
    .selectFrom('taskUnits')
    .select('unitId')
    .where('taskId', '=', task.id)
    .where('unitId', 'in', [...units])
    .execute();
  const known = new Set(asked.map(({ unitId }) => unitId));
  const strangers = units.filter((id) => !known.has(id));
  if (strangers.length > 0)
    throw new Refused('unusable-request', {
      detail: {
        zh: `有 ${strangers.length} 个单位不在这项任务里：${strangers.slice(0, 10).join('、')}。`,
        en: `${strangers.length} of the units are not asked by this task: ${strangers.slice(0, 10).join(', ')}.`,
      },
    });
  await db
    .updateTable('taskUnits')
    .set({ due: due ?? null })
    .where('taskId', '=', task.id)
    .where('unitId', 'in', [...known])
    .execute();
  await db
    .updateTable('tasks')
    .set({ version: task.version + 1 })
    .where('id', '=', task.id)
    .execute();
  log({
    action: 'task.extended',
    kind: 'task',
    id: task.id,
    after: { units: [...known], due: due ?? task.due },
  });
  return (await findTask(db, task.id))!;
}
