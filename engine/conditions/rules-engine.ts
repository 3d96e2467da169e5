/**
 * The only user of json-rules-engine, which decides every condition of every rulebook. Its built-in operators
 * compare decimals as text and answer false to what they cannot read, so all of them are replaced here by
 * operators on exact numbers, texts and yes/no that refuse a missing operand.
 */
import {
  Engine,
  type NestedCondition,
  Operator as RuleOperator,
  type TopLevelCondition,
} from 'json-rules-engine';
import { Exact } from '../decimal.ts';
import type { Condition, Operand, Operator } from './condition.ts';

/** What a fact is, for one question: a value, or undefined where a form leaves it blank. */
export type FactValues = Readonly<Record<string, Operand | undefined>>;

const isNumber = (value: unknown): value is Exact => value instanceof Exact;
const isText = (value: unknown): value is string => typeof value === 'string';

const same = (a: Operand, b: Operand): boolean => (isNumber(a) && isNumber(b) ? a.equals(b) : a === b);
const ordered = (holds: (sign: number) => boolean) => (a: Operand, b: Operand) =>
  isNumber(a) && isNumber(b) && holds(a.compare(b));
const listed = (a: Operand, b: Operand): boolean => Array.isArray(b) && isText(a) && b.includes(a);

/** True where the text has any of the phrases in it. */
export const containsAny = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(phrase));

const meanings: Record<Exclude<Operator, 'isBlank' | 'isPresent'>, (a: Operand, b: Operand) => boolean> = {
  equal: same,
  notEqual: (a, b) => !same(a, b),
  lessThan: ordered((sign) => sign < 0),
  lessThanInclusive: ordered((sign) => sign <= 0),
  greaterThan: ordered((sign) => sign > 0),
  greaterThanInclusive: ordered((sign) => sign >= 0),
  in: listed,
  notIn: (a, b) => !listed(a, b),
  contains: (a, b) => isText(a) && containsAny(a, Array.isArray(b) ? b : [String(b)]),
};

const present = (value: unknown): boolean => value !== undefined;

const ruleOperators = [
  ...Object.entries(meanings).map(
    ([name, meaning]) => new RuleOperator<Operand, Operand>(name, meaning, present),
  ),
  new RuleOperator('isBlank', (value) => !present(value)),
  new RuleOperator('isPresent', present),
];

const toRule = (condition: Condition): NestedCondition => {
  if ('all' in condition) return { all: condition.all.map(toRule) };
  if ('any' in condition) return { any: condition.any.map(toRule) };
  if ('not' in condition) return { not: toRule(condition.not) };
  return { fact: condition.fact, operator: condition.operator, value: condition.value };
};

/**
 * Builds a rules engine for a list of conditions. The answer to a question is the indices of the conditions that
 * hold, in ascending order. Questions are asked one after another: overlapping runs of one engine lose rules.
 */
export function rulesEngine(conditions: readonly Condition[]): (facts: FactValues) => Promise<number[]> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const operator of ruleOperators) engine.addOperator(operator);
  conditions.forEach((condition, index) => {
    engine.addRule({
      conditions: { all: [toRule(condition)] } as TopLevelCondition,
      event: { type: String(index) },
    });
  });
  let last: Promise<unknown> = Promise.resolve();
  return (facts) => {
    const answer = last.then(async () => {
      const { events } = await engine.run({ ...facts });
      return events.map((event) => Number(event.type)).sort((a, b) => a - b);
    });
    last = answer;
    return answer;
  };
}
