export { checkFindings, percent } from './checks.ts';
export { evaluate, evaluationOf, type ScoredForm, scoreForm } from './evaluate.ts';
export { type Form, formOf, formOfValue } from './form.ts';
export { leavesOf, nodesOf, type ScoredNode } from './node.ts';
export { type PointsRange, pointsRanges } from './ranges.ts';
export { recombined } from './recombine.ts';
export { placeOf } from './remarks.ts';
export { achievementOf, type Results, reasonOf, rowAchievement } from './results.ts';
export { type Scorer, type Scores, scorer } from './scores.ts';
