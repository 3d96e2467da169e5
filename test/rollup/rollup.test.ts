/** What must hold when forms are rolled up, by the notes of a published form: amounts add, rates are averaged by amount. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluate,
  formOfValue,
  type LedgerNode,
  loadRulebook,
  readCase,
  rollUp,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';
import { repositoryRulebooks } from '../../server/library.ts';

const folder = join(repositoryRulebooks(), 'xiangyang', '2021');
const plan = await load();

async function load(): Promise<ScoringPlan> {
  const { value } = await loadRulebook(readFileSync(join(folder, 'rulebook.yaml')), 'rulebook.yaml');
  if (!value) throw new Error('the rulebook does not load');
  return value;
}

const filed = (name: string) => readCase(readFileSync(join(folder, 'cases', name)), name).value!.form!;
const nodes = (node: LedgerNode): LedgerNode[] => [node, ...(node.children ?? []).flatMap(nodes)];

async function rolled(submissions: readonly Submission[]) {
  const { submission, diagnostics } = await rollUp(plan, submissions.map(formOfValue), {
    name: '汇总',
    subject: 'project',
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { evaluation } = await evaluate(plan, formOfValue(submission!));
  return { submission: submission!, evaluation: evaluation! };
}

const project = (budget: string, executed: string, declared: Submission['declared']): Submission =>
  ({
    rulebook: 'xiangyang',
    edition: '2021',
    subject: 'project',
    name: '项目',
    inputs: { budget, executed },
    declared,
  }) as Submission;

describe('rolling projects up', () => {
  it('puts the two filed projects together: 95.60 of 135.00 executed, 70.81 %', async () => {
    const { submission, evaluation } = await rolled(
      ['public-affairs-domain.yaml', 'institutional-reform.yaml'].map((name) => filed(name).submission),
    );
    expect(submission.inputs).toMatchObject({ budget: '135', executed: '95.6' });
    const execution = nodes(evaluation.ledger).find(({ id }) => id === 'execution')!;
    expect(execution.points).toBe('14.16');
    expect(execution.steps).toContainEqual(
      expect.objectContaining({ step: 'compute', substituted: '95.6 ÷ 135', value: '70.81…%' }),
    );
    expect(evaluation.outOf).toBe('100');
  });

  it('adds absolute values and scores afterwards', async () => {
    const row = (target: string, actual: string) => [
      { under: 'quantity', name: '服务人数', target, actual, weight: '80' },
    ];
    const { submission, evaluation } = await rolled([
      project('100', '100', row('≥100人', '50人')),
      project('300', '300', row('≥100人', '150人')),
    ]);
    expect(submission.declared).toEqual([
      expect.objectContaining({ target: '≥200人', actual: '200人', weight: '80' }),
    ]);
    expect(evaluation.total).toBe('100');
  });

  it('averages relative values by amount and scores afterwards', async () => {
    const row = (actual: string) => [
      { under: 'quality', name: '合格率', target: '≥90%', actual, weight: '80' },
    ];
    const { submission, evaluation } = await rolled([
      project('100', '100', row('60%')),
      project('300', '300', row('100%')),
    ]);
    expect(submission.declared![0]).toMatchObject({ target: '≥90%', actual: '90%' });
    expect(evaluation.total).toBe('100');
  });

  it('averages qualitative scores by amount', async () => {
    const row = (share: string) => [
      {
        under: 'social',
        name: '服务',
        target: '提供支撑',
        actual: '有力支撑',
        weight: '80',
        judgement: { share },
      },
    ];
    const { evaluation } = await rolled([
      project('100', '100', row('60%')),
      project('300', '300', row('100%')),
    ]);
    expect(nodes(evaluation.ledger).find(({ name }) => name === '服务')!.points).toBe('72');
  });

  it('keeps weights adding to the total when projects declare different rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 6 }),
        async (amounts) => {
          const forms = amounts.map((amount, index) =>
            project(String(amount), String(amount), [
              {
                under: 'quantity',
                name: `第 ${index + 1} 项工作`,
                target: '≥90%',
                actual: '95%',
                weight: '50',
              },
              { under: 'quality', name: '合格率', target: '≥90%', actual: '95%', weight: '30' },
            ]),
          );
          const { evaluation } = await rolled(forms);
          expect([evaluation.outOf, evaluation.total]).toEqual(['100', '100']);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says what is missing', async () => {
    const codes = async (forms: Submission[]) =>
      (await rollUp(plan, forms.map(formOfValue), { name: '汇总', subject: 'project' })).diagnostics.map(
        ({ code }) => code,
      );
    const bare = { ...project('1', '1', []), inputs: {} } as Submission;
    expect(await codes([])).toEqual(['rollup-empty']);
    expect(await codes([bare])).toContain('rollup-amount-missing');
    expect(await codes([project('0', '0', [])])).toContain('rollup-amount-zero');
  });
});

describe('a figure that only states others once more', () => {
  const rulebook = `
rulebook: example
edition: "2000"
title: 示例
status: draft
subjects: [project]
total: 10
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { sheet: { title: 评分表 } }
rollup: { amount: budget, absolute: sum, relative: byAmount, qualitative: byAmount }
inputs:
  spent: { name: 执行数, type: amount, min: 0 }
  budget: { name: 预算数, type: amount, min: 0 }
  stated: { name: 执行率, type: rate, min: 0, restates: spent / budget }
indicators:
  - { id: execution, name: 预算执行率, weight: 10, metric: spent / budget, method: { proportional: {} } }
limits:
  - { id: low, name: 执行率过低, when: { fact: stated, operator: lessThan, value: 50% }, total: 1 }
`;
  const form = (spent: string, stated: string) =>
    ({
      rulebook: 'example',
      edition: '2000',
      subject: 'project',
      name: `执行 ${spent}`,
      inputs: { spent, budget: '100', stated },
    }) as Submission;

  it.each([
    [[form('40', '40%')], '1'],
    [[form('40', '40%'), form('50', '50%')], '1'],
    [[form('60', '60%'), form('80', '80%')], '7'],
  ])('decides of the roll-up what it decides of its forms', async (forms, total) => {
    const { value } = await loadRulebook(rulebook, 'rulebook.yaml');
    const { submission } = await rollUp(value!, forms.map(formOfValue), { name: '汇总', subject: 'project' });
    const { evaluation } = await evaluate(value!, formOfValue(submission!));
    expect(evaluation).toMatchObject({ total, status: 'complete' });
  });
});

describe('averages that do not end', () => {
  const rulebook = `
rulebook: example
edition: "2000"
title: 示例
status: draft
subjects: [project]
total: 100
rounding: { decimals: 1, mode: down, at: total }
sources: { sheet: { title: 评分表 } }
rollup: { amount: budget, absolute: sum, relative: mean, qualitative: mean }
inputs:
  budget: { name: 预算数, type: amount, min: 0 }
  audited: { name: 是否审计, type: yesNo }
frame:
  met: [达标]
  targets:
    atLeast: { method: { proportional: {} } }
    atMost: { method: { inverse: { by: ratio } } }
    plain: { as: atLeast }
    equal: { as: atLeast }
    date: { method: { deadline: {} } }
    words: { method: { yesNo: { input: audited } } }
indicators:
  - { id: output, name: 产出, weight: 100, declared: {} }
`;
  const form = {
    rulebook: 'example',
    edition: '2000',
    subject: 'project',
    name: '三行平分',
    inputs: { budget: '10' },
    declared: ['甲', '乙', '丙'].map((name) => ({
      under: 'output',
      name,
      target: '2000年12月31日',
      actual: '2000-12-31',
    })),
  } as Submission;

  it('are not rounded on the way: three thirds of the points are all of them', async () => {
    const { value } = await loadRulebook(rulebook, 'rulebook.yaml');
    const { submission } = await rollUp(value!, [formOfValue(form)], { name: '汇总', subject: 'project' });
    expect(Object.values(submission!.rolledUp!.points!)).toEqual(['100/3', '100/3', '100/3']);
    const { evaluation } = await evaluate(value!, formOfValue(submission!));
    expect(evaluation).toMatchObject({ total: '100', status: 'complete' });
  });
});
