/** What is proved holds: no values inside the bounds contradict a proof. And the proofs that the methods need are found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neverAbove } from '../../engine/cover/bounds.ts';
import { Exact } from '../../engine/decimal.ts';
import {
  decimals,
  type Expression,
  evaluator,
  isNothing,
  keyOf,
  parseExpression,
} from '../../engine/expression/index.ts';

const parsed = (text: string): Expression => parseExpression(text).expression!;
const bounds = new Map([
  ['a', { min: Exact.zero }],
  ['b', { min: Exact.zero, max: Exact.one }],
  ['c', { min: Exact.of('2'), max: Exact.of('3') }],
  ['d', { max: Exact.zero }],
]);
const none = new Map();

const small = fc.integer({ min: 0, max: 40 }).map((tenths) => Exact.of(tenths).over(Exact.of(10))!);
const values = fc.record({
  a: small,
  b: fc.integer({ min: 0, max: 10 }).map((tenths) => Exact.of(tenths).over(Exact.of(10))!),
  c: fc.integer({ min: 20, max: 30 }).map((tenths) => Exact.of(tenths).over(Exact.of(10))!),
  d: small.map((one) => one.negated()),
});

const leaf = fc.constantFrom('a', 'b', 'c', 'd', '0', '1', '2', '5');
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('expression').map((one) => `abs(${one})`),
    fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `max(${left}, ${right})`),
  ),
}));

test('no values contradict a proof', () => {
  let proved = 0;
  fc.assert(
    fc.property(expression, expression, fc.array(values, { minLength: 12, maxLength: 12 }), (l, r, all) => {
      const [left, right] = [parsed(l), parsed(r)];
      if (!neverAbove(left, right, { bounds, facts: none })) return;
      proved++;
      for (const one of all) {
        const facts = (name: string) => one[name as keyof typeof one];
        const [x, y] = [evaluator(left, decimals)(facts), evaluator(right, decimals)(facts)];
        if (!isNothing(x) && !isNothing(y)) expect(x.compare(y), `${l} ≤ ${r}`).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 4000, seed: 7 },
  );
  expect(proved).toBeGreaterThan(300);
});

describe('with a fact whose cell is known', () => {
  const known = (fact: string, range: { min?: Exact; max?: Exact }) => ({
    bounds: new Map(['w', 't', 'x'].map((name) => [name, { min: Exact.zero }])),
    facts: new Map([[keyOf(parsed(fact)), { expression: parsed(fact), range }]]),
  });

  test.each([
    ['w * x / t', 'w', 'x - t', { max: Exact.zero }, true],
    ['w * x / t', 'w', 'x - t', { min: Exact.zero }, false],
    ['w * t / x', 'w', 'x - t', { min: Exact.zero }, true],
    ['10 * (x / t)', '10', 'x / t', { max: Exact.one }, true],
    ['10 * (x / t)', '10', 'x / t', { max: Exact.of('1.2') }, false],
    ['w - 2 * abs(x - t)', 'w', 'x - t', {}, true],
    ['10 * (x - 30) / (3 - 30)', '10', 'x', { min: Exact.of('3'), max: Exact.of('30') }, true],
    ['0', 'w - 2 * (x - t)', 'x - t', { min: Exact.zero }, false],
  ])('%s ≤ %s where %s', (left, right, fact, range, holds) => {
    expect(neverAbove(parsed(left), parsed(right), known(fact, range))).toBe(holds);
  });
});
