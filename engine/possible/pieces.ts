import { Exact } from '../decimal.ts';
import type { Expression } from '../expression/index.ts';
import { type Interval, isWholeNumber } from '../linear/index.ts';
import { sampleOf, type Why } from './cuts.ts';
import { type LinearQuotient, quotientAt, quotientFar, sameQuotient, slopeOf } from './quotient.ts';

/** Why a piece gives no points. `form` and `steps` are beyond what is decided; `empty` holds no number that a form gives. */
export type Absence = 'gap' | 'overlap' | 'withheld' | 'zero-division' | 'empty' | Why;

/** A point (`from` equals `to`) or an open interval; an end left out is unbounded. */
export interface Piece {
  from: Exact | undefined;
  to: Exact | undefined;
  isPoint: boolean;
  /** True where only whole numbers count: of an interval those inside. */
  isWhole?: true;
  /** For each part of the rule the bands that hold: exactly one where all is well. */
  bands: readonly (readonly number[])[];
  /** The points won, between zero and the cap; undefined where there are none, and `absence` says why. */
  points: LinearQuotient | undefined;
  absence?: Absence;
  /** Where the rule gives less than zero or more than the cap. */
  clamped?: 'floor' | 'cap';
}

export interface Curve {
  /** What the number is: the metric, `actual`, `judged.share`. */
  variable: Expression;
  /** True where the number is a rate, told as a percentage. */
  isRate: boolean;
  range: Interval;
  /** False where the range may be wider than what inputs can give. */
  isRangeExact: boolean;
  /** From left to right, covering the range without a hole. */
  pieces: readonly Piece[];
  cap: Exact;
  /** Where the rule itself compares: the cuts at which a band begins or ends. */
  thresholds: readonly Exact[];
}

/** The piece a number falls in; undefined outside the range. */
export const pieceAt = ({ pieces }: Pick<Curve, 'pieces'>, x: Exact): Piece | undefined =>
  pieces.find(({ from, to, isPoint }) =>
    isPoint ? from!.equals(x) : (!from || from.compare(x) < 0) && (!to || x.compare(to) < 0),
  );

/** The points at x, before rounding; undefined where there are none. */
export const pointsAt = (curve: Pick<Curve, 'pieces'>, x: Exact): Exact | undefined => {
  const points = pieceAt(curve, x)?.points;
  return points && quotientAt(points, x);
};

/** What the points tend to at an end of a piece from inside; undefined where they have no limit, or no points. */
export function limitOf(piece: Piece, side: 'from' | 'to'): Exact | undefined {
  if (!piece.points) return undefined;
  const end = piece[side];
  return end ? quotientAt(piece.points, end) : quotientFar(piece.points);
}

/** The least and most points in a piece, and whether some number there gives them. */
export interface Extremes {
  least: { points: Exact; isReached: boolean; at: Exact | undefined };
  most: { points: Exact; isReached: boolean; at: Exact | undefined };
}

export function extremesOf(piece: Piece): Extremes | undefined {
  if (piece.isWhole && !piece.isPoint) return extremesOfWhole(piece);
  const [start, end] = [limitOf(piece, 'from'), limitOf(piece, 'to')];
  if (!start || !end || !piece.points) return undefined;
  if (piece.isPoint || slopeOf(piece.points) === 0) {
    const at = piece.isPoint ? piece.from! : sampleOf(piece);
    const same = { points: start, isReached: true, at };
    return { least: same, most: same };
  }
  const [low, high] =
    start.compare(end) <= 0
      ? [
          { points: start, at: piece.from },
          { points: end, at: piece.to },
        ]
      : [
          { points: end, at: piece.to },
          { points: start, at: piece.from },
        ];
  return { least: { ...low, isReached: false }, most: { ...high, isReached: false } };
}

/** The outermost whole number inside an interval; undefined where it goes on without end. */
export function wholeEnd({ from, to }: Pick<Piece, 'from' | 'to'>, side: 'from' | 'to'): Exact | undefined {
  return side === 'from' ? from?.floor().plus(Exact.one) : to?.ceiling().minus(Exact.one);
}

function extremesOfWhole(piece: Piece): Extremes | undefined {
  const end = (side: 'from' | 'to') => {
    const at = wholeEnd(piece, side);
    const points = at ? piece.points && quotientAt(piece.points, at) : limitOf(piece, side);
    return points && { points, at, isReached: at !== undefined };
  };
  const [first, last] = [end('from'), end('to')];
  if (!first || !last) return undefined;
  const [low, high] = first.points.compare(last.points) <= 0 ? [first, last] : [last, first];
  return { least: low, most: high };
}

/** A number in the piece. */
export const within = (piece: Piece): Exact => {
  if (piece.isPoint) return piece.from!;
  const sample = sampleOf(piece);
  if (!piece.isWhole || isWholeNumber(sample)) return sample;
  return wholeEnd(piece, 'from') ?? wholeEnd(piece, 'to') ?? sample;
};

/** False of a stretch of whole numbers that holds none. */
export const holdsNumber = (
  piece: Pick<Piece, 'from' | 'to' | 'isPoint'> & { isWhole?: boolean | undefined },
): boolean => {
  const { from, to, isPoint, isWhole } = piece;
  if (!isWhole) return true;
  if (isPoint) return isWholeNumber(from!);
  return from === undefined || to === undefined || wholeEnd(piece, 'from')!.compare(to) < 0;
};

/** The same curve for a number that is whole: pieces without a whole number are empty. */
export const wholePieces = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece): Piece => {
    const { from, to, isPoint } = piece;
    if (holdsNumber({ ...piece, isWhole: true })) return { ...piece, isWhole: true };
    return { from, to, isPoint, isWhole: true, bands: [], points: undefined, absence: 'empty' };
  });

/** The pieces that hold a number some form may give. */
export const filled = ({ pieces }: Pick<Curve, 'pieces'>): Piece[] =>
  pieces.filter(({ absence }) => absence !== 'empty');

/** Leaves out cuts at which nothing happens. */
export function merged(pieces: readonly Piece[], thresholds: readonly Exact[]): Piece[] {
  const kept: Piece[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const before = kept.at(-1);
    const after = pieces[index + 1];
    const idle =
      piece.isPoint &&
      before &&
      after &&
      !before.isPoint &&
      !thresholds.some((one) => one.equals(piece.from!)) &&
      continues(before, piece) &&
      continues(after, piece) &&
      sameQuotient(before.points!, after.points!) &&
      before.clamped === after.clamped;
    if (idle) {
      kept[kept.length - 1] = { ...before, to: after.to };
      index++;
    } else kept.push(piece);
  }
  return kept;
}

/** True where the interval's form goes on through the point, with the same bands. */
function continues(interval: Piece, point: Piece): boolean {
  if (!interval.points || !point.points) return false;
  if (interval.bands.some((one, part) => one.join() !== point.bands[part]?.join())) return false;
  return quotientAt(interval.points, point.from!)?.equals(quotientAt(point.points, point.from!)!) ?? false;
}
