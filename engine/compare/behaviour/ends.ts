/** What a line can give at least and at most; and lines of which that is all that can be said. */
import type { Exact } from '../../decimal.ts';
import type { Line } from '../../lines/index.ts';
import { type Analysis, extremesOf } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/change.ts';
import { type Largest, largestOf, nothingFound, type Outcome } from './outcome.ts';
import { namesOfLine } from './reads.ts';

export interface End {
  points: Exact;
  isReached: boolean;
}

/** The least and most points of an analysed line; undefined where that is not decided. */
export function endsOf(analysis: Analysis): { least: End; most: End } | undefined {
  if (analysis.kind === 'cells') {
    const { extremes } = analysis.cells;
    return (
      extremes && {
        least: { points: extremes.least, isReached: true },
        most: { points: extremes.most, isReached: true },
      }
    );
  }
  if (analysis.kind === 'undecided') return undefined;
  let range: { least: End; most: End } | undefined;
  for (const piece of analysis.curve.pieces) {
    if (piece.absence === 'form' || piece.absence === 'steps') return undefined;
    const ends = extremesOf(piece);
    if (!ends) continue;
    const { least, most } = ends;
    if (!range) range = { least, most };
    if (isBetter(least, range.least, -1)) range.least = least;
    if (isBetter(most, range.most, 1)) range.most = most;
  }
  return range;
}

const isBetter = (one: End, known: End, sign: 1 | -1): boolean => {
  const order = one.points.compare(known.points) * sign;
  return order > 0 || (order === 0 && one.isReached && !known.isReached);
};

/** A line only one edition has: everything it can give is won or lost. */
export function loneLine(analysis: Analysis, isLater: boolean): Outcome {
  const { line } = analysis;
  const range = endsOf(analysis);
  const points = range?.most.points ?? line.weight;
  const isPenalty = line.leaf?.line === 'penalty';
  const outcome = nothingFound();
  outcome.scored[isLater ? 'gain' : 'loss'] = !isPenalty;
  if (points.isZero()) return outcome;
  const largest = largestOf(points, {
    isReached: range?.most.isReached ?? false,
    isExact: range !== undefined,
  });
  outcome[isLater === isPenalty ? 'loss' : 'gain'] = largest;
  return outcome;
}

export function readNothingAlike(before: Line, after: Line): boolean {
  const names = namesOfLine(after);
  return ![...namesOfLine(before)].some((name) => names.has(name));
}

/** Two lines that read nothing in common may come out any way: the ends of both say how far apart. */
export function independentLines(one: Analysis, other: Analysis): Outcome | undefined {
  if (!readNothingAlike(one.line, other.line)) return undefined;
  const [a, b] = [namesOfLine(one.line), namesOfLine(other.line)];
  const [before, after] = [endsOf(one), endsOf(other)];
  if (!before || !after) return undefined;
  const isPenalty = other.line.leaf?.line === 'penalty';
  const apart = (high: End, low: End): Largest | undefined => {
    const points = high.points.minus(low.points);
    if (points.sign() <= 0) return undefined;
    return largestOf(points, {
      isReached: high.isReached && low.isReached,
      isExact: true,
      names: [...a, ...b],
      where: both('两版看的不是同一项数据', 'the editions look at different data'),
    });
  };
  const up = apart(after.most, before.least);
  const down = apart(before.most, after.least);
  return { ...nothingFound(), gain: isPenalty ? down : up, loss: isPenalty ? up : down };
}
