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

/** Exactly: what does not end is the quotient of two whole numbers, as `100/3`, where these have no more digits than are read. */
export function exactText(number: Exact): string {
  const text = decimalText(number);
  if (Exact.of(text).equals(number)) return text;
  const [above, below] = number.inLowestTerms().map(String) as [string, string];
  return above.length <= 40 && below.length <= 40 ? `${above}/${below}` : text;
}

export const percentText = (share: Exact): string => `${decimalText(share.times(Exact.hundred))}%`;

/** One unit of the last of so many decimal places. */
export const smallestUnit = (decimals: number): Exact =>
  Exact.of(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);
