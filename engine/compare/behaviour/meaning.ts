/** What a part of a plan says to whoever scores, as plain data: equal data score alike whatever the form. */
import type { Decision, DecisionFact } from '../../conditions/index.ts';
import { type Condition, comparisonsIn } from '../../conditions/index.ts';
import { Exact } from '../../decimal.ts';
import { type Expression, renamed, valueKeyOf } from '../../expression/index.ts';
import type { Rename } from './names.ts';

/** Data that is equal where its JSON is. */
export type Meaning = string | boolean | null | readonly Meaning[] | { readonly [key: string]: Meaning };

export const numberMeaning = (value: Exact | undefined): Meaning =>
  value ? value.inLowestTerms().join('/') : null;

export const expressionMeaning = (expression: Expression | undefined, name: Rename): Meaning =>
  expression ? valueKeyOf(renamed(expression, name)) : null;

export function decisionMeaning(decision: Decision | undefined, name: Rename): Meaning {
  if (!decision) return null;
  const facts = new Map(decision.facts.map((fact) => [fact.key, factMeaning(fact, name)]));
  const condition = (one: Condition): Meaning => {
    if ('all' in one) return { all: one.all.map(condition) };
    if ('any' in one) return { any: one.any.map(condition) };
    if ('not' in one) return { not: condition(one.not) };
    const { fact, operator, value } = comparisonsIn(one)[0]!;
    return [facts.get(fact) ?? fact, operator, operandMeaning(value)];
  };
  return decision.outcomes.map(condition);
}

/** Thresholds and words of a fact are those of the comparisons, which are told in full. */
const factMeaning = (fact: DecisionFact, name: Rename): Meaning =>
  fact.kind === 'number' ? expressionMeaning(fact.expression, name) : [fact.kind, name(fact.name)];

const operandMeaning = (value: Exact | string | boolean | readonly string[] | undefined): Meaning =>
  value instanceof Exact ? numberMeaning(value) : (value ?? null);

export const isSame = (one: Meaning, other: Meaning): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
