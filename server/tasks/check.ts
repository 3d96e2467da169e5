/** Whether a new form is what its task asks for. */
import type { NewSubmission } from '../../schemas/generated/types.ts';
import { Refused } from '../refusal.ts';
import type { Writing } from '../store/database.ts';
import { hasFormForTask } from '../submissions/record.ts';
import { findTask, isAddressed } from './task.ts';

/** Refuses a form that its task does not ask for. A form without a task is nobody's concern. */
export async function checkTask(db: Writing, form: NewSubmission, unitId: string): Promise<void> {
  if (form.taskId === undefined) return;
  const task = await findTask(db, form.taskId);
  if (!task)
    throw new Refused('not-found', {
      detail: { zh: '没有这项任务。', en: 'there is no such task.' },
    });
  if (!(await isAddressed(db, task.id, unitId)))
    throw new Refused('not-allowed', {
      detail: { zh: '这项任务没有布置给本单位。', en: 'this task does not ask your unit.' },
    });
  if (task.state !== 'open')
    throw new Refused('wrong-state', {
      detail: { zh: '这项任务已经结束。', en: 'this task is closed.' },
    });
  const [field] = (['rulebook', 'edition', 'year', 'subject'] as const).filter(
    (name) => task[name] !== form[name],
  );
  if (field)
    throw new Refused('unusable-request', {
      detail: {
        zh: `任务要的 ${field} 是「${task[field]}」，不是「${form[field]}」。`,
        en: `the task asks for the ${field} "${task[field]}", not "${form[field]}".`,
      },
    });
  if (task.subject === 'department' && (await hasFormForTask(db, task.id, unitId)))
    throw new Refused('taken', {
      detail: {
        zh: '本单位已为这项任务建了部门整体自评表。',
        en: 'your unit has begun its form for this task already.',
      },
    });
}
