/** Filings: a form is filed with what it scores, and stays to be read as it was. */
import { auditReadable, explain, explainLine, formOfValue, placesIn } from '../../../engine/index.ts';
import type { Schemas } from '../../../schemas/generated/types.ts';
import { type Asking, mayDo } from '../../people/rights.ts';
import { checkStillPublished, fileablePlan } from '../../rulebooks/fileable.ts';
import { findEdition, planOf } from '../../rulebooks/find.ts';
import { isoTime } from '../../store/clock.ts';
import type { Database } from '../../store/database.ts';
import { checkWithUnit } from '../../submissions/changes.ts';
import { compareFiling, standingOn } from '../../submissions/comparison.ts';
import { enteredOn } from '../../submissions/entered.ts';
import { fileForm } from '../../submissions/filing.ts';
import {
  evaluationOf,
  findFiling,
  listFilings,
  reviewToShow,
  type StoredFiling,
  shownFiling,
} from '../../submissions/filings.ts';
import { scoreForm, whyNotFileable } from '../../submissions/form.ts';
import {
  type Answered,
  answeredBefore,
  fingerprintOf,
  rememberAnswer,
} from '../../submissions/idempotency.ts';
import { placed } from '../../submissions/placed.ts';
import type { StoredSubmission } from '../../submissions/record.ts';
import { earlierRemarks } from '../../submissions/review.ts';
import { submissionAsked, submissionParameter } from '../asked.ts';
import { keyOf, keyParameter } from '../idempotency.ts';
import { languageOf } from '../language.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';
import { checkSeen, unchanged } from '../unchanged.ts';
import { versionTag } from '../versions.ts';

const numberParameter: Parameter = {
  in: 'path',
  name: 'number',
  description: { zh: '第几次报送，从 1 数起。', en: 'Which filing, counted from 1.' },
  schema: { type: 'integer', minimum: 1 },
};

const lineParameter: Parameter = {
  in: 'path',
  name: 'line',
  description: { zh: '指标或自设指标的标识。', en: 'The id of a line, or of a declared row.' },
  schema: { type: 'string' },
};

export const file = route<Schemas['submissionForm'] | undefined, StoredSubmission>({
  method: 'post',
  path: '/api/submissions/{submission}/filings',
  id: 'fileSubmission',
  tag: 'submissions',
  right: 'write-forms',
  summary: { zh: '报送自评表', en: 'File a submission' },
  description: {
    zh: '草稿与已退回的可以报送；可以连同最后的改动一起送来，省略时报已保存的。各行都有数据、能计分才能报；报送的内容、评价结果与规则摘要从此不变。带 Idempotency-Key 的同一请求重发，只报一次，答复相同。',
    en: 'In the states draft and returned, as saved or with a last change in the body. It is filed only where every line has what it is scored by; form, evaluation and the hash of the rules then stay for good. The same request sent again with its Idempotency-Key is filed once and answered the same.',
  },
  parameters: [submissionParameter, keyParameter],
  of: submissionAsked,
  ifMatch: true,
  request: { schema: 'submissionForm', optional: true },
  answer: {
    status: 201,
    description: {
      zh: '报送的回执；ETag 是自评表的版本。',
      en: 'The receipt; the ETag is the version of the submission.',
    },
    content: { 'application/json': 'receipt' },
  },
  problems: [
    'bad-parameter',
    'wrong-state',
    'unknown-rulebook',
    'unusable-rulebook',
    'unusable-form',
    'key-reused',
  ],
  handle: async ({ c, services: { store, library }, personId, of, version, body }) => {
    const key = keyOf(c);
    const keyed = key && { personId, key, fingerprint: fingerprintOf('file', of.id, version, body ?? null) };
    const answered = keyed && (await answeredBefore(store.db, keyed, isoTime(store.clock)));
    if (answered) return repeat(c, answered);
    await checkSeen(store.db, version, of);
    checkWithUnit(of);
    const plan = await fileablePlan(library, of);
    const document = body ? JSON.stringify(body.form) : of.document;
    const { submission, ...scored } = await scoreForm(plan, of, JSON.parse(document));
    const diagnostics = whyNotFileable(scored);
    const { evaluation } = scored;
    if (!submission || !evaluation || diagnostics.length > 0)
      throw new Refusal('unusable-form', { diagnostics });
    const outcome = await store.write(personId, async (write) => {
      const again = keyed && (await answeredBefore(write.db, keyed, write.at));
      if (again) return again;
      const before = await unchanged(write.db, of, version);
      checkWithUnit(before);
      await checkStillPublished(write.db, of);
      const receipt = await fileForm(write, before, { document, submission, evaluation }, personId);
      const answer = { status: 201, version: receipt.version, body: JSON.stringify(receipt) };
      if (keyed) await rememberAnswer(write, keyed, answer);
      return answer;
    });
    return repeat(c, outcome);
  },
});

/** The answer as it was given, or will be again. */
function repeat(c: Request['c'], answered: Answered | 'key-reused'): Response {
  if (answered === 'key-reused') throw new Refusal('key-reused');
  return c.body(answered.body, 201, {
    'Content-Type': 'application/json',
    ETag: versionTag(answered.version),
  });
}

