import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { validateValue } from '../../engine/validate/schema.ts';
import { expectGolden } from '../source/goldens.ts';
import { cli, json } from './cli.ts';

const golden = (name: string) => `${new URL('goldens/', import.meta.url).pathname}${name}.txt`;
const reform = 'rulebooks/xiangyang/2021/cases/institutional-reform.yaml';
const department = 'rulebooks/xiangyang/2021/cases/department.yaml';
const temporary = mkdtempSync(join(tmpdir(), 'zhunsheng-cli-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const written = (name: string, text: string | Uint8Array): string => {
  const path = join(temporary, name);
  writeFileSync(path, text);
  return path;
};

describe('score', () => {
  test('a form, in Chinese', async () => {
    const { code, out, err } = await cli(['score', reform]);
    expectGolden(out, golden('score-reform'));
    expect(out.replace(/\s+/g, ' ')).toContain('20 × 63.34 ÷ 101.17 = 12.5214… → 12.52');
    expect([code, err]).toEqual([0, '']);
  });

  test('as JSON is an evaluation', async () => {
    const { code, value } = await json(['score', reform]);
    expect(validateValue(value, 'evaluation')).toEqual([]);
    expect([code, value.total, value.outOf]).toEqual([0, '92.52', '100']);
  });

  test('the same from standard input, and from JSON', async () => {
    const text = readFileSync(reform, 'utf8');
    const { submission } = parse(text);
    const fromFile = await json(['score', reform]);
    expect((await json(['score', '-'], text)).value).toEqual(fromFile.value);
    expect((await json(['score', '-'], JSON.stringify(submission))).value).toEqual(fromFile.value);
    const file = written('reform.json', JSON.stringify(submission));
    expect((await json(['score', file])).value).toEqual(fromFile.value);
  });

  test('by another rulebook than the form names', async () => {
    const form = 'rulebooks/ningxia/2021/cases/filed.yaml';
    const { value } = await json(['score', form, '--rulebook', 'ningxia@2022']);
    expect(value.rulebook.edition).toBe('2022');
    const path = await json(['score', form, '-r', 'rulebooks/ningxia/2022/rulebook.yaml']);
    expect(path.value).toEqual(value);
    const { code, err } = await cli(['score', form, '--rulebook', 'national']);
    expect(code).toBe(2);
    expect(err).toContain('national@2017、national@2020');
  });

  test('each form of a dossier', async () => {
    const { value } = await json(['score', 'rulebooks/changan/2020/cases/dossier.yaml']);
    expect(validateValue(value, 'audit')).toEqual([]);
    expect(value.evaluations.map((one: { total: string }) => one.total)).toEqual([
      '94.8',
      '76.8',
      '90',
      '100',
    ]);
  });
});

describe('explain', () => {
  test('a form', async () => {
    const { code, out } = await cli(['explain', reform]);
    expectGolden(out.replace(/[0-9a-f]{12}/, '…'), golden('explain-reform'));
    expect(out).toContain('20 × 63.34 ÷ 101.17 = 12.5214… → 12.52');
    expect(code).toBe(0);
  });

  test('as JSON is an evaluation', async () => {
    const { value } = await json(['explain', reform]);
    expect(validateValue(value, 'evaluation')).toEqual([]);
  });
});

describe('exit codes', () => {
  test.each([
    [0, ['audit', reform]],
    [1, ['audit', department]],
    [1, ['score', department]],
    [0, ['list']],
    [0, ['check']],
    [0, ['--help']],
    [0, ['--version']],
    [0, ['help', 'score']],
    [2, []],
    [2, ['scor', 'x']],
    [2, ['score']],
    [2, ['score', reform, 'more']],
    [2, ['score', reform, '--bogus']],
    [2, ['score', reform, '--lang', 'fr']],
    [2, ['score', reform, '--rulebook', 'nowhere@2021']],
    [2, ['check', 'nowhere']],
    [2, ['test', 'nowhere']],
    [2, ['list', '--rulebooks', temporary]],
    [2, ['serve', '--port', '70000']],
  ])('%i for %j', async (code, argv) => {
    expect((await cli(argv)).code).toBe(code);
  });
});

describe('a form that lacks data', () => {
  const folder = 'test/cli/unfinished';
  const argv = (command: string) => [command, '-r', `${folder}/rulebook.yaml`, `${folder}/form.yaml`];

  test.each(['score', 'audit', 'explain', 'rollup'])('%s exits with 1 and says why', async (command) => {
    const { code, out } = await cli(argv(command));
    expect([code, out.includes('缺数据')], out).toEqual([1, true]);
    const asJson = await json(argv(command));
    expect([asJson.code, asJson.value.status]).toEqual([1, 'incomplete']);
  });

  test('is not told, while it is filled in, that its total is missing', async () => {
    const { value } = await json(argv('audit'));
    expect(value.findings.map(({ code }: { code: string }) => code)).toEqual(['data-missing']);
  });
});

test.each([
  ['10', '10万元'],
  ['10万', '10万'],
  ['10万元', '10万元'],
  ['10（万元）', '10（万元）'],
])('an amount written %s is shown as %s', async (written, shown) => {
  const form = {
    rulebook: 'xiangyang',
    edition: '2021',
    subject: 'project',
    name: '某项目',
    inputs: { budget: written, executed: '10' },
  };
  const { out } = await cli(['score', '-'], JSON.stringify(form));
  expect(out.split(/\s+/)).toContain(shown);
  expect(out).toContain('预算执行情况');
});

const unusable: [string, () => string[], string?][] = [
  ['missing file', () => ['score', 'rulebooks/xiangyang/2021/cases/departmen.yaml']],
  ['folder for a file', () => ['score', 'rulebooks']],
  ['empty input', () => ['score', '-'], ''],
  ['broken YAML', () => ['score', '-'], 'rulebook: xiangyang\ninputs: { budget: 1\n'],
  ['wrong shape', () => ['score', '-'], 'rulebook: xiangyang\nedition: "2021"\nsubject: project\nnmae: x\n'],
  [
    'unknown rulebook',
    () => ['score', '-'],
    'rulebook: xianyang\nedition: "2021"\nsubject: project\nname: x\n',
  ],
  ['example table', () => ['score', 'rulebooks/yunxi/2021/cases/boundaries.yaml']],
  ['rulebook for a form', () => ['audit', 'rulebooks/yunxi/2021/rulebook.yaml']],
  ['unknown command', () => ['scor', 'x']],
  ['unknown option', () => ['score', 'x', '--rulebok', 'y']],
  ['missing argument', () => ['score']],
  ['bad language', () => ['score', 'x', '--lang', 'fr']],
];

describe('what cannot be used', () => {
  test('each with what to do, in both languages', async () => {
    const shown: string[] = [];
    for (const [name, argv, stdin] of unusable)
      for (const language of ['zh', 'en']) {
        const lang = name === 'bad language' ? [] : ['--lang', language];
        const { code, out, err } = await cli([...argv(), ...lang], stdin);
        expect([name, code, out]).toEqual([name, 2, '']);
        shown.push(`# ${name}\n${err}`);
      }
    expectGolden(shown.join('\n'), golden('unusable'));
  });

  test.each(unusable)('%s, for machines', async (_name, argv, stdin) => {
    const { code, value, err } = await json(argv(), stdin);
    expect([code, err]).toEqual([2, '']);
    expect(validateValue(value, 'diagnostics')).toEqual([]);
    expect(value.diagnostics).not.toEqual([]);
  });

  test('a binary file has no excerpt', async () => {
    const path = written('binary.yaml', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff, 0xfe]));
    const { code, err } = await cli(['score', path]);
    expect(code).toBe(2);
    expect(err).toMatch(/not-utf8/);
    expect(err.split('\n')).toHaveLength(3);
  });

  test.runIf(process.getuid?.() !== 0)('a file without permission', async () => {
    const path = written('closed.yaml', 'a: 1');
    chmodSync(path, 0);
    const { code, err } = await cli(['score', path]);
    expect([code, err.includes('没有权限')]).toEqual([2, true]);
  });

  test('an empty folder', async () => {
    const path = join(temporary, 'empty');
    mkdirSync(path);
    expect((await cli(['audit', path])).err).toContain('no-forms');
  });

  test('one broken file in a folder leaves the others audited, and is told', async () => {
    const path = join(temporary, 'mixed');
    mkdirSync(path);
    writeFileSync(join(path, 'a.yaml'), readFileSync(reform));
    writeFileSync(join(path, 'b.yaml'), 'rulebook: [\n');
    const { code, value } = await json(['audit', path]);
    expect(code).toBe(2);
    expect(validateValue(value, 'audit')).toEqual([]);
    expect(value.evaluations).toHaveLength(1);
    expect(value.diagnostics.map((one: { code: string }) => one.code)).toEqual(['bracket-not-closed']);
  });

  test('a dossier that names a missing file, or one elsewhere', async () => {
    const text = (name: string) =>
      `dossier: 材料\nrulebook: xiangyang\nedition: "2021"\nforms:\n  - ${name}\n`;
    const missing = await cli(['audit', written('dossier.yaml', text('gone.yaml'))]);
    expect([missing.code, missing.err.includes('dossier.yaml:5:5')]).toEqual([2, true]);
    const outside = await cli(['audit', written('dossier.yaml', text('../x.yaml'))]);
    expect([outside.code, outside.err.includes('form-outside-folder')]).toEqual([2, true]);
  });
});

