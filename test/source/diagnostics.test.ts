import { describe, expect, test } from 'vitest';
import {
  catalogue,
  diagnose,
  nearest,
  render,
  sortDiagnostics,
  suggest,
} from '../../engine/diagnostics/index.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe('the catalogue', () => {
  test.each(Object.entries(catalogue))('%s says the same in both languages', (_code, entry) => {
    const { message, help } = entry as {
      message: { zh: string; en: string };
      help?: { zh: string; en: string };
    };
    const named = (text: string) => placeholders(text).filter((name) => name !== 'title');
    expect(named(message.zh)).toEqual(named(message.en));
    if (help) expect(named(help.zh)).toEqual(named(help.en));
    expect(message.en).toMatch(/^[a-z"{]/);
    expect(`${message.zh}${message.en}`).not.toMatch(/\n|[.。]$/);
    expect(message.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe('did you mean', () => {
  test.each([
    ['wieght', 'weight'],
    ['titel', 'title'],
    ['Weight', 'weight'],
    ['预算执行', '预算执行率'],
    ['预算调正率', '预算调整率'],
    ['upto', 'upTo'],
    ['x', undefined],
    ['entirely', undefined],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, ['weight', 'title', '预算调整率', '预算执行率', 'upTo'])).toBe(expected);
  });

  test('with nothing near, it lists what there is', () => {
    expect(suggest('x', ['优秀', '良好'])).toEqual({
      zh: '可用的有：「优秀」、「良好」。',
      en: 'choose from "优秀", "良好".',
    });
    expect(suggest('x', [])).toEqual({ zh: '', en: '' });
  });
});

describe('rendering', () => {
  const one = diagnose('unknown-reference', {
    name: '预算',
    kind: { zh: '填报项', en: 'input' },
    suggestion: suggest('预算', ['预算数']),
  });

  test('a caret stands under the column, Chinese characters being two wide', () => {
    const placed = { ...one, place: { file: 'a.yaml', line: 2, column: 5 } };
    expect(render(placed, 'zh', '甲: 1\n指标: 预算')).toBe(
      [
        'a.yaml:2:5 错误 unknown-reference 没有名为「预算」的填报项',
        '  指标: 预算',
        '        ^',
        '  帮助：是不是「预算数」？',
      ].join('\n'),
    );
  });

  test('without a source text or a line, the place is what is known', () => {
    expect(render({ ...one, place: { pointer: '/inputs/a' } }, 'en')).toBe(
      '/inputs/a error unknown-reference there is no input named "预算"\n  help: did you mean "预算数"?',
    );
  });

  test('of a long line, what surrounds the column is shown', () => {
    const text = `${'x'.repeat(5000)}!${'y'.repeat(5000)}`;
    const lines = render({ ...one, place: { line: 1, column: 5001 } }, 'en', text).split('\n');
    expect(lines[1]!.length).toBeLessThan(130);
    expect(lines[1]![lines[2]!.indexOf('^')]).toBe('!');
  });

  test('a pasted page in a message becomes one short line', () => {
    const { message } = diagnose('reserved-key', { key: '长\n'.repeat(1000) });
    expect(message.en.length).toBeLessThan(120);
    expect(message.en).not.toContain('\n');
  });
});

test('diagnostics are in the order of the file', () => {
  const at = (line?: number, column?: number) => diagnose('empty-document', {}, { file: 'a', line, column });
  expect(
    sortDiagnostics([at(2, 1), at(1, 9), at(), at(1, 2)]).map(({ place }) => [place?.line, place?.column]),
  ).toEqual([
    [undefined, undefined],
    [1, 2],
    [1, 9],
    [2, 1],
  ]);
});
