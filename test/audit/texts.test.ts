/** Sentences of goals, reports and reasons, held against one form: those that contradict it, and those that must raise nothing. */
import { describe, expect, test } from 'vitest';
import { audit } from '../../engine/index.ts';
import { readData } from '../support/data.ts';
import { formFrom, planOf } from '../support/engine.ts';
import { ordinaryFrame } from '../support/frame.ts';

interface Sentence {
  /** Where it stands: done is what was done of the goal. */
  in: 'goal' | 'done' | 'report' | 'reason';
  text: string;
  /** Codes, with what the message says; empty where nothing may be said. */
  says?: string[];
  /** Changes to the form. */
  form?: Record<string, unknown>;
}

interface File {
  form: Record<string, unknown>;
  wrong: Sentence[];
  right: Sentence[];
}

const plan = await planOf(`
rulebook: texts
edition: "2000"
title: 文字
status: draft
subjects: [project, department]
total: 100
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { form: { title: 某表 } }
inputs:
  initial: { name: 年初预算数, type: amount, unit: 万元, min: 0, note: 只作对照 }
  budget: { name: 全年预算数, type: amount, unit: 万元, min: 0 }
  executed: { name: 全年执行数, type: amount, unit: 万元, min: 0 }
  stated: { name: 执行率, type: rate, min: 0, restates: executed / budget }
grades: [{ name: 优, from: 90 }, { name: 良, from: 80 }, { name: 中, from: 60 }, { name: 差, from: 0 }]
${ordinaryFrame}indicators:
  - { id: execution, name: 预算执行率, weight: 10, role: execution, metric: executed / budget, method: { proportional: {} } }
  - { id: result, name: 成效, weight: 90, declared: {} }
`);

const { form, wrong, right } = readData<File>(new URL('./texts/sentences.yaml', import.meta.url).pathname);
const codes = new Set([
  'figure-mismatch',
  'sum-mismatch',
  'text-rate-mismatch',
  'prompt-left',
  'year-mismatch',
  'grade-mismatch',
]);

function withText({ in: where, text, form: changes = {} }: Sentence): object {
  const copy = { ...structuredClone(form), ...changes } as Record<string, unknown>;
  if (where === 'goal') copy.goals = [{ expected: text }];
  if (where === 'done') copy.goals = [{ actual: text }];
  if (where === 'report') copy.report = { text };
  if (where === 'reason') copy.reasons = { execution: text };
  return copy;
}

async function toldOf(sentence: Sentence): Promise<string[]> {
  const { evaluation, diagnostics } = await audit(plan, formFrom(withText(sentence)));
  expect(diagnostics).toEqual([]);
  return evaluation!.findings.flatMap(({ code, message, severity }) =>
    codes.has(code) ? [`${severity} ${code} ${message.zh}`] : [],
  );
}

test('there are at least as many sentences that raise nothing', () => {
  expect(right.length).toBeGreaterThanOrEqual(wrong.length);
});

describe('contradicts the form or itself', () => {
  test.each(wrong.map((one) => [one.text, one] as const))('%s', async (_, one) => {
    const told = await toldOf(one);
    expect(told.join('\n')).not.toBe('');
    for (const said of one.says ?? []) expect(told.join('\n')).toContain(said);
    expect(told).toHaveLength(1);
  });
});

describe('raises nothing', () => {
  test.each(right.map((one) => [one.text, one] as const))('%s', async (_, one) => {
    expect(await toldOf(one)).toEqual([]);
  });
});

test('a text of twenty thousand signs is read at once', async () => {
  const started = performance.now();
  for (const part of ['预算1万元、', '其中1万元，', '1+', '（', '目标1：', '实际', '1,000,', '9'])
    await toldOf({ in: 'report', text: part.repeat(20_000 / part.length) });
  expect(performance.now() - started).toBeLessThan(6000);
});
