/** Every line a rulebook scores, once. May not score, analyse or word anything: see README.md. */
export type { Given } from './facts.ts';
export {
  asScored,
  capOf,
  fixedNames,
  type Line,
  linesOf,
  otherRows,
  rowWith,
  sampleDay,
  sampleRange,
  sampleTarget,
  sampleWeight,
} from './lines.ts';
