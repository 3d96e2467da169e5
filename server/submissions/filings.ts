/** Filings as they were: the form, what it scored, and what a reviewer made of it. */
import type { Evaluation } from '../../engine/index.ts';
import type { Filing, FilingSummary, PersonReference, Review } from '../../schemas/generated/types.ts';
import { namesOf } from '../people/person.ts';
import type { Database, Writing } from '../store/database.ts';
import { hashOfForm } from './record.ts';
import { findReview, linesOfReview, shownReview } from './review.ts';

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

/** Every filing of a submission, the first one first; of a review that has decided, what it says. */
export async function listFilings(db: Database, submissionId: string): Promise<FilingSummary[]> {
  const rows = await db
    .selectFrom('filings')
    .innerJoin('evaluations', 'evaluations.id', 'filings.evaluationId')
    .leftJoin('reviews', (join) =>
      join
        .onRef('reviews.submissionId', '=', 'filings.submissionId')
        .onRef('reviews.filing', '=', 'filings.number')
        .on('reviews.state', '!=', 'open'),
    )
    .select([
      'filings.number',
      'filings.filedAt',
      'filings.filedBy',
      'evaluations.total',
      'evaluations.outOf',
      'evaluations.grade',
      'reviews.state',
      'reviews.reviewerId',
      'reviews.updatedAt as decidedAt',
      'reviews.note',
      'reviews.rows',
    ])
    .where('filings.submissionId', '=', submissionId)
    .orderBy('filings.number')
    .execute();
  const names = await namesOf(
    db,
    rows.flatMap(({ filedBy, reviewerId }) => [filedBy, reviewerId]),
  );
  return rows.map(
    ({ number, filedAt, total, outOf, grade, filedBy, state, reviewerId, decidedAt, ...review }) => ({
      ...{ number, filedAt, total, outOf },
      ...(grade === null ? {} : { grade }),
      ...reference('filedBy', names.get(filedBy ?? '')),
      ...(state === null || state === 'open'
        ? {}
        : {
            outcome: state,
            decidedAt: decidedAt!,
            ...reference('reviewer', names.get(reviewerId ?? '')),
            ...said(review),
          }),
    }),
  );
}

const reference = <Key extends string>(key: Key, person: PersonReference | undefined) =>
  (person ? { [key]: person } : {}) as { [Name in Key]?: PersonReference };

/** What a review says of the whole, and beside how many lines. */
function said({
  note,
  rows,
}: {
  note: string | null;
  rows: string | null;
}): Pick<FilingSummary, 'note' | 'reasons'> {
  const reasons = linesOfReview(rows === null ? undefined : { rows }).filter(({ reason }) => reason).length;
  return { ...(note === null ? {} : { note }), ...(reasons === 0 ? {} : { reasons }) };
}
