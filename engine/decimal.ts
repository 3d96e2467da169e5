/**
 * Exact numbers.
 *
 * An {@link Exact} is a quotient, so `20 × 63.34 ÷ 101.17` stays exact until a rulebook says "round": nothing is lost in a
 * rate that never terminates. This file may not read cells or units.
 */
import {
  digitsHeld,
  digitsOf,
  endingText,
  endlessText,
  floorOf,
  isHeld,
  placesOf,
  pointed,
  pointedShortest,
  powersOfTen,
  type Rounding,
  scaledAndRounded,
  sharedDivisor,
} from './whole.ts';

import {
  expanded,
  inverse,
  negative,
  product,
  productOf,
  type Quotient,
  roundDown,
  sumOf,
  unit,
  Wide,
  wideFloor,
  wideFraction,
  wideRound,
} from './wide.ts';

export type { Rounding, RoundingMode } from './whole.ts';

const decimalText = /^[+-]?\d{1,40}(\.\d{1,40})?$/;

/**
 * An exact number: a quotient with a positive divisor. Immutable. Nearly all are two whole numbers that a double holds
 * exactly; where a step would pass that bound, decimal.js takes it.
 */
export class Exact {
  static readonly zero = new Exact(0, 1);
  static readonly one = new Exact(1, 1);
  static readonly hundred = new Exact(100, 1);

  /** Whole and held exactly; NaN both where the number is wide. */
  private readonly top: number;
  private readonly bottom: number;
  private readonly wide: Quotient | undefined;
  private text: string | undefined;
  private percent: string | undefined;

  private constructor(top: number, bottom: number, wide?: Quotient) {
    this.top = top + 0; // never -0
    this.bottom = bottom;
    this.wide = wide;
    this.text = undefined;
    this.percent = undefined;
  }

  private static ofQuotient(quotient: Quotient): Exact {
    const { top, bottom } = quotient;
    const isShort = bottom === unit && top.precision() <= digitsHeld;
    const narrow = isShort ? Exact.parse(top.toFixed()) : undefined;
    return narrow ?? new Exact(Number.NaN, Number.NaN, quotient);
  }

  /** Reads plain decimal text (`-12.50`): at most 40 digits each side of the point; anything else is undefined. */
  static parse(text: string): Exact | undefined {
    const digits = digitsOf(text);
    if (digits !== undefined) {
      const point = text.indexOf('.');
      return new Exact(digits, point < 0 ? 1 : powersOfTen[text.length - 1 - point]!);
    }
    if (!decimalText.test(text)) return undefined;
    return new Exact(Number.NaN, Number.NaN, { top: new Wide(text), bottom: unit });
  }

  /** A number written in the program or already checked. Throws on text that is not a decimal. */
  static of(value: string | number): Exact {
    const parsed = Exact.parse(String(value));
    if (!parsed) throw new Error(`not a decimal: ${value}`);
    return parsed;
  }

  /** The quotient of two whole numbers of any size, the lower one above zero. */
  static ofFraction(numerator: bigint, denominator: bigint): Exact {
    return Exact.ofQuotient({
      top: new Wide(numerator.toString()),
      bottom: denominator === 1n ? unit : new Wide(denominator.toString()),
    });
  }

  plus(other: Exact): Exact {
    if (other.top === 0) return this;
    if (this.top === 0) return other;
    return this.added(other.top, other.bottom) ?? Exact.ofQuotient(sumOf(this.quotient, other.quotient));
  }

  minus(other: Exact): Exact {
    if (this === other) return Exact.zero;
    if (other.top === 0) return this;
    return this.added(-other.top, other.bottom) ?? this.plus(Exact.ofQuotient(negative(other.quotient)));
  }

  /** The sum where doubles hold it. */
  private added(top: number, bottom: number): Exact | undefined {
    const shared = sharedDivisor(this.bottom, bottom);
    const scale = bottom / shared;
    const left = this.top * scale;
    const right = top * (this.bottom / shared);
    const below = this.bottom * scale;
    const held = isHeld(left) && isHeld(right) && isHeld(left + right) && isHeld(below);
    return held ? new Exact(left + right, below) : undefined;
  }

  times(other: Exact): Exact {
    const top = this.top * other.top;
    const bottom = this.bottom * other.bottom;
    if (isHeld(top) && isHeld(bottom)) return new Exact(top, bottom);
    return Exact.ofQuotient(productOf(this.quotient, other.quotient));
  }

  /** The quotient, or undefined where `other` is zero: division by zero is a finding, never an exception. */
  over(other: Exact): Exact | undefined {
    if (other.isZero()) return undefined;
    const shared = sharedDivisor(this.bottom, other.bottom);
    const top = this.top * (other.bottom / shared);
    const bottom = other.top * (this.bottom / shared);
    if (isHeld(top) && isHeld(bottom)) return bottom < 0 ? new Exact(-top, -bottom) : new Exact(top, bottom);
    return Exact.ofQuotient(productOf(this.quotient, inverse(other.quotient)));
  }

