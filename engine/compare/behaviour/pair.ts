/** A pair of lines, compared: what the whole form and its reader are told of it. */
import type { ScoringPlan } from '../../compile/index.ts';
import type { Exact } from '../../decimal.ts';
import type { LinePair } from './lines.ts';
import type { Outcome } from './outcome.ts';
import type { Scales } from './scales.ts';
import type { CurveSide } from './variable.ts';

export interface ComparedPair {
  pair: LinePair;
  measure: 'points' | 'share';
  outcome: Outcome;
  /** The most points of the earlier edition's line, and whether some form gives them; undefined where not decided. */
  most?: { points: Exact; isReached: boolean } | undefined;
  /** The curves, for what the whole form makes of them. */
  curves?: { before: CurveSide; after: CurveSide; scales: { before: Scales; after: Scales } };
}

export interface Plans {
  before: ScoringPlan;
  after: ScoringPlan;
}
