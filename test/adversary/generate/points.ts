/** What a random line can give: points or shares of its weight, never more than it has. */
import { hundredths } from './json.ts';
import type { Random } from './random.ts';

/** The line a method is made for. */
export interface Line {
  /** In hundredths of a point; undefined for declared rows, whose weight the form brings. */
  weight: number | undefined;
  /** True where the metric is the actual of a row and the target the row's. */
  declared: boolean;
}

const shares = ['0', '0.1', '0.25', '0.333', '0.5', '0.6', '0.8', '0.9', '1'] as const;
const percent = (share: string): string => `${hundredths(Math.trunc(Number(share) * 10000))}%`;

/** So many points in ascending order; the last is the weight more often than not. */
export function rising(random: Random, { weight }: Line, count: number): string[] {
  const chosen = random.some([...shares, ...shares], count - 1);
  const last = random.chance(75) ? '1' : random.pick(shares);
  const all = [...chosen, last].sort((a, b) => Number(a) - Number(b));
  const asShares = weight === undefined || random.chance(40);
  return all.map((share) => (asShares ? percent(share) : hundredths(Math.trunc(weight * Number(share)))));
}

export const points = (random: Random, line: Line): string => random.pick(rising(random, line, 3));

/** A deduction: a part of the weight that is not zero. */
export const deduction = (random: Random, { weight }: Line): string =>
  weight === undefined || random.chance(30)
    ? random.pick(['1%', '5%', '10%', '50%'])
    : random.pick(['0.1', '0.5', '1', '2', '3.33']);
