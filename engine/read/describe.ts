/** One short sentence that tells a clerk how a cell was read. Words only; decides nothing. */
import { Exact } from '../decimal.ts';
import type { CellPart, Comparator, RangeEnd, Reading, ReadingNote } from './reading.ts';

type Language = 'zh' | 'en';
type Phrase = Readonly<Record<Language, string>>;

const comparators: Record<Comparator, { number: Phrase; date: Phrase }> = {
  '>=': { number: { zh: '不低于', en: 'at least' }, date: { zh: '不早于', en: 'on or after' } },
  '>': { number: { zh: '高于', en: 'more than' }, date: { zh: '晚于', en: 'after' } },
  '<=': { number: { zh: '不高于', en: 'at most' }, date: { zh: '不晚于', en: 'on or before' } },
  '<': { number: { zh: '低于', en: 'less than' }, date: { zh: '早于', en: 'before' } },
  '=': { number: { zh: '等于', en: 'exactly' }, date: { zh: '即', en: 'on' } },
};

/** A phrase for every note; undefined for those the sentence itself already shows. */
const notes: Record<ReadingNote, Phrase | undefined> = {
  'full-width': undefined,
  'thousands-separator': undefined,
  'chinese-number': undefined,
  'ten-thousand': { zh: '已按“万、亿”换算', en: '万 or 亿 multiplied out' },
  'per-mille': { zh: '千分数已换算为百分数', en: 'per mille turned into per cent' },
  'word-comparator': undefined,
  'words-around': undefined,
  approximate: { zh: '约数', en: 'approximate' },
  'no-unit': { zh: '未写单位', en: 'no unit written' },
  compound: undefined,
  'month-end': { zh: '按月末计', en: 'taken as the end of the month' },
  'quarter-end': { zh: '按季末计', en: 'taken as the end of the quarter' },
  'half-end': { zh: '按半年末计', en: 'taken as the end of the half-year' },
  'year-end': { zh: '按年末计', en: 'taken as the end of the year' },
  'year-assumed': { zh: '年份取自表头', en: 'year taken from the form' },
  'year-missing': { zh: '日期缺年份', en: 'a date without a year' },
  'no-such-date': { zh: '没有这一天', en: 'no such date' },
  period: { zh: '是一段时间，不是一天', en: 'a period, not one day' },
  unread: { zh: '其中的数未能读懂', en: 'the number in it could not be made out' },
  'two-readings': { zh: '写法可作两种理解', en: 'can be taken in two ways' },
  dash: { zh: '只填了横线', en: 'only a dash was written' },
  'too-long': { zh: '文字过长', en: 'too long to read' },
};

/** `0.8` of `%` is shown as people write it: 80%. */
function quantity(number: Exact, unit: string | undefined): string {
  if (unit === '%') return `${number.times(Exact.hundred).toText()}%`;
  const shown = (unit === '百分点' ? number.times(Exact.hundred) : number).toText();
  return unit === undefined ? shown : `${shown} ${unit === '百分点' ? '个百分点' : unit}`;
}

const part = ({ label, comparator, number, unit }: CellPart, language: Language): string =>
  [label, comparator && comparators[comparator].number[language], quantity(number, unit)]
    .filter((word) => word !== undefined)
    .join(' ');

const end = (
  { number, open }: RangeEnd,
  side: '>' | '<',
  unit: string | undefined,
  language: Language,
): string => `${comparators[open ? side : (`${side}=` as const)].number[language]} ${quantity(number, unit)}`;

function core(reading: Reading, language: Language): string {
  const zh = language === 'zh';
  const { kind, comparator } = reading;
  if (kind === 'blank') return zh ? '未填写' : 'left blank';
  if (kind === 'words') return zh ? '文字，不当作数' : 'kept as words, not a number';
  const readAs = zh ? '读作：' : 'read as: ';
  if (kind === 'compound') {
    return readAs + (reading.parts ?? []).map((one) => part(one, language)).join(zh ? '；' : '; ');
  }
  if (kind === 'range') {
    const { least, most, unit } = reading;
    const ends = [least && end(least, '>', unit, language), most && end(most, '<', unit, language)];
    return readAs + ends.filter((one) => one !== undefined).join(zh ? '，' : ', ');
  }
  const side = comparator ? `${comparators[comparator][kind][language]} ` : '';
  const value = kind === 'date' ? reading.date : quantity(reading.number!, reading.unit);
  return `${readAs}${side}${value}`;
}

/** The notes of a reading as a list in words; empty where none has words of its own. */
export const describeNotes = (reading: Reading, language: Language): string =>
  reading.notes.flatMap((note) => notes[note]?.[language] ?? []).join(language === 'zh' ? '，' : ', ');

export function describeReading(reading: Reading, language: Language): string {
  const told = [describeNotes(reading, language), besides(reading, language)].filter((one) => one !== '');
  if (told.length === 0) return core(reading, language);
  return language === 'zh'
    ? `${core(reading, language)}（${told.join('，')}）`
    : `${core(reading, language)} (${told.join(', ')})`;
}

/** What stands behind the number and is no part of it. */
function besides({ remark }: Reading, language: Language): string {
  if (remark === undefined) return '';
  return language === 'zh' ? `“${remark}”为附注` : `"${remark}" is a remark`;
}
