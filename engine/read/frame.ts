/** Peels the listed words off either end of a cell, and says what they meant together. */
import { type Role, type Subject, type Word, wordsAfter, wordsBefore } from './comparators.ts';
import type { Comparator, ReadingNote } from './reading.ts';

/** What the words on one side said. `comparator` is `conflict` where two of them disagree. */
export interface Frame {
  comparator?: Comparator | 'conflict';
  approximate: boolean;
  limit: boolean;
  currency: boolean;
  /** 近3年 is a period, not about three years. */
  near: boolean;
  notes: ReadingNote[];
  /** Where the words end. */
  end: number;
}

const emptyFrame = (end: number): Frame => ({
  approximate: false,
  limit: false,
  currency: false,
  near: false,
  notes: [],
  end,
});

const isComparator = (role: Role): role is Comparator => /^[<>=]/.test(role);

/** Two comparators hold together only where they say the same; 超过80%以上 says two things. */
export const agree = (
  one: Comparator | 'conflict' | undefined,
  other: Comparator | 'conflict' | undefined,
): Comparator | 'conflict' | undefined =>
  one === undefined || one === other ? other : other === undefined ? one : 'conflict';

function add(frame: Frame, { word, role }: Word): void {
  if (isComparator(role)) {
    frame.comparator = agree(frame.comparator, role);
    if (/[\u4E00-\u9FFF]/.test(word)) frame.notes.push('word-comparator');
  } else if (role === 'around') {
    frame.notes.push('words-around');
  } else {
    frame[role] = true;
    if (role === 'approximate') frame.notes.push('approximate');
    if (word === '近') frame.near = true;
  }
}

function peel(table: readonly Word[], text: string, start: number, subject: Subject): Frame {
  const frame = emptyFrame(start);
  // Nobody writes more than a handful; the bound keeps hostile repetition cheap.
  for (let count = 0; count < 6; count += 1) {
    const found = table.find(
      ({ word, of }) => (of === undefined || of === subject) && text.startsWith(word, frame.end),
    );
    if (!found) break;
    frame.end += found.word.length;
    add(frame, found);
  }
  return frame;
}

export const readBefore = (text: string, subject: Subject): Frame => peel(wordsBefore, text, 0, subject);

export const readAfter = (text: string, start: number, subject: Subject): Frame =>
  peel(wordsAfter, text, start, subject);

/** 节约, 预约, 附近 are words of their own, so a lone 约 or 近 is not taken off the end of a label. */
const endsLabel = ({ word, role, of }: Word): boolean =>
  of !== 'date' && role !== 'around' && !/^[\u4E00-\u9FFF]$/.test(word);

/** Words at the end of a label, next to its number: 人数不少于 → 人数, `>=`. `end` is where the label proper ends. */
export function readLabelEnd(label: string): Frame {
  const frame = emptyFrame(label.length);
  for (let count = 0; count < 3; count += 1) {
    const found = wordsBefore.find((row) => endsLabel(row) && label.slice(0, frame.end).endsWith(row.word));
    if (!found) break;
    frame.end -= found.word.length;
    add(frame, found);
  }
  return frame;
}

/** Words at the very end of a text: 村以上 → 村. `end` is where they begin. */
export function readEnd(text: string): Frame {
  const frame = emptyFrame(text.length);
  for (let count = 0; count < 4; count += 1) {
    const rest = text.slice(0, frame.end);
    const found = wordsAfter.find((row) => row.of !== 'date' && rest.endsWith(row.word));
    if (!found) break;
    frame.end -= found.word.length;
    add(frame, found);
  }
  return frame;
}

/** What both said together; `end` is that of the first. */
export const joined = (one: Frame, other: Frame): Frame => ({
  comparator: agree(one.comparator, other.comparator),
  approximate: one.approximate || other.approximate,
  limit: one.limit || other.limit,
  currency: one.currency || other.currency,
  near: one.near || other.near,
  notes: [...one.notes, ...other.notes],
  end: one.end,
});

/** The two sides as one; `end` is that of the words after. */
export const together = (before: Frame, after: Frame): Frame => ({
  comparator: agree(before.comparator, after.comparator),
  approximate: before.approximate || after.approximate,
  // 控制在5% alone leaves open which side of 5% is meant.
  limit: before.limit && after.comparator === undefined,
  currency: before.currency || after.currency,
  near: before.near,
  notes: [...before.notes, ...after.notes],
  end: after.end,
});
