/**
 * Chinese numerals, strictly: 一百二十 is 120, but 一百二 (120 in speech, 102 by its signs) is not read at all.
 */
import { Exact } from '../decimal.ts';

const digits = new Map<string, string>(
  [...'零一二三四五六七八九'].map((sign, value) => [sign, String(value)] as const),
);

/** Banking forms, and second ways to write the same sign. */
const plainSign = new Map<string, string>(
  ['〇零', '○零', '两二', '兩二', '壹一', '贰二', '叁三', '肆四', '伍五', '陆六', '柒七', '捌八', '玖九']
    .concat(['拾十', '佰百', '仟千', '萬万', '億亿'])
    .map(([from, to]) => [from!, to!] as const),
);

/** Greatest first. `below`: the least a remainder must be to follow without 零. */
const places = [
  { sign: '亿', value: Exact.of('100000000'), below: Exact.of('10000000'), most: Exact.of('100000000') },
  { sign: '万', value: Exact.of('10000'), below: Exact.of('1000'), most: Exact.of('10000') },
  { sign: '千', value: Exact.of('1000'), below: Exact.of('100'), most: Exact.of('10') },
  { sign: '百', value: Exact.of('100'), below: Exact.of('10'), most: Exact.of('10') },
  { sign: '十', value: Exact.of('10'), below: Exact.of('1'), most: Exact.of('10') },
];

const numeral = /[零〇○一二三四五六七八九两兩十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億点]{1,40}/y;

/** The run of numeral signs that starts at `at`, or empty text. */
export function numeralAt(text: string, at: number): string {
  numeral.lastIndex = at;
  return numeral.exec(text)?.[0] ?? '';
}

/** The exact value of a numeral and its decimal places, or undefined where it is not well formed. */
export function readNumeral(text: string): { number: Exact; decimals: number } | undefined {
  const [whole = '', fraction, ...more] = [...text]
    .map((sign) => plainSign.get(sign) ?? sign)
    .join('')
    .split('点');
  const number = wholeValue(whole);
  if (!number || more.length > 0) return undefined;
  if (fraction === undefined) return { number, decimals: 0 };
  const decimals = positional(fraction);
  const exact = decimals === undefined ? undefined : Exact.parse(`${number.toText()}.${decimals}`);
  return exact && { number: exact, decimals: fraction.length };
}

/** Signs read one by one, as in a year: 二〇〇〇 → 2000. Ordinary digits pass through. */
export function positional(text: string): string | undefined {
  const read = [...text].map((sign) => (/\d/.test(sign) ? sign : digits.get(plainSign.get(sign) ?? sign)));
  return read.length > 0 && read.every((digit) => digit !== undefined) ? read.join('') : undefined;
}

function wholeValue(text: string): Exact | undefined {
  const place = places.find(({ sign }) => text.includes(sign));
  if (!place) {
    const digit = digits.get(text);
    return digit === undefined ? undefined : Exact.of(digit);
  }
  const at = text.lastIndexOf(place.sign);
  const before = text.slice(0, at);
  // 十五 is fifteen, but 百五 is not a number.
  const count = before === '' && place.sign === '十' ? Exact.one : wholeValue(before);
  const rest = remainder(text.slice(at + 1), place.below);
  if (!count || !rest || count.isZero() || count.compare(place.most) >= 0) return undefined;
  return count.times(place.value).plus(rest);
}

/** What follows a place: nothing, the very next place, or 零 and something smaller. */
function remainder(text: string, below: Exact): Exact | undefined {
  if (text === '') return Exact.zero;
  const skipped = text.startsWith('零');
  const value = wholeValue(skipped ? text.slice(1) : text);
  if (!value || value.isZero() || value.compare(below) < 0 !== skipped) return undefined;
  return value;
}
