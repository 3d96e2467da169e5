/** A rulebook that scores each kind of row in its own way, and forms of it. */
import { expect } from 'vitest';
import {
  evaluate,
  formOfValue,
  type LedgerNode,
  loadRulebook,
  rollUp,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';

type Declared = NonNullable<Submission['declared']>[number];
export type Row = Omit<Declared, 'under'>;

export const text = (more = ''): string => `
rulebook: scene
edition: "2000"
title: 汇总
status: draft
subjects: [project]
total: 100
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { form: { title: 某表 } }
inputs:
  budget: { name: 预算数, type: amount, unit: 万元, min: 0 }
  executed: { name: 执行数, type: amount, unit: 万元, min: 0 }
  published: { name: 已公开, type: yesNo }
frame:
  targets:
    atLeast: { method: { proportional: {} } }
    atMost: { method: { inverse: { by: ratio, zeroActual: full } } }
    plain: { as: atLeast }
    equal: { method: { equality: {} } }
    date: { method: { deadline: {} } }
    words: { method: { tiers: [{ name: 好, from: 80%, upTo: 100% }, { name: 差, from: 0%, upTo: 60% }] } }
${more}
indicators:
  - { id: execution, name: 预算执行率, weight: 10, metric: executed / budget, method: { proportional: {} } }
  - { id: openness, name: 公开, weight: 10, method: { yesNo: { input: published } } }
  - { id: result, name: 成效, weight: 80, declared: {} }
rollup: { amount: budget, absolute: sum, relative: byAmount, qualitative: byAmount }
`;

export async function planFrom(yaml: string): Promise<ScoringPlan> {
  const { value, diagnostics } = await loadRulebook(yaml, 'rulebook.yaml');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
}

/** A form with one row, or several, of the amount; all of it spent, unless said otherwise. */
export const form = (
  name: string,
  budget: string,
  rows: readonly Row[],
  inputs: Submission['inputs'] = {},
): Submission => ({
  rulebook: 'scene',
  edition: '2000',
  subject: 'project',
  name,
  inputs: { budget, executed: budget, published: '是', ...inputs },
  declared: rows.map((row) => ({ under: 'result', ...row })),
});

export async function rolled(plan: ScoringPlan, submissions: readonly Submission[]) {
  const { submission, diagnostics } = await rollUp(plan, submissions.map(formOfValue), {
    name: '汇总',
    subject: 'project',
  });
  expect(diagnostics).toEqual([]);
  const { evaluation } = await evaluate(plan, formOfValue(submission!));
  return { submission: submission!, evaluation: evaluation! };
}

export const nodes = (node: LedgerNode): LedgerNode[] => [node, ...(node.children ?? []).flatMap(nodes)];
