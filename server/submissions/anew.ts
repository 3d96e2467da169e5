/** Filing anew: a form that was filed or accepted comes back to its unit; what was filed and said of it stays. */
import type { Bilingual } from '../../engine/index.ts';
import { Refused } from '../refusal.ts';
import { whyNotPublished } from '../rulebooks/fileable.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import { changeSubmission, isWithUnit } from './changes.ts';
import type { StoredSubmission } from './record.ts';
import { findReview } from './review.ts';

/** Why a form may not be filed anew as it stands; undefined where it may. */
export async function whyNotAnew(
  db: Database | Writing,
  submission: StoredSubmission,
): Promise<Bilingual | undefined> {
  if (isWithUnit(submission))
    return {
      zh: '表在本单位手里，直接改就是。',
      en: 'the form is with your unit already; change it as it is.',
    };
  if (submission.state === 'filed' && (await findReview(db, submission.id, submission.filings)))
    return {
      zh: '审核人已经动手审了；要改，请审核人退回。',
      en: 'its review has begun; ask the reviewer to return it.',
    };
  if (await isTaskClosed(db, submission))
    return { zh: '这项任务已经结束，不再收表。', en: 'its task is closed and takes no more forms.' };
  return whyNotPublished(db, submission);
}

async function isTaskClosed(
  db: Database | Writing,
  { taskId }: Pick<StoredSubmission, 'taskId'>,
): Promise<boolean> {
  if (taskId === null) return false;
  const task = await db.selectFrom('tasks').select('state').where('id', '=', taskId).executeTakeFirst();
  return task?.state !== 'open';
}

/** Gives the form back to its unit as a draft, or refuses and says why. */
export async function fileAnew(
  write: Write,
  before: StoredSubmission,
  personId: string,
): Promise<StoredSubmission> {
  const detail = await whyNotAnew(write.db, before);
  if (detail) throw new Refused('wrong-state', { detail });
  return changeSubmission(write, before, { state: 'draft' }, { action: 'submission.reopened', personId });
}
