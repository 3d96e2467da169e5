/** Rows and inputs in one unit: which numbers are relative, and which unit holds all of them exactly. */
import type { Exact } from '../decimal.ts';
import { convert, dimensionOf } from '../read/index.ts';

/** Ratios, percentage points, times, and anything per something: averaged, not added. */
export const isRelative = (unit: string | undefined): boolean =>
  unit !== undefined && (/^(%|‰|百分点|个百分点|倍)$/u.test(unit) || /[/／每]/u.test(unit));

/** What can be added or averaged has the same measure. */
export const measureOf = (unit: string | undefined): string => dimensionOf(unit) ?? unit ?? '';

/** The unit most of the numbers are in, of those that write all of them without end; none where there is none. */
export function commonUnit(
  numbers: readonly { number: Exact; unit: string | undefined }[],
): string | undefined {
  const count = new Map<string, number>();
  for (const { unit } of numbers) if (unit !== undefined) count.set(unit, (count.get(unit) ?? 0) + 1);
  const units = [...count].sort(([a, often], [b, oftenB]) => oftenB - often || (a < b ? -1 : 1));
  const ends = ([unit]: [string, number]) =>
    numbers.every(({ number, unit: own }) => !inUnit(number, own, unit).toText().endsWith('…'));
  return (units.find(ends) ?? units[0])?.[0];
}

/** A number without a unit is in the unit that the others have. */
export const inUnit = (number: Exact, own: string | undefined, unit: string | undefined): Exact =>
  convert(number, own ?? unit, unit) ?? number;
