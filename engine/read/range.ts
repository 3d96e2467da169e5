/** A cell with two ends: 10%-15%, 100~120人, ±10%, ≥10%且≤15%. */
import { wordOfSide } from './comparators.ts';
import { readBefore, together } from './frame.ts';
import { readNumber } from './number.ts';
import { inUnit, type Quantity, quantityAt } from './quantity.ts';
import type { Finding, RangeEnd } from './reading.ts';
import { readTail } from './tail.ts';
import { convert, sameDimension } from './units.ts';

const separator = /(?:[-~—–]{1,2}|至|到)/y;

/** Undefined where the cell has not two ends. */
export const readRange = (plain: string): Finding | undefined =>
  around(plain) ?? betweenTwo(plain) ?? boundedTwice(plain);

/** ±10%, 100±5人. */
function around(plain: string): Finding | undefined {
  const sign = plain.indexOf('±');
  if (sign < 0) return undefined;
  const middle = sign === 0 ? undefined : quantityAt(plain, 0);
  const size = quantityAt(plain, sign + 1);
  if (!size || (sign > 0 && middle?.end !== sign) || size.number.sign() < 0) return undefined;
  const tail = readTail(plain, size.end, { unit: size.unit, isBound: true, isChinese: size.isChinese });
  if (!tail || tail.remark !== undefined || tail.comparator !== undefined) return undefined;
  const unit = size.unit ?? tail.unit;
  const from = middle && middle.unit === undefined ? inUnit(middle, unit) : middle;
  if (from && from.unit !== unit) return undefined;
  const width = size.unit === unit ? size : inUnit(size, unit);
  const centre = from?.number ?? width.number.minus(width.number);
  return told({ number: centre.minus(width.number) }, { number: centre.plus(width.number) }, unit, width);
}

/** Two numbers with a dash or 至 between them; the unit of the second is that of the first. */
function betweenTwo(plain: string): Finding | undefined {
  const before = readBefore(plain, 'number');
  if (before.comparator !== undefined || before.limit) return undefined;
  const first = quantityAt(plain, before.end);
  if (!first) return undefined;
  separator.lastIndex = first.end;
  const mark = separator.exec(plain)?.[0];
  const second = mark === undefined ? undefined : quantityAt(plain, first.end + mark.length);
  if (!second || isYears(first, second)) return undefined;
  const tail = readTail(plain, second.end, { unit: second.unit, isBound: true, isChinese: second.isChinese });
  if (!tail || together(before, tail).comparator !== undefined) return undefined;
  const unit = second.unit ?? tail.unit;
  const most = second.unit === unit ? second : inUnit(second, unit);
  const least = first.unit === undefined ? inUnit(first, unit) : first;
  const number = convert(least.number, least.unit, unit);
  if (!number || number.compare(most.number) > 0) return undefined;
  return told({ number }, { number: most.number }, unit, most);
}

const isYears = (first: Quantity, second: Quantity): boolean =>
  [first, second].some(({ number, unit }) => unit === undefined && /^(?:19|20)\d\d$/.test(number.toText())) &&
  second.unit === undefined;

/** A lower and an upper bound, one after the other. */
function boundedTwice(plain: string): Finding | undefined {
  const from = plain.search(wordOfSide);
  if (from < 0) return undefined;
  const skipped = from + (wordOfSide.exec(plain.slice(from))?.[0].length ?? 1);
  const to = plain.slice(skipped).search(wordOfSide);
  if (to < 0) return undefined;
  const first = readNumber(plain.slice(0, skipped + to).replace(/(?:[,、;]|,?且|并且?|同时|和|及)$/, ''));
  const second = readNumber(plain.slice(skipped + to));
  if (first?.kind !== 'number' || second?.kind !== 'number') return undefined;
  const [lower, upper] = first.comparator?.startsWith('>') ? [first, second] : [second, first];
  if (!lower.comparator?.startsWith('>') || !upper.comparator?.startsWith('<')) return undefined;
  const unit = upper.unit ?? lower.unit;
  if (lower.unit !== undefined && !sameDimension(lower.unit, unit)) return undefined;
  const number = convert(lower.number!, lower.unit ?? unit, unit);
  if (!number || number.compare(upper.number!) > 0) return undefined;
  return {
    ...told(endOf(number, lower.comparator), endOf(upper.number!, upper.comparator), unit, {
      notes: [...first.notes, ...second.notes],
    }),
    label: first.label,
  };
}

const endOf = (number: RangeEnd['number'], comparator: string): RangeEnd =>
  comparator.length === 1 ? { number, open: true } : { number };

const told = (
  least: RangeEnd,
  most: RangeEnd,
  unit: string | undefined,
  { notes }: Pick<Quantity, 'notes'>,
): Finding => ({
  kind: 'range',
  least,
  most,
  unit,
  notes,
});
