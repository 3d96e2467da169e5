/** The numbers in a text of a rule or of a published document, each with what it is a number of. */
import { Exact } from '../decimal.ts';
import { readNumeral } from '../read/index.ts';

export interface TextNumber {
  /** As written, with its unit. */
  text: string;
  /** Percentages and points of them as fractions, money in 元. */
  value: Exact;
  is: 'rate' | 'score' | 'money' | 'plain';
  /** A word that counts things follows: 三项, 2类. */
  counts: boolean;
  at: number;
  end: number;
}

const numbering = '[.、)]';
/** Not numbers of a rule, however written: dates, numbers of documents and clauses, numbering of lists. */
const aside = [
  /\d{4}\s*年度?(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?/g,
  /\d{1,2}\s*月(?:\s*\d{1,2}\s*日|底|份|末|初)?/g,
  /\d{4}-\d{1,2}-\d{1,2}/g,
  /[〔【[(]\s*(?:19|20)\d\d\s*[〕】\])](?:\s*第?\s*\d+\s*号)?/g,
  /第\s*\d+\s*[条款项章节页号]/g,
  /\d+\s*号/g,
  /附件\s*\d+(?:-\d+)*|[表图]\s*\d+(?:-\d+)*/g,
  new RegExp(`(?:^|[\\n;。:,])\\s*\\d{1,2}${numbering}(?!\\d)`, 'g'),
  /\(\s*\d{1,2}\s*\)/g,
];

const fold = (text: string): string =>
  text
    .replaceAll(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('﹪', '%');

const digits =
  '(?<![A-Za-z0-9_.])(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,20})?|\\d{1,20}(?:\\.\\d{1,20})?)';
const numeral = '[零〇一二三四五六七八九两十百千万点]{1,12}';
const unit =
  '(?<unit>%|‰|个?百分点|成(?![立果本效员绩为功])|(?:[十百千]?[万亿]|千)?元|分(?![之别析类项配管布钟])|[项类种档级条款例]|个(?!百分点|工作日|月)|方面|部分)?';
const patterns = [
  new RegExp(`百分之(?<spoken>${numeral}|\\d{1,3}(?:\\.\\d{1,20})?)`, 'g'),
  new RegExp(`(?<numeral>${numeral})(?=个?百分点|成(?![立果本效员绩为功]))${unit}`, 'g'),
  new RegExp(`(?<=[扣得计加记给])(?<numeral>${numeral})(?=分(?![之别析类项配管布钟]))${unit}`, 'g'),
  new RegExp(`${digits}\\s*${unit}`, 'g'),
];

const worth = new Map(
  Object.entries({ '%': '0.01', '‰': '0.001', 百分点: '0.01', 成: '0.1', 元: '1', 千元: '1000' })
    .concat(Object.entries({ 万元: '10000', 十万元: '100000', 百万元: '1000000', 千万元: '10000000' }))
    .concat([['亿元', '100000000']])
    .map(([name, factor]) => [name, Exact.of(factor)] as const),
);

/** Every number of the text, in the order of the text. */
export function numbersIn(written: string): TextNumber[] {
  let text = fold(written);
  for (const pattern of aside) text = text.replaceAll(pattern, (found) => ' '.repeat(found.length));
  const found: TextNumber[] = [];
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const at = match.index;
      const end = at + match[0].trimEnd().length;
      if (found.some((one) => at < one.end && one.at < end)) continue;
      const number = numberOf(match.groups!);
      if (number) found.push({ ...number, text: written.slice(at, end), at, end });
    }
  found.sort((a, b) => a.at - b.at);
  for (const [index, one] of found.entries()) takeUnit(one, found[index + 1], text);
  return found;
}

function numberOf(
  groups: Record<string, string | undefined>,
): Pick<TextNumber, 'value' | 'is' | 'counts'> | undefined {
  const { spoken, numeral: signs, digits: figures } = groups;
  const size = sizeOf(spoken ?? signs ?? figures!);
  if (!size) return undefined;
  const name = spoken === undefined ? (groups.unit?.replace(/^个百分点$/, '百分点') ?? '') : '%';
  const factor = worth.get(name);
  const value = factor ? size.times(factor) : size;
  if (name.endsWith('元')) return { value, is: 'money', counts: false };
  if (factor) return { value, is: 'rate', counts: false };
  return name === '分' ? { value, is: 'score', counts: false } : { value, is: 'plain', counts: name !== '' };
}

const sizeOf = (text: string): Exact | undefined =>
  /^\d/.test(text)
    ? Exact.parse(text.replaceAll(',', ''))
    : text === '百'
      ? Exact.hundred
      : readNumeral(text)?.number;

const between = /^\s*(?:\(不?含[^)]*\))?\s*(?:[-—–~至到]{1,2})\s*$/;

/** The first end of a range has the unit of the second: 80（含）-90%. */
function takeUnit(one: TextNumber, next: TextNumber | undefined, text: string): void {
  if (one.is !== 'plain' || one.counts || !next || next.is === 'plain') return;
  if (!between.test(text.slice(one.end, next.at))) return;
  one.is = next.is;
  if (next.is === 'rate') one.value = one.value.over(Exact.hundred)!;
  const unitOfNext = next.text.match(/[%％]$|[^\d.,\s]+$/)?.[0] ?? '';
  if (next.is === 'money') one.value = one.value.times(worth.get(unitOfNext) ?? Exact.one);
  one.text = `${one.text}${unitOfNext}`;
}
