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
import type { Given } from '../../lines/index.ts';
import { exactText } from './form-text.ts';

/** The most one edition gives above the other. */
export interface Largest {
  points: Exact;
  isReached: boolean;
  isExact: boolean;
  /** What a form must say for it, where most forms do not. */
  condition?: Bilingual | undefined;
  shown: LargestDifference;
  /** The inputs it depends on; two lines that share one may not both be at their largest at once. */
  names: ReadonlySet<string>;
  /** Facts that should show it, in the later edition's names; they are scored before they are told. */
  tries: readonly Given[];
}

/** Whether the later edition can come out higher, and whether lower. */
export interface Moves {
  gain: boolean;
  loss: boolean;
}

export interface Outcome {
  intervals: DifferingInterval[];
  classifications: DifferingBand[];
  situations: DifferingSituation[];
  gain: Largest | undefined;
  loss: Largest | undefined;
  /** Lines that are scored by one edition only: `gain` where it is the later one. No points need move with that. */
  scored: Moves;
  /** True where some form leaves the line out by one edition only, so that other lines take over its weight. */
  isLeftOut: boolean;
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
  scored: { gain: false, loss: false },
  isLeftOut: false,
});

export const undecided = (why: Bilingual): Outcome => ({ ...nothingFound(), why });

export const movesOf = ({ gain, loss, scored }: Outcome): Moves => ({
  gain: gain !== undefined || scored.gain,
  loss: loss !== undefined || scored.loss,
});

/** What was found, in one word. An open question only matters where it could change the answer. */
export const verdictOf = (outcome: Outcome): ComparisonVerdict =>
  verdictFrom(movesOf(outcome), outcome.why !== undefined);

export function verdictFrom({ gain, loss }: Moves, isOpen: boolean): ComparisonVerdict {
  if (gain && loss) return 'both';
  if (isOpen) return 'undecided';
  return gain ? 'neverLower' : loss ? 'neverHigher' : 'equal';
}

/** A difference of so many points, found apart from any curve. */
export const largestOf = (
  points: Exact,
  about: {
    isReached: boolean;
    isExact: boolean;
    names?: Iterable<string>;
    where?: Bilingual;
    condition?: Bilingual;
    tries?: readonly Given[];
  },
): Largest => ({
  points,
  isReached: about.isReached,
  isExact: about.isExact,
  names: new Set(about.names ?? []),
  tries: about.tries ?? [],
  condition: about.condition,
  shown: {
    points: exactText(points),
    reached: about.isReached,
    exact: about.isExact,
    ...(about.where ? { where: about.where } : {}),
  },
});

/** Puts a difference in the place of a smaller one. */
export function widen(outcome: Outcome, side: 'gain' | 'loss', found: Largest): void {
  if (found.points.sign() <= 0) return;
  const known = outcome[side];
  const order = known ? found.points.compare(known.points) : 1;
  const isPlainer = order === 0 && found.isReached && !known!.isReached;
  const kept = order > 0 || isPlainer ? found : known!;
  const names = new Set([...(known?.names ?? []), ...found.names]);
  outcome[side] = { ...kept, names };
}

/**
 * A line that may be left out is so by one edition only, for want of its data or of a claim: the others then take over its
 * weight, so that the whole can come out higher or lower by that much.
 */
export function leftOutByOne(before: Exact, after: Exact, outcome: Outcome): void {
  outcome.isLeftOut = true;
  for (const [side, weight] of [
    ['gain', after],
    ['loss', before],
  ] as const) {
    const points = outcome[side]?.points.plus(weight) ?? weight;
    widen(outcome, side, largestOf(points, { isReached: false, isExact: false }));
    outcome.scored[side] = true;
  }
}
