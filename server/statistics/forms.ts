/** The forms that statistics are made of: each with what its latest filing scored. */
import type { Database } from '../store/database.ts';
import type { SubmissionRow } from '../store/tables.ts';
import { conditionsOf, type Wanted } from '../submissions/wanted.ts';

/** Which forms: those of a node and below it, narrowed by what is given. */
export interface Selection extends Pick<Wanted, 'year' | 'rulebook' | 'edition' | 'state'> {
  path: string;
}

export interface CountedForm
  extends Pick<SubmissionRow, 'id' | 'unitId' | 'name' | 'rulebook' | 'edition' | 'year' | 'state'> {
  unitName: string;
  total: string | null;
  outOf: string | null;
  grade: string | null;
  findings: string | null;
  /** What its lines won, as JSON. */
  lines: string | null;
}

/** A form that was filed. */
export type FiledForm = CountedForm & { total: string; outOf: string; findings: string };

export const wasFiled = (form: CountedForm): form is FiledForm => form.total !== null;

const selected = (db: Database, { path, ...narrowed }: Selection) =>
  db
    .selectFrom('submissions')
    .innerJoin('units', 'units.id', 'submissions.unitId')
    .leftJoin('evaluations', (join) =>
      join
        .onRef('evaluations.submissionId', '=', 'submissions.id')
        .onRef('evaluations.filing', '=', 'submissions.filings'),
    )
    .where(conditionsOf({ scope: { path, exact: false }, ...narrowed }))
    .orderBy('submissions.id');

/** All of them, in the order they were begun. */
export const countedForms = (db: Database, selection: Selection): Promise<CountedForm[]> =>
  selected(db, selection)
    .select([
      'submissions.id',
      'submissions.unitId',
      'submissions.name',
      'submissions.rulebook',
      'submissions.edition',
      'submissions.year',
      'submissions.state',
      'units.name as unitName',
      'evaluations.total',
      'evaluations.outOf',
      'evaluations.grade',
      'evaluations.findings',
      'evaluations.lines',
    ])
    .execute();

/** The latest filings as they were scored, as JSON; at most so many. */
export async function filedInputs(db: Database, selection: Selection, limit: number): Promise<string[]> {
  const rows = await selected(db, selection)
    .select('evaluations.input')
    .where('submissions.filings', '>', 0)
    .limit(limit)
    .execute();
  return rows.flatMap(({ input }) => input ?? []);
}
