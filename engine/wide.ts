/** Quotients too wide for whole numbers in doubles, as decimal.js carries them. The only importer of decimal.js. */
import { Decimal as DecimalJs } from 'decimal.js';
import type { Rounding } from './whole.ts';

const plain = { toExpNeg: -9e15, toExpPos: 9e15 };
/** Wide enough that sums and products of anything the readers let in are never rounded on the way. */
export const Wide = DecimalJs.clone({ ...plain, precision: 100_000, rounding: DecimalJs.ROUND_HALF_UP });
/** Used only to show the first digits of a quotient that does not terminate. */
const Shown = DecimalJs.clone({ ...plain, precision: 24, rounding: DecimalJs.ROUND_DOWN });

type Decimal = DecimalJs;
export const unit = new Wide(1);

export const roundDown = DecimalJs.ROUND_DOWN;

/** A quotient of two decimals, the lower one above zero, and its first 24 digits once they are worked out. */
export interface Quotient {
  readonly top: Decimal;
  readonly bottom: Decimal;
  expansion?: { value: Decimal; exact: boolean };
}

/** Most numbers have no divisor, so the unit is recognised and left out of the work. */
export const product = (a: Decimal, b: Decimal): Decimal => (a === unit ? b : b === unit ? a : a.times(b));

export const negative = ({ top, bottom }: Quotient): Quotient => ({ top: top.neg(), bottom });

export const inverse = ({ top, bottom }: Quotient): Quotient =>
  top.isNeg() ? { top: bottom.neg(), bottom: top.neg() } : { top: bottom, bottom: top };

export const productOf = (a: Quotient, b: Quotient): Quotient => ({
  top: product(a.top, b.top),
  bottom: product(a.bottom, b.bottom),
});

export const sumOf = (a: Quotient, b: Quotient): Quotient =>
  a.bottom.eq(b.bottom)
    ? { top: a.top.plus(b.top), bottom: a.bottom }
    : { top: product(a.top, b.bottom).plus(product(b.top, a.bottom)), bottom: product(a.bottom, b.bottom) };

export function wideFloor({ top, bottom }: Quotient): Quotient {
  const whole = top.divToInt(bottom);
  const below = top.isNeg() && !whole.times(bottom).eq(top);
  return { top: below ? whole.minus(1) : whole, bottom: unit };
}

/** Rounds by whole numbers alone: right however close the quotient comes to a tie. */
export function wideRound({ top, bottom }: Quotient, { decimals, mode }: Rounding): Quotient {
  const scale = Wide.pow(10, decimals);
  const size = top.abs().times(scale);
  const whole = size.divToInt(bottom);
  const rest = size.minus(whole.times(bottom));
  const half = rest.times(2).cmp(bottom);
  const up =
    mode === 'up'
      ? !rest.isZero()
      : mode === 'half-up'
        ? half >= 0
        : mode === 'half-even' && (half > 0 || (half === 0 && !whole.mod(2).isZero()));
  const kept = (up ? whole.plus(1) : whole).div(scale);
  return { top: top.isNeg() ? kept.neg() : kept, bottom: unit };
}

/** The first 24 digits of the quotient, and whether they are all of it; worked out once. */
export function expanded(quotient: Quotient): { value: Decimal; exact: boolean } {
  const { top, bottom } = quotient;
  if (bottom === unit) return { value: top, exact: true };
  if (!quotient.expansion) {
    const value = new Wide(new Shown(top).div(bottom));
    quotient.expansion = { value, exact: value.times(bottom).eq(top) };
  }
  return quotient.expansion;
}

export function wideFraction({ top, bottom }: Quotient): [bigint, bigint] {
  const scale = Wide.pow(10, Math.max(top.decimalPlaces(), bottom.decimalPlaces()));
  return [BigInt(top.times(scale).toFixed(0)), BigInt(bottom.times(scale).toFixed(0))];
}
