/** Beginning, saving and discarding a form. */
import type { NewSubmission } from '../../schemas/generated/types.ts';
import { Refused } from '../refusal.ts';
import type { Write } from '../store/store.ts';
import type { SubmissionRow } from '../store/tables.ts';
import type { FormDocument } from './form.ts';
import { findSubmission, loggedSubmission, type StoredSubmission } from './record.ts';

/** States in which a form is the unit's to change. */
export const isWithUnit = ({ state }: Pick<SubmissionRow, 'state'>): boolean =>
  state === 'draft' || state === 'returned';

/** A new form of a unit; that its edition and its task allow it was checked. */
export async function addSubmission(
  { db, at, newId, log }: Write,
  { rulebook, edition, subject, year, name, taskId, form = {} }: NewSubmission,
  { personId, unitId }: { personId: string; unitId: string },
): Promise<StoredSubmission> {
  const row: SubmissionRow = {
    id: newId(),
    unitId,
    taskId: taskId ?? null,
    rulebook,
    edition,
    year,
    subject,
    name,
    state: 'draft',
    document: JSON.stringify(form),
    filings: 0,
    version: 1,
    createdAt: at,
    createdBy: personId,
    updatedAt: at,
    updatedBy: personId,
    assigneeId: null,
  };
  await db.insertInto('submissions').values(row).execute();
  log({ action: 'submission.created', kind: 'submission', id: row.id, after: loggedSubmission(row) });
  return (await findSubmission(db, row.id))!;
}

/** Changes a submission and leaves the entry `action` in the log. */
export async function changeSubmission(
  { db, at, log }: Write,
  before: StoredSubmission,
  change: Partial<Pick<SubmissionRow, 'name' | 'state' | 'document' | 'filings'>>,
  { action, personId, more }: { action: string; personId: string; more?: object },
): Promise<StoredSubmission> {
  const set = { ...change, version: before.version + 1, updatedAt: at, updatedBy: personId };
  await db.updateTable('submissions').set(set).where('id', '=', before.id).execute();
  const after = (await findSubmission(db, before.id))!;
  log({
    action,
    kind: 'submission',
    id: before.id,
    before: loggedSubmission(before),
    after: { ...loggedSubmission(after), ...more },
  });
  return after;
}

/** Keeps what was typed, complete or not. */
export const saveForm = (
  write: Write,
  before: StoredSubmission,
  form: FormDocument,
  personId: string,
): Promise<StoredSubmission> =>
  changeSubmission(
    write,
    before,
    { document: JSON.stringify(form) },
    { action: 'submission.saved', personId },
  );

/** Gives a project another name; a form of a whole unit is called as the unit is. */
export async function renameSubmission(
  write: Write,
  before: StoredSubmission,
  name: string,
  personId: string,
): Promise<StoredSubmission> {
  if (before.subject !== 'project')
    throw new Refused('wrong-state', {
      detail: {
        zh: '部门整体自评表以单位的名称为名。',
        en: 'a form of the whole unit is called as the unit is.',
      },
    });
  return changeSubmission(
    write,
    before,
    { name },
    { action: 'submission.renamed', personId, more: { name } },
  );
}

/** Discards a form; one that was ever filed stays, and is refused. */
export async function removeSubmission({ db, log }: Write, before: StoredSubmission): Promise<void> {
  if (before.filings > 0 || before.state !== 'draft')
    throw new Refused('wrong-state', {
      detail: { zh: '报过的表不能删除。', en: 'a form that was filed stays.' },
    });
  await db.deleteFrom('submissions').where('id', '=', before.id).execute();
  log({
    action: 'submission.removed',
    kind: 'submission',
    id: before.id,
    before: loggedSubmission(before),
  });
}

/** Refuses where the form is not the unit's to change. */
export function checkWithUnit(submission: StoredSubmission): void {
  if (isWithUnit(submission)) return;
  throw new Refused('wrong-state', {
    detail:
      submission.state === 'filed'
        ? {
            zh: '已经报送，正在审核；退回或另报一次后才能改。',
            en: 'it is filed and under review; it can be changed once it is returned or taken up anew.',
          }
        : { zh: '已经审核通过；要改，须另报一次。', en: 'it is accepted; to change it, take it up anew.' },
  });
}
