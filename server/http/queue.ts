/** What an address asks of the queue: the parameters, and what they mean. */
import type { Context } from 'hono';
import { type Narrowing, orders, wordsOf } from '../submissions/queue.ts';
import { standings } from '../submissions/queued.ts';
import { isId } from './asked.ts';
import {
  decimalOf,
  decimalParameter,
  listOf,
  listParameter,
  searchOf,
  searchParameter,
  sortParameter,
} from './lists.ts';
import { Refusal } from './problems.ts';
import type { Parameter } from './route.ts';

const states = ['draft', 'filed', 'returned', 'accepted'] as const;
const severities = ['error', 'warning', 'info', 'clean'] as const;

/** What narrows the queue. */
export const narrowingParameters: readonly Parameter[] = [
  listParameter('state', { zh: '状态。', en: 'The state.' }, states),
  listParameter('grade', { zh: '等次；none 为没有等次。', en: 'The grade; `none` where none was given.' }),
  listParameter(
    'severity',
    {
      zh: '有这种轻重的疑点；clean 为没有错误也没有提醒。',
      en: 'Has findings of that severity; `clean` has neither errors nor warnings.',
    },
    severities,
  ),
  listParameter('finding', {
    zh: '有这种疑点（代码，或 代码:轻重）。',
    en: 'Has that finding (its code, or code:severity).',
  }),
  listParameter(
    'difference',
    {
      zh: '自评与重算：over 自评高、under 自评低、none 相同、unclaimed 没有自评总分。',
      en: 'The claim against what was recomputed: `over` it, `under` it, `none` apart, or `unclaimed`.',
    },
    standings,
  ),
  decimalParameter('differenceFrom', {
    zh: '自评与重算至少差这么多分，高低都算。',
    en: 'At least so many points apart, either way.',
  }),
  decimalParameter('rateFrom', {
    zh: '得分率（百分数）不低于。',
    en: 'The scoring rate in percent is at least this.',
  }),
  decimalParameter('rateTo', {
    zh: '得分率（百分数）低于。',
    en: 'The scoring rate in percent is below this.',
  }),
  {
    in: 'query',
    name: 'lostOn',
    description: { zh: '在这一行（标识）失了分。', en: 'Points were lost on that line (its id).' },
    schema: { type: 'string', maxLength: 100 },
  },
  listParameter('assignee', {
    zh: '分给谁：人员的标识，me 为自己，none 为还没有分的。',
    en: 'Given to whom: ids of people, `me`, or `none`.',
  }),
  searchParameter({
    zh: '找单位名称、代码或表名中的字词；几个词之间用空格，都要有。',
    en: 'Words in the name or code of the unit or the name of the form; all of them must be there.',
  }),
];

export const queueSort = sortParameter(orders, 'begun');

/** What the address says of these. */
export function narrowingOf(c: Context, personId: string): Narrowing {
  const q = searchOf(c);
  const lostOn = c.req.query('lostOn');
  if (lostOn !== undefined && !isId(lostOn))
    throw new Refusal('bad-parameter', {
      detail: { zh: 'lostOn 应为一行的标识。', en: 'lostOn must be the id of a line.' },
    });
  return {
    state: listOf(c, 'state', states),
    grade: listOf(c, 'grade'),
    severity: listOf(c, 'severity', severities),
    finding: listOf(c, 'finding'),
    difference: listOf(c, 'difference', standings),
    assignee: listOf(c, 'assignee')?.map((one) => (one === 'me' ? personId : one)),
    differenceFrom: decimalOf(c, 'differenceFrom'),
    rateFrom: decimalOf(c, 'rateFrom'),
    rateTo: decimalOf(c, 'rateTo'),
    lostOn,
    words: q === undefined ? undefined : wordsOf(q),
  };
}
