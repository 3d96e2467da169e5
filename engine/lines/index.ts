/** Every line a rulebook scores, once. May not score, analyse or word anything: see README.md. */
export type { Bound, Bounds } from './bounds.ts';
export {
  boundsOfPlan,
  capOf,
  fixedNames,
  type Line,
  linesOf,
  rowWith,
  sampleDay,
  sampleTarget,
  sampleWeight,
  targetKinds,
} from './lines.ts';
