/**
 * Decisions that were asked in full, by what they ask. Rulebooks repeat the same few decisions line after line and edition
 * after edition, and json-rules-engine answers the same question the same way.
 */
import { Exact } from '../decimal.ts';
import type { Decision } from './decision.ts';

/** All that an answer depends on: how the facts are cut, and the conditions. Equal keys are equal questions. */
export const questionKey = ({ facts, outcomes }: Pick<Decision, 'facts' | 'outcomes'>): string =>
  JSON.stringify([facts, outcomes], (name, value) =>
    name === 'expression'
      ? undefined
      : value instanceof Exact
        ? { number: value.toFraction().join('/') }
        : value,
  );

const remembered = 1_000;
const answered = new Map<string, Answers>();

/** What was answered of the table, and of classes outside it as they came. */
type Answers = Pick<Decision, 'answers' | 'unsettled'>;

/** The answers to the same questions, where they are known; whoever asks more adds to them. */
export const knownAnswers = (key: string): Answers | undefined => answered.get(key);

/** Keeps the answers of a decision whose table was asked in full. */
export function keepAnswers(key: string, { answers, unsettled }: Answers): void {
  if (answered.size >= remembered) answered.clear();
  answered.set(key, { answers, unsettled });
}
