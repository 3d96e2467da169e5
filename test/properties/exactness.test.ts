/** Exact numbers against an independent implementation on fractions of whole numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact, greatest, least, type Rounding, sum } from '../../engine/decimal.ts';
import { runs } from '../support/runs.ts';

type Fraction = readonly [top: bigint, bottom: bigint];

const decimal = fc
  .tuple(fc.constantFrom('', '-'), fc.stringMatching(/^\d{1,22}$/), fc.stringMatching(/^\d{0,18}$/))
  .map(([sign, whole, places]) => `${sign}${whole}${places === '' ? '' : `.${places}`}`);
const small = fc
  .tuple(fc.integer({ min: -400, max: 400 }), fc.nat(9))
  .map(([whole, tenths]) => `${whole}.${tenths}`);
const number = fc.oneof(decimal, small);

/** By hand, not by the class under test. */
function fraction(text: string): Fraction {
  const [whole = '', places = ''] = text.replace(/^-/, '').split('.');
  const top = BigInt(whole + places);
  return [text.startsWith('-') ? -top : top, 10n ** BigInt(places.length)];
}

const same = (value: Exact, [top, bottom]: Fraction): void => {
  const [ownTop, ownBottom] = value.toFraction();
  expect(ownTop * bottom).toBe(top * ownBottom);
};

const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const divide = ([a, b]: Fraction, [c, d]: Fraction): Fraction => (c < 0n ? [-a * d, -b * c] : [a * d, b * c]);
const sign = ([top]: Fraction): number => (top < 0n ? -1 : top > 0n ? 1 : 0);
const minus = (a: Fraction, b: Fraction): Fraction => add(a, [-b[0], b[1]]);

/** Quotient and remainder of sizes; then the mode decides. */
function rounded([top, bottom]: Fraction, { decimals, mode }: Rounding): Fraction {
  const scale = 10n ** BigInt(decimals);
  const size = (top < 0n ? -top : top) * scale;
  const kept = size / bottom;
  const rest = size % bottom;
  const more = {
    down: false,
    up: rest !== 0n,
    'half-up': rest * 2n >= bottom,
    'half-even': rest * 2n > bottom || (rest * 2n === bottom && kept % 2n === 1n),
  }[mode];
  const result = more ? kept + 1n : kept;
  return [top < 0n ? -result : result, scale];
}

test('0.1 + 0.2 is 0.3', () => {
  expect(Exact.of('0.1').plus(Exact.of('0.2')).equals(Exact.of('0.3'))).toBe(true);
  expect(Exact.of('0.1').plus(Exact.of('0.2')).toText()).toBe('0.3');
  expect(Exact.one.over(Exact.of('3'))!.times(Exact.of('3')).equals(Exact.one)).toBe(true);
  expect(Exact.of('1.005').round({ decimals: 2, mode: 'half-up' }).toText()).toBe('1.01');
});

