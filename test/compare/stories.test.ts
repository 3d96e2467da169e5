/** The two stories of the repository's own editions, as the command tells them; and its exit codes and outputs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { validateValue } from '../../engine/validate/schema.ts';
import { cli, json } from '../cli/cli.ts';
import { expectGolden } from '../source/goldens.ts';

const golden = (name: string) => new URL(`goldens/${name}`, import.meta.url).pathname;
const temporary = mkdtempSync(join(tmpdir(), 'zhunsheng-diff-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const stories = [
  ['national', ['national@2017', 'national@2020']],
  ['ningxia', ['ningxia@2021', 'ningxia@2022']],
] as const;

describe.each(stories)('%s', (name, editions) => {
  test('is told in Chinese and English', async () => {
    const zh = await cli(['diff', ...editions]);
    const en = await cli(['diff', ...editions, '--lang', 'en']);
    expect([zh.code, zh.err, en.code]).toEqual([1, '', 1]);
    expectGolden(zh.out, golden(`${name}.zh.txt`));
    expectGolden(en.out, golden(`${name}.en.txt`));
  });

  test('is told in Markdown', async () => {
    const { out } = await cli(['diff', ...editions, '--markdown']);
    expectGolden(out, golden(`${name}.md`));
  });

  test('as JSON fits its schema, and is the same bytes every time', async () => {
    const first = await json(['diff', ...editions]);
    expect(validateValue(first.value, 'difference')).toEqual([]);
    expect((await json(['diff', ...editions])).out).toBe(first.out);
  });

  test('as a page stands alone: no script, nothing fetched, the same bytes every time', async () => {
    const file = join(temporary, `${name}.html`);
    const page = async () => {
      await cli(['diff', ...editions, '--html', file]);
      return readFileSync(file, 'utf8');
    };
    const html = await page();
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|src=|href=|https?:(?!\/\/www\.w3\.org)/);
    // One drawing for each line that scores otherwise.
    expect(html.match(/<svg /g)?.length).toBe(name === 'ningxia' ? 2 : 1);
    expect(await page()).toBe(html);
  });
});

describe('what a policy officer would tell', () => {
  test('national: the tiers 80–50 became 80–60; a share alone scores the same, one beside the name of its tier need not', async () => {
    const { out } = await cli(['diff', 'national@2017', 'national@2020']);
    const flat = out.replace(/\s+/g, '');
    expect(flat).toContain('定性目标：分界由80%、50%改为80%、60%');
    expect(flat).toContain('评价人只给比例的，得分相同');
    expect(flat).toContain('而比例只合前一版此档：按所给比例计分→档名与比例不符，不计分');
    expect(flat).toContain(
      '在50%（含）至60%（不含）之间，原属「部分达成预期指标并具有一定效果」，现属「未达成年度指标且效果较差」',
    );
  });

  test('ningxia: cost is a ceiling now; 5.97 as filed, 6.82 by the rule, becomes 9.41', async () => {
    const { out } = await cli(['diff', 'ningxia@2021', 'ningxia@2022']);
    const flat = out.replace(/\s+/g, '');
    expect(flat).toContain('（成本按支出进度→成本按上限）');
    expect(flat).toContain('成本指标由6.82分变为9.41分（满分10分，自评5.97分）');
    expect(flat).toContain('完成值÷目标值低于100%：分值×x→分值，差分值×(1−x)');
  });
});

describe('exit codes', () => {
  const lower = join(temporary, 'lower.yaml');
  const higher = join(temporary, 'higher.yaml');
  const text = readFileSync('rulebooks/yunxi/2021/rulebook.yaml', 'utf8');
  writeFileSync(lower, text.replace('- { from: 95%, points: 5 }', '- { from: 96%, points: 5 }'));
  writeFileSync(higher, text.replace('- { from: 95%, points: 5 }', '- { from: 94%, points: 5 }'));
  const broken = join(temporary, 'broken.yaml');
  writeFileSync(broken, 'rulebook: x\n');
  test.each([
    [0, ['yunxi@2021', 'yunxi@2021']],
    [1, ['yunxi@2021', lower]],
    [1, ['yunxi@2021', lower, '--fail-on', 'lower']],
    [1, ['yunxi@2021', higher]],
    [0, ['yunxi@2021', higher, '--fail-on', 'lower']],
    [1, ['national@2017', 'national@2020', '--fail-on', 'lower']],
    [1, ['ningxia@2021', 'ningxia@2022', '--fail-on', 'lower']],
    [2, ['yunxi@2021']],
    [2, ['yunxi@2021', 'nowhere@2021']],
    [2, ['yunxi@2021', 'national']],
    [2, ['yunxi@2021', broken]],
    [2, ['yunxi@2021', 'yunxi@2021', '--fail-on', 'never']],
    [2, ['yunxi@2021', 'yunxi@2021', '--html', join(temporary, 'no', 'folder.html')]],
  ])('%i for %j', async (code, argv) => {
    const ran = await cli(['diff', ...argv]);
    expect([ran.code, ran.err === '']).toEqual([code, code !== 2]);
  });

  test('names on a page are text, never markup', async () => {
    const nasty = join(temporary, 'nasty.yaml');
    writeFileSync(
      nasty,
      text
        .replaceAll('name: 预算调整率', 'name: "<b onclick=x>预算调整率</b>"')
        .replace('- { at: 0%, points: 3 }', '- { at: 0%, points: 2.5 }'),
    );
    const file = join(temporary, 'nasty.html');
    await cli(['diff', 'yunxi@2021', nasty, '--html', file]);
    expect(readFileSync(file, 'utf8')).not.toContain('<b onclick');
  });
});

test('acceptances survive unrelated edits: codes and fingerprints stay', async () => {
  const text = readFileSync('rulebooks/yunxi/2021/rulebook.yaml', 'utf8');
  const one = text.replace('- { from: 95%, points: 5 }', '- { from: 96%, points: 5 }');
  const two = one
    .replace('weight: 6\n', 'weight: 6 # unchanged\n')
    .replace('title: ', '# another comment\ntitle: ')
    .replace('name: 支付进度', 'name: 支付的进度');
  const marks = async (content: string) => {
    const file = join(temporary, 'edited.yaml');
    writeFileSync(file, content);
    const { value } = await json(['diff', 'yunxi@2021', file]);
    return [...value.written, ...value.lines].map(
      ({ code, hash }: { code: string; hash: string }) => `${code}#${hash}`,
    );
  };
  const [first, second] = [await marks(one), await marks(two)];
  expect(second).toEqual(expect.arrayContaining(first.filter((mark) => !mark.startsWith('scores:payment'))));
  expect(second.length).toBe(first.length + 1);
});
