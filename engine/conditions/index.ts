export { constantOf, DecisionBuilder } from './builder.ts';
export {
  asksBlankness,
  type Comparison,
  type Condition,
  comparisonsIn,
  type Operator,
  operators,
} from './condition.ts';
export {
  type Answer,
  askClass,
  type Budget,
  cellsOf,
  type Decider,
  type Decision,
  decider,
  factsOfClass,
  type Unasked,
  type Undecided,
  wholeBudget,
} from './decision.ts';
export { cellCount, cellFinder, type DecisionFact, representative, type Words } from './fact.ts';
export { rulesEngine } from './rules-engine.ts';
