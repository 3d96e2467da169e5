/** What is wrong with a form or a review is told by the titles and rows that people see; keys stay in the place. */
import { describe, expect, test } from 'vitest';
import type { Problem, Receipt, Submission, SubmissionRecord } from '../../schemas/generated/types.ts';
import { filedCase } from '../support/cases.ts';
import { people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

const everybody = openTestPlatform().then(people);
const fixed = filedCase('yunxi/2021 filed.yaml');
const framed = filedCase('xiangyang/2021 institutional-reform.yaml');
const rows = framed.declared!;

/** What is said of a form that cannot be scored, as `pointer: message help`. */
async function told(form: object, language: 'zh' | 'en', path = '/api/evaluate'): Promise<string[]> {
  const { stranger } = await everybody;
  const { diagnostics = [] } = await stranger.refusal(stranger.post<Problem>(path, form));
  return diagnostics.map(({ message, help, place }) =>
    `${place?.pointer}: ${message[language]} ${help?.[language] ?? ''}`.trim(),
  );
}

const wrong: Record<string, { form: object; zh: string[]; en: string[] }> = {
  'an input': {
    form: { ...fixed, inputs: { ...fixed.inputs, initialBudget: ['73.5'] } },
    zh: ['/inputs/initialBudget: 「年初预算数」应为文字或数或是否（true 或 false），现为列表'],
    en: ['/inputs/initialBudget: "年初预算数" must be a text or a number or true or false, found a list'],
  },
  'an input that there is not': {
    form: { ...fixed, inputs: { ...fixed.inputs, authorisedStaff: '6' } },
    zh: [
      '/inputs/authorisedStaff: 没有名为「authorisedStaff」的填报项 是不是「人员编制」（authorizedStaff）？',
    ],
    en: [
      '/inputs/authorisedStaff: there is no input named "authorisedStaff" did you mean "人员编制" (authorizedStaff)?',
    ],
  },
  'points of a line': {
    form: { ...fixed, claimed: { points: { 'budget-adjustment-rate': ['x'] } } },
    zh: [
      '/claimed/points/budget-adjustment-rate: 「预算调整率」的「自评得分」应为文字或数或是否（true 或 false），现为列表',
    ],
    en: [
      '/claimed/points/budget-adjustment-rate: "claimed score" of "预算调整率" must be a text or a number or true or false, found a list',
    ],
  },
  'points of a line that there is not': {
    form: { ...fixed, reasons: { 'budget-adjustement': '因公' } },
    zh: [
      '/reasons/budget-adjustement: 没有名为「budget-adjustement」的指标 是不是「预算调整率」（budget-adjustment-rate）？',
    ],
    en: [
      '/reasons/budget-adjustement: there is no indicator named "budget-adjustement" did you mean "预算调整率" (budget-adjustment-rate)?',
    ],
  },
  'cells of rows': {
    form: {
      ...framed,
      declared: [...rows, { under: 'quantity', name: '调研', weight: 'x' }, { under: 'quantity' }],
    },
    zh: [
      `/declared/${rows.length}/weight: 第 ${rows.length + 1} 行「分值」应为零或更大的数，如 10，现为「x」`,
      `/declared/${rows.length + 1}: 第 ${rows.length + 2} 行缺少「指标名称」 请补上「指标名称」。`,
    ],
    en: [
      `/declared/${rows.length}/weight: "weight" of row ${rows.length + 1} must be a number from 0 on, such as 10, found "x"`,
      `/declared/${rows.length + 1}: row ${rows.length + 2} lacks the key "name" add "name".`,
    ],
  },
  'rows that cannot be told apart': {
    form: {
      ...framed,
      declared: [
        { ...rows[0], id: 'a' },
        { ...rows[1], id: 'a' },
        { ...rows[2], id: 'execution' },
      ],
    },
    zh: [
      '/declared/1/id: 第 2 行的标识「a」与第 1 行相同 改其中一个，或省略标识。',
      '/declared/2/id: 第 3 行的标识「execution」与指标「预算执行情况」相同 改其中一个，或省略标识。',
    ],
    en: [
      '/declared/1/id: the id "a" of row 2 is that of row 1 as well change one of them, or leave the ids out.',
      '/declared/2/id: the id "execution" of row 3 is that of the indicator "预算执行情况" as well change one of them, or leave the ids out.',
    ],
  },
  'a row under a group that there is not': {
    form: { ...framed, declared: [{ ...rows[0], under: '数量标指' }] },
    zh: ['/declared/0/under: 第 1 行：没有名为「数量标指」的指标组 是不是「数量指标」？'],
    en: [
      '/declared/0/under: row 1: there is no group of declared indicators named "数量标指" did you mean "数量指标"?',
    ],
  },
};

describe.each(Object.entries(wrong))('%s', (_, { form, zh, en }) => {
  test('is told by its title, or by its row', async () => {
    expect(await told(form, 'zh')).toEqual(zh);
    expect(await told(form, 'en')).toEqual(en);
  });
});

test('groups are offered by their names', async () => {
  const [said] = await told({ ...framed, declared: [{ ...rows[0], under: '？' }] }, 'zh');
  expect(said).toContain('可用的有：「数量指标」（quantity）、「质量指标」（quality）');
});

test('a form in a dossier is told by its place among the forms', async () => {
  const forms = [framed, { ...framed, declared: [{ ...rows[0], weight: 'x' }] }];
  const dossier = { dossier: '材料', rulebook: framed.rulebook, edition: framed.edition, forms };
  expect(await told(dossier, 'zh', '/api/audit-dossier')).toEqual([
    expect.stringContaining('第 2 张表的第 1 行「分值」应为'),
  ]);
});

test('filing and reviewing say so as well', async () => {
  const all = await everybody;
  const [clerk, reviewer] = [all.as('eastUnit'), all.as('eastReviewer')];
  const { rulebook, edition, subject, name } = fixed as Submission;
  const begun = await clerk.post<SubmissionRecord>('/api/submissions', {
    ...{ rulebook, edition, subject, name, year: '2000' },
  });
  const at = `/api/submissions/${begun.value.id}`;
  const file = (form: object) => clerk.post<Receipt>(`${at}/filings`, { form }, { 'If-Match': begun.etag });
  const said = async (asked: Parameters<typeof clerk.refusal>[0]) =>
    (await clerk.refusal(asked)).diagnostics?.map(({ message }) => message.zh);
  const inputs = { ...fixed.inputs, initialBudget: '73.' };
  expect(await said(file({ ...fixed, inputs }))).toContain('「年初预算数」填的「73.」读不出来');
  const receipt = await file(fixed);
  const review = (...reviewed: object[]) => reviewer.put(`${at}/review`, { rows: reviewed }, receipt.etag);
  const line = 'budget-adjustment-rate';
  expect(await said(review({ line, points: '9' }))).toEqual([
    '「预算调整率」的评审得分应为 0 至 3 分，现为 9 分',
  ]);
  expect(await said(review({ line }, { line }))).toEqual(['「预算调整率」出现了不止一次']);
  const { diagnostics } = await reviewer.refusal(review({ line: 'budget-adjustement' }));
  expect(diagnostics?.[0]?.help?.zh).toBe('是不是「预算调整率」（budget-adjustment-rate）？');
});
