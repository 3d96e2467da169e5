/** Reviews: the reviewer's own points, then the form is returned with reasons, or accepted. */
import { formOfValue, pointsRanges } from '../../../engine/index.ts';
import type { Schemas } from '../../../schemas/generated/types.ts';
import { nodesOf } from '../../cases/filed.ts';
import { findEdition, planOf } from '../../rulebooks/find.ts';
import { evaluationOf, findFiling, type StoredFiling } from '../../submissions/filings.ts';
import type { StoredSubmission } from '../../submissions/record.ts';
import {
  checkFiled,
  findReview,
  keepReview,
  linesOfReview,
  mergeReasons,
  type Reviewing,
  reviewedTotal,
  type StoredReview,
  shownReview,
} from '../../submissions/review.ts';
import { checkRows } from '../../submissions/review-rows.ts';
import { submissionAsked, submissionParameter } from '../asked.ts';
import { Refusal } from '../problems.ts';
import { type Request, route } from '../route.ts';
import type { Example, Services } from '../services.ts';
import { checkSeen, unchanged } from '../unchanged.ts';
import { versionTag } from '../versions.ts';

/** The first line of a form that has points of its own. */
const lineOf = ({ evaluation }: Example) => {
  const line = nodesOf(evaluation.ledger).find(({ children, line }) => !children?.length && !line)!;
  return { line: line.id, points: line.points };
};

/** The filing under review, its rows checked: every line is there, own points are within what it can have. */
async function filingUnderReview(
  { store, library }: Services,
  of: StoredSubmission,
  rows: Schemas['reviewDraft']['rows'],
): Promise<StoredFiling> {
  const filing = (await findFiling(store.db, of.id, of.filings))!;
  if (rows.length === 0) return filing;
  const plan = planOf(await findEdition(library, of.rulebook, of.edition));
  const { ranges = new Map() } = await pointsRanges(plan, formOfValue(JSON.parse(filing.input)));
  const names = new Map(nodesOf(evaluationOf(filing).ledger).map(({ id, name }) => [id, name]));
  const diagnostics = checkRows(rows, { names, ranges });
  if (diagnostics.length > 0) throw new Refusal('unusable-request', { diagnostics });
  return filing;
}

type Decision = Pick<Reviewing, 'state' | 'rows' | 'note'>;

/** Checks, keeps what `decide` makes of the review so far, and answers with the review. */
async function review(
  { c, services, personId, of, version }: Request<unknown, StoredSubmission>,
  rows: Schemas['reviewDraft']['rows'],
  decide: (known: StoredReview | undefined) => Decision,
): Promise<Response> {
  const { store } = services;
  await checkSeen(store.db, version, of);
  checkFiled(of);
  const evaluation = evaluationOf(await filingUnderReview(services, of, rows));
  const after = await store.write(personId, async (write) => {
    const before = await unchanged(write.db, of, version);
    checkFiled(before);
    const decision = decide(await findReview(write.db, of.id, before.filings));
    const total = reviewedTotal(evaluation, decision.rows);
    return keepReview(write, before, { ...decision, total }, personId);
  });
  const kept = (await findReview(store.db, of.id, after.filings))!;
  return c.json(await shownReview(store.db, kept), 200, { ETag: versionTag(after.version) });
}

const common = {
  tag: 'submissions',
  right: 'review-forms',
  parameters: [submissionParameter],
  of: submissionAsked,
  ifMatch: true,
  problems: ['wrong-state', 'unknown-rulebook', 'unusable-rulebook'],
} as const;

const answer = {
  description: {
    zh: '审核；ETag 是自评表的版本。',
    en: 'The review; the ETag is the version of the submission.',
  },
  content: { 'application/json': 'review' },
} as const;

export const keep = route<Schemas['reviewDraft'], StoredSubmission>({
  ...common,
  method: 'put',
  path: '/api/submissions/{submission}/review',
  id: 'reviewSubmission',
  summary: { zh: '保存审核意见', en: 'Keep a review' },
  description: {
    zh: '审核人自己的评分与意见，还不作决定，填报单位看不到。评审总分等于重算总分加各行的增减。',
    en: 'The reviewer’s own points and remarks, deciding nothing yet; the unit does not see them. The reviewed total is the recomputed one with the differences of the lines.',
  },
  request: {
    schema: 'reviewDraft',
    example: (example) => ({ rows: [{ ...lineOf(example), reason: '佐证材料齐全。' }], note: '总体属实。' }),
  },
  answer,
  handle: (request) =>
    review(request, request.body.rows, () => ({
      state: 'open',
      rows: request.body.rows,
      note: request.body.note ?? null,
    })),
});

export const giveBack = route<Schemas['returning'], StoredSubmission>({
  ...common,
  method: 'post',
  path: '/api/submissions/{submission}/return',
  id: 'returnSubmission',
  summary: { zh: '退回', en: 'Return a submission' },
  description: {
    zh: '逐行写明理由；单位改后可以再报。审核人已给的分与这次报送一起留存。',
    en: 'With reasons line by line; the unit may change it and file again. Own points given before stay with this filing.',
  },
  request: {
    schema: 'returning',
    example: (example) => ({ rows: [{ line: lineOf(example).line, reason: '请附佐证材料。' }] }),
  },
  answer,
  handle: (request) =>
    review(request, request.body.rows, (known) => ({
      state: 'returned',
      rows: mergeReasons(linesOfReview(known), request.body.rows),
      note: request.body.note ?? known?.note ?? null,
    })),
});

export const accept = route<Schemas['acceptance'] | undefined, StoredSubmission>({
  ...common,
  method: 'post',
  path: '/api/submissions/{submission}/acceptance',
  id: 'acceptSubmission',
  summary: { zh: '通过', en: 'Accept a submission' },
  description: {
    zh: '审核人已给的分与意见一并作数，从此不变。',
    en: 'Own points and remarks given before count, and stay for good.',
  },
  request: { schema: 'acceptance', optional: true, example: () => ({ note: '同意。' }) },
  answer,
  handle: (request) =>
    review(request, [], (known) => ({
      state: 'accepted',
      rows: linesOfReview(known),
      note: request.body?.note ?? known?.note ?? null,
    })),
});