describe('arithmetic', () => {
  test('sums, differences, products and quotients', () =>
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [Exact.of(a), Exact.of(b)];
        same(x.plus(y), add(fraction(a), fraction(b)));
        same(x.minus(y), minus(fraction(a), fraction(b)));
        same(x.times(y), multiply(fraction(a), fraction(b)));
        const quotient = x.over(y);
        if (fraction(b)[0] === 0n) expect(quotient).toBeUndefined();
        else same(quotient!, divide(fraction(a), fraction(b)));
      }),
    ));

  test('the laws of algebra', () =>
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const [x, y, z] = [Exact.of(a), Exact.of(b), Exact.of(c)];
        const equal = (one: Exact, other: Exact) => expect(one.equals(other)).toBe(true);
        equal(x.plus(y), y.plus(x));
        equal(x.plus(y).plus(z), x.plus(y.plus(z)));
        equal(x.times(y.plus(z)), x.times(y).plus(x.times(z)));
        equal(x.minus(x), Exact.zero);
        equal(x.negated().negated(), x);
        if (!y.isZero()) equal(x.over(y)!.times(y), x);
        if (!y.isZero() && !z.isZero()) equal(x.over(y)!.over(z)!, x.over(y.times(z))!);
        equal(sum([x, y, z]), z.plus(y).plus(x));
      }),
    ));

  test('order', () =>
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const divisor = Exact.of(c).isZero() ? Exact.one : Exact.of(c);
        const by = Exact.of(c).isZero() ? ([1n, 1n] as const) : fraction(c);
        const x = Exact.of(a).over(divisor)!;
        const y = Exact.of(b).over(divisor)!;
        const expected = sign(minus(divide(fraction(a), by), divide(fraction(b), by)));
        expect(x.compare(y)).toBe(expected);
        expect(least(x, y).compare(greatest(x, y))).toBeLessThanOrEqual(0);
        expect(x.absolute().sign()).toBe(Math.abs(x.sign()));
      }),
    ));

  test('floor and ceiling', () =>
    fc.assert(
      fc.property(number, number, (a, b) => {
        const x = Exact.of(a).over(Exact.of(b));
        if (!x) return;
        const [top, bottom] = divide(fraction(a), fraction(b));
        const down = top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom);
        same(x.floor(), [down, 1n]);
        same(x.ceiling(), [top === down * bottom ? down : down + 1n, 1n]);
      }),
    ));
});

describe('rounding', () => {
  const rounding = fc.record<Rounding>({
    decimals: fc.nat(6),
    mode: fc.constantFrom('half-up', 'half-even', 'down', 'up'),
  });
  /** Ties are what goes wrong, and are rare unless sought. */
  const tie = fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(4))
    .map(([digits, places]) => [`${digits}5`, `1${'0'.repeat(places + 1)}`] as const);

  test('any quotient, in every mode', () =>
    fc.assert(
      fc.property(fc.oneof(fc.tuple(number, number), tie), rounding, ([a, b], how) => {
        const x = Exact.of(a).over(Exact.of(b));
        if (!x) return;
        same(x.round(how), rounded(divide(fraction(a), fraction(b)), how));
      }),
      { numRuns: runs(2000) },
    ));

  test('a tie, or the least beside one, beyond the digits that are worked out first', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{19,25}$/),
        fc.constantFrom('', '0'.repeat(24), '0'.repeat(30)),
        fc.constantFrom('', '1', '-'),
        fc.constantFrom('', '-'),
        rounding,
        (whole, gap, beside, minusSign, how) => {
          const places = how.decimals === 0 ? '' : '37'.padEnd(how.decimals, '4').slice(0, how.decimals);
          const tail = beside === '-' ? `4${'9'.repeat(gap.length)}` : `5${gap}${beside}`;
          const written = `${minusSign}${whole}.${places}${tail}`;
          // Times seven over seven, so that it is a quotient like any other.
          const x = Exact.of(written).times(Exact.of('7')).over(Exact.of('7'))!;
          same(x.round(how), rounded(fraction(written), how));
        },
      ),
      { numRuns: runs(1000) },
    ));

  test('rounding twice changes nothing', () =>
    fc.assert(
      fc.property(number, rounding, (a, how) => {
        const once = Exact.of(a).round(how);
        expect(once.round(how).equals(once)).toBe(true);
      }),
    ));
});

