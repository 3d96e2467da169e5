/** Scoring rates: points as a percentage of the most there are. Exact until they are shown, to two places. */
import { Exact } from '../../engine/index.ts';
import type { Scored } from '../submissions/rate.ts';

/** With two decimals, rounded half up. */
export const shownRate = (rate: Exact): string => rate.toFixed(2);

/** The mean rate. Totals out of the same are added first, so that the sum stays short. */
export function meanRate(forms: readonly Scored[]): Exact | undefined {
  const sums = new Map<string, Exact>();
  for (const { total, outOf } of forms)
    sums.set(outOf, (sums.get(outOf) ?? Exact.zero).plus(Exact.of(total)));
  const rates = [...sums].flatMap(([outOf, sum]) => sum.times(Exact.hundred).over(Exact.of(outOf)) ?? []);
  return rates.reduce((sum, rate) => sum.plus(rate), Exact.zero).over(Exact.of(forms.length));
}

/** The middle one of ascending rates, or half-way between the two in the middle. */
export function medianRate(ascending: readonly Exact[]): Exact | undefined {
  const middle = ascending.length >> 1;
  const upper = ascending[middle];
  const lower = ascending.length % 2 === 1 ? upper : ascending[middle - 1];
  return upper && lower?.plus(upper).over(Exact.of(2));
}

const bounds = Array.from({ length: 11 }, (_, index) => Exact.of(index).times(Exact.of(10)));

/** How many rates lie in each ten percent; the lowest band takes what is below, the highest what is above. */
export function distributionOf(rates: readonly Exact[]): { from: string; to: string; count: number }[] {
  const counts = bounds.slice(1).map(() => 0);
  for (const rate of rates) {
    const band = bounds.findIndex((_, index) => index > 0 && rate.compare(bounds[index]!) < 0);
    const index = band === -1 ? counts.length - 1 : band - 1;
    counts[index] = counts[index]! + 1;
  }
  return counts.map((count, index) => ({
    from: bounds[index]!.toText(),
    to: bounds[index + 1]!.toText(),
    count,
  }));
}
