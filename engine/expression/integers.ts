/**
 * Exact arithmetic on big whole numbers: quotients of two bigints, for dividing a change of points into its parts. It may
 * say nothing that the decimals do not say too.
 */
import type { Exact, Rounding } from '../decimal.ts';
import type { Arithmetic } from './arithmetic.ts';

/** `top ÷ bottom`, with `bottom` above zero; not necessarily in lowest terms. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const plainDecimal = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/;
const powers: bigint[] = [];
const powerOfTen = (exponent: number): bigint => {
  powers[exponent] ??= 10n ** BigInt(exponent);
  return powers[exponent];
};

function floorDivide(top: bigint, bottom: bigint): bigint {
  const whole = top / bottom;
  return top < 0n && whole * bottom !== top ? whole - 1n : whole;
}

const compare = (a: Fraction, b: Fraction): number => {
  const left = a.bottom === b.bottom ? a.top : a.top * b.bottom;
  const right = a.bottom === b.bottom ? b.top : b.top * a.bottom;
  return left < right ? -1 : left > right ? 1 : 0;
};

function round({ top, bottom }: Fraction, { decimals, mode }: Rounding): Fraction {
  const scale = powerOfTen(decimals);
  if (bottom === scale) return { top, bottom };
  const size = (top < 0n ? -top : top) * scale;
  const whole = size / bottom;
  const rest = size - whole * bottom;
  const twice = rest * 2n;
  const up =
    mode === 'up'
      ? rest > 0n
      : mode === 'half-up'
        ? twice >= bottom
        : mode === 'half-even' && (twice > bottom || (twice === bottom && whole % 2n === 1n));
  const kept = up ? whole + 1n : whole;
  return { top: top < 0n ? -kept : kept, bottom: scale };
}

/** The numbers of a rulebook are turned into fractions once. */
const known = new WeakMap<Exact, Fraction>();
function fractionOf(value: Exact): Fraction {
  let fraction = known.get(value);
  if (!fraction) {
    const [top, bottom] = value.toFraction();
    fraction = { top, bottom };
    known.set(value, fraction);
  }
  return fraction;
}

export const integers: Arithmetic<Fraction> = {
  of: fractionOf,
  parse: (text) => {
    const [, sign, whole, decimals = ''] = plainDecimal.exec(text) ?? [];
    if (whole === undefined) return undefined;
    const digits = BigInt(whole + decimals);
    return { top: sign === '-' ? -digits : digits, bottom: powerOfTen(decimals.length) };
  },
  plus: (a, b) =>
    a.bottom === b.bottom
      ? { top: a.top + b.top, bottom: a.bottom }
      : { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom },
  minus: (a, b) =>
    a.bottom === b.bottom
      ? { top: a.top - b.top, bottom: a.bottom }
      : { top: a.top * b.bottom - b.top * a.bottom, bottom: a.bottom * b.bottom },
  times: (a, b) => ({ top: a.top * b.top, bottom: a.bottom * b.bottom }),
  over: (a, b) => {
    if (b.top === 0n) return undefined;
    const top = a.top * b.bottom;
    const bottom = a.bottom * b.top;
    return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
  },
  negate: (a) => ({ top: -a.top, bottom: a.bottom }),
  compare,
  floor: (a) => ({ top: floorDivide(a.top, a.bottom), bottom: 1n }),
  ceiling: (a) => ({ top: -floorDivide(-a.top, a.bottom), bottom: 1n }),
  round,
};

const shownPlaces = 10;

/** Decimal text without trailing zeros; to ten places where the fraction does not end there. */
export function fractionText({ top, bottom }: Fraction): string {
  const { top: digits } = round({ top, bottom }, { decimals: shownPlaces, mode: 'half-up' });
  const size = (digits < 0n ? -digits : digits).toString().padStart(shownPlaces + 1, '0');
  const text = `${size.slice(0, -shownPlaces)}.${size.slice(-shownPlaces)}`.replace(/\.?0+$/, '');
  return digits < 0n ? `-${text}` : text;
}