describe('rulebooks', () => {
  test('list', async () => {
    const { value, code } = await json(['list']);
    expect(code).toBe(0);
    expect(validateValue(value, 'rulebooks')).toEqual([]);
    const xiangyang = value.rulebooks.find((one: { rulebook: string }) => one.rulebook === 'xiangyang');
    expect(xiangyang).toMatchObject({ edition: '2021', status: 'published', usable: true, total: '100' });
    expect((await cli(['list'])).out).toContain('项目、部门整体');
  });

  test('check tells what is wrong with a rulebook, and where', async () => {
    const text = readFileSync('rulebooks/yunxi/2021/rulebook.yaml', 'utf8').replace(
      'total: 100',
      'total: 90',
    );
    const path = written('rulebook.yaml', text);
    const { code, out } = await cli(['check', path]);
    expect(code).toBe(2);
    expect(out).toMatch(/rulebook\.yaml:\d+:\d+ 错误/);
    expect(out).toContain('有错误 1');
    const machine = await json(['check', path]);
    expect(validateValue(machine.value, 'diagnostics')).toEqual([]);
    expect(machine.code).toBe(2);
    expect((await cli(['score', reform, '--rulebook', path])).code).toBe(2);
  });

  test('new, then check and test, in a folder of its own', async () => {
    const folder = join(temporary, 'drafts');
    const made = await cli(['new', 'rulebook', 'east-lake', '2025', '--dir', folder]);
    expect([made.code, made.err]).toEqual([0, '']);
    expectGolden(made.out.replaceAll(temporary, '…'), golden('new'));
    const checked = await cli(['check', '--rulebooks', folder]);
    expect([checked.code, checked.out.includes('无误 1')]).toEqual([0, true]);
    const tested = await cli(['test', '--rulebooks', folder]);
    expect([tested.code, tested.out.includes('通过 1，失败 0')]).toEqual([0, true]);
    const again = await cli(['new', 'rulebook', 'east-lake', '2025', '--dir', folder]);
    expect([again.code, again.err.includes('file-exists')]).toEqual([2, true]);
  });

  test.each([
    ['Bad', '2025'],
    ['east_lake', '2025'],
    ['../up', '2025'],
    ['east-lake', '25'],
    ['east-lake', '2025/../..'],
  ])('new refuses %s %s', async (id, edition) => {
    const { code, err } = await cli(['new', 'rulebook', id, edition, '--dir', join(temporary, 'refused')]);
    expect([code, err.includes('bad-option-value')]).toEqual([2, true]);
  });
});

describe('help', () => {
  test.each(['zh', 'en'])('in %s', async (language) => {
    const shown: string[] = [];
    for (const command of [
      [],
      ['score'],
      ['audit'],
      ['new', 'rulebook'],
      ['serve'],
      ['backup'],
      ['restore'],
      ['verify-log'],
      ['replay'],
    ]) {
      const { code, out } = await cli([...command, '--help', '--lang', language]);
      expect(code).toBe(0);
      shown.push(out);
    }
    expectGolden(shown.join('\n'), golden(`help-${language}`));
  });
});
