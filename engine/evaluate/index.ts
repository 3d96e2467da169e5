export { type Absence, quoted } from './absence.ts';
export { mostOf } from './bound.ts';
export { checkFindings } from './checks.ts';
export { claimedPoints } from './claims.ts';
export { rowAchievement } from './columns.ts';
export { evaluate, evaluationOf, type ScoredForm, scoreForm, scoreReadable } from './evaluate.ts';
export { type Form, formOf, formOfValue } from './form.ts';
export { percent } from './messages.ts';
export { leavesOf, nodesOf, type ScoredNode } from './node.ts';
export { exactDecider } from './once.ts';
export { type PointsRange, pointsRanges } from './ranges.ts';
export { recombined } from './recombine.ts';
export { factsOf, placeOf } from './remarks.ts';
export { type Results, reasonOf } from './results.ts';
export { bringsPoints, markRolledUp } from './rolled.ts';
export {
  type FormScorer,
  formScorer,
  type Scored,
  type ScoredLine,
  type Scorer,
  type Scores,
  scorer,
} from './scores.ts';
