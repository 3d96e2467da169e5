/** Submissions as they are stored, found, listed and shown. */
import { createHash } from 'node:crypto';
import type { SubmissionRecord, SubmissionSummary } from '../../schemas/generated/types.ts';
import type { Database, Writing } from '../store/database.ts';
import type { ReviewRow, SubmissionRow } from '../store/tables.ts';
import { countsOf, differenceOf } from './counts.ts';

/** What is known of a submission beside its row: whose it is, and what its latest filing scored. */
interface Known {
  unitPath: string;
  unitName: string;
  unitSample: 0 | 1;
  total: string | null;
  outOf: string | null;
  grade: string | null;
  filedAt: string | null;
  claimed: string | null;
  /** How often each finding was made, as JSON. */
  findings: string | null;
  unitCode: string | null;
  assigneeName: string | null;
  /** Of the review of the latest filing, where there is one. */
  reviewerId: string | null;
  reviewerName: string | null;
  reviewState: ReviewRow['state'] | null;
}

export type StoredSubmission = SubmissionRow & Known;
/** The same without its form, for lists. */
export type ListedSubmission = Omit<StoredSubmission, 'document'>;

const listed = [
  'submissions.id',
  'submissions.unitId',
  'submissions.taskId',
  'submissions.rulebook',
  'submissions.edition',
  'submissions.year',
  'submissions.subject',
  'submissions.name',
  'submissions.state',
  'submissions.filings',
  'submissions.version',
  'submissions.createdAt',
  'submissions.createdBy',
  'submissions.updatedAt',
  'submissions.updatedBy',
  'submissions.assigneeId',
] as const;

/** Every submission with what is known of it, but not its form. */
export const withKnown = (db: Database | Writing) =>
  db
    .selectFrom('submissions')
    .innerJoin('units', 'units.id', 'submissions.unitId')
    .leftJoin('evaluations', (join) =>
      join
        .onRef('evaluations.submissionId', '=', 'submissions.id')
        .onRef('evaluations.filing', '=', 'submissions.filings'),
    )
    .leftJoin('people as assignees', 'assignees.id', 'submissions.assigneeId')
    .leftJoin('reviews', (join) =>
      join
        .onRef('reviews.submissionId', '=', 'submissions.id')
        .onRef('reviews.filing', '=', 'submissions.filings'),
    )
    .leftJoin('people as reviewers', 'reviewers.id', 'reviews.reviewerId')
    .select(listed)
    .select([
      'units.path as unitPath',
      'units.name as unitName',
      'units.sample as unitSample',
      'evaluations.total',
      'evaluations.outOf',
      'evaluations.grade',
      'evaluations.createdAt as filedAt',
      'evaluations.claimed',
      'evaluations.findings',
      'units.code as unitCode',
      'assignees.displayName as assigneeName',
      'reviews.reviewerId',
      'reviewers.displayName as reviewerName',
      'reviews.state as reviewState',
    ]);

export const findSubmission = (db: Database | Writing, id: string): Promise<StoredSubmission | undefined> =>
  withKnown(db).select('submissions.document').where('submissions.id', '=', id).executeTakeFirst();

/** Who is given a form, and who reviews it before it is decided, is for those who review: `inside` says who asks is one. */
export function shownSummary(
  one: ListedSubmission | StoredSubmission,
  { inside }: { inside: boolean },
): SubmissionSummary {
  const difference = differenceOf(one);
  const isReviewShown = inside || (one.reviewState !== null && one.reviewState !== 'open');
  return {
    id: one.id,
    unit: { id: one.unitId, name: one.unitName },
    rulebook: one.rulebook,
    edition: one.edition,
    year: one.year,
    subject: one.subject,
    name: one.name,
    state: one.state,
    ...(one.taskId === null ? {} : { taskId: one.taskId }),
    filings: one.filings,
    version: one.version,
    updatedAt: one.updatedAt,
    ...(one.unitSample === 1 ? { sample: true as const } : {}),
    ...(one.filedAt === null ? {} : { filedAt: one.filedAt }),
    ...(one.total === null ? {} : { total: one.total }),
    ...(one.outOf === null ? {} : { outOf: one.outOf }),
    ...(one.grade === null ? {} : { grade: one.grade }),
    ...(one.claimed === null ? {} : { claimed: one.claimed }),
    ...(difference ? { difference: difference.toText() } : {}),
    ...(one.findings === null ? {} : { findings: countsOf(one.findings) }),
    ...(inside ? named('assignee', one.assigneeId, one.assigneeName) : {}),
    ...(isReviewShown ? named('reviewer', one.reviewerId, one.reviewerName) : {}),
  };
}

const named = <Key extends string>(key: Key, id: string | null, name: string | null) =>
  (id === null || name === null ? {} : { [key]: { id, name } }) as {
    [Name in Key]?: { id: string; name: string };
  };

export const shownRecord = (one: StoredSubmission, viewer: { inside: boolean }): SubmissionRecord => ({
  ...shownSummary(one, viewer),
  form: JSON.parse(one.document),
});

/** The form is told to the log by its hash alone. */
export const hashOfForm = (document: string): string => createHash('sha256').update(document).digest('hex');

/** What the log tells of a submission. */
export const loggedSubmission = ({
  unitId,
  taskId,
  rulebook,
  edition,
  year,
  subject,
  state,
  document,
  filings,
  version,
}: SubmissionRow) => ({
  unitId,
  ...(taskId === null ? {} : { taskId }),
  rulebook,
  edition,
  year,
  subject,
  state,
  form: hashOfForm(document),
  filings,
  version,
});

/** Whether the unit has filed a form for the task. */
export async function hasFiledForTask(db: Writing, taskId: string, unitId: string): Promise<boolean> {
  const found = await db
    .selectFrom('submissions')
    .select('id')
    .where('taskId', '=', taskId)
    .where('unitId', '=', unitId)
    .where('filings', '>', 0)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether the unit has begun a form for the task. */
export async function hasFormForTask(db: Writing, taskId: string, unitId: string): Promise<boolean> {
  const found = await db
    .selectFrom('submissions')
    .select('id')
    .where('taskId', '=', taskId)
    .where('unitId', '=', unitId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