describe('where doubles stop holding whole numbers, and decimal.js takes over', () => {
  const bound = 2n ** 53n;
  const near = fc
    .tuple(
      fc.bigInt({ min: -3n, max: 3n }),
      fc.constantFrom(1n, 2n, 3n, 10n, 1000n),
      fc.nat(15),
      fc.boolean(),
    )
    .map(([beside, divisor, places, negative]) => {
      const digits = String(bound / divisor + beside).padStart(places + 1, '0');
      const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      return negative ? `-${text}` : text;
    });
  const operand = fc.oneof({ weight: 3, arbitrary: near }, { weight: 2, arbitrary: small }, decimal);
  const step = fc.tuple(
    fc.constantFrom('plus', 'minus', 'times', 'over', 'floor', 'round'),
    operand,
    fc.nat(17),
  );

  test('any chain of steps', () =>
    fc.assert(
      fc.property(operand, fc.array(step, { maxLength: 6 }), (start, steps) => {
        let x = Exact.of(start);
        let by = fraction(start);
        for (const [operation, text, decimals] of steps) {
          const y = Exact.of(text);
          const other = fraction(text);
          if (operation === 'over' && y.isZero()) continue;
          const how = { decimals, mode: 'half-even' } as const;
          const floorOf = ([top, bottom]: Fraction): Fraction => [
            (top - (((top % bottom) + bottom) % bottom)) / bottom,
            1n,
          ];
          const next: { [name in typeof operation]: () => readonly [Exact, Fraction] } = {
            plus: () => [x.plus(y), add(by, other)],
            minus: () => [x.minus(y), minus(by, other)],
            times: () => [x.times(y), multiply(by, other)],
            over: () => [x.over(y)!, divide(by, other)],
            floor: () => [x.floor(), floorOf(by)],
            round: () => [x.round(how), rounded(by, how)],
          };
          [x, by] = next[operation]();
          same(x, by);
          expect(x.sign()).toBe(sign(by));
          expect(x.compare(y)).toBe(sign(minus(by, other)));
          expect(x.minus(x).isZero()).toBe(true);
          same(x.negated(), [-by[0], by[1]]);
          if (by[0] !== 0n) same(Exact.one.over(x)!, divide([1n, 1n], by));
        }
      }),
      { numRuns: runs(1000) },
    ));

  test('text says the number, in full or to the places asked for', () =>
    fc.assert(
      fc.property(operand, operand, fc.nat(17), (a, b, decimals) => {
        const x = Exact.of(a).over(Exact.of(b));
        if (!x) return;
        const by = divide(fraction(a), fraction(b));
        const read = (text: string) => fraction(text.replace(/…?%?$/, ''));
        const equal = ([top, bottom]: Fraction, [otherTop, otherBottom]: Fraction) =>
          expect(top * otherBottom).toBe(otherTop * bottom);
        const fixed = x.toFixed(decimals);
        equal(read(fixed), rounded(by, { decimals, mode: 'half-up' }));
        expect(fixed.split('.')[1]?.length ?? 0).toBe(decimals);
        const text = x.toText();
        // More than 24 digits of a quotient that does not end are not worked out.
        fc.pre(text.replace(/\..*/, '').length <= 19);
        equal(read(text), text.endsWith('…') ? rounded(by, { decimals: 4, mode: 'down' }) : by);
        const percent = x.toPercent();
        const hundredfold = multiply(by, [100n, 1n]);
        equal(
          read(percent),
          percent.endsWith('…%') ? rounded(hundredfold, { decimals: 2, mode: 'down' }) : hundredfold,
        );
      }),
      { numRuns: runs(1000) },
    ));
});

test('text: what terminates is written in full and read back; what does not ends in …', () =>
  fc.assert(
    fc.property(number, fc.integer({ min: 1, max: 999 }), (a, b) => {
      // More digits than are shown at all are not the matter here.
      fc.pre(a.replace(/^-|\..*/g, '').length <= 15);
      const written = Exact.of(a).toText();
      expect(Exact.of(written).equals(Exact.of(a))).toBe(true);
      expect(written).not.toMatch(/e|^-0$|\.0*$|^0\d/i);
      const x = Exact.of(a).over(Exact.of(b))!;
      const shown = x.toText();
      if (!shown.endsWith('…')) expect(Exact.of(shown).equals(x)).toBe(true);
      else {
        expect(shown).toMatch(/^-?\d+\.\d{4}…$/);
        same(
          Exact.of(shown.slice(0, -1)),
          rounded(divide(fraction(a), [BigInt(b), 1n]), { decimals: 4, mode: 'down' }),
        );
      }
    }),
  ));

test('what is not plain decimal text is refused, never guessed', () => {
  for (const text of [
    '',
    ' 1',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '1,000',
    '１',
    '.5',
    '5.',
    '--1',
    '1'.repeat(41),
  ])
    expect(Exact.parse(text), text).toBeUndefined();
});
