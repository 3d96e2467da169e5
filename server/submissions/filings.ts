/** Filings as they were: the form, what it scored, and what a reviewer made of it. */
import type { Evaluation } from '../../engine/index.ts';
import type { Filing, FilingSummary, Review } from '../../schemas/generated/types.ts';
import { namesOf } from '../people/person.ts';
import type { Database, Writing } from '../store/database.ts';
import { hashOfForm } from './record.ts';
import { findReview, shownReview } from './review.ts';

/** One filing with its evaluation. */
export interface StoredFiling {
  submissionId: string;
  number: number;
  document: string;
  filedAt: string;
  filedBy: string | null;
  evaluationId: string;
  input: string;
  result: string;
}

export const findFiling = (
  db: Database | Writing,
  submissionId: string,
  number: number,
): Promise<StoredFiling | undefined> =>
  db
    .selectFrom('filings')
    .innerJoin('evaluations', 'evaluations.id', 'filings.evaluationId')
    .select([
      'filings.submissionId',
      'filings.number',
      'filings.document',
      'filings.filedAt',
      'filings.filedBy',
      'filings.evaluationId',
      'evaluations.input',
      'evaluations.result',
    ])
    .where('filings.submissionId', '=', submissionId)
    .where('filings.number', '=', number)
    .executeTakeFirst();

export const evaluationOf = ({ result }: Pick<StoredFiling, 'result'>): Evaluation => JSON.parse(result);

/** The filing and its review, where there is one that may be shown. */
export async function shownFiling(
  db: Database,
  filing: StoredFiling,
  { openReviews }: { openReviews: boolean },
): Promise<Filing> {
  const { submissionId, number, filedAt, filedBy, document, evaluationId } = filing;
  const names = await namesOf(db, [filedBy]);
  const person = names.get(filedBy ?? '');
  const review = await reviewToShow(db, submissionId, number, openReviews);
  return {
    number,
    filedAt,
    ...(person ? { filedBy: person } : {}),
    form: JSON.parse(document),
    evaluation: evaluationOf(filing),
    evaluationId,
    hash: hashOfForm(filing.input),
    ...(review ? { review } : {}),
  };
}

/** A review that is still open is its reviewer's business alone. */
export async function reviewToShow(
  db: Database,
  submissionId: string,
  number: number,
  openReviews: boolean,
): Promise<Review | undefined> {
  const review = await findReview(db, submissionId, number);
  return review && (openReviews || review.state !== 'open') ? shownReview(db, review) : undefined;
}

/** Every filing of a submission, the first one first. */
export async function listFilings(db: Database, submissionId: string): Promise<FilingSummary[]> {
  const rows = await db
    .selectFrom('filings')
    .innerJoin('evaluations', 'evaluations.id', 'filings.evaluationId')
    .leftJoin('reviews', (join) =>
      join
        .onRef('reviews.submissionId', '=', 'filings.submissionId')
        .onRef('reviews.filing', '=', 'filings.number'),
    )
    .select([
      'filings.number',
      'filings.filedAt',
      'evaluations.total',
      'evaluations.outOf',
      'evaluations.grade',
      'reviews.state',
    ])
    .where('filings.submissionId', '=', submissionId)
    .orderBy('filings.number')
    .execute();
  return rows.map(({ number, filedAt, total, outOf, grade, state }) => ({
    number,
    filedAt,
    total,
    outOf,
    ...(grade === null ? {} : { grade }),
    ...(state === null || state === 'open' ? {} : { outcome: state }),
  }));
}
