/**
 * Exact numbers. The only importer of decimal.js.
 *
 * An {@link Exact} is a quotient of two decimals, so `20 × 63.34 ÷ 101.17` stays exact until a rulebook
 * says "round": nothing is lost in a rate that never terminates. This file may not read cells or units.
 */
import { Decimal as DecimalJs } from 'decimal.js';

/** Wide enough that sums and products of anything the readers let in are never rounded on the way. */
const Wide = DecimalJs.clone({
  precision: 100_000,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  rounding: DecimalJs.ROUND_HALF_UP,
});
/** Used only to show the first digits of a quotient that does not terminate. */
const Shown = DecimalJs.clone({
  precision: 24,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  rounding: DecimalJs.ROUND_DOWN,
});

type Decimal = DecimalJs;
const unit = new Wide(1);

/** How the last kept digit is decided. `half-up` is 四舍五入 (ties away from zero); `half-even` is 四舍六入五成双. */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

/** Decimal places to keep (0 or more) and how to decide the last one. */
export interface Rounding {
  decimals: number;
  mode: RoundingMode;
}

const decimalText = /^[+-]?\d{1,40}(\.\d{1,40})?$/;

/** An exact number: a quotient of two decimals with a positive divisor. Immutable. */
export class Exact {
  static readonly zero = new Exact(new Wide(0), unit);
  static readonly one = new Exact(unit, unit);
  static readonly hundred = new Exact(new Wide(100), unit);

  private readonly top: Decimal;
  private readonly bottom: Decimal;

  private constructor(top: Decimal, bottom: Decimal) {
    this.top = top;
    this.bottom = bottom;
  }

  /** Reads plain decimal text (`-12.50`): at most 40 digits each side of the point; anything else is undefined. */
  static parse(text: string): Exact | undefined {
    return decimalText.test(text) ? new Exact(new Wide(text), unit) : undefined;
  }

  /** A number written in the program or already checked. Throws on text that is not a decimal. */
  static of(value: string | number): Exact {
    const parsed = Exact.parse(String(value));
    if (!parsed) throw new Error(`not a decimal: ${value}`);
    return parsed;
  }

  plus(other: Exact): Exact {
    if (same(this.bottom, other.bottom)) return new Exact(this.top.plus(other.top), this.bottom);
    return new Exact(
      product(this.top, other.bottom).plus(product(other.top, this.bottom)),
      product(this.bottom, other.bottom),
    );
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    return new Exact(product(this.top, other.top), product(this.bottom, other.bottom));
  }

  /** The quotient, or undefined where `other` is zero: division by zero is a finding, never an exception. */
  over(other: Exact): Exact | undefined {
    if (other.isZero()) return undefined;
    const top = product(this.top, other.bottom);
    const bottom = product(this.bottom, other.top);
    return bottom.isNeg() ? new Exact(top.neg(), bottom.neg()) : new Exact(top, bottom);
  }

  negated(): Exact {
    return new Exact(this.top.neg(), this.bottom);
  }

  absolute(): Exact {
    return this.sign() < 0 ? this.negated() : this;
  }

  /** -1, 0 or 1. */
  compare(other: Exact): number {
    if (same(this.bottom, other.bottom)) return this.top.cmp(other.top);
    return product(this.top, other.bottom).cmp(product(other.top, this.bottom));
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  sign(): number {
    return this.top.isZero() ? 0 : this.top.isNeg() ? -1 : 1;
  }

  isZero(): boolean {
    return this.top.isZero();
  }

  /** The greatest whole number not above this one. */
  floor(): Exact {
    const whole = this.top.divToInt(this.bottom);
    const below = this.sign() < 0 && !whole.times(this.bottom).eq(this.top);
    return new Exact(below ? whole.minus(1) : whole, unit);
  }

  /** The least whole number not below this one. */
  ceiling(): Exact {
    return this.negated().floor().negated();
  }

  /** Rounds exactly: the quotient is never expanded to digits first, so there is no double rounding. */
  round({ decimals, mode }: Rounding): Exact {
    if (this.bottom === unit) {
      if (this.top.decimalPlaces() <= decimals) return this;
      return new Exact(this.top.toDecimalPlaces(decimals, roundings[mode]), unit);
    }
    const scale = Wide.pow(10, decimals);
    const size = this.top.abs().times(scale);
    const whole = size.divToInt(this.bottom);
    const rest = size.minus(whole.times(this.bottom)).times(2).cmp(this.bottom);
    const restIsZero = whole.times(this.bottom).eq(size);
    const up =
      mode === 'up'
        ? !restIsZero
        : mode === 'down'
          ? false
          : rest > 0 || (rest === 0 && (mode === 'half-up' || !whole.mod(2).isZero()));
    const kept = (up ? whole.plus(1) : whole).div(scale);
    return new Exact(this.top.isNeg() ? kept.neg() : kept, unit);
  }

  /** True where the number has a finite decimal expansion within 24 digits. */
  terminates(): boolean {
    return this.bottom === unit || this.shown().times(this.bottom).eq(this.top);
  }

  /**
   * Decimal text without exponent, without trailing zeros. A quotient that does not terminate is shown
   * to `digits` decimal places and ends in `…`.
   */
  toText(digits = 4): string {
    if (this.bottom === unit) return plain(this.top);
    const shown = this.shown();
    if (shown.times(this.bottom).eq(this.top)) return plain(shown);
    return `${shown.toFixed(digits, DecimalJs.ROUND_HALF_UP)}…`;
  }

  /** Decimal text with exactly `decimals` places; for a number already rounded to that many or fewer. */
  toFixed(decimals: number): string {
    const text = this.round({ decimals, mode: 'half-up' }).shown().toFixed(decimals);
    return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
  }

  /** The two whole numbers whose quotient this is, for arithmetic on integers. */
  toFraction(): [numerator: bigint, denominator: bigint] {
    const places = Math.max(this.top.decimalPlaces(), this.bottom.decimalPlaces());
    const scale = Wide.pow(10, places);
    return [BigInt(this.top.times(scale).toFixed(0)), BigInt(this.bottom.times(scale).toFixed(0))];
  }

  private shown(): Decimal {
    return this.bottom === unit ? this.top : new Wide(new Shown(this.top).div(this.bottom));
  }
}

const roundings: Record<RoundingMode, DecimalJs.Rounding> = {
  'half-up': DecimalJs.ROUND_HALF_UP,
  'half-even': DecimalJs.ROUND_HALF_EVEN,
  down: DecimalJs.ROUND_DOWN,
  up: DecimalJs.ROUND_UP,
};

/** Most numbers have no divisor, so the unit is recognised and left out of the work. */
const product = (a: Decimal, b: Decimal): Decimal => (a === unit ? b : b === unit ? a : a.times(b));
const same = (a: Decimal, b: Decimal): boolean => a === b || a.eq(b);

const plain = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());

/** The sum of any number of exact numbers; zero for none. */
export const sum = (values: readonly Exact[]): Exact =>
  values.reduce((all, one) => all.plus(one), Exact.zero);

export const least = (first: Exact, ...rest: Exact[]): Exact =>
  rest.reduce((a, b) => (b.compare(a) < 0 ? b : a), first);

export const greatest = (first: Exact, ...rest: Exact[]): Exact =>
  rest.reduce((a, b) => (b.compare(a) > 0 ? b : a), first);
