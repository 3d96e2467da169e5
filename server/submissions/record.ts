/** Submissions as they are stored, found, listed and shown. */
import { createHash } from 'node:crypto';
import type { SubmissionRecord, SubmissionSummary } from '../../schemas/generated/types.ts';
import { pathsEnd } from '../people/units.ts';
import type { Database, Writing } from '../store/database.ts';
import type { SubmissionRow } from '../store/tables.ts';

/** What is known of a submission beside its row: whose it is, and what its latest filing scored. */
interface Known {
  unitPath: string;
  unitName: string;
  total: string | null;
  outOf: string | null;
  grade: string | null;
  filedAt: string | null;
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
] as const;

const query = (db: Database | Writing) =>
  db
    .selectFrom('submissions')
    .innerJoin('units', 'units.id', 'submissions.unitId')
    .leftJoin('evaluations', (join) =>
      join
        .onRef('evaluations.submissionId', '=', 'submissions.id')
        .onRef('evaluations.filing', '=', 'submissions.filings'),
    )
    .select(listed)
    .select([
      'units.path as unitPath',
      'units.name as unitName',
      'evaluations.total',
      'evaluations.outOf',
      'evaluations.grade',
      'evaluations.createdAt as filedAt',
    ]);

export const findSubmission = (db: Database | Writing, id: string): Promise<StoredSubmission | undefined> =>
  query(db).select('submissions.document').where('submissions.id', '=', id).executeTakeFirst();

/** Nodes of the tree: one, or one with all below it. */
export interface Scope {
  path: string;
  exact: boolean;
}

export interface Wanted {
  scope: Scope;
  year?: string | undefined;
  rulebook?: string | undefined;
  edition?: string | undefined;
  state?: SubmissionRow['state'] | undefined;
  task?: string | undefined;
}

/** Submissions in the order they were begun; without a limit, all of them. */
export function listSubmissions(
  db: Database,
  { scope, year, rulebook, edition, state, task }: Wanted,
  { after, limit }: { after?: string | undefined; limit?: number } = {},
): Promise<ListedSubmission[]> {
  let rows = query(db).orderBy('submissions.id');
  rows = scope.exact
    ? rows.where('units.path', '=', scope.path)
    : rows.where('units.path', '>=', scope.path).where('units.path', '<', pathsEnd(scope.path));
  if (year !== undefined) rows = rows.where('submissions.year', '=', year);
  if (rulebook !== undefined) rows = rows.where('submissions.rulebook', '=', rulebook);
  if (edition !== undefined) rows = rows.where('submissions.edition', '=', edition);
  if (state !== undefined) rows = rows.where('submissions.state', '=', state);
  if (task !== undefined) rows = rows.where('submissions.taskId', '=', task);
  if (after !== undefined) rows = rows.where('submissions.id', '>', after);
  if (limit !== undefined) rows = rows.limit(limit);
  return rows.execute();
}

export const shownSummary = (one: ListedSubmission): SubmissionSummary => ({
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
  ...(one.filedAt === null ? {} : { filedAt: one.filedAt }),
  ...(one.total === null ? {} : { total: one.total }),
  ...(one.outOf === null ? {} : { outOf: one.outOf }),
  ...(one.grade === null ? {} : { grade: one.grade }),
});

export const shownRecord = (one: StoredSubmission): SubmissionRecord => ({
  ...shownSummary(one),
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
