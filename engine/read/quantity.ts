/** A number and its unit, starting at one place in the text. Knows nothing of the words around them. */
import { Exact } from '../decimal.ts';
import { numeralAt, readNumeral } from './numerals.ts';
import type { ReadingNote } from './reading.ts';
import { dimensionOf, unitAt } from './units.ts';

export interface Quantity {
  /** A percentage is a fraction. */
  number: Exact;
  unit?: string;
  decimals: number;
  approximate: boolean;
  notes: ReadingNote[];
  end: number;
}

interface Written {
  number: Exact;
  decimals: number;
  notes: ReadingNote[];
  end: number;
}

const grouped = /[1-9]\d{0,2}(?:,\d{3}){1,13}(?:\.\d{1,40})?(?![,.]?\d)/y;
const ungrouped = /\d{1,40}(?:\.\d{1,40})?(?![.]?\d)/y;
const digitsAllowed = 40;

/** Written after a number and before its unit; 万元 and 千米 are units of their own and come first. */
const multipliers = new Map(
  Object.entries({ 百: '100', 千: '1000', 万: '10000', 十万: '100000', 百万: '1000000', 千万: '10000000' })
    .concat(
      Object.entries({
        亿: '100000000',
        十亿: '1000000000',
        百亿: '10000000000',
        千亿: '100000000000',
        万亿: '1000000000000',
      }),
    )
    .map(([sign, factor]) => [sign, Exact.of(factor)] as const),
);

/** Kept as a fraction: what one unit is worth, and the name it is kept under. */
const fractions = new Map([
  ['%', { unit: '%', worth: Exact.of('0.01') }],
  ['‰', { unit: '%', worth: Exact.of('0.001') }],
  ['百分点', { unit: '百分点', worth: Exact.of('0.01') }],
]);

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

function digitsAt(text: string, at: number): Written | undefined {
  const withCommas = match(grouped, text, at);
  const typed = withCommas ?? match(ungrouped, text, at);
  const plain = typed?.replaceAll(',', '');
  const number = plain && plain.replace('.', '').length <= digitsAllowed ? Exact.parse(plain) : undefined;
  if (!typed || !plain || !number) return undefined;
  const notes: ReadingNote[] = withCommas ? ['thousands-separator'] : [];
  return { number, decimals: plain.split('.')[1]?.length ?? 0, notes, end: at + typed.length };
}

function chineseAt(text: string, at: number): Written | undefined {
  const run = numeralAt(text, at);
  // 十五万元 is fifteen 万元, so the last sign may belong to the unit.
  const lengths = unitAt(text, at + run.length - 1) ? [run.length - 1, run.length] : [run.length];
  for (const length of lengths) {
    const value = length > 0 ? readNumeral(run.slice(0, length)) : undefined;
    if (value) return { ...value, notes: ['chinese-number'], end: at + length };
  }
  return undefined;
}

function signedAt(text: string, at: number): Written | undefined {
  const sign = text[at];
  if (sign !== '-' && sign !== '+') return digitsAt(text, at) ?? chineseAt(text, at);
  const size = digitsAt(text, at + 1);
  return size && sign === '-' ? { ...size, number: size.number.negated() } : size;
}

/** 百分之八十, 千分之5. */
function spokenFractionAt(text: string, at: number): Quantity | undefined {
  const unit = text.startsWith('百分之', at) ? '%' : text.startsWith('千分之', at) ? '‰' : undefined;
  if (!unit) return undefined;
  const start = at + 3;
  const hundred: Written | undefined =
    unit === '%' && numeralAt(text, start) === '百'
      ? { number: Exact.hundred, decimals: 0, notes: ['chinese-number'], end: start + 1 }
      : undefined;
  const size = hundred ?? digitsAt(text, start) ?? chineseAt(text, start);
  return size && asFraction({ ...size, unit, approximate: false, notes: ['chinese-number', ...size.notes] });
}

function asFraction(quantity: Quantity): Quantity {
  const fraction = fractions.get(quantity.unit ?? '');
  if (!fraction) return quantity;
  const notes: ReadingNote[] = quantity.unit === '‰' ? [...quantity.notes, 'per-mille'] : quantity.notes;
  return { ...quantity, number: quantity.number.times(fraction.worth), unit: fraction.unit, notes };
}

function multiplierAt(text: string, at: number): { sign: string; factor: Exact } | undefined {
  for (const length of [2, 1]) {
    const sign = text.slice(at, at + length);
    const factor = multipliers.get(sign);
    if (factor) return { sign, factor };
  }
  return undefined;
}

/** 120余人, 5万多人. */
const aboutAt = (text: string, at: number): boolean => text[at] === '余' || text[at] === '多';

/** `currency`: ¥ or 人民币 stood before it, so that ¥5万 is 5万元. */
export interface QuantityRules {
  currency?: boolean;
  /** Only ordinary digits without a sign: inside longer text 三 is more often part of a word (第三方). */
  digitsOnly?: boolean;
}

/** What stands after the digits. */
interface Suffix {
  factor?: Exact;
  unit?: string;
  approximate: boolean;
  end: number;
}

function suffixAt(text: string, at: number, currency: boolean): Suffix {
  const about = aboutAt(text, at);
  const start = about ? at + 1 : at;
  const direct = unitAt(text, start);
  if (direct) return { ...direct, approximate: about };
  const multiplier = multiplierAt(text, start);
  const unnamed = currency ? '元' : undefined;
  if (!multiplier) return { unit: unnamed, approximate: about, end: start };

  const { sign, factor } = multiplier;
  const aboutAgain = aboutAt(text, start + sign.length);
  const end = start + sign.length + (aboutAgain ? 1 : 0);
  const approximate = about || aboutAgain;
  const found = unitAt(text, end);
  if (found) return { factor, ...found, approximate };
  const amount = `${sign}元`;
  if (currency && dimensionOf(amount)) return { unit: amount, approximate, end };
  return { factor, unit: unnamed, approximate, end };
}

function makesSense(written: Written, { factor, unit }: Suffix, currency: boolean): boolean {
  if (factor && fractions.has(unit ?? '')) return false;
  if (currency && dimensionOf(unit) !== 'amount') return false;
  // A calendar year is not a count of years.
  return unit !== '年' || !/^(?:19|20)\d\d$/.test(written.number.toText());
}

export function quantityAt(text: string, at: number, rules: QuantityRules = {}): Quantity | undefined {
  const { currency = false, digitsOnly = false } = rules;
  const spoken = digitsOnly ? undefined : spokenFractionAt(text, at);
  if (spoken) return currency ? undefined : spoken;
  const written = digitsOnly ? digitsAt(text, at) : signedAt(text, at);
  const suffix = written && suffixAt(text, written.end, currency);
  if (!suffix || !makesSense(written, suffix, currency)) return undefined;

  const { factor, unit, approximate, end } = suffix;
  const notes = [...written.notes];
  if (factor) notes.push('ten-thousand');
  if (unit === undefined) notes.push('no-unit');
  if (approximate) notes.push('approximate');
  const number = factor ? written.number.times(factor) : written.number;
  return asFraction({ number, unit, decimals: written.decimals, approximate, notes, end });
}
