/** Names that would become markup, formulas or more columns, in every format of an impact and of a difference. */
import { describe, expect, test } from 'vitest';
import { compare, loadRulebook } from '../../engine/index.ts';
import { differenceMarkdown } from '../../server/documents/diff/markdown.ts';
import { impactCsv } from '../../server/documents/impact/csv.ts';
import { impactPage } from '../../server/documents/impact/html.ts';
import { impactMarkdown } from '../../server/documents/impact/markdown.ts';
import { impactText } from '../../server/documents/impact/text.ts';
import { markdownText } from '../../server/documents/markdown.ts';
import { withHead } from '../support/scenes.ts';
import { impactOf, studyOf } from './study.ts';

const hostile = [
  '[点这里](http://evil.example) **甲**',
  '![图](http://evil.example/a.png)',
  '<img src=x onerror=alert(1)>',
  '甲 | 乙 | 丙',
  '`甲` `` 乙 ``',
  '_甲_ ~~乙~~ # 丙',
  '&lt;b&gt;甲&#x3C;',
  'www.evil.example 与 https://evil.example/路径',
  '甲\\',
];
const quoted = hostile.map((text) => JSON.stringify(text));

const rulebookOf = (edition: string, weights: readonly number[], method: string): string =>
  withHead(`edition: "${edition}"
title: ${quoted[0]}
inputs:
  a: { name: ${quoted[1]}, type: amount, min: 0${edition === '2000' ? '' : ', max: 500'} }
  b: { name: ${quoted[2]}, type: amount, min: 1 }${edition === '2000' ? '' : `\n  late: { name: ${quoted[4]}, type: count, min: 0 }`}
metrics: { rate: { name: ${quoted[3]}, expression: ${edition === '2000' ? 'a / b' : 'a / b / 2'} } }
grades: [{ name: ${quoted[4]}, from: 60 }, { name: ${quoted[5]}, from: 0 }]
limits: [{ id: cap, name: ${quoted[6]}, when: { fact: a, operator: greaterThan, value: ${edition === '2000' ? 90 : 80} }, total: 70 }]
indicators:
${weights.map((weight, at) => `  - { id: line-${at}, name: ${quoted[at]}, weight: ${weight}, metric: rate, method: ${method} }`).join('\n')}
`);

const before = rulebookOf('2000', [10, 10, 10, 10, 10, 10, 10, 10, 20], '{ proportional: {} }');
const after = rulebookOf(
  '2001',
  [20, 10, 10, 10, 10, 10, 10, 10, 10],
  '{ bands: [{ from: 40%, points: 100% }, { points: 0 }] }',
);
const forms = [...hostile, '=HYPERLINK("http://evil.example")', '+1', '@甲'].map((name, at) => ({
  rulebook: 'example',
  edition: '2000',
  subject: 'project' as const,
  name,
  inputs: { a: String(30 + 7 * at), b: '100' },
}));

const { result } = await impactOf(await studyOf(before, after), forms as never);

/** What is left of Markdown when code and escaped signs are taken out. */
const marks = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.replaceAll(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, 'code').replaceAll(/\\[^\w\s]/g, ''),
    )
    .join('\n');

/** Rows of a table have as many cells as its head. */
function expectEvenTables(markdown: string): void {
  let width = 0;
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) {
      width = 0;
      continue;
    }
    const cells = line.replaceAll(/\\[\\|]/g, '').split('|').length;
    width ||= cells;
    expect(cells, line).toBe(width);
  }
}

const markup = /\]\(|!\[|<\w|\*\*[甲乙]|~~|_甲_|(?<!\\)https?:\/\/|www\.\w|&(lt|gt|#x?\w+);/;

describe.each(['zh', 'en'] as const)('names that would be markup, in %s', (language) => {
  test('an impact in Markdown', () => {
    const text = impactMarkdown(result.impact, language);
    expect(marks(text)).not.toMatch(markup);
    expectEvenTables(text);
    expect(text).toContain('\\[点这里\\](http\\://evil.example) \\*\\*甲\\*\\*');
  });

  test('a difference in Markdown', async () => {
    const [old, now] = [await loadRulebook(before, 'a'), await loadRulebook(after, 'b')];
    const difference = await compare({ plan: old.value! }, { plan: now.value! });
    const text = differenceMarkdown(difference, language, (input) => input);
    expect(marks(text)).not.toMatch(markup);
    expectEvenTables(text);
  });

  test('an impact as a page', () => {
    const page = impactPage(result.impact, language);
    expect(page).not.toMatch(/<img|<a\b|<script/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('&amp;lt;b&amp;gt;甲');
  });

  test('an impact as rows and as text', () => {
    const rows = [...impactCsv(result, language)];
    expect(rows.every((row) => !/(^|,)"?[=@]/.test(row))).toBe(true);
    expect(rows).toHaveLength(forms.length + 1);
    expect(impactText(result.impact, language).join('\n')).toContain('[点这里](http://evil.example)');
  });
});

test.each([
  ['甲', '甲'],
  ['a*b_c', 'a\\*b\\_c'],
  ['1. 甲', '1\\. 甲'],
  ['- 甲', '\\- 甲'],
  ['-5', '-5'],
  ['12:30', '12:30'],
  ['甲\n# 乙', '甲 \\# 乙'],
  ['a & b', 'a & b'],
])('%j as text', (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});
