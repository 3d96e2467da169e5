/** Many forms from files: the same bytes whatever the order and the number of threads; what is broken is told with its place. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validators } from '../../schemas/generated/validators.ts';
import { frameworkForm, seeded } from '../bench/forms.ts';
import { cli, json } from '../cli/cli.ts';
import { root } from '../support/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'impact-'));
const at = (name: string) => join(folder, name);
const before = `${root}rulebooks/xiangyang/2021/rulebook.yaml`;
const after = at('after.yaml');
writeFileSync(
  after,
  readFileSync(before, 'utf8')
    .replace('edition: "2021"', 'edition: "2022"')
    .replace('inverse: { by: ratio, zeroActual', 'inverse: { by: line, zeroActual')
    .replace('proportional: { zeroTarget: full,', 'proportional: { zeroTarget: full, cap: 90%,'),
);
const random = seeded(3);
const lines = Array.from({ length: 900 }, (_, index) =>
  JSON.stringify({ ...frameworkForm(random), name: `项目${index}`, id: `form-${index}` }),
);
writeFileSync(at('forms.ndjson'), `${lines.join('\n')}\n`);

const outputs = async (forms: string, workers: number) => {
  const csv = at(`out-${workers}.csv`);
  const html = at(`out-${workers}.html`);
  const ran = await cli([
    'impact',
    before,
    after,
    forms,
    '--json',
    '--workers',
    String(workers),
    '--csv',
    csv,
    '--html',
    html,
  ]);
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  return { out: ran.out, csv: readFileSync(csv, 'utf8'), html: readFileSync(html, 'utf8') };
};

describe('impact A B FORMS', () => {
  test('gives the same bytes with no, one and two threads', async () => {
    const alone = await outputs(at('forms.ndjson'), 0);
    expect(await outputs(at('forms.ndjson'), 1)).toEqual(alone);
    expect(await outputs(at('forms.ndjson'), 2)).toEqual(alone);
    expect(validators.impact(JSON.parse(alone.out))).toBe(true);
  });

  test('does not depend on the order of the forms', async () => {
    writeFileSync(at('reversed.ndjson'), [...lines].reverse().join('\n'));
    const first = JSON.parse((await outputs(at('forms.ndjson'), 0)).out);
    const second = JSON.parse((await outputs(at('reversed.ndjson'), 0)).out);
    const withoutPlaces = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, one) => (key === 'place' ? undefined : one)));
    expect(withoutPlaces(second)).toEqual(withoutPlaces(first));
  });

  test('the rows of the CSV add up to what the summary says', async () => {
    const { csv, out } = await outputs(at('forms.ndjson'), 0);
    const [head = '', ...rows] = csv.trim().split('\r\n');
    const impact = JSON.parse(out);
    const units = (text = '') =>
      BigInt(text.replace('.', '').padEnd(0)) * 10n ** BigInt(10 - (text.split('.')[1]?.length ?? 0));
    for (const edit of impact.edits) {
      const column = head.split(',').findIndex((title) => title.endsWith(`[${edit.code}]`));
      const sum = rows.reduce((all, row) => all + units(row.split(',')[column]), 0n);
      expect(sum, edit.code).toBe(units(edit.sum));
    }
    expect(rows).toHaveLength(900);
  });

  test('the page asks nothing from outside', async () => {
    const { html } = await outputs(at('forms.ndjson'), 0);
    expect(html).not.toMatch(/<script|<link|\ssrc=|url\(|@import|https?:/);
  });

  test('broken lines are counted apart and told with their place', async () => {
    const twice = lines[0]!.replace('"name":', '"name":"重","name":');
    writeFileSync(
      at('broken.ndjson'),
      [lines[0], '', '{ not json', '{"rulebook":"xiangyang"}', lines[1]!.replace('2021', '2020'), twice].join(
        '\n',
      ),
    );
    const { value, code } = await json(['impact', before, after, at('broken.ndjson')]);
    expect(code).toBe(0);
    expect(value.counts).toEqual({ read: 5, compared: 1, lacking: 0, incomplete: 0, unusable: 1, broken: 3 });
    const places = value.diagnostics.map(
      ({ code, place }: { code: string; place: { line: number } }) => `${place.line} ${code}`,
    );
    expect(places).toContain('5 wrong-rulebook');
    expect(places).toContain('6 duplicate-key');
    expect(places.some((one: string) => one.startsWith('3 '))).toBe(true);
    expect(places.some((one: string) => one.startsWith('4 '))).toBe(true);
  });

  test('numbers and texts are the same form', async () => {
    const bare = lines.map((line) => line.replace(/"(\d+(\.\d+)?)"/g, '$1'));
    writeFileSync(at('bare.ndjson'), bare.join('\n'));
    const [one, other] = [await outputs(at('bare.ndjson'), 0), await outputs(at('forms.ndjson'), 0)];
    expect(one.out.replaceAll('bare.ndjson', 'forms.ndjson')).toBe(other.out);
  });

  test('a folder, a pattern and standard input', async () => {
    const cases = `${root}rulebooks/ningxia/2021/cases`;
    const whole = await json(['impact', 'ningxia@2021', 'ningxia@2022', cases]);
    const some = await json(['impact', 'ningxia@2021', 'ningxia@2022', `${cases}/f*.yaml`]);
    expect(whole.value.counts.compared).toBeGreaterThanOrEqual(some.value.counts.compared);
    expect(some.value.gains[0].parts).toEqual([
      { edit: 'targets:cost.plain', change: some.value.change.sum },
    ]);
    const out = execFileSync(
      process.execPath,
      ['--import', 'tsx', `${root}server/cli/main.ts`, 'impact', before, after, '-', '--json'],
      { input: lines.slice(0, 5).join('\n'), cwd: root, encoding: 'utf8' },
    );
    expect(JSON.parse(out).counts.compared).toBe(5);
  });

  test('what cannot be used is said, with 2', async () => {
    expect((await cli(['impact', before, after, at('absent.ndjson')])).code).toBe(2);
    expect((await cli(['impact', before, at('absent.yaml'), at('forms.ndjson')])).code).toBe(2);
    expect((await cli(['impact', before, after, at('*.none')])).code).toBe(2);
    expect((await cli(['impact', before, after, at('forms.ndjson'), '--workers', 'many'])).code).toBe(2);
  });

  test('as text and Markdown, in both languages', async () => {
    for (const language of ['zh', 'en'])
      for (const format of [[], ['--markdown']]) {
        const { out, code } = await cli([
          'impact',
          before,
          after,
          at('forms.ndjson'),
          '--lang',
          language,
          ...format,
        ]);
        expect(code).toBe(0);
        expect(out).toMatch(language === 'zh' ? /沙普利值/ : /Shapley/);
      }
  });
});
