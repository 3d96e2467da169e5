/** What a reviewer makes of a filing: their own points and reasons line by line, then that it is returned or accepted. */
import type { Selectable } from 'kysely';
import { type Evaluation, Exact } from '../../engine/index.ts';
import type { EarlierRemark, Review, ReviewRow as ReviewedLine } from '../../schemas/generated/types.ts';
import { nodesOf } from '../cases/filed.ts';
import { namesOf } from '../people/person.ts';
import { Refused } from '../refusal.ts';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';
import type { ReviewRow } from '../store/tables.ts';
import { changeSubmission } from './changes.ts';
import type { StoredSubmission } from './record.ts';

export type StoredReview = Selectable<ReviewRow>;

export const findReview = (
  db: Database | Writing,
  submissionId: string,
  filing: number,
): Promise<StoredReview | undefined> =>
  db
    .selectFrom('reviews')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .where('filing', '=', filing)
    .executeTakeFirst();

export const linesOfReview = (review: Pick<StoredReview, 'rows'> | undefined): ReviewedLine[] =>
  review ? JSON.parse(review.rows) : [];

export async function shownReview(db: Database, review: StoredReview): Promise<Review> {
  const reviewer = (await namesOf(db, [review.reviewerId])).get(review.reviewerId ?? '');
  return {
    state: review.state,
    ...(reviewer ? { reviewer } : {}),
    rows: linesOfReview(review),
    ...(review.note === null ? {} : { note: review.note }),
    ...(review.total === null ? {} : { total: review.total }),
    updatedAt: review.updatedAt,
  };
}

/** What the decided reviews of earlier filings said of each line, the first filing first. */
export async function earlierRemarks(
  db: Database,
  submissionId: string,
  before: number,
): Promise<Map<string, EarlierRemark[]>> {
  const reviews = await db
    .selectFrom('reviews')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .where('filing', '<', before)
    .where('state', '!=', 'open')
    .orderBy('filing')
    .execute();
  const names = await namesOf(
    db,
    reviews.map(({ reviewerId }) => reviewerId),
  );
  const remarks = new Map<string, EarlierRemark[]>();
  for (const review of reviews)
    for (const { line, points, reason } of linesOfReview(review)) {
      const reviewer = names.get(review.reviewerId ?? '');
      const remark: EarlierRemark = {
        number: review.filing,
        outcome: review.state === 'accepted' ? 'accepted' : 'returned',
        ...(points === undefined ? {} : { points }),
        ...(reason === undefined ? {} : { reason }),
        ...(reviewer ? { reviewer } : {}),
        at: review.updatedAt,
      };
      remarks.set(line, [...(remarks.get(line) ?? []), remark]);
    }
  return remarks;
}

/** The recomputed total, and for each line with own points the difference these make. */
export function reviewedTotal({ total, ledger }: Evaluation, rows: readonly ReviewedLine[]): string {
  const computed = new Map(nodesOf(ledger).map(({ id, points }) => [id, points]));
  return rows
    .filter(({ points }) => points !== undefined)
    .reduce(
      (sum, { line, points }) => sum.plus(Exact.of(points!)).minus(Exact.of(computed.get(line) ?? '0')),
      Exact.of(total),
    )
    .toText();
}

/** The lines as a decision leaves them: own points stay, the reasons given with the decision come to them. */
export function mergeReasons(
  kept: readonly ReviewedLine[],
  reasons: readonly { line: string; reason: string }[],
): ReviewedLine[] {
  const given = new Map(reasons.map(({ line, reason }) => [line, reason]));
  const known = new Set(kept.map(({ line }) => line));
  return [
    ...kept.map((row) => ({ ...row, reason: given.get(row.line) ?? row.reason })),
    ...reasons.filter(({ line }) => !known.has(line)),
  ].map(({ reason, ...row }) => (reason === undefined ? row : { ...row, reason }));
}

/** Refuses where there is nothing to review. */
export function checkFiled({ state }: StoredSubmission): void {
  if (state === 'filed') return;
  throw new Refused('wrong-state', {
    detail: {
      zh: '只有已报、还没审完的表可以审核。',
      en: 'only a form that is filed and not decided can be reviewed.',
    },
  });
}

export interface Reviewing {
  state: StoredReview['state'];
  rows: readonly ReviewedLine[];
  note: string | null;
  total: string;
}

const outcomes = {
  open: { action: 'submission.reviewed', state: 'filed' },
  returned: { action: 'submission.returned', state: 'returned' },
  accepted: { action: 'submission.accepted', state: 'accepted' },
} as const;

/** Keeps the review of the latest filing, and moves the submission on where it decides. */
export async function keepReview(
  write: Write,
  before: StoredSubmission,
  { state, rows, note, total }: Reviewing,
  personId: string,
): Promise<StoredSubmission> {
  const { db, at } = write;
  const kept = { reviewerId: personId, state, rows: JSON.stringify(rows), note, total, updatedAt: at };
  await db
    .insertInto('reviews')
    .values({ submissionId: before.id, filing: before.filings, ...kept })
    .onConflict((conflict) => conflict.columns(['submissionId', 'filing']).doUpdateSet(kept))
    .execute();
  const outcome = outcomes[state];
  const more = { filing: before.filings, total, lines: rows.map(({ line, points }) => ({ line, points })) };
  return changeSubmission(
    write,
    before,
    { state: outcome.state },
    { action: outcome.action, personId, more: { review: more } },
  );
}
