import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { validateValue } from '../../engine/validate/schema.ts';
import type { Audit, Finding, LedgerNode } from '../../schemas/generated/types.ts';
import { expectGolden } from '../source/goldens.ts';
import { cli, json } from './cli.ts';

interface ExpectedFinding {
  code: string;
  severity?: string;
  at?: string;
  says?: string;
}
interface ExpectedForm {
  total: string;
  outOf: string;
  claimed: string;
  grade?: string;
  noErrors?: boolean;
  points?: Record<string, string>;
  absent?: string[];
  findings: ExpectedFinding[];
}
interface ExpectedFolder {
  forms: Record<string, ExpectedForm>;
  across?: ExpectedFinding[];
}

const folder = new URL('.', import.meta.url).pathname;
const expected: Record<string, ExpectedFolder> = parse(readFileSync(`${folder}expected.yaml`, 'utf8'));
const golden = (name: string) => `${folder}goldens/${name}.txt`;

const pointsOf = (node: LedgerNode): [string, string][] => [
  [node.id, node.points],
  ...(node.children ?? []).flatMap(pointsOf),
];

const expectFinding = (findings: Finding[], { code, severity, at, says = '' }: ExpectedFinding) =>
  expect(
    findings.filter(
      (one) =>
        one.code === code &&
        (severity === undefined || one.severity === severity) &&
        (at === undefined || [one.place?.indicator, one.place?.input].includes(at)) &&
        one.message.zh.includes(says),
    ),
    `${code} ${at ?? ''} ${says}`,
  ).not.toEqual([]);

describe.each(Object.entries(expected))('audit of %s', (edition, { forms, across = [] }) => {
  const path = `rulebooks/${edition}/cases`;

  test('as a reviewer reads it', async () => {
    const { code, out, err } = await cli(['audit', path]);
    expectGolden(out, golden(`audit-${edition.replace('/', '-')}`));
    expect([code, err]).toEqual([1, '']);
  });

  test('has every figure and finding of the filed forms', async () => {
    const { value, code } = await json(['audit', path]);
    const audit = value as Audit;
    expect(code).toBe(1);
    expect(validateValue(audit, 'audit')).toEqual([]);
    for (const [name, form] of Object.entries(forms)) {
      const evaluation = audit.evaluations.find(({ form }) => form.id === name || form.name === name)!;
      const { total, outOf, claimed, grade, findings } = evaluation;
      expect({ total, outOf, claimed }).toEqual({
        total: form.total,
        outOf: form.outOf,
        claimed: form.claimed,
      });
      if (form.grade) expect(grade ?? 'none').toBe(form.grade);
      expect(Object.fromEntries(pointsOf(evaluation.ledger))).toMatchObject(form.points ?? {});
      for (const one of form.findings) expectFinding(findings, one);
      const codes = new Set(
        findings.filter((one) => form.noErrors && one.severity === 'error').map((one) => one.code),
      );
      expect([...codes]).toEqual([]);
      for (const code of form.absent ?? []) expect(findings.map((one) => one.code)).not.toContain(code);
    }
    for (const one of across) expectFinding(audit.findings, one);
  });
});

test('no line of an audit is wider than the page', async () => {
  const { widthOf } = await import('../../engine/index.ts');
  for (const edition of Object.keys(expected))
    for (const language of ['zh', 'en']) {
      const { out } = await cli(['audit', `rulebooks/${edition}/cases`, '--lang', language]);
      expect(out.split('\n').filter((line) => widthOf(line) > 100)).toEqual([]);
    }
});

test('in English', async () => {
  const { out } = await cli(['audit', 'rulebooks/changan/2020/cases/supervision.yaml', '--lang', 'en']);
  expectGolden(out, golden('audit-supervision-en'));
});

test('one form as JSON is its evaluation', async () => {
  const { value } = await json(['audit', 'rulebooks/xiangyang/2021/cases/department.yaml']);
  expect(validateValue(value, 'evaluation')).toEqual([]);
  expect(value.total).toBe('98.25');
});

test('a dossier as JSON is one audit, its findings placed in the dossier', async () => {
  const { value } = await json(['audit', 'rulebooks/xiangyang/2021/cases/dossier.yaml']);
  expect(validateValue(value, 'audit')).toEqual([]);
  expect(value.evaluations).toHaveLength(3);
  expect(value.findings.map((one: Finding) => one.place)).toEqual([
    { input: 'projectExpenditure', name: '中共襄阳市委机构编制委员会办公室2021年度绩效自评材料' },
  ]);
});

test('forms that a dossier names are audited once; example tables are passed over and counted', async () => {
  const { value } = await json(['audit', 'rulebooks/changan/2020/cases']);
  expect(value.evaluations).toHaveLength(4);
  const { out } = await cli(['audit', 'rulebooks/changan/2020/cases']);
  expect(out).toContain('跳过边界算例 1 份');
});

test('a form that answers to everything has no findings and exits 0', async () => {
  const { code, out } = await cli(['audit', 'rulebooks/national/2020/constructed/clean.yaml']);
  expect(code).toBe(0);
  expect(out).not.toContain('错误');
});
