/** Many forms at once: accepted where they are clean, returned by a finding, given to a colleague. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import type { Asking } from '../../people/rights.ts';
import type { Write } from '../../store/store.ts';
import { reviewersAround } from '../../submissions/assignment.ts';
import { acceptClean, assignMany, cleanRule, returnByFinding } from '../../submissions/bulk.ts';
import { type Request, route } from '../route.ts';

type Bulk = 'bulkAcceptance' | 'bulkReturn' | 'bulkAssignment';

const common = {
  method: 'post',
  tag: 'submissions',
  right: 'review-forms',
  problems: [],
} as const;

const id = '0190b3a0-0000-7000-8000-000000000009';

const answer = {
  description: { zh: '一张一张的结果。', en: 'What came of each.' },
  content: { 'application/json': 'bulkOutcome' },
  example: () => ({
    preview: true,
    rule: cleanRule,
    done: 1,
    unchanged: 0,
    refused: 0,
    rows: [{ submissionId: id, outcome: 'done' }],
  }),
} as const;

/** One write: each form is logged singly, and one that is refused does not hold the others up. */
const doing =
  <Name extends Bulk>(
    work: (write: Write, person: Asking, body: Schemas[Name]) => Promise<Schemas['bulkOutcome']>,
  ) =>
  async ({ c, services: { store }, personId, asking, body }: Request<Schemas[Name], unknown>) =>
    c.json(await store.write(personId, (write) => work(write, asking!.person, body)));

export const accept = route<Schemas['bulkAcceptance']>({
  ...common,
  path: '/api/reviews/acceptance',
  id: 'acceptSubmissions',
  summary: { zh: '成批通过', en: 'Accept what is clean' },
  description: {
    zh: `${cleanRule.zh}先用 preview 看会通过哪些；重发不再做一次。`,
    en: `${cleanRule.en} With \`preview\` nothing is changed; sent again, nothing is done twice.`,
  },
  request: { schema: 'bulkAcceptance', example: () => ({ submissions: [id], preview: true }) },
  answer,
  handle: doing<'bulkAcceptance'>(acceptClean),
});

export const giveBack = route<Schemas['bulkReturn']>({
  ...common,
  path: '/api/reviews/return',
  id: 'returnSubmissions',
  summary: { zh: '按疑点退回', en: 'Return by a finding' },
  description: {
    zh: '已报、最近一次报送有这种疑点的退回，理由写在有这种疑点的每一行上；其余的说明为何不退。',
    en: 'Those that are filed and have the finding are returned, the reason on each line that has it; of the others it is said why not.',
  },
  request: {
    schema: 'bulkReturn',
    example: () => ({ submissions: [id], finding: 'reason-missing', reason: '失分的行请写明原因。' }),
  },
  answer,
  handle: doing<'bulkReturn'>(returnByFinding),
});

export const assign = route<Schemas['bulkAssignment']>({
  ...common,
  path: '/api/reviews/assignment',
  id: 'assignSubmissions',
  summary: { zh: '分派', en: 'Give forms to a colleague' },
  description: {
    zh: '分给能审这些表的人；省略 assigneeId 为收回。表的版本不变。',
    en: 'To somebody who may review them; without `assigneeId` to nobody. The versions of the forms stay.',
  },
  request: { schema: 'bulkAssignment', example: () => ({ submissions: [id], assigneeId: id }) },
  answer,
  handle: doing<'bulkAssignment'>(assignMany),
});

export const reviewers = route({
  ...common,
  method: 'get',
  path: '/api/reviews/reviewers',
  id: 'listReviewers',
  summary: { zh: '审核人', en: 'List the reviewers' },
  description: {
    zh: '本级、其下与其上的审核人，各有几张在手。',
    en: 'Those at one’s own node, below and above it, with how many forms each has in hand.',
  },
  answer: {
    description: { zh: '各位审核人。', en: 'The reviewers.' },
    content: { 'application/json': 'reviewerList' },
  },
  handle: async ({ c, services: { store }, asking }) =>
    c.json({ items: await reviewersAround(store.db, asking!.person) }),
});
