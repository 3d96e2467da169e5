/** The few ways of writing a cell that this opinion reads; of every other cell it has none. */
import { day } from './expression.ts';
import { compare, number, one, over, type Rational, rational, times } from './rational.ts';

export type Cell =
  | { kind: 'blank' }
  | { kind: 'number'; comparator: '' | '>=' | '>' | '<=' | '<' | '='; number: Rational; unit: string }
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

/** The actual as a number to hold against the target: a bare number takes the target's unit. */
export function againstTarget(
  actual: Cell & { kind: 'number' },
  target: Cell & { kind: 'number' },
): Rational {
  if (actual.unit === target.unit) return actual.number;
  if (actual.unit === '') return target.unit === '%' ? times(actual.number, ratios['%']!) : actual.number;
  if (target.unit === '') {
    const size = target.number.top < 0n ? rational(-target.number.top, target.number.bottom) : target.number;
    const isInHundreds = actual.unit === '%' && compare(size, one) > 0;
    return isInHundreds ? times(actual.number, rational(100n)) : actual.number;
  }
  const converted = inUnit(actual.number, actual.unit, target.unit);
  if (!converted) throw new NoOpinion(`${actual.unit} against ${target.unit}`);
  return converted;
}
