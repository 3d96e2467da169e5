/** What a rulebook accepts is accepted wherever it is used: it loads, is verified, scored and compared. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compare,
  evaluate,
  loadRulebook,
  readDocument,
  type Submission,
  verifyRulebook,
} from '../../engine/index.ts';
import { formFrom } from '../support/engine.ts';

const acceptable = [
  'gap',
  'overlap',
  'unreachable-band',
  'weight-sum',
  'checklist-sum',
  'points-above-cap',
  'grades-order',
  'never-holds',
];
const rulebookOf = (code: string): string =>
  readFileSync(new URL(`../diagnostics/${code}/rulebook.yaml`, import.meta.url), 'utf8');
const accepting = (code: string, at?: string): string =>
  `${rulebookOf(code)}\naccepted: [{ code: ${code}, ${at ? `at: ${at}, ` : ''}why: 文件如此 }]\n`;
const errorsOf = async (text: string) =>
  (await loadRulebook(text, 'rulebook.yaml')).diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

test.each(['weight-sum', 'grades-order', 'checklist-sum', 'points-above-cap', 'never-holds'])(
  '%s accepted where there is none is told when the rulebook is loaded',
  async (code) => {
    const codesOf = async (text: string) =>
      (await loadRulebook(text, 'rulebook.yaml')).diagnostics.map((one) => one.code);
    expect(await codesOf(accepting(code, 'elsewhere'))).toContain('acceptance-unused');
    expect(await codesOf(accepting(code))).not.toContain('acceptance-unused');
    expect(await codesOf(`${rulebookOf('gap')}\naccepted: [{ code: ${code}, why: 文件如此 }]\n`)).toContain(
      'acceptance-unused',
    );
  },
);

describe.each(acceptable)('%s', (code) => {
  test('is refused where nobody accepts it', async () => {
    expect(await errorsOf(rulebookOf(code))).toContain(code);
    expect(await errorsOf(accepting(code, 'elsewhere'))).toContain(code);
  });

  test('accepted, it loads, and says why', async () => {
    const { value: plan, diagnostics } = await loadRulebook(accepting(code), 'rulebook.yaml');
    expect(plan).toBeDefined();
    const told = diagnostics.filter((one) => one.code === code);
    expect(told.length).toBeGreaterThan(0);
    for (const { severity, help } of told)
      expect([severity, help!.zh]).toEqual(['info', '规则已认可：文件如此']);
  });

  test('accepted, it is accepted by verification too, and nothing is left that forbids to publish', async () => {
    const { verified } = await verifyRulebook(accepting(code), 'rulebook.yaml');
    const own = verified.proofs.filter((one) => one.code === code);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ accepted }) => accepted === '文件如此')).toBe(true);
    expect(verified.proofs.map((one) => one.code)).not.toContain('acceptance-unused');
  });

  test('accepted, forms are scored and editions compared', async () => {
    const text = accepting(code);
    const { value: plan } = await loadRulebook(text, 'rulebook.yaml');
    const { rulebook, edition } = plan!.identity;
    const form = { rulebook, edition, subject: plan!.rulebook.subjects[0]!, name: '甲' } satisfies Submission;
    expect((await evaluate(plan!, formFrom(form))).evaluation).toBeDefined();
    const one = { plan: plan!, document: readDocument(text, { file: 'rulebook.yaml' }).document! };
    expect((await compare(one, one)).differs).toBe(false);
  });
});

const withGap = (more: string) => `
rulebook: gap
edition: "2000"
title: 空档
status: draft
subjects: [project]
total: 20
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { form: { title: 某表 } }
inputs: { rate: { name: 甲率, type: rate, min: 0, max: 100 }, other: { name: 乙率, type: rate, min: 0, max: 100 } }
indicators:
  - { id: first, name: 甲, weight: 10, metric: rate, method: { bands: [{ from: 80%, points: 10 }, { from: 0%, upTo: 79%, points: 5 }] } }
  - { id: second, name: 乙, weight: 10, metric: other, method: { bands: [{ from: 80%, points: 10 }, { from: 0%, upTo: 79%, points: 5 }] } }
${more}`;

test('one line accepted does not accept the other', async () => {
  expect(await errorsOf(withGap('accepted: [{ code: gap, at: first, why: 文件如此 }]'))).toEqual(['gap']);
});

test('a form in an accepted gap has no score there, and is incomplete', async () => {
  const { value: plan } = await loadRulebook(
    withGap('accepted: [{ code: gap, why: 文件如此 }]'),
    'rulebook.yaml',
  );
  const scored = async (rate: string) =>
    (
      await evaluate(
        plan!,
        formFrom({
          rulebook: 'gap',
          edition: '2000',
          subject: 'project',
          name: '甲',
          inputs: { rate, other: '90%' },
        }),
      )
    ).evaluation!;
  const inside = await scored('79.5%');
  expect([inside.status, inside.total]).toEqual(['incomplete', '10']);
  expect(inside.findings.map(({ code }) => code)).toEqual(['no-band']);
  const outside = await scored('79%');
  expect([outside.status, outside.total]).toEqual(['complete', '15']);
});

test('an edge in two bands may be accepted as well', async () => {
  const text = rulebookOf('edge-in-both');
  const { proofs } = (
    await verifyRulebook(
      `${text}\naccepted: [{ code: edge-in-both, at: execution, why: 文件如此 }]\n`,
      'rulebook.yaml',
    )
  ).verified;
  const told = proofs.filter(({ code }) => code === 'edge-in-both');
  expect(told.map(({ at, accepted }) => [at, accepted])).toEqual([
    ['execution', '文件如此'],
    ['unspent', undefined],
  ]);
});
