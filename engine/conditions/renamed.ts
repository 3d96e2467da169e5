/** A decision in other names: the same question, so every answer that is known stays known. */
import { keyOf, renamed } from '../expression/index.ts';
import type { Condition } from './condition.ts';
import type { Decision } from './decision.ts';
import { type DecisionFact, phrasesKey } from './fact.ts';
import { rulesEngine } from './rules-engine.ts';

/** `rename` gives each name its own new one: no two may become the same. */
export function renamedDecision(decision: Decision, rename: (name: string) => string): Decision {
  const keys = new Map<string, string>();
  const facts = decision.facts.map((fact) => {
    const made = renamedFact(fact, rename);
    keys.set(fact.key, made.key);
    return made;
  });
  const condition = (one: Condition): Condition => {
    if ('all' in one) return { all: one.all.map(condition) };
    if ('any' in one) return { any: one.any.map(condition) };
    if ('not' in one) return { not: condition(one.not) };
    return { ...one, fact: keys.get(one.fact) ?? one.fact };
  };
  const outcomes = decision.outcomes.map(condition);
  const ask = { certain: rulesEngine(outcomes), possible: rulesEngine(outcomes, 'possible') };
  return { ...decision, facts, outcomes, ask };
}

function renamedFact(fact: DecisionFact, rename: (name: string) => string): DecisionFact {
  if (fact.kind === 'number') {
    const expression = renamed(fact.expression, rename);
    return { ...fact, expression, key: keyOf(expression) };
  }
  const name = rename(fact.name);
  return { ...fact, name, key: fact.kind === 'phrases' ? phrasesKey(name, fact.phrases) : name };
}
