/** `zhunsheng test --coverage`: what a person and a pipeline see. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { widthOf } from '../../engine/index.ts';
import { validateValue } from '../../engine/validate/schema.ts';
import { cli, json } from '../cli/cli.ts';

const temporary = mkdtempSync(join(tmpdir(), 'zhunsheng-cover-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Yunxi with one example fewer: a rate of exactly 90% is no longer tested. */
function lacking(): string {
  const folder = mkdtempSync(join(temporary, 'rulebooks-'));
  cpSync('rulebooks/yunxi', join(folder, 'yunxi'), { recursive: true });
  const file = join(folder, 'yunxi/2021/cases/boundaries.yaml');
  const lines = readFileSync(file, 'utf8').split('\n');
  const kept = lines.filter((line) => !line.includes('keySpending: 90 }') && !/grade-|恰为90%/.test(line));
  writeFileSync(file, kept.join('\n'));
  for (const grade of ['90', 'below-90', '80', 'below-80', '60', 'below-60']) {
    const path = join(folder, `yunxi/2021/constructed/grade-${grade}.yaml`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('keySpending: 90', 'keySpending: 91'));
  }
  return folder;
}

test('everything reached: a table by kind, exit 0 at a threshold of 100', async () => {
  const { code, out, err } = await cli(['test', 'national@2017', '--coverage', '--threshold', '100']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('✓ national@2017');
  expect(out).toMatch(/合计 +45 +45 +100/);
  expect(out).not.toContain('→');
});

test('a miss is told with its line and how to reach it; the threshold is exact', async () => {
  const folder = lacking();
  const shown = await cli(['--rulebooks', folder, 'test', '--coverage']);
  expect(shown.code).toBe(0);
  expect(shown.out.replace(/\s+/g, '')).toMatch(
    /✗\S*yunxi\/2021\/rulebook\.yaml:140重点支出安排率界限重点项目支出÷项目总支出=90%→/,
  );
  expect(shown.out).toContain('→ 「重点支出安排率」填重点项目支出 90，项目总支出 100');
  expect(shown.out).toContain('覆盖 181/182，99.4%');
  expect(shown.out.split('\n').filter((line) => widthOf(line) > 100)).toEqual([]);
  const english = await cli(['--rulebooks', folder, 'test', '--coverage', '--lang', 'en']);
  expect(english.out).toContain('→ "重点支出安排率" with keySpending 90, allProjectSpending 100');
  const at = async (threshold: string) =>
    (await cli(['--rulebooks', folder, 'test', '--threshold', threshold])).code;
  expect([await at('99.45'), await at('99.46'), await at('100')]).toEqual([0, 1, 1]);
});

test('--suggest writes only YAML; as a file of cases it passes and nothing is missed', async () => {
  const folder = lacking();
  const { out, err } = await cli(['--rulebooks', folder, 'test', '--suggest']);
  expect(err).toBe('');
  expect(out).toMatch(/^# yaml-language-server/);
  expect(out).toContain('{ given: { keySpending: 90, allProjectSpending: 100 }, points: 5, note: "待核对');
  const file = join(folder, 'yunxi/2021/cases/suggested.yaml');
  const written = await cli(['--rulebooks', folder, 'test', '--suggest', '--out', file]);
  expect(written.err).toContain('写出 1 行算例');
  expect(readFileSync(file, 'utf8')).toBe(out);
  const after = await cli(['--rulebooks', folder, 'test', '--coverage', '--threshold', '100']);
  expect([after.code, after.out.includes('覆盖 182/182，100%')]).toEqual([0, true]);
  const again = await cli(['--rulebooks', folder, 'test', '--suggest', '--out', join(folder, 'more.yaml')]);
  expect(again.err).toBe('没有缺的算例\n');
  expect(existsSync(join(folder, 'more.yaml'))).toBe(false);
});

test('never over a file that is there; suggestions are for one rulebook', async () => {
  const folder = lacking();
  const file = join(folder, 'taken.yaml');
  writeFileSync(file, 'mine');
  const refused = await cli(['--rulebooks', folder, 'test', '--suggest', '--out', file]);
  expect([refused.code, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
  cpSync(join(folder, 'yunxi/2021'), join(folder, 'yunxi/2022'), { recursive: true });
  const several = await cli(['--rulebooks', folder, 'test', '--suggest']);
  expect([several.code, several.out]).toEqual([2, '']);
  expect(several.err).toContain('--suggest');
});

test('as JSON by its schema, the same twice', async () => {
  const { code, value, out } = await json(['test', 'changan', '--coverage']);
  expect(code).toBe(0);
  expect(validateValue(value, 'coverage')).toEqual([]);
  expect(value.count).toEqual({ reached: 46, total: 46, percent: '100' });
  expect(value.rulebooks[0].items[0].reachedBy[0]).toMatch(/^rulebooks\/changan\/2020\/cases\/.+:\d+$/);
  expect((await json(['test', 'changan', '--coverage'])).out).toBe(out);
});

test('a case that fails covers nothing; a threshold that is no percentage is refused', async () => {
  const folder = lacking();
  const file = join(folder, 'yunxi/2021/cases/boundaries.yaml');
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace('note: 未调整', 'note: 未调整')
      .replace('adjustedBudget: 200 }, points: 0', 'adjustedBudget: 200 }, points: 1'),
  );
  const { code, out } = await cli(['--rulebooks', folder, 'test', '--coverage']);
  expect([code, out.includes('失败 1')]).toEqual([1, true]);
  for (const threshold of ['101', '-1', 'all'])
    expect((await cli(['test', '--threshold', threshold])).code).toBe(2);
});
