/** `zhunsheng verify`, and what `check` says of verification: exit codes, languages, JSON. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validators } from '../../schemas/generated/validators.ts';
import { cli, json } from '../cli/cli.ts';

let folder: string;
const write = (name: string, method: string, more = ''): string => {
  const path = join(folder, name);
  writeFileSync(
    path,
    `rulebook: sample
edition: "2021"
title: 样例
status: draft
subjects: [project]
total: 10
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { form: { title: 样表 } }
inputs: { rate: { name: 率, type: rate, min: 0, max: 100, source: form } }
indicators:
  - id: line
    name: 行
    weight: 10
    text: 按下列办法计分。
    source: form
    metric: rate
    method: ${method}
${more}`,
  );
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const dip =
  '{ bands: [{ from: 90%, points: 10 }, { from: 80%, points: 4 }, { from: 70%, points: 6 }, { points: 0 }] }';

test('the repository verifies clean: exit 0', async () => {
  const { code, value } = await json(['verify']);
  expect(code).toBe(0);
  validators.verification(value);
  expect(validators.verification.errors ?? []).toEqual([]);
  expect(value.rulebooks.map(({ rulebook }: { rulebook: string }) => rulebook)).toContain('yunxi@2021');
});

test('an error that nobody accepted: exit 1, with its witnesses, in both languages', async () => {
  const path = write('dip.yaml', dip);
  const zh = await cli(['verify', path]);
  expect(zh.code).toBe(1);
  expect(zh.out).toContain('not-monotone');
  expect(zh.out).toContain('见证：rate 80% → 4 分');
  expect(zh.out).toContain('共 1 部规则：错误 1，警告 0，已认可 0');
  const en = await cli(['verify', path, '--lang', 'en']);
  expect(en.out).toContain('witness: rate 80% → 4 points');
  expect(en.out).toContain('1 rulebooks: 1 errors, 0 warnings, 0 accepted');
  const { code, value } = await json(['verify', path]);
  expect(code).toBe(1);
  validators.verification(value);
  expect(validators.verification.errors ?? []).toEqual([]);
});

test('the same error accepted: exit 0, with the reason', async () => {
  const path = write('accepted.yaml', dip, 'accepted: [{ code: not-monotone, at: line, why: 原文如此 }]\n');
  const { code, out } = await cli(['verify', path]);
  expect(code).toBe(0);
  expect(out).toContain('认可：原文如此');
  expect((await cli(['check', path])).code).toBe(0);
});

test('a rulebook refused for a gap is verified all the same: exit 1', async () => {
  const path = write(
    'gap.yaml',
    '{ bands: [{ from: 70%, upTo: 100%, points: 10 }, { from: 0%, below: 60%, points: 0 }] }',
  );
  const { code, value } = await json(['verify', path]);
  expect(code).toBe(1);
  const [gap] = value.rulebooks[0].proofs;
  expect(gap).toMatchObject({ code: 'gap', witnesses: [{ absence: 'no-band' }] });
});

test('a rulebook that cannot be used otherwise: exit 2, and why', async () => {
  const path = write('broken.yaml', '{ bands: [{ points: 10, from: nowhere }, { points: 0 }] }');
  const { code, value } = await json(['verify', path]);
  expect(code).toBe(2);
  expect(value.rulebooks[0]).toMatchObject({ usable: false, proofs: [] });
  expect(value.diagnostics.map((one: { code: string }) => one.code)).toContain('unknown-reference');
});

test('check tells the errors and warnings of verification', async () => {
  const { code, value } = await json(['check', write('dip-again.yaml', dip)]);
  expect(code).toBe(2);
  expect(value.diagnostics.map((one: { code: string }) => one.code)).toEqual(['not-monotone']);
  validators.diagnostics(value);
  expect(validators.diagnostics.errors ?? []).toEqual([]);
});
