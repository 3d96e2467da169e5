/**
 * Decisions that were asked in full, by what they ask. Rulebooks repeat the same few decisions line after line and edition
 * after edition, and json-rules-engine answers the same question the same way.
 */
import { Exact } from '../decimal.ts';
import type { Condition } from './condition.ts';
import type { DecisionFact } from './fact.ts';

/** What a decision asks: which of the conditions hold. */
export interface Question {
  readonly facts: readonly DecisionFact[];
  readonly outcomes: readonly Condition[];
}

/**
 * A class of forms: the cell of each fact as one mixed-radix number, first fact least significant; as text where there
 * are more classes than whole numbers can tell apart, or where a fact is blank that the table has no cell for.
 */
export type ClassKey = number | string;

/** What was answered of the table, and of classes outside it as they came. */
export interface Answers {
  /**
   * The indices of the outcomes that are certain to hold in a class of the table; undefined where that has not been asked
   * yet. Where {@link unsettled} has the class too, others may hold.
   */
  readonly answers: Map<ClassKey, readonly number[]>;
  /** The classes with something blank: those of the table that are undecided, and all outside it that were asked. */
  readonly unsettled: Map<ClassKey, readonly number[] | Undecided>;
}

/** What cannot be told because something is blank. */
export interface Undecided {
  /** The outcomes that hold whatever stands in the blanks. */
  certain: readonly number[];
  /** The outcomes that may hold, the certain ones among them. */
  possible: readonly number[];
  /** The blanks: positions among the facts of the decision. */
  blanks: readonly number[];
}

/** All that an answer depends on: how the facts are cut, and the conditions. Equal keys are equal questions. */
export const questionKey = ({ facts, outcomes }: Question): string =>
  JSON.stringify([facts, outcomes], (name, value) =>
    name === 'expression'
      ? undefined
      : value instanceof Exact
        ? { number: value.toFraction().join('/') }
        : value,
  );

const remembered = 1_000;
const answered = new Map<string, Answers>();

/** The answers to the same questions, where they are known; whoever asks more adds to them. */
export const knownAnswers = (key: string): Answers | undefined => answered.get(key);

/** Keeps the answers of a decision whose table was asked in full. */
export function keepAnswers(key: string, { answers, unsettled }: Answers): void {
  if (answered.size >= remembered) answered.clear();
  answered.set(key, { answers, unsettled });
}
