/**
 * A decision: which of several conditions hold. json-rules-engine is asked once per class of forms (one cell of each
 * fact) and its answers are kept; a form is then a scan of thresholds and a look-up. Of a class in which something is blank it
 * is asked twice: what is certain, and what is possible; where the answers differ, nothing is decided. No and/or/not is
 * written here.
 */
import type { Arithmetic, Lookup } from '../expression/index.ts';
import { asksBlankness, type Condition, comparisonsIn } from './condition.ts';
import {
  blankCell,
  type CellFinder,
  cellCount,
  cellFinder,
  type DecisionFact,
  representative,
  type Seen,
  type Words,
} from './fact.ts';
import {
  type Answers,
  type ClassKey,
  keepAnswers,
  knownAnswers,
  type Question,
  questionKey,
  type Undecided,
} from './memory.ts';
import { type Ask, type FactValues, rulesEngine } from './rules-engine.ts';

/**
 * How many comparisons may still be asked while a rulebook is loaded. A decision that asks for more than is left is
 * asked as forms come, so that no rulebook, however large, keeps anyone waiting.
 */
export interface Budget {
  comparisons: number;
}

/** Far more than any published rulebook needs, and asked within a second. */
export const wholeBudget = (): Budget => ({ comparisons: 60_000 });

export interface Decision extends Question, Answers {
  /** How many classes the table has. */
  readonly size: number;
  readonly ask: Record<'certain' | 'possible', Ask>;
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
  const decision: Decision = {
    facts,
    outcomes,
    size,
    answers: new Map(),
    unsettled: new Map(),
    ask: { certain: rulesEngine(outcomes), possible: rulesEngine(outcomes, 'possible') },
  };
  const comparisons = size * outcomes.flatMap(comparisonsIn).length;
  if (comparisons > budget.comparisons) return decision;
  budget.comparisons -= comparisons;
  const key = questionKey(decision);
  const known = knownAnswers(key);
  if (known) return { ...decision, ...known };
  for (let index = 0; index < size; index++) await askClass({ decision, class: index });
  keepAnswers(key, decision);
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

/** True where the table has a cell for each fact of the class. */
const isInTable = ({ facts }: Decision, cells: readonly number[]): boolean =>
  facts.every((fact, position) => cells[position]! < cellCount(fact));

/** Asks json-rules-engine about one class and keeps the answer. */
export async function askClass({ decision, class: key }: Unasked): Promise<void> {
  const { facts, answers, unsettled, ask } = decision;
  const cells = cellsOf(decision, key);
  const inTable = isInTable(decision, cells);
  if ((inTable ? answers : unsettled).has(key)) return;
  const values = factsOfClass(decision, key);
  const certain = await ask.certain(values);
  if (facts.some((fact, position) => cells[position] === blankCell(fact))) {
    const possible = await ask.possible(values);
    if (possible.length > certain.length)
      unsettled.set(key, { certain, possible, blanks: blanksAmong(decision, cells) });
    else if (!inTable) unsettled.set(key, certain);
  }
  if (inTable) answers.set(key, certain);
}

/** The positions of the facts that are blank and compared with something. */
function blanksAmong({ facts, outcomes }: Decision, cells: readonly number[]): number[] {
  const compared = new Set(
    outcomes
      .flatMap(comparisonsIn)
      .filter(({ operator }) => !asksBlankness(operator))
      .map(({ fact }) => fact),
  );
  return facts.flatMap((fact, position) =>
    cells[position] === blankCell(fact) && compared.has(fact.key) ? [position] : [],
  );
}

/** The outcomes that hold for a form; or that they cannot be told; or the class that must be asked first. */
export type Answer = readonly number[] | Undecided | Unasked;

/** Decides for one form. `seen` gets the number of each fact by its key, for telling them; what it has is not worked out again. */
export type Decider<N> = (numbers: Lookup<N>, words: Words, seen?: Seen<N>) => Answer;

/** Compiles the scan of thresholds for one arithmetic. */
export function decider<N extends object>(decision: Decision, arithmetic: Arithmetic<N>): Decider<N> {
  const { facts, answers, unsettled } = decision;
  const finders: CellFinder<N>[] = facts.map((fact) => cellFinder(fact, arithmetic));
  const byText: Decider<N> = (numbers, words, seen) => {
    const cells = finders.map((find, position) => find(numbers, words, seen) ?? blankCell(facts[position]!));
    const key = cells.join(',');
    const settled = isInTable(decision, cells) ? answers.get(key) : undefined;
    return unsettled.get(key) ?? settled ?? { decision, class: key };
  };
  if (decision.size > Number.MAX_SAFE_INTEGER) return byText;
  const counts = facts.map(cellCount);
  const hasBlankCell = facts.some((fact) => fact.kind !== 'phrases' && fact.blank);
  return (numbers, words, seen) => {
    let index = 0;
    let stride = 1;
    for (let position = 0; position < finders.length; position++) {
      const cell = finders[position]!(numbers, words, seen);
      if (cell === undefined) return byText(numbers, words, seen);
      index += cell * stride;
      stride *= counts[position]!;
    }
    const settled = answers.get(index);
    if (settled === undefined) return { decision, class: index };
    return hasBlankCell ? (unsettled.get(index) ?? settled) : settled;
  };
}
