/** A cell with two ends: 10%-15%, 100~120人, ±10%, ≥10%且≤15%. */
import { wordOfSide } from './comparators.ts';
import { readBefore, together } from './frame.ts';
import { readNumber } from './number.ts';
import { inUnit, type Quantity, quantityAt } from './quantity.ts';
import { asWords, type Finding, type RangeEnd } from './reading.ts';
import { readTail } from './tail.ts';
import { convert, sameDimension } from './units.ts';

const separator = /(?:[-~—–]{1,2}|至|到)/y;

/** Words that say that a range is meant, around its two ends; none of them changes it. */
const opening = /^(?:介于|处于|在|保持在|控制在|稳定在|维持在)/u;
const closing = /(?:之间|范围内?|区间内?|以内|之内|内)$/u;
const atMost = /^(?:≤|<=|不超过|不高于|不大于)(?=±)/u;
const label = /^[\p{Script=Han}A-Za-z():\uE000-\uE00A]{1,20}?(?=[\d±[-])/u;

/** Undefined where the cell has not two ends. */
export const readRange = (plain: string): Finding | undefined =>
  boundedTwice(plain) ?? ends(plain) ?? underLabel(plain);

function ends(plain: string): Finding | undefined {
  const text = plain.replace(opening, '').replace(atMost, '');
  const isAround = text.includes('±') || text.length < plain.length;
  return interval(text) ?? bothSides(text) ?? betweenEnds(isAround ? text.replace(closing, '') : text);
}

const betweenEnds = (text: string): Finding | undefined => around(text) ?? betweenTwo(text);

/** pH值6.5~8.5, 偏差率±5%以内. */
function underLabel(plain: string): Finding | undefined {
  const found = label.exec(plain)?.[0];
  const read = found === undefined ? undefined : ends(plain.slice(found.length));
  return read && { ...read, label: found!.replace(/:$/, '') };
}

/** [80,90), (0.5,1]. */
function interval(text: string): Finding | undefined {
  const [, open, least, most, close] = /^([[(])([^,[\]()]{1,20}),([^,[\]()]{1,20})([\])])$/.exec(text) ?? [];
  if (least === undefined || most === undefined || (open === '(' && close === ')')) return undefined;
  return fromTo(least, most, open === '(', close === ')');
}

/** 10%≤X≤15%. */
function bothSides(text: string): Finding | undefined {
  const [, least, one, other, most] =
    /^([^≤<=]{1,20})(≤|<=|<)[A-Za-z\p{Script=Han}]{0,10}(≤|<=|<)([^≤<=]{1,20})$/u.exec(text) ?? [];
  if (least === undefined || most === undefined) return undefined;
  return fromTo(least, most, one === '<', other === '<');
}

function fromTo(from: string, to: string, isOpen: boolean, isOpenAbove: boolean): Finding | undefined {
  const lower = readNumber(from);
  const upper = readNumber(to);
  if (lower?.kind !== 'number' || upper?.kind !== 'number') return undefined;
  if (lower.comparator !== undefined || upper.comparator !== undefined) return undefined;
  return inOneUnit(lower, upper, isOpen, isOpenAbove);
}

/** The two ends in the unit of the upper one; undefined where they have none in common, or stand upside down. */
function inOneUnit(
  lower: Finding,
  upper: Finding,
  isOpen: boolean,
  isOpenAbove: boolean,
): Finding | undefined {
  const unit = upper.unit ?? lower.unit;
  if (lower.unit !== undefined && !sameDimension(lower.unit, unit)) return undefined;
  const number = convert(lower.number!, lower.unit ?? unit, unit);
  if (!number || number.compare(upper.number!) > 0) return undefined;
  const notes = [...lower.notes, ...upper.notes];
  return {
    ...told(endOf(number, isOpen), endOf(upper.number!, isOpenAbove), unit, { notes }),
    ...(lower.label === undefined ? {} : { label: lower.label }),
  };
}

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
  if (!number) return undefined;
  if (number.compare(most.number) > 0) return asWords('two-readings');
  // 1-2 alone may be so many, or the first and the second.
  if (mark === '-' && unit === undefined && least.decimals + most.decimals === 0)
    return asWords('two-readings');
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
  return inOneUnit(lower, upper, lower.comparator === '>', upper.comparator === '<');
}

const endOf = (number: RangeEnd['number'], open: boolean): RangeEnd => (open ? { number, open } : { number });

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
