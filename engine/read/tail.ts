/** What stands behind a number: a unit that is in no table, words that say which side of it, a remark. */
import { type Frame, joined, readAfter, readEnd } from './frame.ts';
import { dimensionOf, unitAt, unitOfText } from './units.ts';

export interface Tail extends Frame {
  unit?: string;
  remark?: string;
}

/** What is known of the number before it. */
export interface Numbered {
  unit: string | undefined;
  /** Words before it said which side of it, so that whatever follows belongs to it. */
  isBound: boolean;
  /** It is written in Chinese signs, which are parts of other words too: 一流, 三公. */
  isChinese: boolean;
}

/** Neither a unit nor a remark begins with these: they make a date, an order, a time before or after. */
const beginsOtherwise = /^[年月日号季点分之第半余成几前后末初\-~至到]/;
const saysNot = /[未不无没否]/;
const bracketed = /\(([^()]{1,40})\)$/;
const letters = { short: 4, long: 20 } as const;

/** Undefined where something stands there that cannot be made out. */
export function readTail(text: string, start: number, number: Numbered): Tail | undefined {
  const tail: Tail = readAfter(text, start, 'number');
  const rest = peelEnd(text.slice(tail.end), number, tail);
  if (rest === undefined) return undefined;
  if (rest !== '' && !takeWords(rest, number, tail)) return undefined;
  tail.end = text.length;
  return tail;
}

/** Takes brackets and qualifiers off the end, into the tail; gives what is left in the middle. */
function peelEnd(text: string, number: Numbered, tail: Tail): string | undefined {
  let rest = text;
  for (let count = 0; count < 4 && rest !== ''; count++) {
    const [all, inside] = bracketed.exec(rest) ?? [];
    if (all !== undefined && inside !== undefined) {
      if (!takeBracket(inside, rest === all, number, tail)) return undefined;
      rest = rest.slice(0, -all.length);
      continue;
    }
    const closing = readEnd(rest);
    if (closing.end === rest.length) break;
    Object.assign(tail, joined(tail, closing));
    rest = rest.slice(0, closing.end);
  }
  return rest;
}

function takeBracket(inside: string, isNext: boolean, { unit }: Numbered, tail: Tail): boolean {
  if (/^(?:包?含|含本数)/.test(inside)) {
    tail.notes.push('words-around');
    return true;
  }
  if (inside.startsWith('不含') || tail.remark !== undefined) return false;
  const named = unit === undefined && isNext ? knownUnit(inside) : undefined;
  if (named === undefined) tail.remark = inside;
  else tail.unit = named;
  return true;
}

/** The unit that a bracket names: 65.66（万元）. */
function knownUnit(text: string): string | undefined {
  const known = unitAt(text, 0);
  return known?.end === text.length ? known.unit : undefined;
}

/** What stands right behind the number: a unit of its own, or words after the unit. */
function takeWords(words: string, { unit, isBound, isChinese }: Numbered, tail: Tail): boolean {
  if (/\d/.test(words) || beginsOtherwise.test(words)) return false;
  const bound = isBound || tail.comparator !== undefined;
  if (isChinese && !bound) return false;
  if (unit === undefined && tail.unit === undefined) {
    const found = isChinese ? undefined : freeUnit(words, bound);
    if (found === undefined) return false;
    tail.unit = found;
    return true;
  }
  if (tail.remark !== undefined || !isRemark(words, bound)) return false;
  tail.remark = words;
  return true;
}

function freeUnit(text: string, isBound: boolean): string | undefined {
  if (saysNot.test(text) || !/^[\p{Script=Han}℃°Ω]/u.test(text)) return undefined;
  const unit = unitOfText(text);
  const isUnit =
    isBound || text.length <= letters.short || dimensionOf(unit) !== undefined || text.includes('/');
  return isUnit ? unit : undefined;
}

const isRemark = (text: string, isBound: boolean): boolean =>
  /^[\p{Script=Han}A-Za-z“”"()·/]+$/u.test(text) &&
  text.length <= letters.long &&
  (isBound || text.startsWith('的') || (text.length <= letters.short && !saysNot.test(text)));
