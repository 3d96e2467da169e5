/** Fractions of whole numbers. Nothing here is shared with the engine. */
export interface Rational {
  readonly top: bigint;
  /** Above zero. */
  readonly bottom: bigint;
}

const divisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export function rational(top: bigint, bottom = 1n): Rational {
  const sign = bottom < 0n ? -1n : 1n;
  const common = divisor(top, bottom * sign) || 1n;
  return { top: (sign * top) / common, bottom: (sign * bottom) / common };
}

export const zero = rational(0n);
export const one = rational(1n);
export const hundred = rational(100n);

/** The number a decimal text says; undefined where it is not one. */
export function decimal(text: string): Rational | undefined {
  const found = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, sign, whole = '', part = ''] = found;
  const top = BigInt(whole + part);
  return rational(sign === '-' ? -top : top, 10n ** BigInt(part.length));
}

export function number(text: string | number): Rational {
  const value = decimal(String(text));
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Rational, b: Rational): Rational => plus(a, negative(b));
export const times = (a: Rational, b: Rational): Rational => rational(a.top * b.top, a.bottom * b.bottom);
export const negative = (a: Rational): Rational => ({ top: -a.top, bottom: a.bottom });
/** Undefined where the divisor is zero. */
export const over = (a: Rational, b: Rational): Rational | undefined =>
  b.top === 0n ? undefined : rational(a.top * b.bottom, a.bottom * b.top);
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const most = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const sum = (values: readonly Rational[]): Rational => values.reduce(plus, zero);

export const floor = ({ top, bottom }: Rational): bigint =>
  top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom);
export const ceiling = (a: Rational): bigint => -floor(negative(a));

export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

/** Rounds away from or towards zero, as one does by hand: the sign is set aside. */
export function round(a: Rational, places: number, mode: RoundingMode): Rational {
  const unit = 10n ** BigInt(places);
  const sign = a.top < 0n ? -1n : 1n;
  const size = rational(sign * a.top * unit, a.bottom);
  const whole = floor(size);
  const rest = minus(size, rational(whole));
  const half = compare(rest, rational(1n, 2n));
  const isUp =
    mode === 'up'
      ? rest.top > 0n
      : mode === 'half-up'
        ? half >= 0
        : mode === 'half-even'
          ? half > 0 || (half === 0 && whole % 2n === 1n)
          : false;
  return rational(sign * (whole + (isUp ? 1n : 0n)), unit);
}

/** Decimal text; to ten places, half up, where the number does not end. */
export function text(a: Rational): string {
  const { top, bottom } = round(a, 10, 'half-up');
  const scaled = (top < 0n ? -top : top) * (10n ** 10n / bottom);
  const digits = scaled.toString().padStart(11, '0');
  const shown = `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '');
  return top < 0n ? `-${shown}` : shown;
}