export const list = route<undefined, StoredSubmission>({
  method: 'get',
  path: '/api/submissions/{submission}/filings',
  id: 'listFilings',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '历次报送', en: 'List the filings' },
  parameters: [submissionParameter],
  of: submissionAsked,
  answer: {
    description: { zh: '历次报送，先报的在前。', en: 'Every filing, the first one first.' },
    content: { 'application/json': 'filingList' },
  },
  problems: [],
  handle: async ({ c, services: { store }, of }) => c.json({ items: await listFilings(store.db, of.id) }),
});

type AskedFiling = StoredFiling & { unitPath: string };

/** The filing of the path, and whose it is. */
export async function filingAsked(request: Request<undefined, undefined>): Promise<AskedFiling> {
  const { id, unitPath } = await submissionAsked(request);
  const number = request.param('number');
  const found = /^[1-9]\d{0,8}$/.test(number)
    ? await findFiling(request.services.store.db, id, Number(number))
    : undefined;
  if (!found) throw new Refusal('not-found');
  return { ...found, unitPath };
}

/** Whether the person would see a review before it is decided. */
const seesOpenReviews = (person: Asking, { unitPath }: AskedFiling): boolean =>
  mayDo(person, 'review-forms', { unitPath });

export const read = route<undefined, AskedFiling>({
  method: 'get',
  path: '/api/submissions/{submission}/filings/{number}',
  id: 'getFiling',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '一次报送', en: 'Get a filing' },
  description: {
    zh: '报送的内容、评价结果与审核；还没有作出决定的审核，只有审核人看得到。',
    en: 'The form, its evaluation and its review. A review that has decided nothing yet is shown to reviewers only.',
  },
  parameters: [submissionParameter, numberParameter],
  of: filingAsked,
  answer: {
    description: {
      zh: '报送时的内容与评价结果，审核在内。',
      en: 'What was filed, what it scored, and its review.',
    },
    content: { 'application/json': 'filing' },
  },
  problems: [],
  handle: async ({ c, services: { store }, asking, of }) =>
    c.json(await shownFiling(store.db, of, { openReviews: seesOpenReviews(asking!.person, of) })),
});

export const explanation = route<undefined, AskedFiling>({
  method: 'get',
  path: '/api/submissions/{submission}/filings/{number}/explanation',
  id: 'explainFiling',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '一次报送的得分说明', en: 'Explain the score of a filing' },
  parameters: [submissionParameter, numberParameter],
  of: filingAsked,
  answer: {
    description: {
      zh: '逐行说明得分的文字，语言依请求。',
      en: 'Each line written out, in the language asked for.',
    },
    content: { 'text/plain': 'text' },
  },
  problems: [],
  handle: ({ c, of }) => {
    const language = languageOf(c);
    return c.text(explain(evaluationOf(of), language), 200, {
      'Content-Language': language,
      Vary: 'Accept-Language',
    });
  },
});

export const line = route<undefined, AskedFiling>({
  method: 'get',
  path: '/api/submissions/{submission}/filings/{number}/lines/{line}',
  id: 'explainFiledLine',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '一次报送中一行的得分怎样得来', en: 'Explain one line of a filing' },
  parameters: [submissionParameter, numberParameter, lineParameter],
  of: filingAsked,
  answer: {
    description: {
      zh: '这一行怎样得来、落在哪一档、怎样能多得。',
      en: 'How its points came about, the band it falls in, what would have won more.',
    },
    content: { 'application/json': 'lineExplanation' },
  },
  problems: ['unknown-rulebook', 'unusable-rulebook'],
  handle: async ({ c, services: { library }, of, param }) => {
    const evaluation = evaluationOf(of);
    const { rulebook, edition } = evaluation.rulebook;
    const plan = planOf(await findEdition(library, rulebook, edition));
    const { scored } = await auditReadable(plan, formOfValue(JSON.parse(of.input)));
    const explained = await explainLine(scored, evaluation, param('line'));
    if (!explained) throw new Refusal('not-found');
    return c.json(explained);
  },
});

/** What stood on the lines of the filing before. */
async function standingBefore(db: Database, submissionId: string, number: number) {
  const before = await findFiling(db, submissionId, number - 1);
  return before && standingOn(JSON.parse(before.input), evaluationOf(before));
}

export const comparison = route<undefined, AskedFiling>({
  method: 'get',
  path: '/api/submissions/{submission}/filings/{number}/comparison',
  id: 'compareFiling',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '自评、重算与评审逐行对照', en: 'Compare what was claimed, computed and reviewed' },
  parameters: [submissionParameter, numberParameter],
  of: filingAsked,
  answer: {
    description: {
      zh: '各行的级次、状态，自评、重算、评审得分与它们的差，疑点与以前的意见；末级各行之差的合计。',
      en: 'Each line with its level and state, its points three ways and how they differ, its findings and earlier remarks; the sums over the lines that have points of their own.',
    },
    content: { 'application/json': 'filingComparison' },
  },
  problems: [],
  handle: async ({ c, services: { store, library }, asking, of }) => {
    const { submissionId, number } = of;
    const openReviews = seesOpenReviews(asking!.person, of);
    const stored = evaluationOf(of);
    const { plan } = (await library.edition(stored.rulebook.rulebook, stored.rulebook.edition)) ?? {};
    const form = JSON.parse(of.input);
    return c.json(
      compareFiling({
        number,
        evaluation: plan ? placed(stored, placesIn(plan, form)) : stored,
        review: await reviewToShow(store.db, submissionId, number, openReviews),
        earlier: await earlierRemarks(store.db, submissionId, number),
        entered: enteredOn(form),
        before: await standingBefore(store.db, submissionId, number),
      }),
    );
  },
});
