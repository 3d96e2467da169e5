/** The form a unit filed before, and what of it can be taken over. */
import { carryOver, type ScoringPlan, type Submission } from '../../engine/index.ts';
import type { EarlierForm } from '../../schemas/generated/types.ts';
import type { Database } from '../store/database.ts';
import type { StoredSubmission } from './record.ts';

/** The latest filing of an earlier year by the same unit, under the same rulebook; of the same name where there is one. */
async function findEarlier(db: Database, { unitId, rulebook, subject, year, name }: StoredSubmission) {
  const found = await db
    .selectFrom('submissions')
    .innerJoin('evaluations', (join) =>
      join
        .onRef('evaluations.submissionId', '=', 'submissions.id')
        .onRef('evaluations.filing', '=', 'submissions.filings'),
    )
    .select([
      'submissions.id as submission',
      'submissions.filings as number',
      'submissions.edition',
      'submissions.year',
      'submissions.name',
      'evaluations.input',
    ])
    .where('submissions.unitId', '=', unitId)
    .where('submissions.rulebook', '=', rulebook)
    .where('submissions.subject', '=', subject)
    .where('submissions.year', '<', year)
    .orderBy('submissions.year', 'desc')
    .orderBy('submissions.id', 'desc')
    .execute();
  return found.find((one) => one.name === name) ?? found[0];
}

/** What can be offered; nothing where there is no earlier form, or its rules are no longer there. */
export async function earlierForm(
  db: Database,
  submission: StoredSubmission,
  planOf: (edition: string) => Promise<ScoringPlan | undefined>,
): Promise<EarlierForm> {
  const nothing: EarlierForm = { values: [], rows: [], lost: [] };
  const earlier = await findEarlier(db, submission);
  if (!earlier) return nothing;
  const [before, after] = [await planOf(earlier.edition), await planOf(submission.edition)];
  if (!before || !after) return nothing;
  const { input, ...from } = earlier;
  const carried = carryOver(before, after, JSON.parse(input) as Submission);
  return { from: { ...from, rulebook: submission.rulebook }, ...carried };
}
