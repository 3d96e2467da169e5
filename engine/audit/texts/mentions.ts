/** The figures of a text that are about one thing of the form for certain. */
import type { ScoredForm } from '../../evaluate/index.ts';
import { type RunningFigure, sameDimension } from '../../read/index.ts';
import type { Clause, Sentence } from './clauses.ts';
import type { Passage } from './passages.ts';
import type { Topic } from './topics.ts';
import {
  beginsParts,
  isOfTime,
  lastYearIn,
  type Side,
  saysPlanned,
  saysWhole,
  sideAfter,
  sideBefore,
  subjectsOf,
} from './wording.ts';

export interface Mention {
  topic: Topic;
  figure: RunningFigure;
  unit: string | undefined;
  side: Exclude<Side, 'about'> | undefined;
  /** The clause it stands in, as written. */
  quote: string;
}

/** What stands around one figure of a clause. */
interface Around {
  before: string;
  after: string;
  isLast: boolean;
}

/** What the sentence has said so far. */
interface Told {
  /** Nothing that is not about the form as a whole. */
  isClear: boolean;
  /** An amount or a rate of the form as a whole. */
  isFollowing: boolean;
}

/** The mentions of a passage, in order. */
export function mentionsIn(passage: Passage, topics: readonly Topic[], scored: ScoredForm): Mention[] {
  const { name, unit, year } = scored.form.submission;
  const speakers = [name, unit ?? ''];
  const found: Mention[] = [];
  const unclear = new Set<Topic>();
  let spokenOf: string | undefined;
  for (const sentence of passage.sentences) {
    const before = spokenOf;
    spokenOf = lastYearIn(sentence.text) ?? spokenOf;
    if (before !== undefined && before !== year && lastYearIn(sentence.text) === undefined) continue;
    if (!isOfTime(sentence.text, year)) continue;
    const { mentions, others } = inSentence(sentence, passage, topics, speakers);
    found.push(...mentions);
    for (const topic of others) unclear.add(topic);
  }
  return found.filter(({ topic }) => !unclear.has(topic));
}

function inSentence(
  { clauses }: Sentence,
  passage: Passage,
  topics: readonly Topic[],
  speakers: readonly string[],
): { mentions: Mention[]; others: Topic[] } {
  const found: Mention[] = [];
  const others: Topic[] = [];
  const planned = passage.says === 'planned';
  /** Everything said so far in the sentence is about the form as a whole. */
  let isClear = true;
  for (const [index, clause] of clauses.entries()) {
    const previous = clauses[index - 1];
    if (beginsParts(clause.text)) break;
    const isPlan =
      !planned && previous !== undefined && saysPlanned(previous.text) && previous.figures.length === 0;
    const mentions: Mention[] = isPlan
      ? []
      : inClause(clause, passage, topics, speakers, {
          isClear,
          isFollowing: found.some(({ topic }) => topic.isGeneral),
        });
    found.push(...mentions);
    others.push(...namedBeside(clause, mentions, topics));
    isClear &&= mentions.length > 0 || addsNothing(clause.text, speakers);
  }
  return { mentions: found, others };
}

/** Rows that a clause names with something else: 又培训85人 beside 培训100人. */
function namedBeside(clause: Clause, mentions: readonly Mention[], topics: readonly Topic[]): Topic[] {
  const beside = clause.figures.filter((figure) => !mentions.some((one) => one.figure === figure));
  return beside.flatMap((figure) =>
    topics.filter(
      ({ names, isGeneral, done }) =>
        !isGeneral &&
        (figure.unit === undefined || sameDimension(figure.unit, done[0]?.unit)) &&
        [...names].some((name) => clause.text.includes(name)),
    ),
  );
}

/** A clause of words that only say when, or who speaks. */
const addsNothing = (words: string, speakers: readonly string[]): boolean =>
  subjectsOf(`${words.trim()}项`, true, speakers).some((one) => one.replace(/项$/u, '') === '') ||
  /^\s*(?:预算执行(?:情况)?|资金(?:执行|使用|支出)?情况|项目?资金|经费|经?自评|通过自评|绩效自评|综合评价|自评结论|评价结论|总体情况|结论)\s*$/u.test(
    words,
  );

function inClause(
  clause: Clause,
  passage: Passage,
  topics: readonly Topic[],
  speakers: readonly string[],
  told: Told,
): Mention[] {
  return clause.figures.flatMap((figure, index) => {
    const from = index === 0 ? clause.at : clause.figures[index - 1]!.end;
    const next = clause.figures[index + 1];
    const around: Around = {
      before: clause.text.slice(from - clause.at, figure.at - clause.at),
      after: clause.text.slice(
        figure.end - clause.at,
        (next?.at ?? clause.at + clause.text.length) - clause.at,
      ),
      isLast: next === undefined,
    };
    const quote = passage.text.slice(clause.at, clause.at + clause.text.length).trim();
    return mention(figure, around, passage, topics, speakers, told, quote);
  });
}

function mention(
  figure: RunningFigure,
  { before, after }: Around,
  passage: Passage,
  topics: readonly Topic[],
  speakers: readonly string[],
  { isClear, isFollowing }: Told,
  quote: string,
): Mention[] {
  if (figure.approximate) return [];
  const { rest, side: sideOfBefore } = sideBefore(before);
  const subjects = subjectsOf(rest, passage.says === 'planned', speakers);
  // The least is taken off first: 完成预算资金 is spent, 预算资金 is granted.
  const named = subjects.flatMap((subject) => topics.find(({ names }) => names.has(subject)) ?? []);
  const [topic] = named;
  if (!topic) return [];
  const isClearlyWhole = saysWhole(before) || (isClear && (topic.isRate || isFollowing));
  if (topic.isGeneral && !isClearlyWhole) return [];
  const own = ownUnit(figure, after, topic, passage);
  const sideOfAfter = sideAfter(after.slice(own.taken));
  if (sideOfAfter === 'unclear' || sideOfAfter === 'about' || sideOfBefore === 'about') return [];
  if (sideOfBefore && sideOfAfter) return [];
  // "At least so many" of what was done repeats what was asked.
  if (passage.says === 'done' && (sideOfBefore === '>=' || sideOfBefore === '<=')) return [];
  return [{ topic, figure, unit: own.unit, side: sideOfBefore ?? sideOfAfter, quote }];
}

/** A unit that is in no table, where the cell has the same. */
function ownUnit(
  { unit }: RunningFigure,
  after: string,
  { planned, done }: Topic,
  { says }: Passage,
): { unit: string | undefined; taken: number } {
  if (unit !== undefined) return { unit, taken: 0 };
  const cell = (says === 'planned' ? planned : done)[0]?.unit;
  return cell !== undefined && after.startsWith(cell)
    ? { unit: cell, taken: cell.length }
    : { unit, taken: 0 };
}
