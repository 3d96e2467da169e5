/** Every line a rulebook scores, once. May not score, analyse or word anything: see README.md. */
export type { Given } from './facts.ts';
export {
  capOf,
  fixedNames,
  type Line,
  linesOf,
  rowWith,
  sampleDay,
  sampleTarget,
  sampleWeight,
} from './lines.ts';
