/** A number with its scale and unit, starting at one place in the text. Knows nothing of the words around them. */
import { Exact } from '../decimal.ts';
import { numeralAt, readNumeral } from './numerals.ts';
import type { ReadingNote } from './reading.ts';
import { dimensionOf, unitAt, unitOfText } from './units.ts';

export interface Quantity {
  /** A percentage is a fraction. */
  number: Exact;
  unit?: string;
  decimals: number;
  approximate: boolean;
  /** True where 万, 亿 … was multiplied out and no unit followed: of an amount it is so many 元. */
  scaled: boolean;
  /** Written in Chinese signs. */
  isChinese: boolean;
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
const ungrouped = /(?:\d{1,40}(?:\.\d{1,40})?|\.\d{1,40})(?![.]?\d)/y;
const digitsAllowed = 40;

/** Written after a number and before its unit; 万元 and 千米 are units of their own and come first. */
const multipliers = new Map(
  Object.entries({
    十: '10',
    百: '100',
    千: '1000',
    万: '10000',
    十万: '100000',
    百万: '1000000',
    千万: '10000000',
    亿: '100000000',
    十亿: '1000000000',
    百亿: '10000000000',
    千亿: '100000000000',
    万亿: '1000000000000',
  }).map(([sign, factor]) => [sign, Exact.of(factor)] as const),
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
  const whole = plain?.startsWith('.') ? `0${plain}` : plain;
  const number = whole && whole.replace('.', '').length <= digitsAllowed ? Exact.parse(whole) : undefined;
  if (!typed || !whole || !number) return undefined;
  const notes: ReadingNote[] = withCommas ? ['thousands-separator'] : [];
  return { number, decimals: whole.split('.')[1]?.length ?? 0, notes, end: at + typed.length };
}

/** `1亿3千万`, `3万5千`: digits and scales by turns, each smaller than the one before. */
function mixedAt(text: string, at: number): Written | undefined {
  let number = Exact.zero;
  let end = at;
  let last: Exact | undefined;
  for (let parts = 0; ; parts++) {
    const digits = digitsAt(text, end);
    const multiplier = digits && digits.decimals === 0 ? multiplierAt(text, digits.end) : undefined;
    if (!digits || !multiplier) {
      if (parts < 2 || digits) return undefined;
      return { number, decimals: 0, notes: ['ten-thousand'], end };
    }
    const part = digits.number.times(multiplier.factor);
    if (last && part.compare(last) >= 0) return undefined;
    number = number.plus(part);
    last = multiplier.factor;
    end = digits.end + multiplier.sign.length;
  }
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

const signs = new Map([
  ['-', -1],
  ['负', -1],
  ['+', 1],
]);

function signedAt(text: string, at: number): Written | undefined {
  const sign = signs.get(text[at] ?? '');
  if (sign === undefined) return mixedAt(text, at) ?? digitsAt(text, at) ?? chineseAt(text, at);
  const size = mixedAt(text, at + 1) ?? digitsAt(text, at + 1);
  return size && sign < 0 ? { ...size, number: size.number.negated() } : size;
}

const below = new Map<string, { unit: string; worth: Exact }>([
  ['百', { unit: '%', worth: Exact.of('0.01') }],
  ['千', { unit: '‰', worth: Exact.of('0.001') }],
  ['万', { unit: '%', worth: Exact.of('0.0001') }],
]);

/** 百分之八十, 千分之5, 三分之二: kept as a fraction. */
function spokenFractionAt(text: string, at: number): Quantity | undefined {
  const stroke = text.indexOf('分之', at);
  if (stroke <= at || stroke - at > 4) return undefined;
  const divisor = text.slice(at, stroke);
  const start = stroke + 2;
  const worth = below.get(divisor)?.worth ?? Exact.one.over(numberIn(divisor) ?? Exact.zero);
  const isHundred = divisor === '百' && numeralAt(text, start) === '百';
  const size = isHundred
    ? { number: Exact.hundred, decimals: 0, notes: [], end: start + 1 }
    : (digitsAt(text, start) ?? chineseAt(text, start));
  if (!worth || !size) return undefined;
  const notes: ReadingNote[] = divisor === '千' ? ['per-mille'] : [];
  return {
    number: size.number.times(worth),
    unit: '%',
    decimals: size.decimals,
    approximate: false,
    scaled: false,
    isChinese: false,
    notes: ['chinese-number', ...size.notes, ...notes],
    end: size.end,
  };
}

const numberIn = (text: string): Exact | undefined =>
  /^\d{1,4}$/.test(text) ? Exact.of(text) : readNumeral(text)?.number;

const tenth = Exact.of('0.1');
/** 成 begins many words; it is a tenth where one of these follows, or nothing. */
const afterTenths = /(?=$|[以左及(])/y;

/** 九成, 八成五, 7成: tenths. */
function tenthsAt(text: string, at: number): Quantity | undefined {
  const sign = text.indexOf('成', at);
  if (sign <= at || sign - at > 2) return undefined;
  const number = numberIn(text.slice(at, sign));
  if (!number || number.isZero() || number.compare(Exact.of('10')) > 0) return undefined;
  const more = text[sign + 1] === '半' ? Exact.of('5') : numberIn(text[sign + 1] ?? '');
  const end = sign + (more ? 2 : 1);
  afterTenths.lastIndex = end;
  if (!afterTenths.test(text)) return undefined;
  return {
    number: number.plus((more ?? Exact.zero).times(tenth)).times(tenth),
    unit: '%',
    decimals: 0,
    approximate: false,
    scaled: false,
    isChinese: false,
    notes: ['chinese-number'],
    end,
  };
}

/** The quantity with the unit that stood further on. */
export const inUnit = (quantity: Quantity, unit: string | undefined): Quantity =>
  asFraction({
    ...quantity,
    unit,
    scaled: false,
    notes: quantity.notes.filter((note) => note !== 'no-unit'),
  });

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

const things = /[/每]\d{0,4}[\p{Script=Han}A-Za-zμµ㎡㎥²³·•.*×()/]{1,16}(?:(?<=m)[23])?/uy;
/** So many of each ten thousand: 8.2/10万. */
const each = /\/\d{0,4}[十百千万亿]{1,2}\p{Script=Han}{0,4}/uy;
/** Words that end a unit: 50元/人以内. */
const endsUnit = /以[上下内]|及以|之内|左右|上下|\(含|含以|$/;

/** A known unit, and what it is for each of: 元, 元/人·月. */
function wholeUnitAt(text: string, at: number): { unit: string; end: number } | undefined {
  const known = unitAt(text, at);
  if (!known) {
    const unit = match(each, text, at);
    return unit === undefined ? undefined : { unit, end: at + unit.length };
  }
  const run = match(things, text, known.end);
  const length = run?.search(endsUnit) ?? 0;
  if (!run || length < 2) return known;
  const end = known.end + length;
  const unit = unitOfText(text.slice(at, end));
  return unit === undefined ? known : { unit, end };
}

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
  const direct = wholeUnitAt(text, start);
  if (direct) return { ...direct, approximate: about };
  const multiplier = multiplierAt(text, start);
  const unnamed = currency ? '元' : undefined;
  if (!multiplier) return { unit: unnamed, approximate: about, end: start };

  const { sign, factor } = multiplier;
  const aboutAgain = aboutAt(text, start + sign.length);
  const end = start + sign.length + (aboutAgain ? 1 : 0);
  const approximate = about || aboutAgain;
  const found = wholeUnitAt(text, end);
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
  const spoken = digitsOnly ? undefined : (spokenFractionAt(text, at) ?? tenthsAt(text, at));
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
  const isScaled = notes.includes('ten-thousand') || /[万亿]/.test(text.slice(at, written.end));
  const scaled = unit === undefined && isScaled;
  return asFraction({
    number,
    unit,
    decimals: written.decimals,
    approximate,
    scaled,
    isChinese: written.notes.includes('chinese-number'),
    notes: [...new Set(notes)],
    end,
  });
}
