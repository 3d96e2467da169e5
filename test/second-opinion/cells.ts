/** The few ways of writing a cell that this opinion reads; of every other cell it has none. */
import { day } from './expression.ts';
import { compare, number, one, over, type Rational, rational, times } from './rational.ts';

export type Cell =
  | { kind: 'blank' }
  | { kind: 'number'; comparator: '' | '>=' | '>' | '<=' | '<' | '='; number: Rational; unit: string }
  | { kind: 'range'; least: Rational; most: Rational; leastOpen: boolean; mostOpen: boolean; unit: string }
  | { kind: 'date'; comparator: '' | '>=' | '>' | '<=' | '<' | '='; number: Rational }
  | { kind: 'words'; text: string };

/** Thrown where a cell is written in a way this opinion does not know. */
export class NoOpinion extends Error {}

const comparators: Record<string, '>=' | '>' | '<=' | '<' | '='> = {
  '≥': '>=',
  '>=': '>=',
  '＞': '>',
  '>': '>',
  '≤': '<=',
  '<=': '<=',
  '＜': '<',
  '<': '<',
  '＝': '=',
  '=': '=',
  不少于: '>=',
  不低于: '>=',
  至少: '>=',
  等于: '=',
  不超过: '<=',
  不高于: '<=',
};

const ratios: Record<string, Rational> = { '%': rational(1n, 100n) };
const amounts: Record<string, bigint> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n };
const lengths: Record<string, bigint> = { 米: 1n, 公里: 1000n };
const families = [amounts, lengths, { 人: 1n, 名: 1n, 位: 1n }];
const units = new Set([
  ...Object.keys(ratios),
  ...families.flatMap((one) => Object.keys(one)),
  ...'项件次个起户'.split(''),
  '人次',
  '天',
]);

const written =
  /^(≥|>=|＞|>|≤|<=|＜|<|＝|=|不少于|不低于|至少|不超过|不高于|等于|约)?(-?\d+(?:\.\d+)?)(\D*)$/u;
const dated = /^(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?(之?前|以前)?$/u;

const ranged = /^(-?\d+(?:\.\d+)?)(\D*?)[-~](-?\d+(?:\.\d+)?)(\D*)$/u;
const around = /^±(\d+(?:\.\d+)?)(\D*)$/u;
const bounded = /^(≥|>)(-?\d+(?:\.\d+)?)(\D*?)且(≤|<)(-?\d+(?:\.\d+)?)(\D*)$/u;

function rangeIn(text: string): Cell | undefined {
  const share = (digits: string, unit: string) =>
    unit === '%' ? times(number(digits), ratios['%']!) : number(digits);
  const two = ranged.exec(text);
  const both = bounded.exec(text);
  const [from, fromUnit, to, toUnit] = two
    ? [two[1]!, two[2]!, two[3]!, two[4]!]
    : both
      ? [both[2]!, both[3]!, both[5]!, both[6]!]
      : [];
  const middle = around.exec(text);
  if (middle) {
    const size = share(middle[1]!, middle[2]!);
    const ends = { least: times(rational(-1n), size), most: size, leastOpen: false, mostOpen: false };
    return { kind: 'range', ...ends, unit: middle[2]! };
  }
  if (from === undefined || to === undefined || toUnit === undefined) return undefined;
  if (!units.has(toUnit) || (fromUnit !== '' && fromUnit !== toUnit)) throw new NoOpinion(`range ${text}`);
  const [least, most] = [share(from, toUnit), share(to, toUnit)];
  if (compare(least, most) > 0) throw new NoOpinion(`range ${text}`);
  return {
    kind: 'range',
    least,
    most,
    leastOpen: both?.[1] === '>',
    mostOpen: both?.[4] === '<',
    unit: toUnit,
  };
}

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

export function readCell(cell: string | number | boolean | undefined | null): Cell {
  const text = halfWidth(String(cell ?? '').trim());
  if (text === '' || /^[-—/]+$/.test(text)) return { kind: 'blank' };
  const date = dated.exec(text);
  if (date) {
    const [, year = '', month = '', dayOfMonth = '', before] = date;
    const number = day(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
    return { kind: 'date', comparator: before ? '<=' : '', number };
  }
  const range = rangeIn(text);
  if (range) return range;
  const found = written.exec(text);
  if (found) {
    const [, sign, digits = '', unit = ''] = found;
    if (unit !== '' && !units.has(unit)) throw new NoOpinion(`unit of ${text}`);
    const size = number(digits);
    const comparator = sign ? (comparators[sign] ?? '') : '';
    return { kind: 'number', comparator, number: unit === '%' ? times(size, ratios['%']!) : size, unit };
  }
  // Several numbers in one cell are words.
  if (/^展板.+、电子化/u.test(text)) return { kind: 'words', text };
  if (/\d/.test(text)) throw new NoOpinion(`cell ${text}`);
  return { kind: 'words', text };
}

/** A number in another unit of its family; undefined where the two have nothing in common. */
export function inUnit(value: Rational, from: string, to: string): Rational | undefined {
  if (from === to) return value;
  const family = families.find((one) => from in one && to in one) as Record<string, bigint> | undefined;
  return family && over(times(value, rational(family[from]!)), rational(family[to]!));
}

const size = (value: Rational): Rational =>
  value.top < 0n ? { top: -value.top, bottom: value.bottom } : value;

/** Within a fifth and five times of the other, on the same side of zero. */
function isNear(value: Rational, other: Rational): boolean {
  const ratio = over(value, other);
  return ratio !== undefined && compare(ratio, rational(1n, 5n)) >= 0 && compare(ratio, rational(5n)) <= 0;
}

/** The actual as a number to hold against the target; undefined where the two cannot be compared. */
export function againstTarget(
  actual: Cell & { kind: 'number' },
  target: Cell & { kind: 'number' },
): Rational | undefined {
  if (actual.unit === target.unit) return actual.number;
  if (actual.unit === '') {
    if (target.unit !== '%') return actual.number;
    const hundredth = times(actual.number, ratios['%']!);
    if (isNear(actual.number, target.number)) return actual.number;
    if (actual.number.top === 0n || isNear(hundredth, target.number) || compare(size(actual.number), one) > 0)
      return hundredth;
    return undefined;
  }
  if (target.unit === '') {
    if (actual.unit !== '%') return actual.number;
    const inHundreds = times(actual.number, rational(100n));
    if (target.number.top !== 0n && isNear(actual.number, target.number)) return actual.number;
    if (
      target.number.top === 0n ||
      actual.number.top === 0n ||
      isNear(inHundreds, target.number) ||
      compare(size(target.number), one) > 0
    )
      return inHundreds;
    return undefined;
  }
  const converted = inUnit(actual.number, actual.unit, target.unit);
  if (converted) return converted;
  // 个 may stand for any of the others.
  const counts = [actual.unit, target.unit];
  return counts.includes('个') && counts.every((unit) => '项件次个起户'.includes(unit))
    ? actual.number
    : undefined;
}
