/**
 * A decision: which of several conditions hold. json-rules-engine is asked once per class of forms (one cell of each
 * fact) and its answers are kept; a form is then a scan of thresholds and a look-up. No and/or/not is written here.
 */
import type { Arithmetic, Lookup } from '../expression/index.ts';
import { type Condition, comparisonsIn } from './condition.ts';
import {
  type CellFinder,
  cellCount,
  cellFinder,
  type DecisionFact,
  representative,
  type Words,
} from './fact.ts';
import { keepAnswers, knownAnswers, questionKey } from './memory.ts';
import { type FactValues, rulesEngine } from './rules-engine.ts';

/**
 * How many comparisons may still be asked while a rulebook is loaded. A decision that asks for more than is left is
 * asked as forms come, so that no rulebook, however large, keeps anyone waiting.
 */
export interface Budget {
  comparisons: number;
}

/** Far more than any published rulebook needs, and asked within a second. */
export const wholeBudget = (): Budget => ({ comparisons: 60_000 });

/**
 * A class of forms: the cell of each fact as one mixed-radix number, first fact least significant; as text where there
 * are more classes than whole numbers can tell apart.
 */
export type ClassKey = number | string;

export interface Decision {
  readonly facts: readonly DecisionFact[];
  readonly outcomes: readonly Condition[];
  /** How many classes there are. */
  readonly size: number;
  /** The indices of the outcomes that hold in a class; undefined where that has not been asked yet. */
  readonly answers: Map<ClassKey, readonly number[]>;
  readonly ask: (facts: FactValues) => Promise<number[]>;
}

/** A class whose answer a form needs and nobody has asked for yet. */
export interface Unasked {
  decision: Decision;
  class: ClassKey;
}

/** Builds a decision, asked in full at once where the budget allows. */
export async function prepareDecision(
  facts: readonly DecisionFact[],
  outcomes: readonly Condition[],
  budget: Budget,
): Promise<Decision> {
  const size = facts.reduce((product, fact) => product * cellCount(fact), 1);
  const comparisons = size * outcomes.flatMap(comparisonsIn).length;
  if (comparisons > budget.comparisons)
    return { facts, outcomes, size, answers: new Map(), ask: rulesEngine(outcomes) };
  budget.comparisons -= comparisons;
  const key = questionKey({ facts, outcomes });
  const answers: Decision['answers'] = new Map(knownAnswers(key));
  const decision: Decision = { facts, outcomes, size, answers, ask: rulesEngine(outcomes) };
  for (let index = 0; index < size; index++) await askClass({ decision, class: index });
  keepAnswers(key, answers);
  return decision;
}

/** The cell of each fact in a class. */
export function cellsOf(decision: Decision, key: ClassKey): number[] {
  if (typeof key === 'string') return key.split(',').map(Number);
  let rest = key;
  return decision.facts.map((fact) => {
    const count = cellCount(fact);
    const cell = rest % count;
    rest = Math.trunc(rest / count);
    return cell;
  });
}

/** One form's facts that fall in the class. */
export function factsOfClass(decision: Decision, key: ClassKey): FactValues {
  const cells = cellsOf(decision, key);
  return Object.fromEntries(
    decision.facts.map((fact, position) => [fact.key, representative(fact, cells[position]!)]),
  );
}

/** Asks json-rules-engine about one class and keeps the answer. */
export async function askClass({ decision, class: index }: Unasked): Promise<void> {
  if (!decision.answers.has(index))
    decision.answers.set(index, await decision.ask(factsOfClass(decision, index)));
}

/** The outcomes that hold for a form; `missing` where a fact has no value; or the class that must be asked first. */
export type Answer = readonly number[] | 'missing' | Unasked;

/** Decides for one form. `seen` gets the number of each fact by its key, for telling them; what it has is not worked out again. */
export type Decider<N> = (numbers: Lookup<N>, words: Words, seen?: Map<string, N>) => Answer;

/** Compiles the scan of thresholds for one arithmetic. */
export function decider<N extends object>(decision: Decision, arithmetic: Arithmetic<N>): Decider<N> {
  const finders: CellFinder<N>[] = decision.facts.map((fact) => cellFinder(fact, arithmetic));
  if (decision.size > Number.MAX_SAFE_INTEGER)
    return (numbers, words, seen) => {
      const cells = finders.map((find) => find(numbers, words, seen));
      if (cells.includes(undefined)) return 'missing';
      const key = cells.join(',');
      return decision.answers.get(key) ?? { decision, class: key };
    };
  const counts = decision.facts.map(cellCount);
  return (numbers, words, seen) => {
    let index = 0;
    let stride = 1;
    for (let position = 0; position < finders.length; position++) {
      const cell = finders[position]!(numbers, words, seen);
      if (cell === undefined) return 'missing';
      index += cell * stride;
      stride *= counts[position]!;
    }
    return decision.answers.get(index) ?? { decision, class: index };
  };
}
