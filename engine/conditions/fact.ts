/**
 * The facts of a decision and how each is cut into cells. Inside one cell every comparison of the decision has one
 * answer, so the rules engine needs to be asked once per combination of cells.
 */
import { Exact } from '../decimal.ts';
import {
  type Arithmetic,
  type Evaluator,
  type Expression,
  evaluator,
  isNothing,
  type Lookup,
} from '../expression/index.ts';
import type { Operand } from './condition.ts';
import { containsAny } from './rules-engine.ts';

export type DecisionFact =
  | { kind: 'number'; key: string; expression: Expression; thresholds: Exact[]; blank: boolean }
  | { kind: 'category'; key: string; name: string; values: string[]; blank: boolean }
  | { kind: 'phrases'; key: string; name: string; phrases: string[] }
  | { kind: 'yesNo'; key: string; name: string; blank: boolean };

/** The words of a form: texts, and yes/no answers. */
export type Words = (name: string) => string | boolean | undefined;

/** The key of the fact whether a text has any of the phrases in it. */
export const phrasesKey = (name: string, phrases: readonly string[]): string =>
  `${name} ∋ ${JSON.stringify(phrases)}`;

/**
 * How many cells of the table a fact has. Where the decision asks whether it is blank, the last of them is "blank"; of other
 * facts the cell behind the last stands for "blank", outside the table.
 */
export const cellCount = (fact: DecisionFact): number => {
  if (fact.kind === 'phrases') return 2;
  const cells =
    fact.kind === 'number'
      ? 2 * fact.thresholds.length + 1
      : fact.kind === 'category'
        ? fact.values.length + 1
        : 2;
  return cells + (fact.blank ? 1 : 0);
};

/** The cell of a fact that has no value. */
export const blankCell = (fact: DecisionFact): number =>
  fact.kind !== 'phrases' && fact.blank ? cellCount(fact) - 1 : cellCount(fact);

const one = Exact.one;
const half = Exact.of('0.5');

/** A value inside the given cell. Number cells run: below the first threshold, at it, between, …, above the last. */
export function representative(fact: DecisionFact, cell: number): Operand | undefined {
  if (cell === blankCell(fact)) return undefined;
  if (fact.kind === 'phrases') return cell === 1 ? fact.phrases[0] : '';
  if (fact.kind === 'yesNo') return cell === 1;
  if (fact.kind === 'category') return fact.values[cell] ?? otherThan(fact.values);
  const { thresholds } = fact;
  const [first] = thresholds;
  if (!first) return Exact.zero;
  if (cell % 2 === 1) return thresholds[(cell - 1) / 2];
  if (cell === 0) return first.minus(one);
  const below = thresholds[cell / 2 - 1]!;
  const above = thresholds[cell / 2];
  return above ? below.plus(above).times(half) : below.plus(one);
}

const otherThan = (values: readonly string[]): string => `${values.join('')}…`;

/** Numbers of facts that are already worked out, by their keys: mostly a single one. */
export class Seen<N> {
  private key: string | undefined = undefined;
  private number: N | undefined = undefined;
  private others: Map<string, N> | undefined = undefined;

  get(key: string): N | undefined {
    return key === this.key ? this.number : this.others?.get(key);
  }

  add(key: string, number: N): void {
    if (this.key === undefined) {
      this.key = key;
      this.number = number;
    } else {
      this.others ??= new Map();
      this.others.set(key, number);
    }
  }
}

/** Finds the cell a form falls in; undefined where the fact is missing and the decision does not ask about that. */
export type CellFinder<N> = (numbers: Lookup<N>, words: Words, seen?: Seen<N>) => number | undefined;

export function cellFinder<N extends object>(fact: DecisionFact, arithmetic: Arithmetic<N>): CellFinder<N> {
  const blank = fact.kind !== 'phrases' && fact.blank ? cellCount(fact) - 1 : undefined;
  switch (fact.kind) {
    case 'number':
      return numberCell(
        fact.key,
        evaluator(fact.expression, arithmetic),
        fact.thresholds.map(arithmetic.of),
        arithmetic,
        blank,
      );
    case 'category':
      return (_, words) => {
        const text = words(fact.name);
        if (typeof text !== 'string' || text === '') return blank;
        const index = fact.values.indexOf(text);
        return index < 0 ? fact.values.length : index;
      };
    case 'phrases':
      return (_, words) => {
        const text = words(fact.name);
        if (typeof text !== 'string') return undefined;
        return containsAny(text, fact.phrases) ? 1 : 0;
      };
    case 'yesNo':
      return (_, words) => {
        const flag = words(fact.name);
        return typeof flag === 'boolean' ? Number(flag) : blank;
      };
  }
}

function numberCell<N extends object>(
  key: string,
  value: Evaluator<N>,
  thresholds: readonly N[],
  arithmetic: Arithmetic<N>,
  blank: number | undefined,
): CellFinder<N> {
  return (numbers, _, seen) => {
    let number: ReturnType<Evaluator<N>> | undefined = seen?.get(key);
    if (number === undefined) {
      number = value(numbers);
      if (isNothing(number)) return blank;
      seen?.add(key, number);
    }
    for (let index = 0; index < thresholds.length; index++) {
      const sign = arithmetic.compare(number, thresholds[index]!);
      if (sign < 0) return 2 * index;
      if (sign === 0) return 2 * index + 1;
    }
    return 2 * thresholds.length;
  };
}
