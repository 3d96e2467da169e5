/** What a reading of one cell is made of. Types only. */
import type { Exact } from '../decimal.ts';

export type Comparator = '>=' | '>' | '<=' | '<' | '=';

/** How a cell was read, for whoever must agree with the reading. A closed set; `describe.ts` has a phrase for each. */
export type ReadingNote =
  | 'full-width' // digits or signs were typed in full width: ８０％
  | 'thousands-separator' // 1,200
  | 'chinese-number' // 三十五
  | 'ten-thousand' // 万, 亿, 千 or 百 was multiplied out: 1.5万人 is 15000人
  | 'per-mille' // ‰ was turned into %
  | 'word-comparator' // the comparator was a word: 不少于
  | 'words-around' // words that add no condition were set aside: 完成率100%
  | 'approximate' // 约, 左右, 余, 多, 近
  | 'no-unit' // a number without a unit
  | 'compound' // several numbers, or a number under a label
  | 'month-end' // only a month was written; its last day is meant
  | 'quarter-end' // only a quarter was written; its last day is meant
  | 'half-end' // half a year was written; its last day is meant
  | 'year-end' // only a year was written; 31 December is meant
  | 'year-assumed' // the year came from the form, not from the cell
  | 'year-missing' // a date without a year, and the form gives none
  | 'no-such-date' // 30 February
  | 'period' // 2000年1月至12月: two days, not one
  | 'unread' // a comparator or digits that could not be made out
  | 'two-readings' // the words can be taken in two ways: 超过80%以上, 6月前
  | 'dash' // blank because only dashes or slashes were written
  | 'too-long'; // longer than any cell; not looked into

/** One number of a compound cell: `展板27版` is label 展板, number 27, unit 版. A percentage is a fraction here too. */
export interface CellPart {
  label?: string;
  comparator?: Comparator;
  number: Exact;
  unit?: string;
  approximate?: boolean;
}

/** One end of a range. */
export interface RangeEnd {
  number: Exact;
  /** True where the end itself is left out: 大于10%. */
  open?: boolean;
}

export interface Reading {
  /** As typed, trimmed. */
  text: string;
  kind: 'blank' | 'number' | 'date' | 'range' | 'words' | 'compound';
  /** What stands before the comparator or the number: 办结率≥80%. */
  label?: string;
  /** What stands behind it and is neither unit nor comparator: 3项改革, 12.5（其中结余2）. */
  remark?: string;
  /** Only where one was written. */
  comparator?: Comparator;
  /** For kind `number`. A percentage is a fraction (80% is 0.8); an amount stays in the unit written. */
  number?: Exact;
  /** `%` (also for ‰), 百分点, 元, 万元, …, or the count word as typed. */
  unit?: string;
  /** For kind `range`. */
  least?: RangeEnd;
  most?: RangeEnd;
  /** 万, 亿 … was multiplied out and no unit followed: of an amount it is so many 元. */
  scaled?: boolean;
  /** Decimal places as written: `95.36%` has 2. */
  decimals?: number;
  /** For kind `date`: yyyy-mm-dd. */
  date?: string;
  approximate?: boolean;
  /** For kind `compound`; no two parts share both label and unit. */
  parts?: CellPart[];
  notes: ReadingNote[];
}

export interface ReadOptions {
  /** The year of the form, for dates written without one (12月底前). */
  year?: string;
}

/** What one of the readers makes of a normalised cell; `readCell` adds the text. */
export type Finding = Omit<Reading, 'text'>;

export const asWords = (...notes: ReadingNote[]): Finding => ({ kind: 'words', notes });
