/** What the comparison of one line comes to, before it is worded. */
import type {
  Bilingual,
  ComparisonVerdict,
  DifferingBand,
  DifferingInterval,
  DifferingSituation,
  LargestDifference,
  ScoreCurves,
} from '../../../schemas/generated/types.ts';
import type { Exact } from '../../decimal.ts';

/** The most one edition gives above the other. */
export interface Largest {
  points: Exact;
  isReached: boolean;
  isExact: boolean;
  shown: LargestDifference;
  /** The inputs it depends on; two lines that share one may not both be at their largest at once. */
  names: ReadonlySet<string>;
}

export interface Outcome {
  intervals: DifferingInterval[];
  classifications: DifferingBand[];
  situations: DifferingSituation[];
  gain: Largest | undefined;
  loss: Largest | undefined;
  /** Why something was left undecided; what was found still holds. */
  why?: Bilingual;
  curves?: ScoreCurves;
}

export const nothingFound = (): Outcome => ({
  intervals: [],
  classifications: [],
  situations: [],
  gain: undefined,
  loss: undefined,
});

export const undecided = (why: Bilingual): Outcome => ({ ...nothingFound(), why });

/** What was found, in one word. An open question only matters where it could change the answer. */
export function verdictOf({ gain, loss, why }: Pick<Outcome, 'gain' | 'loss' | 'why'>): ComparisonVerdict {
  if (gain && loss) return 'both';
  if (why) return 'undecided';
  return gain ? 'neverLower' : loss ? 'neverHigher' : 'equal';
}
