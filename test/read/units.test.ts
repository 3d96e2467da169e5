import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Exact } from '../../engine/decimal.ts';
import { convert, sameDimension } from '../../engine/read/index.ts';

const alike = [
  ['元', '千元', '万元', '百万元', '亿元'],
  ['%', '‰', '百分点'],
  ['毫米', '厘米', '米', '公里', '千米'],
  ['平方米', '亩', '公顷', '平方公里'],
  ['秒', '分钟', '小时', '天', '日', '周'],
  ['个月', '季度', '年'],
  ['斤', '公斤', '千克', '吨'],
  ['人', '名', '位'],
  ['人次'],
  ['个'],
  ['家'],
  ['户'],
  ['篇'],
  ['项'],
];
const every = alike.flat();

test.each([
  ['17.35', '万元', '元', '173500'],
  ['5', '元', '万元', '0.0005'],
  ['1.2', '亿元', '万元', '12000'],
  ['3', '百万元', '千元', '3000'],
  ['38', '公里', '米', '38000'],
  ['15', '亩', '公顷', '1'],
  ['3', '亩', '平方米', '2000'],
  ['7', '天', '周', '1'],
  ['36', '小时', '日', '1.5'],
  ['2', '年', '个月', '24'],
  ['120', '名', '人', '120'],
  ['0.8', '%', '‰', '0.8'],
])('%s %s is, in %s, %s', (number, from, to, expected) => {
  expect(convert(Exact.of(number), from, to)?.toText()).toBe(expected);
});

test('only units of one row share a dimension', () => {
  for (const row of alike) {
    for (const one of row) {
      for (const other of every)
        expect(sameDimension(one, other), `${one} ${other}`).toBe(row.includes(other));
    }
  }
});

test('a unit that is not known, or none, converts only to itself', () => {
  expect(convert(Exact.of('3'), '朵', '朵')?.toText()).toBe('3');
  expect(convert(Exact.of('3'), undefined, undefined)?.toText()).toBe('3');
  expect(convert(Exact.of('3'), '朵', '个')).toBeUndefined();
  expect(convert(Exact.of('95'), undefined, '%')).toBeUndefined();
  expect(convert(Exact.of('3'), 'constructor', '__proto__')).toBeUndefined();
});

test('there and back is the same number, exactly', () => {
  const number = fc.tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.stringMatching(/^\d{1,12}$/),
  );
  const units = fc
    .constantFrom(...alike)
    .chain((row) => fc.tuple(fc.constantFrom(...row), fc.constantFrom(...row)));
  fc.assert(
    fc.property(number, units, ([whole, places], [from, to]) => {
      const exact = Exact.of(`${whole}.${places}`);
      const there = convert(exact, from, to);
      expect(there && convert(there, to, from)?.equals(exact)).toBe(true);
    }),
  );
});
