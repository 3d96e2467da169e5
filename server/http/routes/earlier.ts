/** What a unit filed before, offered for the form it fills in now. */
import { earlierForm } from '../../submissions/earlier.ts';
import type { StoredSubmission } from '../../submissions/record.ts';
import { submissionAsked, submissionParameter } from '../asked.ts';
import { route } from '../route.ts';

export const read = route<undefined, StoredSubmission>({
  method: 'get',
  path: '/api/submissions/{submission}/earlier',
  id: 'getEarlierForm',
  tag: 'submissions',
  right: 'read-forms',
  summary: { zh: '取用以前报过的', en: 'Get what was filed before' },
  description: {
    zh: '同一单位以前年度按同一规则报过的表里，这张表可以取用的值：标识改了的按规则所写的原标识对上，逐格写明出自哪里；单位不同的、没有对应指标组的不取。自设指标带来名称、目标值、分值，完成值只供参照。',
    en: 'What the same unit filed in an earlier year under the same rulebook and this form can take over, cell by cell, each with where it stood: former ids are followed; values in another unit and rows without a group stay behind. Declared rows bring name, target and weight; the actual is for reference only.',
  },
  parameters: [submissionParameter],
  of: submissionAsked,
  answer: {
    description: { zh: '可以取用的值与出处。', en: 'The values, and where each comes from.' },
    content: { 'application/json': 'earlierForm' },
  },
  problems: [],
  handle: async ({ c, services: { store, library }, of }) =>
    c.json(
      await earlierForm(store.db, of, async (edition) => (await library.edition(of.rulebook, edition))?.plan),
    ),
});
