/** Reads one cell as people write it. What cannot be read as one thing for certain stays words. */
import { isBlank } from './blank.ts';
import { wordOfSide } from './comparators.ts';
import { readCompound } from './compound.ts';
import { readDate } from './dates.ts';
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

/** True of words that say which side of a number is meant, and yet could not be read: they are no words like others. */
const isUnread = (plain: string): boolean => /\d/.test(plain) && wordOfSide.test(plain);

const written = (finding: Finding): Finding =>
  Object.fromEntries(
    Object.entries(finding).filter(([, value]) => value !== undefined),
  ) as unknown as Finding;

/** Never throws and never looks back over the text: the time is proportional to its length. */
export function readCell(text: string | undefined, options: ReadOptions = {}): Reading {
  const typed = (text ?? '').trim();
  if (typed.length > longestCell) return { text: typed, ...asWords('too-long') };
  const { plain, fullWidth } = normalise(typed);
  if (plain === '') return { text: typed, kind: 'blank', notes: [] };
  if (isBlank(plain)) return { text: typed, kind: 'blank', notes: ['dash'] };

  const bare = withoutQuotes(plain);
  const finding =
    readDate(bare, options.year) ??
    readNumber(bare) ??
    readRange(bare) ??
    readCompound(bare) ??
    (isUnread(bare) ? asWords('unread') : asWords());
  const width: ReadingNote[] = fullWidth && finding.kind !== 'words' ? ['full-width'] : [];
  return { text: typed, ...written(finding), notes: [...new Set([...width, ...finding.notes])] };
}
