/** Reads one cell as people write it. What cannot be read as one thing for certain stays words. */
import { readCompound } from './compound.ts';
import { readDate } from './dates.ts';
import { readAfter, readBefore, together } from './frame.ts';
import { normalise } from './normalise.ts';
import { quantityAt } from './quantity.ts';
import { asWords, type Finding, type Reading, type ReadingNote, type ReadOptions } from './reading.ts';
import { dimensionOf } from './units.ts';

/** No cell of a form is this long; a longer one is not looked into. */
const longestCell = 2000;

const onlyDashes = /^[-—–―_/\\]+$/;
const secondEnd = /[-~—–至到]{1,2}[^\d]{0,3}\d/y;

/** Signs of a number that mean something else as a whole: 十分 is "very". */
const plainWords = new Set(['十分']);

function readNumber(plain: string): Finding | undefined {
  if (plainWords.has(plain)) return asWords();
  const before = readBefore(plain, 'number');
  const quantity = quantityAt(plain, before.end, { currency: before.currency });
  if (!quantity) return undefined;
  secondEnd.lastIndex = quantity.end;
  if (secondEnd.test(plain)) return asWords('range');

  const frame = together(before, readAfter(plain, quantity.end, 'number'));
  if (frame.end !== plain.length) return undefined;
  if (frame.comparator === 'conflict' || frame.limit) return asWords('two-readings');
  const dimension = dimensionOf(quantity.unit);
  if (frame.currency && dimension !== 'amount') return undefined;
  if (frame.near && (dimension === 'time' || dimension === 'months')) return asWords('two-readings');

  const { number, unit, decimals } = quantity;
  const { comparator } = frame;
  const approximate = quantity.approximate || frame.approximate || undefined;
  return {
    kind: 'number',
    comparator,
    number,
    unit,
    decimals,
    approximate,
    notes: quantity.notes.concat(frame.notes),
  };
}

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
  if (onlyDashes.test(plain)) return { text: typed, kind: 'blank', notes: ['dash'] };

  const finding = readDate(plain, options.year) ?? readNumber(plain) ?? readCompound(plain) ?? asWords();
  const width: ReadingNote[] = fullWidth && finding.kind !== 'words' ? ['full-width'] : [];
  return { text: typed, ...written(finding), notes: [...new Set([...width, ...finding.notes])] };
}
