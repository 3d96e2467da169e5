/** Messages with figures in them: rounded for reading, but never so far that what differs looks the same. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { CheckPlan, Message, MessageExpression } from '../compile/index.ts';
import type { DecisionFact } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Evaluator, isNothing, keyOf, type Lookup } from '../expression/index.ts';
import { exactEvaluator } from './once.ts';

const usualPlaces = 2;
/** Numbers that only differ behind this place are told alike. */
const mostPlaces = 10;

/** A figure of a message, ready to be told of any form. */
interface Slot {
  written: string;
  valueOf: Evaluator<Exact>;
  isRatio: boolean;
  /** Decimal places asked for; undefined for two at most. */
  decimals: number | undefined;
  /** Fixed numbers that the figure must not be taken for: nothing at all, and what the condition compares it with. */
  apart: readonly Exact[];
  /** How those read, by the places they are told to. */
  apartTexts: Map<number, readonly string[]>;
}

interface Figure {
  slot: Slot;
  value: Exact;
  places: number;
  text: string;
}

type Slots = readonly (string | Slot)[];

interface Template {
  zh: Slots;
  en: Slots;
  /** True where both texts tell the same figures. */
  tellsAlike: boolean;
}

const templates = new WeakMap<CheckPlan['message'], Template>();

/** A message is that of one check, so its slots are made once. */
function templateOf(message: CheckPlan['message'], facts: readonly DecisionFact[]): Template {
  let template = templates.get(message);
  if (!template) {
    const zh = slotsOf(message.zh, facts, []);
    const en = slotsOf(message.en, facts, figuresIn(zh));
    const inZh = new Set(figuresIn(zh));
    const inEn = new Set(figuresIn(en));
    const tellsAlike = inZh.size === inEn.size && [...inEn].every((slot) => inZh.has(slot));
    template = { zh, en, tellsAlike };
    templates.set(message, template);
  }
  return template;
}

const figuresIn = (slots: Slots): Slot[] => slots.filter((slot) => typeof slot !== 'string');

/** The slots of one text; those that another text has already are its own. */
const slotsOf = (message: Message, facts: readonly DecisionFact[], known: readonly Slot[]): Slots =>
  message.map((part) => {
    if (typeof part === 'string') return part;
    const { written, decimals } = part;
    return known.find((one) => one.written === written && one.decimals === decimals) ?? slotOf(part, facts);
  });

function slotOf(
  { written, expression, unit, decimals }: MessageExpression,
  facts: readonly DecisionFact[],
): Slot {
  const fact = facts.find((one) => one.key === keyOf(expression));
  return {
    written,
    valueOf: exactEvaluator(expression),
    isRatio: unit.is === 'ratio',
    decimals,
    apart: [Exact.zero, ...(fact?.kind === 'number' ? fact.thresholds : [])],
    apartTexts: new Map(),
  };
}

/** Both texts of a message, and the text of each figure by its expression as written. */
export function tellMessage(
  message: CheckPlan['message'],
  facts: readonly DecisionFact[],
  numbers: Lookup<Exact>,
): { message: Bilingual; figures: Record<string, string> } {
  const template = templateOf(message, facts);
  const figures: Record<string, string> = {};
  const inZh = tellFigures(template.zh, numbers);
  const zh = tell(template.zh, inZh, figures);
  const inEn = template.tellsAlike ? inZh : tellFigures(template.en, numbers);
  const en = tell(template.en, inEn, figures);
  return { message: { zh, en }, figures };
}

function tell(slots: Slots, told: readonly Figure[], figures: Record<string, string>): string {
  let text = '';
  for (const slot of slots) {
    if (typeof slot === 'string') {
      text += slot;
      continue;
    }
    const figure = told.find((one) => one.slot === slot)?.text ?? '—';
    figures[slot.written] = figure;
    text += figure;
  }
  return text;
}

/** The text of each figure: as many decimals as asked for, and more where different numbers would read the same. */
function tellFigures(slots: Slots, numbers: Lookup<Exact>): readonly Figure[] {
  const figures: Figure[] = [];
  for (const slot of slots) {
    if (typeof slot === 'string' || figures.some((one) => one.slot === slot)) continue;
    const value = slot.valueOf(numbers);
    if (isNothing(value)) continue;
    const places = slot.decimals ?? usualPlaces;
    figures.push({ slot, value, places, text: textOf(slot, places, value) });
  }
  for (let more = true; more; ) {
    const blurred = figures.filter((one) => one.places < mostPlaces && isBlurred(one, figures));
    for (const one of blurred) {
      one.places++;
      one.text = textOf(one.slot, one.places, one.value);
    }
    more = blurred.length > 0;
  }
  return figures;
}

function apartTextsOf({ slot, places }: Figure): readonly string[] {
  let texts = slot.apartTexts.get(places);
  if (!texts) {
    texts = slot.apart.map((value) => textOf(slot, places, value));
    slot.apartTexts.set(places, texts);
  }
  return texts;
}

function isBlurred(one: Figure, figures: readonly Figure[]): boolean {
  const { slot, value, places, text } = one;
  const texts = apartTextsOf(one);
  for (let index = 0; index < texts.length; index++)
    if (texts[index] === text && !slot.apart[index]!.equals(value)) return true;
  return figures.some(
    (other) =>
      other !== one &&
      other.slot.isRatio === slot.isRatio &&
      (other.text === text || (other.places !== places && textOf(slot, places, other.value) === text)) &&
      !other.value.equals(value),
  );
}

function textOf({ decimals, isRatio }: Slot, places: number, value: Exact): string {
  const scaled = isRatio ? value.times(Exact.hundred) : value;
  const text =
    decimals === undefined
      ? scaled.round({ decimals: places, mode: 'half-up' }).toText()
      : scaled.toFixed(places);
  return isRatio ? `${text}%` : text;
}

/** A ratio as a percentage, to two decimals at most. */
export const percent = (ratio: Exact): string =>
  `${ratio.times(Exact.hundred).round({ decimals: usualPlaces, mode: 'half-up' }).toText()}%`;
