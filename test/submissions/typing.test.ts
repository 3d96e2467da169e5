/** A form while it is typed: whatever stands in one cell, the rest is scored, and the cell is named and can be gone to. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Submission } from '../../engine/index.ts';
import type { LineExplanation, Preview, SavedForm, SubmissionRecord } from '../../schemas/generated/types.ts';
import { filedCase } from '../support/cases.ts';
import { type Browser, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

const fixed = filedCase('yunxi/2021 filed.yaml');
const framed = filedCase('xiangyang/2021 institutional-reform.yaml');
const everybody = openTestPlatform().then(people);

async function begin({ rulebook, edition, subject, name }: Submission) {
  const clerk = (await everybody).as('eastUnit');
  const asked = { rulebook, edition, subject, name, year: '2000' };
  const { value, etag } = await clerk.post<SubmissionRecord>('/api/submissions', asked);
  return { clerk, at: `/api/submissions/${value.id}`, etag };
}

const preview = async (clerk: Browser, at: string, form: object): Promise<Preview> => {
  const { status, value } = await clerk.post<Preview>(`${at}/preview`, { form });
  expect(status).toBe(200);
  return value;
};

/** The lines whose points, loss or state are not those of the whole form. */
function changedLines(before: Preview, after: Preview): string[] {
  const known = new Map(before.lines.map((line) => [line.id, JSON.stringify(line)]));
  const parents = new Set(before.lines.map(({ parent }) => parent));
  return after.lines
    .filter((line) => !parents.has(line.id) && known.get(line.id) !== JSON.stringify(line))
    .map(({ id }) => id);
}

const saidAt = (diagnostics: readonly Diagnostic[], pointer: string) =>
  diagnostics.find(({ place }) => place?.pointer === pointer);

