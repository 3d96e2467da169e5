export { acceptableErrors, acceptanceOf, covers, subjectAt } from './accepted.ts';
export { metricOf, metricsOf, ruleIn, withMetrics, writtenAt } from './again.ts';
export { kindScored } from './bare.ts';
export { misreadIn } from './combination.ts';
export { compileRulebook, type Instead } from './compile.ts';
export { draftOf } from './draft.ts';
export { contentHash } from './hash.ts';
export { isUnfilled } from './inputs.ts';
export type * from './plan.ts';
export { namesInDecision, namesInLine, namesInRule } from './reads.ts';
export { factRenaming, type Renaming, renamedPlan, renamedRule } from './rename.ts';
export {
  boundsIn,
  dossierScope,
  inputScope,
  isNumeric,
  isWholeInput,
  leafScope,
  rangeNames,
  resultScope,
  rowScope,
  unitOfInput,
} from './scopes.ts';
export { optionalKinds, targetKinds } from './targets.ts';
export { countsIn, weightOf, weightsUnder } from './weights.ts';
