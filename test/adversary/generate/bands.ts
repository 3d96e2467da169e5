/** Intervals that cut the number line: open below, open above, closed, from the top or from the bottom. */
import type { Random } from './random.ts';

export type Bounds = Partial<Record<'at' | 'from' | 'above' | 'upTo' | 'below', string>>;

/** From one value to another; each end is included or not. */
export const interval = (low: string, high: string, includesLow: boolean, includesHigh: boolean): Bounds => ({
  [includesLow ? 'from' : 'above']: low,
  [includesHigh ? 'upTo' : 'below']: high,
});

/** One interval more than there are cuts, from low to high or, in a falling list, from high to low; nothing is left out. */
export function intervals(random: Random, cuts: readonly string[]): Bounds[] {
  const included = cuts.map(() => random.chance(50));
  const between = cuts
    .slice(1)
    .map((high, index) => interval(cuts[index]!, high, included[index]!, !included[index + 1]!));
  const lowest: Bounds = { [included[0] ? 'below' : 'upTo']: cuts[0]! };
  const highest: Bounds = { [included.at(-1) ? 'from' : 'above']: cuts.at(-1)! };
  switch (random.below(4)) {
    case 0:
      return [lowest, ...between, highest];
    case 1:
      // From the bottom up, each band bounded above only.
      return [...cuts.map((cut, index): Bounds => ({ [included[index] ? 'below' : 'upTo']: cut })), {}];
    case 2:
      // From the top down, each band bounded below only.
      return [
        ...cuts.map((cut, index): Bounds => ({ [included[index] ? 'from' : 'above']: cut })).reverse(),
        {},
      ];
    default:
      return [{ at: cuts[0]! }, ...(cuts.length > 1 ? [{ upTo: cuts.at(-1)! }] : []), {}];
  }
}
