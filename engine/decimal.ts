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
  private text: string | undefined;
  private percent: string | undefined;
  private expansion: { value: Decimal; exact: boolean } | undefined;

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
    if (other.top.isZero()) return this;
    if (this.top.isZero()) return other;
    if (same(this.bottom, other.bottom)) return new Exact(this.top.plus(other.top), this.bottom);
    return new Exact(
      product(this.top, other.bottom).plus(product(other.top, this.bottom)),
      product(this.bottom, other.bottom),
    );
  }

  minus(other: Exact): Exact {
    if (this === other) return Exact.zero;
    if (other.top.isZero()) return this;
    if (same(this.bottom, other.bottom)) return new Exact(this.top.minus(other.top), this.bottom);
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
    if (this === other) return 0;
    const signs = this.sign() - other.sign();
    if (signs !== 0) return Math.sign(signs);
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
    const { value, exact } = this.expanded();
    const rounded = value.toDecimalPlaces(decimals, roundings[mode]);
    if (exact) return new Exact(rounded, unit);
    // The true quotient lies less than one unit of the last digit beyond `value`: where that cannot matter, it is done.
    const beyond = value.plus(lastDigit(value));
    if (value.isZero() || !beyond.toDecimalPlaces(decimals, roundings[mode]).eq(rounded))
      return this.roundWhole({ decimals, mode });
    return new Exact(rounded, unit);
  }

  /** Rounds by whole numbers alone: right however close the quotient comes to a tie. */
  private roundWhole({ decimals, mode }: Rounding): Exact {
    const scale = Wide.pow(10, decimals);
    const size = this.top.abs().times(scale);
    const whole = size.divToInt(this.bottom);
    const rest = size.minus(whole.times(this.bottom));
    const half = rest.times(2).cmp(this.bottom);
    const up =
      mode === 'up'
        ? !rest.isZero()
        : mode === 'half-up'
          ? half >= 0
          : mode === 'half-even' && (half > 0 || (half === 0 && !whole.mod(2).isZero()));
    const kept = (up ? whole.plus(1) : whole).div(scale);
    return new Exact(this.top.isNeg() ? kept.neg() : kept, unit);
  }

  /**
   * Decimal text without exponent, without trailing zeros. A quotient that does not terminate within 24 digits is
   * shown to `digits` decimal places and ends in `…`.
   */
  toText(digits = 4): string {
    const { value, exact } = this.expanded();
    if (!exact) return `${value.toFixed(digits, DecimalJs.ROUND_HALF_UP)}…`;
    this.text ??= value.isZero() ? '0' : value.toFixed();
    return this.text;
  }

  /** The number as a percentage, to two places where it does not end sooner: `62.61…%`. Worked out once. */
  toPercent(): string {
    this.percent ??= `${this.times(Exact.hundred).toText(2)}%`;
    return this.percent;
  }

  /** Decimal text with exactly `decimals` places; for a number already rounded to that many or fewer. */
  toFixed(decimals: number): string {
    const text = this.round({ decimals, mode: 'half-up' }).top.toFixed(decimals);
    return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
  }

  /** The two whole numbers whose quotient this is, for arithmetic on integers. */
  toFraction(): [numerator: bigint, denominator: bigint] {
    const places = Math.max(this.top.decimalPlaces(), this.bottom.decimalPlaces());
    const scale = Wide.pow(10, places);
    return [BigInt(this.top.times(scale).toFixed(0)), BigInt(this.bottom.times(scale).toFixed(0))];
  }

  /** The first 24 digits of the quotient, and whether they are all of it; worked out once. */
  private expanded(): { value: Decimal; exact: boolean } {
    if (this.bottom === unit) return { value: this.top, exact: true };
    if (!this.expansion) {
      const value = new Wide(new Shown(this.top).div(this.bottom));
      this.expansion = { value, exact: value.times(this.bottom).eq(this.top) };
    }
    return this.expansion;
  }
}

/** One unit of the last of 24 digits, with the sign of the number. */
const lastDigit = (value: Decimal): Decimal => new Wide(`${value.isNeg() ? '-' : ''}1e${value.e - 23}`);

const roundings: Record<RoundingMode, DecimalJs.Rounding> = {
  'half-up': DecimalJs.ROUND_HALF_UP,
  'half-even': DecimalJs.ROUND_HALF_EVEN,
  down: DecimalJs.ROUND_DOWN,
  up: DecimalJs.ROUND_UP,
};

/** Most numbers have no divisor, so the unit is recognised and left out of the work. */
const product = (a: Decimal, b: Decimal): Decimal => (a === unit ? b : b === unit ? a : a.times(b));
const same = (a: Decimal, b: Decimal): boolean => a === b || a.eq(b);

/** The sum of any number of exact numbers; zero for none. */
export const sum = (values: readonly Exact[]): Exact =>
  values.reduce((all, one) => all.plus(one), Exact.zero);

export const least = (first: Exact, ...rest: Exact[]): Exact =>
  rest.reduce((a, b) => (b.compare(a) < 0 ? b : a), first);

export const greatest = (first: Exact, ...rest: Exact[]): Exact =>
  rest.reduce((a, b) => (b.compare(a) > 0 ? b : a), first);
