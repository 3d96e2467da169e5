/** Gathers the comparisons of one decision into facts and thresholds. */
import { Exact } from '../decimal.ts';
import {
  decimals,
  type Expression,
  evaluator,
  isConstant,
  isNothing,
  keyOf,
  minus,
} from '../expression/index.ts';
import { type Comparison, type Condition, comparisonsIn, type Operator } from './condition.ts';
import { type Budget, type Decision, prepareDecision, wholeBudget } from './decision.ts';
import { type DecisionFact, phrasesKey } from './fact.ts';

const mirrored: Partial<Record<Operator, Operator>> = {
  lessThan: 'greaterThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThan: 'lessThan',
  greaterThanInclusive: 'lessThanInclusive',
};

/** The value of an expression that reads no fact; undefined where it divides by zero. */
export function constantOf(expression: Expression): Exact | undefined {
  const value = evaluator(expression, decimals)(() => undefined);
  return isNothing(value) ? undefined : value;
}

type FactOf<Kind extends DecisionFact['kind']> = Extract<DecisionFact, { kind: Kind }>;

export class DecisionBuilder {
  private readonly facts = new Map<string, DecisionFact>();
  private readonly outcomes: Condition[] = [];

  /**
   * A comparison of two numbers. Against a constant the other side becomes the fact; otherwise their difference
   * does, compared with zero. So every number is cut at fixed thresholds.
   */
  compare(left: Expression, operator: Operator, right: Expression): Comparison {
    if (isConstant(right)) return this.threshold(left, operator, constantOf(right) ?? Exact.zero);
    if (isConstant(left))
      return this.threshold(right, mirrored[operator] ?? operator, constantOf(left) ?? Exact.zero);
    return this.threshold(minus(left, right), operator, Exact.zero);
  }

  private threshold(expression: Expression, operator: Operator, value: Exact): Comparison {
    const fact = this.number(expression);
    if (!fact.thresholds.some((known) => known.equals(value))) {
      fact.thresholds.push(value);
      fact.thresholds.sort((a, b) => a.compare(b));
    }
    return { fact: fact.key, operator, value };
  }

  /** Asks whether a number is blank. */
  presence(expression: Expression, operator: 'isBlank' | 'isPresent'): Comparison {
    const fact = this.number(expression);
    fact.blank = true;
    return { fact: fact.key, operator };
  }

  /** A comparison of a text or chosen option. */
  category(name: string, operator: Operator, values: readonly string[]): Comparison {
    const fact = this.fact<'category'>(name, () => ({
      kind: 'category',
      key: name,
      name,
      values: [],
      blank: false,
    }));
    for (const value of values) if (!fact.values.includes(value)) fact.values.push(value);
    if (operator === 'isBlank' || operator === 'isPresent') {
      fact.blank = true;
      return { fact: name, operator };
    }
    return { fact: name, operator, value: operator === 'in' || operator === 'notIn' ? values : values[0]! };
  }

  /** Asks whether a text has any of the phrases in it. */
  phrases(name: string, phrases: readonly string[]): Comparison {
    const key = phrasesKey(name, phrases);
    this.fact<'phrases'>(key, () => ({ kind: 'phrases', key, name, phrases: [...phrases] }));
    return { fact: key, operator: 'contains', value: phrases };
  }

  /** A comparison of a yes/no answer. */
  yesNo(name: string, operator: Operator, value?: boolean): Comparison {
    const fact = this.fact<'yesNo'>(name, () => ({ kind: 'yesNo', key: name, name, blank: false }));
    if (value === undefined) fact.blank = true;
    return value === undefined ? { fact: name, operator } : { fact: name, operator, value };
  }

  /** Adds an outcome and returns its index. */
  outcome(condition: Condition): number {
    return this.outcomes.push(condition) - 1;
  }

  /** The facts the outcomes use, each with its thresholds in order. */
  async build(budget: Budget = wholeBudget()): Promise<Decision> {
    const used = new Set(this.outcomes.flatMap(comparisonsIn).map((comparison) => comparison.fact));
    return prepareDecision(
      [...this.facts.values()].filter((fact) => used.has(fact.key)),
      this.outcomes,
      budget,
    );
  }

  private number(expression: Expression): Extract<DecisionFact, { kind: 'number' }> {
    const key = keyOf(expression);
    return this.fact<'number'>(key, () => ({
      kind: 'number',
      key,
      expression,
      thresholds: [],
      blank: false,
    }));
  }

  private fact<Kind extends DecisionFact['kind']>(key: string, make: () => FactOf<Kind>): FactOf<Kind> {
    const known = this.facts.get(key);
    if (known) return known as FactOf<Kind>;
    const made = make();
    this.facts.set(key, made);
    return made;
  }
}