describe('one cell of a fixed form', () => {
  test.each([['73.5.'], ['很多'], ['-3'], [['73']], [{ a: { b: null } }]])(
    '%j in an amount costs its line alone, and is said at the cell',
    async (typed) => {
      const { clerk, at } = await begin(fixed);
      const whole = await preview(clerk, at, fixed);
      const form = { ...fixed, inputs: { ...fixed.inputs, initialBudget: typed } };
      const now = await preview(clerk, at, form);
      expect(changedLines(whole, now)).toEqual(['budget-adjustment-rate']);
      expect(now.score?.status).toBe('incomplete');
      expect(now.diagnostics).toHaveLength(1);
      expect(now.diagnostics[0]?.place).toEqual({
        indicator: 'budget-adjustment-rate',
        name: '年初预算数',
        inputs: ['initialBudget'],
        pointer: '/inputs/initialBudget',
      });
      expect(now.diagnostics[0]?.message.zh).toContain('「年初预算数」');
    },
  );

  test.each([[''], [null], ['  '], ['-'], ['—'], ['/'], ['无']])(
    '%j is an empty cell: nothing is wrong with it, its line lacks data',
    async (typed) => {
      const { clerk, at } = await begin(fixed);
      const now = await preview(clerk, at, { ...fixed, inputs: { ...fixed.inputs, initialBudget: typed } });
      expect(now.diagnostics).toEqual([]);
      expect(now.lacking.map(({ place }) => place)).toEqual([
        {
          indicator: 'budget-adjustment-rate',
          name: '预算调整率',
          inputs: ['initialBudget'],
          pointer: '/inputs/initialBudget',
        },
      ]);
    },
  );

  test('lost and not yet scored are told apart, with what the total can still reach', async () => {
    const { clerk, at } = await begin(fixed);
    const { initialBudget, ...inputs } = fixed.inputs!;
    const now = await preview(clerk, at, { ...fixed, inputs });
    expect(now.score).toMatchObject({
      total: '92',
      outOf: '100',
      lost: '5',
      unscored: '3',
      range: { least: '92', most: '95' },
    });
    expect(now.lines.find(({ id }) => id === 'budget-adjustment-rate')).toMatchObject({
      status: 'missing',
      points: '0',
      lost: '0',
      unscored: '3',
    });
  });

  test('it says what stands in the way of filing, and nothing once nothing does', async () => {
    const { clerk, at } = await begin(fixed);
    expect((await preview(clerk, at, fixed)).refusals).toEqual([]);
    const { satisfaction, ...inputs } = fixed.inputs!;
    const now = await preview(clerk, at, { ...fixed, inputs: { ...inputs, initialBudget: '73.5.' } });
    expect(now.refusals.map(({ place }) => place?.pointer)).toEqual(
      expect.arrayContaining(['/inputs/initialBudget', '/inputs/satisfaction']),
    );
  });

  test('a row says how its cells were read, its calculation, and whether a person judges it', async () => {
    const { clerk, at } = await begin(framed);
    const [first, ...others] = framed.declared!;
    const { claimed, ...unjudged } = others.find(({ id }) => id === 'talent-introduction')!;
    const rest = others.map((row) => (row.id === unjudged.id ? unjudged : row));
    const { lines } = await preview(clerk, at, {
      ...framed,
      declared: [{ ...first, actual: '80%' }, ...rest],
    });
    const line = (id: string) => lines.find((one) => one.id === id)!;
    expect(line('research-rate').read?.map(({ name, text }) => `${name} ${text.zh}`)).toEqual([
      '目标值 读作：不低于 90%',
      '完成值 读作：80%',
    ]);
    expect(line('research-rate').computed?.zh).toBe('10 × 80% ÷ 90% = 8.8888… → 8.89（四舍五入，2位）');
    expect(line('research-rate')).not.toHaveProperty('judged');
    expect(line('serving-the-centre')).toMatchObject({
      judged: true,
      chosen: { zh: '达成预期指标（≥ 80%，≤ 100%）' },
    });
    expect(line('talent-introduction')).toMatchObject({ judged: true, status: 'missing' });
  });

  test('one line is explained where it is asked for', async () => {
    const { clerk, at, etag } = await begin(fixed);
    const asked = `${at}/preview?explain=budget-adjustment-rate`;
    const { value } = await clerk.post<Preview>(asked, { form: fixed });
    expect(value.explained?.next?.message.zh).toBe('预算调整率降到 20%，可得 1 分');
    expect(value.explained?.sentences.length).toBeGreaterThan(3);
    expect((await clerk.post<Preview>(`${at}/preview?explain=x`, { form: fixed })).value).not.toHaveProperty(
      'explained',
    );
    await clerk.post(`${at}/filings`, { form: fixed }, { 'If-Match': etag });
    const filed = await clerk.get<LineExplanation>(`${at}/filings/1/lines/budget-adjustment-rate`);
    expect(filed.value).toEqual(value.explained);
    expect((await clerk.refusal(clerk.get(`${at}/filings/1/lines/x`))).code).toBe('not-found');
  });

  test('half-typed reasons and points are said in the words of the form', async () => {
    const { clerk, at } = await begin(fixed);
    const id = 'budget-adjustment-rate';
    const now = await preview(clerk, at, {
      ...fixed,
      reasons: { [id]: '' },
      judgements: { [id]: { points: '1.' } },
    });
    expect(now.diagnostics.map(({ message, place }) => [message.zh, place?.pointer, place?.cell])).toEqual([
      ['「预算调整率」的「评分」应为一个数，如 12.5，现为「1.」', `/judgements/${id}/points`, 'points'],
    ]);
  });
});

