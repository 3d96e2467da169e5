/** Messages with figures in them: rounded for reading, but never so far that what differs looks the same. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { CheckPlan, Message, MessageExpression } from '../compile/index.ts';
import type { DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { isNothing, keyOf, type Lookup } from '../expression/index.ts';
import { exactEvaluator } from './once.ts';

const usualPlaces = 2;
/** Numbers that only differ behind this place are told alike. */
const mostPlaces = 10;

/** Both texts of a message, and the text of each figure by its expression as written. */
export function tellMessage(
  message: CheckPlan['message'],
  facts: readonly DecisionFact[],
  numbers: Lookup<Exact>,
): { message: Bilingual; figures: Record<string, string> } {
  const figures: Record<string, string> = {};
  const tell = (text: Message): string => {
    const shown = tellFigures(
      text.filter((part) => typeof part !== 'string'),
      facts,
      numbers,
    );
    return text
      .map((part) => {
        if (typeof part === 'string') return part;
        figures[part.written] = shown.get(part)!;
        return figures[part.written];
      })
      .join('');
  };
  const zh = tell(message.zh);
  return { message: { zh, en: message.en === message.zh ? zh : tell(message.en) }, figures };
}

/** A figure of a message. `apart` are fixed numbers that it must not be taken for. */
interface Figure {
  part: MessageExpression;
  value: Exact;
  isRatio: boolean;
  apart: readonly Exact[];
  places: number;
}

/** The text of each figure: as many decimals as asked for, and more where different numbers would read the same. */
function tellFigures(
  parts: readonly MessageExpression[],
  facts: readonly DecisionFact[],
  numbers: Lookup<Exact>,
): Map<MessageExpression, string> {
  const figures = parts.flatMap((part): Figure[] => {
    const value = exactEvaluator(part.expression)(numbers);
    if (isNothing(value)) return [];
    const isRatio = part.unit.is === 'ratio';
    return [{ part, value, isRatio, apart: apartOf(part, facts), places: part.decimals ?? usualPlaces }];
  });
  for (let more = true; more; ) {
    const blurred = figures.filter((one) => one.places < mostPlaces && isBlurred(one, figures));
    for (const one of blurred) one.places++;
    more = blurred.length > 0;
  }
  const shown = new Map(figures.map((one) => [one.part, textOf(one, one.value)]));
  return new Map(parts.map((part) => [part, shown.get(part) ?? '—']));
}

/** Nothing at all, and what the condition compares the figure with. */
const apartOf = ({ expression }: MessageExpression, facts: readonly DecisionFact[]): Exact[] => {
  const fact = facts.find((one) => one.key === keyOf(expression));
  return [Exact.zero, ...(fact?.kind === 'number' ? fact.thresholds : [])];
};

function isBlurred(one: Figure, figures: readonly Figure[]): boolean {
  const text = textOf(one, one.value);
  return (
    one.apart.some((other) => !other.equals(one.value) && textOf(one, other) === text) ||
    figures.some(
      (other) =>
        other.isRatio === one.isRatio &&
        !other.value.equals(one.value) &&
        (textOf(other, other.value) === text || textOf(one, other.value) === text),
    )
  );
}

const textOf = ({ part, isRatio, places }: Figure, value: Exact): string => {
  const scaled = isRatio ? value.times(Exact.hundred) : value;
  const text =
    part.decimals === undefined
      ? scaled.round({ decimals: places, mode: 'half-up' }).toText()
      : scaled.toFixed(places);
  return isRatio ? `${text}%` : text;
};

/** A ratio as a percentage, to two decimals at most. */
export const percent = (ratio: Exact): string =>
  `${ratio.times(Exact.hundred).round({ decimals: usualPlaces, mode: 'half-up' }).toText()}%`;
