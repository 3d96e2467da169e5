/** How totals and changes are spread, in bars of round widths. */
import type { ImpactBar, ImpactChangeBar } from '../../schemas/generated/types.ts';
import { one, textOfUnits } from './scale.ts';

const bars = 10;

/** Ten bars from nothing to the full mark; whoever has more stands in the last. */
export function totalBars(
  before: readonly bigint[],
  after: readonly bigint[],
  totals: readonly bigint[],
): ImpactBar[] {
  const most = totals.reduce((a, b) => (b > a ? b : a));
  const width = most / BigInt(bars);
  if (before.length === 0 || width === 0n) return [];
  const counted = (values: readonly bigint[]): number[] => {
    const counts = new Array<number>(bars).fill(0);
    for (const value of values) counts[Math.max(0, Math.min(bars - 1, Number(value / width)))]! += 1;
    return counts;
  };
  const [one, other] = [counted(before), counted(after)];
  return one.map((count, index) => ({
    from: textOfUnits(width * BigInt(index)),
    to: textOfUnits(width * BigInt(index + 1)),
    before: count,
    after: other[index]!,
  }));
}

/** No more bars than a reader can take in on either side of zero. */
const mostBars = 12n;

/** Bars on both sides of zero, and one for those that do not change. */
export function changeBars(changes: readonly bigint[]): ImpactChangeBar[] {
  if (changes.length === 0) return [];
  const furthest = changes.reduce((most, change) => {
    const size = change < 0n ? -change : change;
    return size > most ? size : most;
  }, 0n);
  const width = widthFor(furthest);
  const counts = new Map<bigint, number>();
  for (const change of changes) {
    const bar = change > 0n ? (change - 1n) / width + 1n : change < 0n ? -((-change - 1n) / width + 1n) : 0n;
    counts.set(bar, (counts.get(bar) ?? 0) + 1);
  }
  const order = [...counts.keys(), 0n].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [first, last] = [order[0]!, order.at(-1)!];
  const result: ImpactChangeBar[] = [];
  for (let bar = first; bar <= last; bar += 1n)
    result.push({
      from: textOfUnits((bar > 0n ? bar - 1n : bar) * width),
      to: textOfUnits((bar < 0n ? bar + 1n : bar) * width),
      forms: counts.get(bar) ?? 0,
    });
  return result;
}

function widthFor(furthest: bigint): bigint {
  for (let unit = one / 100n; ; unit *= 10n)
    for (const times of [1n, 2n, 5n]) if (furthest <= unit * times * mostBars) return unit * times;
}
