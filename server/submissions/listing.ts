/** Submissions of a scope as a queue needs them: only what narrows, orders and counts; what a page shows is read by id. */
import { type SqlBool, sql } from 'kysely';
import type { Database } from '../store/database.ts';
import { type ListedSubmission, withKnown } from './record.ts';
import { conditionsOf, type Wanted } from './wanted.ts';

/** What a queue asks of a form. */
export type QueueRow = Pick<
  ListedSubmission,
  | 'id'
  | 'rulebook'
  | 'edition'
  | 'state'
  | 'name'
  | 'updatedAt'
  | 'assigneeId'
  | 'assigneeName'
  | 'unitName'
  | 'unitCode'
  | 'total'
  | 'outOf'
  | 'grade'
  | 'claimed'
  | 'findings'
  | 'filedAt'
> & {
  /** What its lines won, as JSON; only where that was asked for. */
  lines?: string | null;
};

/** In no order; `lines` also asks what their lines won. */
export async function listQueue(
  db: Database,
  wanted: Wanted,
  { lines = false }: { lines?: boolean } = {},
): Promise<QueueRow[]> {
  const rows = db
    .selectFrom('submissions')
    .innerJoin('units', 'units.id', 'submissions.unitId')
    .leftJoin('evaluations', (join) =>
      join
        .onRef('evaluations.submissionId', '=', 'submissions.id')
        // The sign keeps the embedded database to the index that holds what is asked for.
        .on(sql<SqlBool>`+${sql.ref('evaluations.filing')} = ${sql.ref('submissions.filings')}`),
    )
    .leftJoin('people as assignees', 'assignees.id', 'submissions.assigneeId')
    .where(conditionsOf(wanted))
    .select([
      'submissions.id',
      'submissions.rulebook',
      'submissions.edition',
      'submissions.state',
      'submissions.name',
      'submissions.updatedAt',
      'submissions.assigneeId',
      'assignees.displayName as assigneeName',
      'units.name as unitName',
      'units.code as unitCode',
      'evaluations.total',
      'evaluations.outOf',
      'evaluations.grade',
      'evaluations.claimed',
      'evaluations.findings',
      'evaluations.createdAt as filedAt',
    ]);
  return lines ? rows.select('evaluations.lines').execute() : rows.execute();
}

/** Submissions in the order they were begun. */
export const listSubmissions = (db: Database, wanted: Wanted): Promise<ListedSubmission[]> =>
  withKnown(db).where(conditionsOf(wanted)).orderBy('submissions.id').execute();

/** As many as a statement takes with ease. */
const atOnce = 500;

/** The submissions of these ids, in that order; one that is gone is left out. */
export async function submissionsOf(db: Database, ids: readonly string[]): Promise<ListedSubmission[]> {
  const found = new Map<string, ListedSubmission>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    for (const row of await withKnown(db).where('submissions.id', 'in', some).execute())
      found.set(row.id, row);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
