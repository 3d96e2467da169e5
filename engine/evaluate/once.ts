/** Evaluators and deciders on exact decimals, each made once. */
import { type Decider, type Decision, decider } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import { decimals, type Evaluator, type Expression, evaluator, namesIn } from '../expression/index.ts';

/** What is made of a key, made once. */
export function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}

/** The names an expression holds, in the order they come. */
export const namesOf: (expression: Expression) => readonly string[] = once(namesIn);

export const exactEvaluator: (expression: Expression) => Evaluator<Exact> = once((expression) =>
  evaluator(expression, decimals),
);
export const exactDecider: (decision: Decision) => Decider<Exact> = once((decision) =>
  decider(decision, decimals),
);
