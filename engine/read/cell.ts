/** Reads one cell as people write it. What cannot be read as one thing for certain stays words. */
import { isBlank } from './blank.ts';
import { wordOfSide } from './comparators.ts';
import { readCompound } from './compound.ts';
import { readDate, readPeriodEnd } from './dates.ts';
import { hideNames, showNames } from './names.ts';
import { normalise } from './normalise.ts';
import { readNumber } from './number.ts';
import { readRange } from './range.ts';
import { asWords, type Finding, type Reading, type ReadingNote, type ReadOptions } from './reading.ts';

/** No cell of a form is this long; a longer one is not looked into. */
const longestCell = 2000;

const quotes = ['“”', '「」', '""', "''", '‘’', '《》'].map(([open, close]) => [open!, close!] as const);

/** “≥80%” is ≥80%. */
function withoutQuotes(plain: string): string {
  const quoted = quotes.some(
    ([open, close]) =>
      plain.length > 2 && plain.startsWith(open) && plain.indexOf(close, 1) === plain.length - 1,
  );
  return quoted ? plain.slice(1, -1) : plain;
}

/** What a form or a spreadsheet leaves where a number should stand: ≥X%, XX次, #REF!. */
const placeholder = /^#[A-Z/0]{2,6}[!?]?$|(?:^|[≥≤<>=\p{Script=Han}])[Xx×]{1,3}(?:[%\p{Script=Han}]|$)/u;
/** Numbers that are none for certain: 翻一番, 两位数增长, 七八成, 一两次. */
const vague = /翻[一两]番|[一两二三]位数|^[一二两三四五六七八九]{2}[成次个项人名家户万千百十]/u;

/** True of words that say which side of a number is meant, and yet could not be read: they are no words like others. */
const isUnread = (plain: string): boolean =>
  (/\d/.test(plain) && wordOfSide.test(plain)) ||
  /[≥≤](?:[%个次项人元]|$)/u.test(plain) ||
  placeholder.test(plain) ||
  vague.test(plain);

const written = (finding: Finding): Finding =>
  Object.fromEntries(
    Object.entries(finding).filter(([, value]) => value !== undefined),
  ) as unknown as Finding;

/** The day that a cell beside a deadline names: its own, or the end of the month or quarter that it says. */
export function readDayOf({ text, date }: Reading, { year }: ReadOptions): string | undefined {
  return date ?? readPeriodEnd(normalise(text).plain, year)?.date;
}

/** Names in labels and remarks as they were written. */
function named(finding: Finding): Finding {
  const { label, remark, parts } = finding;
  if (label !== undefined) finding.label = showNames(label);
  if (remark !== undefined) finding.remark = showNames(remark);
  for (const part of parts ?? []) if (part.label !== undefined) part.label = showNames(part.label);
  return finding;
}

/** Never throws and never looks back over the text: the time is proportional to its length. */
export function readCell(text: string | undefined, options: ReadOptions = {}): Reading {
  const typed = (text ?? '').trim();
  if (typed.length > longestCell) return { text: typed, ...asWords('too-long') };
  const { plain, fullWidth } = normalise(typed);
  if (plain === '') return { text: typed, kind: 'blank', notes: [] };
  if (isBlank(plain)) return { text: typed, kind: 'blank', notes: ['dash'] };

  const bare = hideNames(withoutQuotes(plain));
  const finding =
    readDate(bare, options.year) ??
    (bare.includes('±') ? readRange(bare) : undefined) ??
    readNumber(bare) ??
    readRange(bare) ??
    readCompound(bare) ??
    (isUnread(bare) ? asWords('unread') : asWords());
  const width: ReadingNote[] = fullWidth && finding.kind !== 'words' ? ['full-width'] : [];
  return { text: typed, ...named(written(finding)), notes: [...new Set([...width, ...finding.notes])] };
}
