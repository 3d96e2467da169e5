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
  cellsOf,
  type Decider,
  type Decision,
  decider,
  type Unasked,
  wholeBudget,
} from './decision.ts';
export { cellCount, cellFinder, type DecisionFact, representative, Seen, type Words } from './fact.ts';
export type { Undecided } from './memory.ts';
export { renamedDecision } from './renamed.ts';
export { rulesEngine } from './rules-engine.ts';
