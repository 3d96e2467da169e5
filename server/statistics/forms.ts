/** The forms that statistics are made of: each with what its latest filing scored. */
import { pathsEnd } from '../people/units.ts';
import type { Database } from '../store/database.ts';
import type { SubmissionRow } from '../store/tables.ts';

/** Which forms: those of a node and below it, narrowed by what is given. */
export interface Selection {
  path: string;
  year?: string | undefined;
  rulebook?: string | undefined;
  edition?: string | undefined;
  state?: SubmissionRow['state'] | undefined;
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

const selected = (db: Database, { path, year, rulebook, edition, state }: Selection) => {
  let rows = db
    .selectFrom('submissions')
    .innerJoin('units', 'units.id', 'submissions.unitId')
    .leftJoin('evaluations', (join) =>
      join
        .onRef('evaluations.submissionId', '=', 'submissions.id')
        .onRef('evaluations.filing', '=', 'submissions.filings'),
    )
    .where('units.path', '>=', path)
    .where('units.path', '<', pathsEnd(path))
    .orderBy('submissions.id');
  if (year !== undefined) rows = rows.where('submissions.year', '=', year);
  if (rulebook !== undefined) rows = rows.where('submissions.rulebook', '=', rulebook);
  if (edition !== undefined) rows = rows.where('submissions.edition', '=', edition);
  if (state !== undefined) rows = rows.where('submissions.state', '=', state);
  return rows;
};

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
