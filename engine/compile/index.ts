export { acceptableErrors, acceptanceOf, covers, subjectAt } from './accepted.ts';
export { compileRulebook } from './compile.ts';
export { draftOf } from './draft.ts';
export { contentHash } from './hash.ts';
export type * from './plan.ts';
export {
  boundsIn,
  dossierScope,
  inputScope,
  isWholeInput,
  leafScope,
  resultScope,
  rowScope,
} from './scopes.ts';
export { targetKinds } from './targets.ts';