describe('one row of a declared form', () => {
  const rows = framed.declared!;
  const withRow = (index: number, change: object): object => ({
    ...framed,
    declared: rows.map((row, at) => (at === index ? { ...row, ...change } : row)),
  });

  test('a half-typed weight costs its row alone, and is named by its row', async () => {
    const { clerk, at } = await begin(framed);
    const now = await preview(clerk, at, withRow(2, { weight: '1.' }));
    const said = saidAt(now.diagnostics, '/declared/2/weight');
    expect(said?.message).toEqual({
      zh: '第 3 行「分值」应为零或更大的数，如 10，现为「1.」',
      en: '"weight" of row 3 must be a number from 0 on, such as 10, found "1."',
    });
    expect(said?.place).toMatchObject({ row: { id: rows[2]!.id ?? 'row-3', index: 2 }, cell: 'weight' });
    expect(now.lacking.map(({ place }) => place?.row?.index)).toEqual([2]);
  });

  test('a row just added is one that lacks data; the others keep their numbers', async () => {
    const { clerk, at } = await begin(framed);
    const plain = { ...framed, declared: rows.map(({ id, ...row }) => row) };
    const whole = await preview(clerk, at, plain);
    const added = { ...plain, declared: [{}, { under: rows[0]!.under }, ...plain.declared] };
    const now = await preview(clerk, at, added);
    expect(saidAt(now.diagnostics, '/declared/0/under')?.message.zh).toBe('第 1 行没有选所属的指标');
    expect(saidAt(now.diagnostics, '/declared/1/name')?.message.zh).toBe('第 2 行没有填指标名称');
    expect(now.lines.find(({ id }) => id === 'row-2')).toMatchObject({ status: 'missing', points: '0' });
    const pointsOf = ({ lines }: Preview) =>
      lines.filter(({ declared }) => declared).map(({ name, points }) => [name, points]);
    expect(pointsOf(now).filter(([name]) => name !== '第 2 行')).toEqual(pointsOf(whole));
    expect(now.lines.at(-1)?.id).toBe(`row-${rows.length + 2}`);
  });

  test.each([
    ['a text in the place of a row', { declared: ['x', ...rows] }],
    ['a text in the place of all rows', { declared: 'x' }],
    ['another thing in the place of the judgements', { judgements: ['x'] }],
    ['a key that no form has', { 备注: '没写完' }],
  ])('%s is said, and the rest is scored', async (_, change) => {
    const { clerk, at } = await begin(framed);
    const now = await preview(clerk, at, { ...framed, ...change });
    expect(now.score).toBeDefined();
    expect(now.diagnostics.length).toBeGreaterThan(0);
  });

  test('of two thousand rows that are all wrong in each cell, it is said without delay', async () => {
    const { clerk, at } = await begin(framed);
    const declared = Array.from({ length: 2000 }, () => ({
      under: [],
      name: {},
      weight: 'x',
      reason: [],
      note: {},
    }));
    const now = await preview(clerk, at, { ...framed, declared });
    expect(now.score).toBeDefined();
    expect(now.diagnostics.length).toBeGreaterThan(50);
  });
});

describe('a form that is kept and filed', () => {
  const typed = {
    ...framed,
    inputs: { ...framed.inputs, nonsense: '' },
    declared: [...framed.declared!, { under: framed.declared![0]!.under, weight: '1.', actual: null }],
  };

  test('keeps what was typed, letter for letter', async () => {
    const { clerk, at, etag } = await begin(framed);
    const saved = await clerk.put<SavedForm>(at, { form: typed }, etag);
    expect(saved.status).toBe(200);
    expect((await clerk.get<SubmissionRecord>(at)).value.form).toEqual(JSON.parse(JSON.stringify(typed)));
    expect(saved.value.evaluation?.status).toBe('incomplete');
  });

  test('is not filed, and every place that refuses is named', async () => {
    const { clerk, at, etag } = await begin(framed);
    const refused = await clerk.refusal(clerk.post(`${at}/filings`, { form: typed }, { 'If-Match': etag }));
    const last = framed.declared!.length;
    expect(refused.diagnostics?.map(({ place }) => place?.pointer)).toEqual([
      `/declared/${last}/name`,
      `/declared/${last}/weight`,
      '/inputs/nonsense',
      `/declared/${last}/weight`,
    ]);
    for (const { place } of refused.diagnostics ?? []) expect(place?.row ?? place?.inputs).toBeDefined();
  });
});
