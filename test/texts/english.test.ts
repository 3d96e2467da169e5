/** What the engine says in English is English, but for what rulebooks and forms are made of. */
import { expect, test } from 'vitest';
import { listedNames } from '../../engine/diagnostics/index.ts';
import { sentence } from '../../engine/explain/index.ts';
import { inEnglish } from '../../engine/expression/index.ts';

test.each([
  ['分值 × 完成值 ÷ 目标值', 'weight × actual ÷ target'],
  ['进一取整(超出部分 ÷ 1百分点)', 'ceiling(超出部分 ÷ 1 pp)'],
  ['取整(实有人数)', 'floor(实有人数)'],
  ['5个百分点', '5 pp'],
  // Names of a rulebook that hold such a word stay whole.
  ['年度目标值 ÷ 总分值', '年度目标值 ÷ 总分值'],
])('%s', (formula, en) => {
  expect(inEnglish(formula)).toBe(en);
});

test('steps are told by the words of the language of the reader', () => {
  const read = { step: 'read', name: '目标值', value: '90%' } as const;
  expect(sentence(read, 'zh')).toBe('目标值：90%');
  expect(sentence(read, 'en')).toBe('target: 90%');
  const compare = {
    step: 'compare',
    fact: '完成值 ÷ 目标值',
    value: '0.9',
    operator: '<',
    threshold: '1',
  } as const;
  expect(sentence(compare, 'en')).toBe('actual ÷ target = 0.9 < 1');
});

test('names are set apart as each language does', () => {
  expect(listedNames(['调研', '培训'])).toEqual({ zh: '调研、培训', en: '调研, 培训' });
});