  negated(): Exact {
    return this.wide ? Exact.ofQuotient(negative(this.wide)) : new Exact(-this.top, this.bottom);
  }

  absolute(): Exact {
    return this.sign() < 0 ? this.negated() : this;
  }

  /** -1, 0 or 1. */
  compare(other: Exact): number {
    if (this === other) return 0;
    const left = this.top * other.bottom;
    const right = other.top * this.bottom;
    if (isHeld(left) && isHeld(right)) return left < right ? -1 : left > right ? 1 : 0;
    const [a, b] = [this.quotient, other.quotient];
    return product(a.top, b.bottom).cmp(product(b.top, a.bottom));
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  sign(): number {
    if (this.wide) return this.wide.top.isZero() ? 0 : this.wide.top.isNeg() ? -1 : 1;
    return this.top > 0 ? 1 : this.top < 0 ? -1 : 0;
  }

  isWhole(): boolean {
    return this.wide ? this.floor().equals(this) : this.top % this.bottom === 0;
  }

  isZero(): boolean {
    return this.sign() === 0;
  }

  /** The greatest whole number not above this one. */
  floor(): Exact {
    return this.wide ? Exact.ofQuotient(wideFloor(this.wide)) : new Exact(floorOf(this.top, this.bottom), 1);
  }

  /** The least whole number not below this one. */
  ceiling(): Exact {
    return this.negated().floor().negated();
  }

  /** Rounds exactly: the quotient is never expanded to digits first, so there is no double rounding. */
  round(rounding: Rounding): Exact {
    const { decimals, mode } = rounding;
    const places = placesOf(this.bottom);
    if (places !== undefined && places <= decimals) return this;
    const scale = powersOfTen[decimals] ?? Number.NaN;
    const top = scaledAndRounded(this.top, this.bottom, scale, mode);
    if (top !== undefined) return new Exact(top, scale);
    return Exact.ofQuotient(wideRound(this.quotient, rounding));
  }

  /**
   * Decimal text without exponent, without trailing zeros. A quotient that does not terminate within 24 digits is
   * cut, never rounded, after `digits` decimal places and ends in `…`.
   */
  toText(digits = 4): string {
    if (this.text !== undefined) return this.text;
    const places = placesOf(this.bottom);
    if (places === undefined) return this.toTextOfQuotient(digits);
    this.text = pointedShortest(this.top, places);
    return this.text;
  }

  private toTextOfQuotient(digits: number): string {
    const endless = this.wide ? undefined : endlessText(this.top, this.bottom, digits);
    if (endless !== undefined) return `${endless}…`;
    this.text = this.wide ? undefined : endingText(this.top, this.bottom);
    if (this.text !== undefined) return this.text;
    const { value, exact } = expanded(this.quotient);
    if (!exact) return `${value.toFixed(digits, roundDown)}…`;
    this.text = value.isZero() ? '0' : value.toFixed();
    return this.text;
  }

  /** The number as a percentage, to two places where it does not end sooner: `62.61…%`. Worked out once. */
  toPercent(): string {
    this.percent ??= `${this.times(Exact.hundred).toText(2)}%`;
    return this.percent;
  }

  /** Decimal text with exactly `decimals` places; for a number already rounded to that many or fewer. */
  toFixed(decimals: number): string {
    const rounded = this.round({ decimals, mode: 'half-up' });
    const digits = rounded.top * ((powersOfTen[decimals] ?? Number.NaN) / rounded.bottom);
    if (isHeld(digits)) return pointed(digits, decimals);
    return rounded.quotient.top.toFixed(decimals);
  }

  /** The two whole numbers whose quotient this is, for arithmetic on integers. */
  toFraction(): [numerator: bigint, denominator: bigint] {
    return this.wide ? wideFraction(this.wide) : [BigInt(this.top), BigInt(this.bottom)];
  }

  /** The same in lowest terms: equal numbers give equal fractions. */
  inLowestTerms(): [numerator: bigint, denominator: bigint] {
    const [top, bottom] = this.toFraction();
    const divisor = commonDivisor(top < 0n ? -top : top, bottom);
    return [top / divisor, bottom / divisor];
  }

  /** The number as decimal.js carries it. */
  private get quotient(): Quotient {
    if (this.wide) return this.wide;
    const places = placesOf(this.bottom);
    if (places !== undefined) return { top: new Wide(pointed(this.top, places)), bottom: unit };
    return { top: new Wide(this.top), bottom: new Wide(this.bottom) };
  }
}

/** The greatest whole number that divides both; the other where one is zero. */
export const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b));

/** The sum of any number of exact numbers; zero for none. */
export const sum = (values: readonly Exact[]): Exact =>
  values.reduce((all, one) => all.plus(one), Exact.zero);

export const least = (first: Exact, ...rest: Exact[]): Exact =>
  rest.reduce((a, b) => (b.compare(a) < 0 ? b : a), first);

export const greatest = (first: Exact, ...rest: Exact[]): Exact =>
  rest.reduce((a, b) => (b.compare(a) > 0 ? b : a), first);
