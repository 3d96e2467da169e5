/** Numbers with their units in running text, each with its place. Only what is written in digits. */
import { Exact } from '../decimal.ts';
import { quantityAt } from './quantity.ts';

/** A number in a text: from `at` to `end`, as written there. */
export interface RunningFigure {
  at: number;
  end: number;
  text: string;
  /** A percentage is a fraction; 万 and 亿 are multiplied out unless they belong to the unit. */
  number: Exact;
  unit: string | undefined;
  /** What one in the last place written is worth. */
  last: Exact;
  approximate: boolean;
}

const full = /[０-９％．＋－＝]/gu;
/** The same text with digits and signs in one width, sign for sign: places stay what they are. A full comma stays one. */
export const inOneWidth = (text: string): string =>
  text.replace(full, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** Before these a number is part of something else: a date, a range, a code, an order. */
const joinsBefore = /[A-Za-z0-9.\-~～—–―/／×*＊:第年月〔[#№]/u;
const joinsAfter = /^(?:\s*[-~～—–―/／×*＊+]\s*\d|[至到]\s*\d|[A-Za-z〕\]])/u;
const written = /^[\d,]*\.?\d*/;
const ten = Exact.of('10');
const longest = 20_000;

/** Every number that stands by itself, from left to right. */
export function figuresIn(typed: string): RunningFigure[] {
  const text = inOneWidth(typed.length > longest ? typed.slice(0, longest) : typed);
  const found: RunningFigure[] = [];
  const digit = /\d/g;
  for (let match = digit.exec(text); match; match = digit.exec(text)) {
    const at = match.index;
    const quantity = quantityAt(text, at, { digitsOnly: true });
    const end = quantity?.end ?? endOfDigits(text, at);
    digit.lastIndex = Math.max(end, at + 1);
    if (!quantity || joinsBefore.test(text[at - 1] ?? '') || joinsAfter.test(text.slice(end, end + 6)))
      continue;
    const { number, unit, approximate } = quantity;
    if (unit === undefined && isNumbering(text, at, end)) continue;
    found.push({
      at,
      end,
      text: typed.slice(at, end),
      number,
      unit,
      last: lastPlace(text.slice(at, end), number),
      approximate,
    });
  }
  return found;
}

/** 1.新建, 目标2：培训. */
const isNumbering = (text: string, at: number, end: number): boolean =>
  /^[.、)）:：]/u.test(text.slice(end, end + 1)) &&
  (at === 0 || /[\s，。；;：:、（(标]/u.test(text[at - 1]!));

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (/[\d.,]/.test(text[end] ?? '')) end++;
  return end;
}

/** One in the last place written: 0.01 of 万 in 1.26万, a hundredth of a per cent in 95.36%. */
function lastPlace(text: string, number: Exact): Exact {
  const digits = (written.exec(text)?.[0] ?? '').replaceAll(',', '');
  const decimals = digits.split('.')[1]?.length ?? 0;
  const plain = Exact.parse(digits.replace(/\.$/, ''));
  const scale = plain && !plain.isZero() ? (number.over(plain) ?? Exact.one) : Exact.one;
  let place = scale;
  for (let count = 0; count < decimals; count++) place = place.over(ten)!;
  return place;
}
