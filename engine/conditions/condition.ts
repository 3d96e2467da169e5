/** A condition with every name resolved: what the rules engine is asked about. */
import type { Exact } from '../decimal.ts';

export const operators = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'isBlank',
  'isPresent',
] as const;

/** The closed list of comparisons a rulebook may write. */
export type Operator = (typeof operators)[number];

export type Operand = Exact | string | boolean | readonly string[];

/** True of the two comparisons that have an answer also where their fact is blank. */
export const asksBlankness = (operator: Operator): boolean =>
  operator === 'isBlank' || operator === 'isPresent';

/** One comparison of a fact, named by its key among the facts of a decision. */
export interface Comparison {
  fact: string;
  operator: Operator;
  value?: Operand;
}

export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | Comparison;

/** The comparisons a condition is made of, left to right. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return [condition];
}
