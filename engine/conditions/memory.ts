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
const answered = new Map<string, Decision['answers']>();

/** The answers to the same questions, where they are known. */
export const knownAnswers = (key: string): Decision['answers'] | undefined => answered.get(key);

/** Keeps the answers of a decision that was asked in full. */
export function keepAnswers(key: string, answers: Decision['answers']): void {
  if (answered.size >= remembered) answered.clear();
  answered.set(key, answers);
}
