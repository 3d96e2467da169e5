/** Figures of texts against the cells they are about. */
import type { Bilingual, Finding } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import type { ScoredForm } from '../../evaluate/index.ts';
import { find } from '../../findings/index.ts';
import { convert, sameDimension } from '../../read/index.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import type { Passage } from './passages.ts';
import { type Figure, type Topic, topicsOf } from './topics.ts';

/** A figure that is not that of the form, at the words it stands in. */
export interface Mismatch {
  finding: Finding;
  passage: Passage;
  mention: Mention;
}

/** Every figure of a text that contradicts the form; one a topic and passage. */
export function mismatchesIn(passages: readonly Passage[], scored: ScoredForm): Mismatch[] {
  const stated = new Set((scored.form.submission.statements ?? []).map(({ about }) => about));
  if (passages.every(({ sentences }) => sentences.length === 0)) return [];
  const topics = topicsOf(scored).filter(({ ids }) => !ids.some((id) => stated.has(id)));
  if (topics.length === 0) return [];
  return passages.filter(({ isOfYear }) => isOfYear).flatMap((passage) => inPassage(passage, topics, scored));
}

/** A figure of the text and the cell it should be. */
interface Miss {
  mention: Mention;
  cell: Figure;
}

function inPassage(passage: Passage, topics: readonly Topic[], scored: ScoredForm): Mismatch[] {
  const misses = missesIn(passage, topics, scored);
  const ofUnit = misses.filter(isOfUnit);
  const others = misses.filter((miss) => !ofUnit.includes(miss));
  const told = others.map((miss) =>
    mismatch(passage, miss, passage.where, miss.mention.quote, miss.cell.told),
  );
  const [first] = ofUnit;
  if (!first) return told;
  // Amounts in one wrong unit are one mistake.
  const zh = ofUnit.map(({ cell }) => cell.told.zh).join('，');
  const en = ofUnit.map(({ cell }) => cell.told.en).join(', ');
  const against = {
    zh: `${zh}，恰为一万倍，疑似以元填写`,
    en: `${en}, just ten thousand times as much: the form may be in 元`,
  };
  const quote = ofUnit.map(({ mention }) => mention.quote).join('，');
  return [...told, mismatch(passage, first, passage.where, quote, against)];
}

function mismatch(
  passage: Passage,
  { mention }: Miss,
  where: Bilingual,
  text: string,
  against: Bilingual,
): Mismatch {
  const { topic } = mention;
  const severity = passage.says === 'planned' && topic.id.startsWith('row:') ? 'warning' : 'error';
  return {
    finding: find('figure-mismatch', { where, text, against }, topic.place, severity),
    passage,
    mention,
  };
}

function missesIn(passage: Passage, topics: readonly Topic[], scored: ScoredForm): Miss[] {
  const byTopic = new Map<Topic, Mention[]>();
  for (const mention of mentionsIn(passage, topics, scored))
    byTopic.set(mention.topic, [...(byTopic.get(mention.topic) ?? []), mention]);
  return [...byTopic].flatMap(([topic, mentions]): Miss[] => {
    const mention = mentions[0]!;
    // What is told twice with two figures may be of two parts.
    const isOne = mentions.every(({ figure }) => figure.number.equals(mention.figure.number));
    const cells = passage.says === 'planned' ? topic.planned : topic.done;
    const [cell] = cells;
    const isMissed = isOne && cell && cells.every((one) => contradicts(mention, one, passage));
    return isMissed && !mayBeOfYears(mention, cell) ? [{ mention, cell }] : [];
  });
}

/** True where the figure and the cell cannot both be right; what cannot be compared does not contradict. */
function contradicts({ figure, unit, side }: Mention, cell: Figure, { says }: Passage): boolean {
  const own = inUnit(cell, unit);
  if (!own) return false;
  const { number, last } = figure;
  // A goal of at least so many leaves room for a target above it.
  const order = own.compare(number);
  switch (side) {
    case '>':
    case '>=':
      return says === 'planned' ? order < 0 : order < 0 || (side === '>' && order === 0);
    case '<':
    case '<=':
      return says === 'planned' ? order > 0 : order > 0 || (side === '<' && order === 0);
    default:
      return !agrees(number, own, last);
  }
}

const tenThousand = Exact.of('10000');

/** A total without a year, above that of the form, may be of all the years of a project. */
function mayBeOfYears({ topic, figure, unit, quote }: Mention, cell: Figure): boolean {
  const own = inUnit(cell, unit);
  if (
    !topic.isGeneral ||
    topic.isRate ||
    !own ||
    !/总/u.test(quote) ||
    /全年|年度|本年|当年|\d{4}年/u.test(quote)
  )
    return false;
  return figure.number.compare(own) > 0 && !figure.number.equals(own.times(tenThousand));
}

/** True of an amount that is ten thousand times that of the text. */
function isOfUnit({ mention: { figure, unit }, cell }: Miss): boolean {
  const own = inUnit(cell, unit);
  const isAmount = sameDimension(cell.unit, '元') && own !== undefined && !figure.number.isZero();
  return isAmount && agrees(figure.number, own.over(tenThousand)!, figure.last);
}

/** The cell's number in the unit of the text; a score and a bare number are taken to be in the cell's own. */
function inUnit({ number, unit }: Figure, written: string | undefined): Exact | undefined {
  if (unit === written) return number;
  if (unit === '分' && written === undefined) return number;
  return written === undefined ? undefined : convert(number, unit, written);
}

const two = Exact.of('2');

/** True where the figure is the number to the places it is written with, rounded or cut. */
export function agrees(figure: Exact, number: Exact, last: Exact): boolean {
  const rest = number.minus(figure);
  return rest.sign() >= 0 ? rest.compare(last) < 0 : rest.absolute().compare(last.over(two)!) <= 0;
}
