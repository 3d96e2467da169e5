/** The forms of an impact, a page at a time: each figure of its result can be opened. */
import { Exact } from '../../../engine/index.ts';
import type { ImpactForm, ImpactFormPage } from '../../../schemas/generated/types.ts';
import { formsOf, type StoredJob } from '../../jobs/stored.ts';
import { choiceOf, choiceParameter } from '../asked.ts';
import { offsetParameter, pageParameters, pagingOf, placedPage } from '../paging.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, route } from '../route.ts';
import { jobAsked, jobParameter } from './jobs.ts';

const moves = ['up', 'down', 'same'] as const;

function moveOf({ change }: ImpactForm): (typeof moves)[number] {
  const sign = Exact.of(change).sign();
  return sign > 0 ? 'up' : sign < 0 ? 'down' : 'same';
}

const gradeParameter = (name: string, zh: string, en: string): Parameter => ({
  in: 'query',
  name,
  description: { zh, en },
  schema: { type: 'string', maxLength: 100 },
});

export const list = route<undefined, StoredJob>({
  method: 'get',
  path: '/api/jobs/{job}/forms',
  id: 'listImpactForms',
  tag: 'drafts',
  right: 'own-jobs',
  summary: { zh: '影响测算里的各张表', en: 'List the forms of an impact' },
  description: {
    zh: '测算过的每一张表，由升得最多到降得最多；按升降、按前后等次筛选，与结果里的各个数一一对得上。',
    en: 'Every form that was measured, the largest gain first; narrowed by which way it moved and by its grades, so that each figure of the result can be opened.',
  },
  parameters: [
    jobParameter,
    choiceParameter('move', moves, { zh: '升、降、不变。', en: 'Which way its total moved.' }),
    gradeParameter('gradeBefore', '前一版的等次；空文字为没有等次。', 'Its grade before; empty for none.'),
    gradeParameter('gradeAfter', '后一版的等次；空文字为没有等次。', 'Its grade after; empty for none.'),
    ...pageParameters,
    offsetParameter,
  ],
  of: jobAsked,
  answer: {
    description: { zh: '一页表。', en: 'A page of forms.' },
    content: { 'application/json': 'impactFormPage' },
  },
  problems: ['bad-parameter', 'wrong-state'],
  handle: async ({ c, services: { store }, of }) => {
    const paging = pagingOf(c);
    const move = choiceOf(c, 'move', moves);
    const [before, after] = [c.req.query('gradeBefore'), c.req.query('gradeAfter')];
    const text = await formsOf(store.db, of.id);
    if (text === null)
      throw new Refusal('wrong-state', {
        detail: {
          zh: '这个作业没有测算过的表，或还没有做完。',
          en: 'the job has no measured forms, or none yet.',
        },
      });
    const found = (JSON.parse(text) as ImpactForm[])
      .filter(
        (form) =>
          (move === undefined || moveOf(form) === move) &&
          (before === undefined || (form.gradeBefore ?? '') === before) &&
          (after === undefined || (form.gradeAfter ?? '') === after),
      )
      .map((form, index) => ({ form, key: String(index) }));
    const page = placedPage(
      found,
      paging,
      ({ key }) => key,
      ({ form }) => form,
    );
    return c.json({ ...page, total: found.length } satisfies ImpactFormPage);
  },
});
