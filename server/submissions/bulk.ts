/** Many forms at once: each is done, or told why not, one by one, and logged singly. What was done already is done no second time. */
import type { Bilingual, Evaluation } from '../../engine/index.ts';
import type { BulkOutcome, BulkRow } from '../../schemas/generated/types.ts';
import { nodesOf } from '../cases/filed.ts';
import { type Asking, mayDo } from '../people/rights.ts';
import { Refused } from '../refusal.ts';
import type { Write } from '../store/store.ts';
import { assign, checkAssignee } from './assignment.ts';
import { countsOf, differenceOf } from './counts.ts';
import { evaluationOf, findFiling } from './filings.ts';
import { findSubmission, type StoredSubmission } from './record.ts';
import { checkFiled, findReview, keepReview, linesOfReview, mergeReasons, reviewedTotal } from './review.ts';

/** What is to be done to each form: true where it is, false where it was so before; throws Refused where it may not be. */
type Doing = (submission: StoredSubmission) => Promise<boolean>;

/** What is clean enough to be accepted without being read line by line. */
export const cleanRule: Bilingual = {
  zh: '已报、没有错误也没有提醒、自评总分与重算相同、还没有人评过分或写过意见的，才算没有疑问，可以成批通过。',
  en: 'a form is clean, and accepted with others, where it is filed, has neither errors nor warnings, claims what was recomputed, and nobody has given points or remarks of their own.',
};

const returnRule: Bilingual = {
  zh: '已报、还没有审完、最近一次报送有这种疑点的，才按疑点退回；理由写在有这种疑点的每一行上。',
  en: 'a form is returned where it is filed, not decided, and its latest filing has that finding; the reason stands on each line that has it.',
};

const assignRule: Bilingual = {
  zh: '还没有审完的，才分派；分给的人须能审这个单位的表。',
  en: 'a form is given to somebody where it is not accepted yet, and that person may review forms of its unit.',
};

export interface Many {
  submissions: readonly string[];
  preview?: boolean;
}

const refuse = (zh: string, en: string): never => {
  throw new Refused('wrong-state', { detail: { zh, en } });
};

/** Goes through them in the order they are named. */
async function each(
  write: Write,
  person: Asking,
  { submissions, preview = false }: Many,
  rule: Bilingual,
  doing: Doing,
): Promise<BulkOutcome> {
  const rows: BulkRow[] = [];
  for (const id of new Set(submissions)) {
    const found = await findSubmission(write.db, id);
    const isTheirs = found && mayDo(person, 'review-forms', { unitPath: found.unitPath });
    rows.push(
      isTheirs ? await rowOf(found, doing) : { submissionId: id, outcome: 'refused', reason: unknown },
    );
  }
  const count = (outcome: BulkRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    preview,
    rule,
    done: count('done'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    rows,
  };
}

const unknown: Bilingual = {
  zh: '没有这张表，或不归您审。',
  en: 'there is no such form, or it is not yours to review.',
};

async function rowOf(submission: StoredSubmission, doing: Doing): Promise<BulkRow> {
  const { id, unitId, unitName, name, total } = submission;
  const shown = {
    submissionId: id,
    unit: { id: unitId, name: unitName },
    name,
    ...(total === null ? {} : { total }),
  };
  try {
    return { ...shown, outcome: (await doing(submission)) ? 'done' : 'unchanged' };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...shown, outcome: 'refused', reason: error.details.detail ?? unknown };
  }
}

const latest = async ({ db }: Write, { id, filings }: StoredSubmission): Promise<Evaluation> =>
  evaluationOf((await findFiling(db, id, filings))!);

/** Accepts those that are clean. */
export const acceptClean = (
  write: Write,
  person: Asking,
  many: Many & { note?: string },
): Promise<BulkOutcome> =>
  each(write, person, many, cleanRule, async (submission) => {
    if (submission.state === 'accepted') return false;
    checkFiled(submission);
    await checkClean(write, submission);
    if (many.preview) return true;
    const total = reviewedTotal(await latest(write, submission), []);
    const kept = { state: 'accepted' as const, rows: [], note: many.note ?? null, total };
    await keepReview(write, submission, kept, person.id);
    return true;
  });

async function checkClean({ db }: Write, submission: StoredSubmission): Promise<void> {
  const { error, warning } = countsOf(submission.findings ?? '[]');
  if (error + warning > 0)
    refuse(`有 ${error} 个错误、${warning} 个提醒。`, `it has ${error} errors and ${warning} warnings.`);
  const difference = differenceOf(submission);
  if (!difference) refuse('没有填自评总分。', 'it claims no total.');
  else if (!difference.isZero())
    refuse(
      `自评与重算相差 ${difference.toText()} 分。`,
      `its claim and what was recomputed are ${difference.toText()} points apart.`,
    );
  const review = await findReview(db, submission.id, submission.filings);
  if (review && (linesOfReview(review).length > 0 || review.note))
    refuse('有人正在审：已评过分或写过意见。', 'somebody is reviewing it: there are points or remarks.');
}

/** Returns those that have a finding, with one reason on every line that has it. */
export const returnByFinding = (
  write: Write,
  person: Asking,
  many: Many & { finding: string; reason: string },
): Promise<BulkOutcome> =>
  each(write, person, many, returnRule, async (submission) => {
    const review = await findReview(write.db, submission.id, submission.filings);
    if (submission.state === 'returned' && hasReason(review, many.reason)) return false;
    checkFiled(submission);
    const evaluation = await latest(write, submission);
    const found = evaluation.findings.filter(({ code }) => code === many.finding);
    if (found.length === 0) refuse('最近一次报送没有这种疑点。', 'its latest filing has no such finding.');
    if (many.preview) return true;
    const lines = new Set(nodesOf(evaluation.ledger).map(({ id }) => id));
    const named = [...new Set(found.flatMap(({ place }) => place?.indicator ?? []))].filter((id) =>
      lines.has(id),
    );
    const known = linesOfReview(review);
    const rows = mergeReasons(
      known,
      named.map((line) => ({ line, reason: many.reason })),
    );
    const note = named.length === 0 ? many.reason : (review?.note ?? null);
    const kept = { state: 'returned' as const, rows, note, total: reviewedTotal(evaluation, rows) };
    await keepReview(write, submission, kept, person.id);
    return true;
  });

const hasReason = (review: Awaited<ReturnType<typeof findReview>>, reason: string): boolean =>
  review !== undefined &&
  (review.note === reason || linesOfReview(review).some((line) => line.reason === reason));

/** Gives them to a colleague, or to nobody. */
export const assignMany = (
  write: Write,
  person: Asking,
  many: Many & { assigneeId?: string },
): Promise<BulkOutcome> =>
  each(write, person, many, assignRule, async (submission) => {
    if (submission.state === 'accepted') refuse('已经审核通过。', 'it is accepted already.');
    await checkAssignee(write.db, many.assigneeId, submission);
    const assigneeId = many.assigneeId ?? null;
    if (submission.assigneeId === assigneeId) return false;
    if (!many.preview) await assign(write, submission, assigneeId);
    return true;
  });
