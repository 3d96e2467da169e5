import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { validateValue } from '../../engine/validate/schema.ts';
import { compareFindings, compareNumber } from '../../server/cases/compare.ts';
import { countResults, runCases } from '../../server/cases/run.ts';
import { Library } from '../../server/library.ts';

const library = new Library();

describe('the cases of every rulebook', () => {
  test.each(library.names())('%s', async (name) => {
    const edition = (await library.all()).find((one) => one.name === name)!;
    const results = countResults(await runCases(edition, new Map()));
    expect(validateValue(results, 'results')).toEqual([]);
    expect(results.results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results.passed).toBeGreaterThan(0);
  });
});

const temporary = mkdtempSync(join(tmpdir(), 'zhunsheng-cases-'));
afterAll(() => rmSync(temporary, { recursive: true }));

async function runWith(cases: Record<string, string>) {
  const folder = mkdtempSync(join(temporary, 'rulebook-'));
  writeFileSync(join(folder, 'rulebook.yaml'), readFileSync('rulebooks/xiangyang/2021/rulebook.yaml'));
  mkdirSync(join(folder, 'cases'));
  for (const [name, text] of Object.entries(cases)) writeFileSync(join(folder, 'cases', name), text);
  return runCases(await new Library(folder).load(join(folder, 'rulebook.yaml')), new Map());
}

const department = readFileSync('rulebooks/xiangyang/2021/cases/department.yaml', 'utf8');

describe('a case that does not hold', () => {
  test('each figure is told, expected against got', async () => {
    const [result] = await runWith({
      'a.yaml':
        department.replace(/^expect:[\s\S]*$/m, '') +
        'expect:\n  total: 98.26\n  outOf: 100.0\n  grade: 优\n  points: { execution: 18.250, nothing: 1 }\n',
    });
    expect(result).toMatchObject({ kind: 'form', passed: false });
    expect(result!.differences.map(({ what, expected, got }) => [what.en, expected, got])).toEqual([
      ['total', '98.26', '98.25'],
      ['grade', '优', '—'],
      ['points of nothing', '1', undefined],
    ]);
  });

  test('findings too many and too few', async () => {
    const [result] = await runWith({
      'a.yaml': department.replace('code: unit-missing', 'code: unit-mismatch').replace('"41.93"', '"41.94"'),
    });
    expect(
      result!.differences.map(({ expected, got }) => expected ?? got!.split(' ').slice(0, 3).join(' ')),
    ).toEqual([
      'warning unit-mismatch @legacy-posts',
      'error parts-sum @projectExpenditure 「41.94」',
      'error parts-sum @projectExpenditure',
      'warning unit-missing @legacy-posts',
    ]);
  });

  test('an example says its line and its status', async () => {
    const results = await runWith({
      'a.yaml': `case: x
rulebook: xiangyang
edition: "2021"
tables:
  - indicator: execution
    examples:
      - { given: { budget: 100, executed: 50 }, points: 10 }
      - { given: { budget: 100, executed: 50 }, points: 11 }
      - { given: { budget: 100 }, points: 0 }
      - { given: { bugdet: 100 }, points: 0 }
`,
    });
    expect(results.map(({ line, passed }) => [line, passed])).toEqual([
      [7, true],
      [8, false],
      [9, false],
      [10, false],
    ]);
    expect(results[2]!.differences[0]).toMatchObject({ expected: 'scored', got: 'missing' });
    expect(results[3]!.diagnostics.map(({ code }) => code)).not.toEqual([]);
  });

  test('a file that cannot be read is told with why', async () => {
    const [result] = await runWith({ 'a.yaml': 'case: [' });
    expect(result).toMatchObject({ kind: 'unreadable', passed: false });
    expect(result!.diagnostics[0]!.code).toBe('bracket-not-closed');
  });

  test('a dossier is held to exactly the findings across its forms', async () => {
    const dossier = readFileSync('rulebooks/xiangyang/2021/cases/dossier.yaml', 'utf8').replace(
      /^expect:[\s\S]*$/m,
      '',
    );
    const forms = Object.fromEntries(
      ['public-affairs-domain.yaml', 'institutional-reform.yaml', 'department.yaml'].map((name) => [
        name,
        readFileSync(`rulebooks/xiangyang/2021/cases/${name}`, 'utf8'),
      ]),
    );
    const expecting = async (text: string) =>
      (await runWith({ ...forms, 'z.yaml': `${dossier}\n${text}\n` })).find(
        ({ kind }) => kind === 'dossier',
      )!;
    expect(
      await expecting('expect: { findings: [{ code: cross-form, at: projectExpenditure }] }'),
    ).toMatchObject({
      passed: true,
    });
    expect((await expecting('expect: { findings: [] }')).differences).toHaveLength(1);
  });
});

describe('comparing', () => {
  const what = { zh: '分', en: 'points' };
  test.each([
    ['12.50', '12.5', true],
    ['0.1', '0.10000000000000001', false],
    ['1', undefined, false],
  ])('%s with %s', (expected, got, same) => {
    expect(compareNumber(what, expected, got).length === 0).toBe(same);
  });

  test('a vague expectation gives way to an exact one', () => {
    const finding = (at: string) => ({
      code: 'unit-missing',
      severity: 'warning' as const,
      message: { zh: at, en: at },
      place: { indicator: at },
    });
    expect(
      compareFindings(
        [{ code: 'unit-missing' }, { code: 'unit-missing', at: 'a' }],
        [finding('a'), finding('b')],
      ),
    ).toEqual([]);
  });

  test('notes may be listed or left out', () => {
    const note = { code: 'no-rule', severity: 'info' as const, message: { zh: '甲', en: 'a' } };
    expect(compareFindings([], [note])).toEqual([]);
    expect(compareFindings([{ code: 'no-rule' }], [note])).toEqual([]);
    expect(compareFindings([{ code: 'no-rule' }], [])).toHaveLength(1);
  });
});
