/** Points as whole units of 0.0000000001, for sums, order and shares; and back to decimal text. */
import { type Fraction, integers } from '../expression/index.ts';

const places = 10;
export const one = 10n ** BigInt(places);

/** Decimal text of at most ten places. */
export function unitsIn(text: string): bigint {
  const { top, bottom } = integers.parse(text)!;
  return (top * one) / bottom;
}

export function textOfUnits(units: bigint): string {
  const size = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const text = `${size.slice(0, -places)}.${size.slice(-places)}`.replace(/\.?0+$/, '');
  return units < 0n ? `-${text}` : text;
}

/** Shares of a change are told to four places where the change itself has no more. */
const told = 10n ** 6n;

/**
 * Exact shares as told: each rounded down, and the units that are left given to those that lost most by it. What is told adds
 * exactly to the whole.
 */
export function apportioned(shares: readonly Fraction[], total: bigint): bigint[] {
  const unit = total % told === 0n ? told : 1n;
  const floors = shares.map(({ top, bottom }) => {
    const scaled = top * (one / unit);
    const whole = scaled / bottom;
    const below = scaled < 0n && whole * bottom !== scaled ? whole - 1n : whole;
    return { whole: below, rest: { top: scaled - below * bottom, bottom } };
  });
  let left = floors.reduce((rest, { whole }) => rest - whole, total / unit);
  const order = floors
    .map((_, index) => index)
    .sort((a, b) => integers.compare(floors[b]!.rest, floors[a]!.rest) || a - b);
  const result = floors.map(({ whole }) => whole);
  for (let at = 0; left > 0n && order.length > 0; at = (at + 1) % order.length, left -= 1n)
    result[order[at]!]! += 1n;
  for (let at = order.length - 1; left < 0n && order.length > 0; at = (at || order.length) - 1, left += 1n)
    result[order[at]!]! -= 1n;
  return result.map((whole) => whole * unit);
}
