export { checkFindings, percent } from './checks.ts';
export { evaluate, evaluationOf, type ScoredForm, scoreForm } from './evaluate.ts';
export { type Form, formOf, formOfValue } from './form.ts';
export { GroupScorer } from './groups.ts';
export { leavesOf, nodesOf, type ScoredNode } from './node.ts';
export { type PointsRange, pointsRanges } from './ranges.ts';
export { placeOf } from './remarks.ts';
export { achievementOf, type Results, reasonOf, rowAchievement } from './results.ts';
export {
  type FormScorer,
  formScorer,
  type Scored,
  type ScoredLine,
  type Scorer,
  type Scores,
  scorer,
} from './scores.ts';
