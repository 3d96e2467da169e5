/**
 * The only user of json-rules-engine, which decides every condition of every rulebook. Its built-in operators
 * compare decimals as text and answer false to what they cannot read, so all of them are replaced here by
 * operators on exact numbers, texts and yes/no. A comparison of what is blank is neither true nor false; each operator has
 * two forms, one that takes it for false and one that takes it for true.
 */
import {
  Engine,
  Fact,
  type NestedCondition,
  Operator as RuleOperator,
  type TopLevelCondition,
} from 'json-rules-engine';
import { Exact } from '../decimal.ts';
import { asksBlankness, type Condition, type Operand, type Operator } from './condition.ts';

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

/** How a comparison of what is blank is taken. */
const takenForTrue = (operator: Operator) => `${operator}OrBlank`;

/**
 * The engine copies its conditions deeply on every run, so a condition holds only the position of its operand in
 * `operands`, and the operators look it up.
 */
const ruleOperators = (operands: readonly (Operand | undefined)[]): RuleOperator[] => [
  ...Object.entries(meanings).flatMap(([name, meaning]) => [
    new RuleOperator<Operand, number>(name, (fact, position) => meaning(fact, operands[position]!), present),
    new RuleOperator<Operand | undefined, number>(
      takenForTrue(name as Operator),
      (fact, position) => fact === undefined || meaning(fact, operands[position]!),
    ),
  ]),
  new RuleOperator('isBlank', (value) => !present(value)),
  new RuleOperator('isPresent', present),
];

/** `most`: a comparison of what is blank is taken so that the condition holds if it can; below a "not", the other way. */
function toRule(condition: Condition, operands: (Operand | undefined)[], most: boolean): NestedCondition {
  const inner = (one: Condition) => toRule(one, operands, most);
  if ('all' in condition) return { all: condition.all.map(inner) };
  if ('any' in condition) return { any: condition.any.map(inner) };
  if ('not' in condition) return { not: toRule(condition.not, operands, !most) };
  const { fact, operator, value } = condition;
  const form = most && !asksBlankness(operator) ? takenForTrue(operator) : operator;
  return { fact, operator: form, value: operands.push(value) - 1 };
}

function build(conditions: readonly Condition[], most: boolean): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const operands: (Operand | undefined)[] = [];
  conditions.forEach((condition, index) => {
    const rule = toRule(condition, operands, most);
    const conditionsOfRule = ('fact' in rule ? { all: [rule] } : rule) as TopLevelCondition;
    engine.addRule({ conditions: conditionsOfRule, event: { type: String(index) } });
  });
  for (const operator of ruleOperators(operands)) engine.addOperator(operator);
  return engine;
}

/** A fact of one run needs no cache, whose keys cost more than the run. */
const constants = (facts: FactValues): Record<string, Fact> =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, new Fact(key, value, { cache: false })]),
  );

/** The conditions that are certain to hold whatever stands in the blanks, or those that may hold. */
export type Question = 'certain' | 'possible';

/** Which of several conditions hold of some facts: their indices, in ascending order. */
export type Ask = (facts: FactValues) => Promise<number[]>;

/**
 * Builds a rules engine for a list of conditions. It is built when it is first asked. Questions are asked one after
 * another: overlapping runs of one engine lose rules.
 */
export function rulesEngine(conditions: readonly Condition[], question: Question = 'certain'): Ask {
  let engine: Engine | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return (facts) => {
    const answer = last.then(async () => {
      engine ??= build(conditions, question === 'possible');
      const { events } = await engine.run(constants(facts));
      return events.map((event) => Number(event.type)).sort((a, b) => a - b);
    });
    last = answer;
    return answer;
  };
}
