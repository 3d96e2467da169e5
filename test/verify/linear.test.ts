/** What is proved of expressions holds: no numbers within the bounds lie outside a hull, and every solution solves. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Exact } from '../../engine/decimal.ts';
import { decimals, type Expression, evaluator, parseExpression } from '../../engine/expression/index.ts';
import { type Bounds, holds, hullOf, isWholeNumber, solveFor, zeroOf } from '../../engine/linear/index.ts';

const parsed = (text: string): Expression => parseExpression(text).expression!;
const known: { [name: string]: ReturnType<Bounds> } = {
  a: { min: Exact.zero },
  b: { min: Exact.zero, max: Exact.one },
  c: { min: Exact.of(2), max: Exact.of(3) },
  d: { max: Exact.zero },
  n: { min: Exact.zero, max: Exact.of(4), whole: true },
};
const bounds: Bounds = (name) => known[name] ?? {};

const tenths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => Exact.of(value).over(Exact.of(10))!);
const numbers = fc.record({
  a: tenths(0, 40),
  b: tenths(0, 10),
  c: tenths(20, 30),
  d: tenths(-40, 0),
  n: fc.integer({ min: 0, max: 4 }).map((value) => Exact.of(value)),
});
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', 'c', 'd', 'n', '0', '1', '5'),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/'), tie('expression'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('expression').map((one) => `abs(${one})`),
    fc
      .tuple(fc.constantFrom('max', 'min', 'sum'), tie('expression'), tie('expression'))
      .map(([name, left, right]) => `${name}(${left}, ${right})`),
  ),
}));
const value = (node: Expression, facts: { [name: string]: Exact }) => {
  const found = evaluator(node, decimals)((name) => facts[name]);
  return found instanceof Exact ? found : undefined;
};

test('a hull holds every value', () => {
  fc.assert(
    fc.property(expression, fc.array(numbers, { minLength: 8, maxLength: 8 }), (text, all) => {
      const node = parsed(text);
      const hull = hullOf(node, bounds);
      for (const facts of all) {
        const found = value(node, facts);
        if (found)
          expect(hull !== 'impossible' && holds(hull, found), `${text} = ${found.toText()}`).toBe(true);
      }
    }),
    { numRuns: 1500, seed: 7 },
  );
});

test('a solution solves within the bounds, and where none is said to be there is none', () => {
  fc.assert(
    fc.property(expression, numbers, (text, facts) => {
      const node = parsed(text);
      for (const wanted of [Exact.zero, value(node, facts)]) {
        if (!wanted) continue;
        const found = wanted.isZero() ? zeroOf(node, bounds) : solveFor(node, wanted, bounds);
        if (found === 'impossible') expect(value(node, facts)?.equals(wanted) ?? false, text).toBe(false);
        if (typeof found === 'string') continue;
        expect(value(node, Object.fromEntries(found))?.toText(), text).toBe(wanted.toText());
        expect(isWholeNumber(found.get('n') ?? Exact.zero), text).toBe(true);
      }
    }),
    { numRuns: 1000, seed: 7 },
  );
});
