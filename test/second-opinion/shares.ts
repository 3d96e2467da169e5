/** The weights of declared rows: as written, or an equal share of what is left. */
import type { Rounding } from './lines.ts';
import {
  compare,
  minus,
  number,
  over,
  plus,
  type Rational,
  rational,
  round,
  sum,
  times,
  zero,
} from './rational.ts';

// biome-ignore lint/suspicious/noExplicitAny: forms are looked at as plain values here
type Written = any;

export function sharesOf(
  rows: readonly Written[],
  own: Rational | undefined,
  isEqual: boolean,
  { at, decimals }: Rounding,
): (Rational | undefined)[] {
  const printed = rows.map((row) => (row.weight === undefined ? undefined : number(row.weight)));
  const all =
    printed.every((weight) => weight !== undefined) && own && compare(sum(printed as Rational[]), own) === 0;
  const written = isEqual && own && !all ? rows.map(() => undefined) : printed;
  const open = written.flatMap((weight, index) => (weight === undefined ? [index] : []));
  if (open.length === 0 || !own) return written;
  const used = sum(written.flatMap((weight) => weight ?? []));
  const left = compare(own, used) > 0 ? minus(own, used) : zero;
  const exact = over(left, rational(BigInt(open.length)))!;
  if (at === 'total') return written.map((weight) => weight ?? exact);
  const share = round(exact, decimals, 'down');
  const unit = rational(1n, 10n ** BigInt(decimals));
  let rest = minus(left, times(share, rational(BigInt(open.length))));
  const shares = new Map<number, Rational>();
  for (const index of [...open].sort((a, b) => compareText(contentOf(rows[a]), contentOf(rows[b])))) {
    const more = compare(rest, unit) >= 0 ? unit : rest;
    shares.set(index, plus(share, more));
    rest = minus(rest, more);
  }
  return written.map((weight, index) => weight ?? shares.get(index));
}

/** All that the points of a row can follow from; two rows that agree in it have the same points. */
const contentOf = ({ name, target, actual, claimed, judgement, notApplicable }: Written): string =>
  JSON.stringify([
    ...[name, target, actual].map((cell) => String(cell ?? '')),
    claimed,
    ...[judgement?.share, judgement?.points, judgement?.tier],
    notApplicable,
  ]);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
