/**
 * Cells with several numbers, or one under a label: 展板27版、电子化1套. Every part needs a unit, and the whole
 * cell must be used up; a sentence that merely contains digits is not a compound.
 */
import { agree, readAfter, readLabelEnd } from './frame.ts';
import { quantityAt } from './quantity.ts';
import type { CellPart, Finding, ReadingNote } from './reading.ts';

const labelRun = /[\p{Script=Han}A-Za-z《》“”():\uE000-\uE00A-]{1,40}/uy;
const symbol = />=|=>|<=|=<|[≥≤<>=]/y;
const separator = /[、,;+] ?/y;
/** Directly before a number these change what it says: 第3次, 三万5千, 负5, 一点5, 逾100, 每月15日. */
const changesTheNumber = /[第每逾负正零〇一二三四五六七八九十百千万亿点半几A-Za-z《“(]$|^数$/;

const take = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

interface FoundPart {
  part: CellPart;
  notes: ReadingNote[];
  end: number;
  /** No words follow the unit, so another number may: 3次3天. */
  bare: boolean;
}

function partAt(text: string, start: number, labelAllowed: boolean): FoundPart | undefined {
  const run = take(labelRun, text, start);
  const sign = take(symbol, text, start + run.length);
  // The sign stands in the same table as the words, so both are read as the end of the label.
  const before = readLabelEnd(run + sign);
  const label = run.slice(0, before.end).replace(/:$/, '');
  if (label !== '' && (!labelAllowed || changesTheNumber.test(label))) return undefined;

  const quantity = quantityAt(text, start + run.length + sign.length, { digitsOnly: true });
  if (quantity?.unit === undefined) return undefined;
  const after = readAfter(text, quantity.end, 'number');
  const comparator = agree(before.comparator, after.comparator);
  const unsettled = before.limit && after.comparator === undefined;
  if (comparator === 'conflict' || unsettled || before.currency || after.currency) return undefined;

  const { number, unit } = quantity;
  const approximate = quantity.approximate || before.approximate || after.approximate;
  const part: CellPart = {
    ...(label !== '' && { label }),
    ...(comparator && { comparator }),
    number,
    unit,
    ...(approximate && { approximate }),
  };
  return {
    part,
    notes: [...before.notes, ...quantity.notes, ...after.notes],
    end: after.end,
    bare: after.end === quantity.end,
  };
}

const isNoun = (text: string): boolean =>
  /^\p{Script=Han}{1,8}$/u.test(text) && !/^[前后内外上下底末]|[未不无没率比其中]/u.test(text);

/** 培训3次, 同比下降5%: one number, and what it is a number of. */
const underLabel = (part: CellPart, notes: readonly ReadingNote[]): Finding => ({
  kind: 'number',
  ...part,
  notes: notes.filter((note) => note !== 'compound'),
});

export function readCompound(plain: string): Finding | undefined {
  const parts: CellPart[] = [];
  const notes: ReadingNote[] = ['compound'];
  const seen = new Set<string>();
  let at = 0;
  let separated = true;
  while (at < plain.length) {
    // 26个问题已销号22个: a label without a separator before it belongs to the number on its left as well.
    const found = partAt(plain, at, separated);
    const name = `${found?.part.label ?? ''} ${found?.part.unit}`;
    if (!found || seen.has(name)) return undefined;
    seen.add(name);
    parts.push(found.part);
    notes.push(...found.notes);
    const mark = take(separator, plain, found.end);
    separated = mark !== '';
    const rest = separated ? '' : plain.slice(found.end);
    // 开展5次检查: what it is so many of.
    if (parts.length === 1 && found.part.label !== undefined && isNoun(rest))
      return { ...underLabel(found.part, notes), remark: rest };
    if (!separated && !found.bare && found.end < plain.length) return undefined;
    at = found.end + mark.length;
  }
  const [only, ...others] = parts;
  if (others.length === 0) return only?.label === undefined ? undefined : underLabel(only, notes);
  const approximate = parts.some((part) => part.approximate) || undefined;
  return { kind: 'compound', parts, approximate, notes };
}
