/** Days, and months or years that stand for their last day. Text in, ISO day out; no calendar of this machine. */
import { readAfter, readBefore, together } from './frame.ts';
import { positional, readNumeral } from './numerals.ts';
import { asWords, type Finding, type ReadingNote } from './reading.ts';

const year = '(?:(?<year>[\\d〇零○一二三四五六七八九]{4})年|(?<relative>[次当本明去上]年))';
const month = '(?<month>\\d{1,2}|[一二三四五六七八九十]{1,2})月';
const day = '(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]';

/** First match wins. `end`: which period's last day is meant where no day is written. */
const shapes: readonly { pattern: RegExp; end?: 'month' | 'quarter' | 'half' | 'year' }[] = [
  { pattern: /(?<year>\d{4})(?<mark>[-./])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/y },
  { pattern: /(?<year>(?:19|20)\d\d)-(?<month>0[1-9]|1[0-2])(?!\d)/y, end: 'month' },
  { pattern: /(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d|[.,]\d)/y },
  { pattern: new RegExp(`(?:${year})?${month}${day}`, 'y') },
  // Without a year 6月 could be six months or June; with 底 or 前 it is June.
  { pattern: new RegExp(`${year}${month}(?<closing>份?[底末内]?)`, 'y'), end: 'month' },
  { pattern: new RegExp(`${month}(?:份?(?<closing>[底末])|份?(?=前|之前|以前))`, 'y'), end: 'month' },
  { pattern: new RegExp(`${year}年?度?(?<closing>[底末内])`, 'y'), end: 'year' },
  // Without a year or an ordinal 4季度 could be four quarters; with 末 or 前 it is the fourth.
  {
    pattern: new RegExp(`(?:${year}第?|第)(?<quarter>[一二三四1-4])季度(?<closing>[底末内]?)`, 'y'),
    end: 'quarter',
  },
  { pattern: /(?<quarter>[一二三四1-4])季度(?:(?<closing>[底末])|(?=前|之前|以前))/y, end: 'quarter' },
  { pattern: new RegExp(`(?:${year})?${month}(?<third>[上中下])旬`, 'y'), end: 'month' },
  { pattern: new RegExp(`(?:${year})?(?<half>[上下])半年`, 'y'), end: 'half' },
  { pattern: /(?:本|当)?年度?(?<closing>[底末内])/y, end: 'year' },
];

const secondEnd = /[-~—–至到]{1,2}\d/y;

const small = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  return (/^\d+$/.test(text) ? text : readNumeral(text)?.number.toText())?.padStart(2, '0');
};

/** The last month of a quarter, as two digits. */
const lastMonth = (quarter: string): string =>
  ['03', '06', '09', '12']['一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) : Number(quarter) - 1]!;

/** The days of a month, as two digits; undefined for a month that does not exist. */
function lastDay(year: string, month: string): string | undefined {
  const common = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'][Number(month) - 1];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return month === '02' && leap ? '29' : common;
}

function isoDate(year: string, month: string, day: string | undefined): string | undefined {
  const last = lastDay(year, month);
  const chosen = day ?? last;
  const exists = last !== undefined && chosen !== undefined && chosen >= '01' && chosen <= last;
  return exists && year >= '1900' ? `${year}-${month}-${chosen}` : undefined;
}

function shapeAt(text: string, at: number) {
  for (const { pattern, end } of shapes) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { groups: found.groups ?? {}, length: found[0].length, end };
  }
  return undefined;
}

/** 6月底前完成验收: what is to be done by then, or was. */
const isRemark = (text: string, isBound: boolean): boolean =>
  (isBound || /^(?:完成|竣工|验收|通过|交付|投入|建成|开工|启动|全部|已|完工|发放|印发)/u.test(text)) &&
  text.length <= 20 &&
  /^[\p{Script=Han}()“”]+$/u.test(text) &&
  !/^[至到]/.test(text);

const afterYear: Record<string, number> = { 次年: 1, 明年: 1, 当年: 0, 本年: 0, 去年: -1, 上年: -1 };

/** 次年 is the year after that of the form. */
const relativeYear = (word: string | undefined, formYear: string | undefined): string | undefined =>
  word === undefined || !/^\d{4}$/.test(formYear ?? '')
    ? undefined
    : String(Number(formYear) + afterYear[word]!);

type Groups = Readonly<Record<string, string | undefined>>;

function monthText({ month, quarter, half }: Groups, end: string | undefined): string | undefined {
  if (end === 'year') return '12';
  if (half !== undefined) return half === '上' ? '06' : '12';
  return quarter === undefined ? small(month) : lastMonth(quarter);
}

const thirds: Record<string, string | undefined> = { 上: '10', 中: '20' };
const dayText = ({ day, third }: Groups): string | undefined =>
  third === undefined ? small(day) : thirds[third];

/** The day of an actual beside a deadline, where a bare month or quarter is one too: 11月, 二季度. */
export function readPeriodEnd(plain: string, formYear: string | undefined): Finding | undefined {
  const period = plain.replace(/(?:份|完成|已完成|完工|竣工)+$/u, '');
  if (!/^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月$|^[一二三四1-4]季度$/u.test(period)) return undefined;
  return readDate(`${period}末`, formYear);
}

/** Undefined where the cell is not about a date at all. */
export function readDate(plain: string, formYear: string | undefined): Finding | undefined {
  const before = readBefore(plain, 'date');
  const shape = shapeAt(plain, before.end);
  if (!shape) return undefined;
  secondEnd.lastIndex = before.end + shape.length;
  if (secondEnd.test(plain)) return asWords('period');
  const frame = together(before, readAfter(plain, before.end + shape.length, 'date'));
  const remark = plain.slice(frame.end);
  if (remark !== '' && !isRemark(remark, frame.comparator !== undefined)) return undefined;
  if (frame.comparator === 'conflict') return asWords('two-readings');

  const { groups, end } = shape;
  const notes: ReadingNote[] = [...frame.notes];
  const writtenYear =
    groups.year === undefined ? relativeYear(groups.relative, formYear) : positional(groups.year);
  if (writtenYear === undefined && !/^\d{4}$/.test(formYear ?? '')) return asWords('year-missing');
  if (writtenYear === undefined) notes.push('year-assumed');
  const date =
    monthText(groups, end) && isoDate((writtenYear ?? formYear)!, monthText(groups, end)!, dayText(groups));
  if (!date) return asWords('no-such-date');

  if (end) notes.push(`${end}-end`);
  const within = groups.closing?.endsWith('内');
  // 6月前 is taken as 6月底前, as deadlines are set; it could also mean before June begins.
  if (end === 'month' && !groups.closing?.match(/[底末内]/) && frame.comparator) notes.push('two-readings');
  const comparator = frame.comparator ?? (within ? '<=' : undefined);
  return { kind: 'date', comparator, date, remark: remark || undefined, notes };
}
