/** Averages of a roll-up, and how numbers that do not end are written. */
import { Exact, sum } from '../decimal.ts';

export type Averaging = 'byAmount' | 'mean';

export interface Weighted {
  value: Exact;
  amount: Exact;
}

/** Numbers that do not end are written to this many places. */
const places = 30;

/** How much each counts; plainly where all their amounts are nothing. */
export function sharesOf(amounts: readonly Exact[], how: Averaging): Exact[] {
  const byAmount = how === 'byAmount' && !sum([...amounts]).isZero();
  return amounts.map((amount) => (byAmount ? amount : Exact.one));
}

/** The average by amount, or plainly, as the rulebook says; undefined of nothing. */
export function average(values: readonly Weighted[], how: Averaging): Exact | undefined {
  const shares = sharesOf(
    values.map(({ amount }) => amount),
    how,
  );
  return sum(values.map(({ value }, index) => value.times(shares[index]!))).over(sum(shares));
}

export const decimalText = (number: Exact): string =>
  number.round({ decimals: places, mode: 'half-up' }).toText();

export const percentText = (share: Exact): string => `${decimalText(share.times(Exact.hundred))}%`;

/** One unit of the last of so many decimal places. */
export const smallestUnit = (decimals: number): Exact =>
  Exact.of(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);
