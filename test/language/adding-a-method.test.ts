/**
 * Adding a scoring method is four steps: its file, its schema, its examples and its line in the index. Here a method that nothing in
 * the engine has heard of is added by those, and everything that looks at rulebooks knows it: nowhere else is a method named.
 */
import { describe, expect, test, vi } from 'vitest';
import {
  compare,
  cover,
  evaluate,
  explain,
  loadRulebook,
  readDocument,
  type ScoringPlan,
  verify,
} from '../../engine/index.ts';
import { impactOf, studyOf } from '../impact/study.ts';
import { formFrom, lineOf } from '../support/engine.ts';

// The line in the index, and what `npm run generate` makes of the schema.
vi.mock('../../engine/methods/index.ts', async (original) => {
  const index = await original<typeof import('../../engine/methods/index.ts')>();
  const { twoStep } = await import('./new-method/two-step.ts');
  return { ...index, methods: { ...index.methods, twoStep } };
});
vi.mock('../../schemas/generated/methods.ts', async () =>
  (await import('./new-method/generated.ts')).generatedMethods(),
);
vi.mock('../../schemas/generated/validators.ts', async () =>
  (await import('./new-method/generated.ts')).generatedValidators(),
);

const rulebook = (edition: string, twoStep: object): string =>
  JSON.stringify({
    rulebook: 'example',
    edition,
    title: '算例',
    status: 'draft',
    subjects: ['project'],
    total: '10',
    rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
    sources: { sheet: { title: '评分表' } },
    inputs: {
      done: { name: '完成数', type: 'amount', min: '0' },
      plan: { name: '计划数', type: 'amount', min: '0' },
    },
    indicators: [
      {
        id: 'rate',
        name: '完成率',
        weight: '10',
        metric: 'done / plan',
        text: '完成率达到90%的得满分，否则得4分。',
        source: 'sheet',
        method: { twoStep },
      },
    ],
  });

const twoStep = { line: '90%', below: [{ name: '未过线', points: '4' }] };
const planOf = async (parameters: object, edition = '2000'): Promise<ScoringPlan> => {
  const { value, diagnostics } = await loadRulebook(rulebook(edition, parameters), 'rulebook.json');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
};
const form = (done: string) => ({
  rulebook: 'example',
  edition: '2000',
  subject: 'project',
  name: '表',
  year: '2000',
  inputs: { done, plan: '100' },
});

test('check reads it, and tells what is wrong with its parameters', async () => {
  await planOf(twoStep);
  const { diagnostics } = await loadRulebook(rulebook('2000', { ...twoStep, edge: 'near' }), 'rulebook.json');
  expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
    ['unknown-value', '/indicators/0/method/twoStep/edge'],
  ]);
});

test.each([
  ['90', '10'],
  ['89.99', '4'],
])('score and explain compute it: %s', async (done, points) => {
  const { evaluation } = await evaluate(await planOf(twoStep), formFrom(form(done)));
  expect(lineOf(evaluation!, 'rate').points).toBe(points);
  expect(explain(evaluation!, 'zh')).toContain(done === '90' ? '过线' : '未过线');
});

test('verify looks at it, and shows its cliff with a form on either side', async () => {
  const { document } = readDocument(rulebook('2000', twoStep), { file: 'rulebook.json' });
  const { proofs } = await verify(await planOf(twoStep), document!);
  expect(proofs.map(({ code, at }) => [code, at])).toEqual([
    ['zero-unreachable', 'rate'],
    ['no-score', 'rate'],
    ['cliff', 'rate'],
  ]);
  expect(proofs.at(-1)!.jumps?.length).toBe(1);
});

describe('diff', () => {
  const editions = async (was: object, is: object) => {
    const [before, after] = [await planOf(was), await planOf(is, '2001')];
    return compare({ plan: before }, { plan: after });
  };

  test('tells each parameter by its name, in both languages', async () => {
    const { written } = await editions(twoStep, {
      line: '95%',
      edge: 'excluded',
      below: [{ name: '未过线', points: '5' }],
    });
    expect(written.map(({ code, message }) => [code, message.zh, message.en])).toEqual([
      ['threshold-changed:rate/line', '线由 90% 改为 95%', 'line changed from 90% to 95%'],
      [
        'parameter-changed:rate/edge',
        '恰在线上由 算过线 改为 不算过线',
        'on the line changed from counts as past it to does not count',
      ],
      [
        'band-changed:rate/1',
        '第 1 档由「未过线」，只得 4 分 改为「未过线」，只得 5 分',
        'band 1 changed from 「未过线」, gives only 4 to 「未过线」, gives only 5',
      ],
    ]);
  });

  test('says nothing where the same holds unwritten', async () => {
    const { written, differs } = await editions(twoStep, { ...twoStep, edge: 'included' });
    expect([written, differs]).toEqual([[], false]);
  });

  test('knows what it does to scores', async () => {
    const { whole, lines } = await editions(twoStep, { ...twoStep, line: '95%' });
    expect(whole.verdict).toBe('neverHigher');
    expect(lines[0]!.intervals.map(({ from, to, before, after }) => [from, to, before, after])).toEqual([
      ['0.9', '0.95', '10', '4'],
    ]);
  });

  test('tells another method by its name', async () => {
    const { value: after } = await loadRulebook(
      rulebook('2001', twoStep).replace(JSON.stringify({ twoStep }), '{"proportional":{}}'),
      'rulebook.json',
    );
    const { written } = await compare({ plan: await planOf(twoStep) }, { plan: after! });
    expect(written.map(({ message }) => message.zh)).toEqual(['计分方法由「两段」改为「按比例」']);
  });
});

test('cover lists its bands and tells what reaches them', async () => {
  const plan = await planOf(twoStep);
  const source = { text: rulebook('2000', twoStep), file: 'rulebook.json' };
  const { items } = await cover(plan, [], source);
  const bands = items.filter(({ kind }) => kind === 'band');
  expect(bands.map(({ label, hint }) => [label.zh, hint?.message.zh])).toEqual([
    ['过线', expect.stringContaining('完成数')],
    ['未过线', expect.stringContaining('完成数')],
  ]);
});

test('impact says that it was the edit', async () => {
  const study = await studyOf(
    rulebook('2000', twoStep),
    rulebook('2001', { ...twoStep, below: [{ name: '未过线', points: '1' }] }),
  );
  const { result } = await impactOf(study, [form('50'), form('95')] as never);
  expect(result.impact.edits.map(({ title, sum }) => [title.zh, sum])).toEqual([
    [expect.stringContaining('完成率'), '-3'],
  ]);
});
