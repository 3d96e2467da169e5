/** Two curves over one number, held against each other: where they give other points, and by how much. */

import { Exact } from '../../decimal.ts';
import type { Interval } from '../../linear/index.ts';
import {
  type Curve,
  quotientAt as formAt,
  type Piece,
  rescaled,
  type Span,
  sameQuotient as sameForm,
  sampleOf,
} from '../../possible/index.ts';
import { meetings, type Root } from './roots.ts';

/** What of a curve is compared: redrawn on common scales. */
export interface Drawn {
  pieces: readonly Piece[];
  range: Interval;
  thresholds: readonly Exact[];
}

/** The curve with its number x as k·x + s, and its points times m. */
export function redrawn(curve: Curve, k: Exact, s: Exact, m: Exact): Drawn {
  const move = (x: Exact | undefined) => x?.times(k).plus(s);
  const [low, high] = k.sign() > 0 ? (['min', 'max'] as const) : (['max', 'min'] as const);
  const pieces = curve.pieces.map((piece): Piece => {
    const [from, to] = k.sign() > 0 ? [piece.from, piece.to] : [piece.to, piece.from];
    return {
      ...piece,
      from: move(from),
      to: move(to),
      points: piece.points && rescaled(piece.points, k, s, m),
    };
  });
  const { range } = curve;
  return {
    pieces: k.sign() > 0 ? pieces : pieces.reverse(),
    thresholds: curve.thresholds.map((one) => move(one)!).sort((a, b) => a.compare(b)),
    range: {
      min: move(range[low]),
      max: move(range[high]),
      minOpen: range[low === 'min' ? 'minOpen' : 'maxOpen'],
      maxOpen: range[low === 'min' ? 'maxOpen' : 'minOpen'],
    },
  };
}

/** A point or an open interval on which each edition has one form, and the difference one sign. */
export interface Stretch extends Span {
  isPoint: boolean;
  before: Piece;
  after: Piece;
  /** Of after − before; undefined where an edition gives no points. */
  sign: -1 | 0 | 1 | undefined;
  /** True where an end is no fraction and is told to twelve decimals. */
  isApproximate: boolean;
}

/** The common range of both curves cut into stretches, left to right; of whole numbers only those that hold one. */
export function stretchesOf(before: Drawn, after: Drawn, isWhole = false): Stretch[] {
  const stretches = allStretches(before, after);
  return isWhole ? stretches.flatMap(withWholeNumbers) : stretches;
}

function withWholeNumbers(stretch: Stretch): Stretch[] {
  const { first, last } = wholeEnds(stretch);
  if (first && last) {
    if (first.compare(last) > 0) return [];
    if (first.equals(last))
      return [{ ...stretch, from: first, to: first, isPoint: true, isApproximate: false }];
  }
  return [stretch];
}

/** The first and last whole number of a stretch. */
export function wholeEnds({ from, to, isPoint }: Stretch): {
  first: Exact | undefined;
  last: Exact | undefined;
} {
  const beside = isPoint ? Exact.zero : Exact.one;
  const [first, last] = isPoint ? [from!.ceiling(), from!.floor()] : [from?.floor(), to?.ceiling()];
  return { first: first?.plus(beside), last: last?.minus(beside) };
}

function allStretches(before: Drawn, after: Drawn): Stretch[] {
  const range = common(before.range, after.range);
  if (!range) return [];
  const cuts = inOrderOf([...before.pieces, ...after.pieces], range);
  const stretches: Stretch[] = [];
  const olds = cursor(before.pieces);
  const news = cursor(after.pieces);
  const add = (span: Span, isPoint: boolean, isApproximate = false): void => {
    const x = isPoint ? span.from! : sampleOf(span);
    const [one, other] = [olds(x), news(x)];
    if (!one || !other) return;
    stretches.push({
      ...span,
      isPoint,
      before: one,
      after: other,
      sign: signAt(one, other, x),
      isApproximate,
    });
  };
  const ends = [range.min, ...cuts, range.max];
  for (let index = 0; index + 1 < ends.length; index++) {
    const [from, to] = [ends[index], ends[index + 1]];
    if (from && (index > 0 || !range.minOpen)) add({ from, to: from }, true);
    if (!from || !to || from.compare(to) < 0) between({ from, to }, olds, news, add);
  }
  const isSingle = range.min && range.max?.equals(range.min);
  if (range.max && !range.maxOpen && !isSingle) add({ from: range.max, to: range.max }, true);
  return stretches;
}

/** An open span on which both editions have one form: cut where these meet. */
function between(
  span: Span,
  olds: Cursor,
  news: Cursor,
  add: (span: Span, isPoint: boolean, isApproximate?: boolean) => void,
): void {
  const sample = sampleOf(span);
  const [f, g] = [olds(sample)?.points, news(sample)?.points];
  const roots = f && g && !sameForm(f, g) ? inside(span, meetings(f, g)) : [];
  let from = span.from;
  let isApproximate = false;
  for (const root of roots) {
    add({ from, to: root.low }, false, isApproximate || !root.isExact);
    if (root.isExact) add({ from: root.low, to: root.low }, true);
    from = root.high;
    isApproximate = !root.isExact;
  }
  add({ from, to: span.to }, false, isApproximate);
}

export const inside = ({ from, to }: Span, roots: readonly Root[]): Root[] =>
  roots
    .filter(({ low, high }) => (!from || low.compare(from) > 0) && (!to || high.compare(to) < 0))
    .sort((a, b) => a.low.compare(b.low))
    .filter((root, index, all) => index === 0 || !all[index - 1]!.low.equals(root.low));

function signAt({ points: f }: Piece, { points: g }: Piece, x: Exact): Stretch['sign'] {
  if (!f || !g) return undefined;
  const [one, other] = [formAt(f, x), formAt(g, x)];
  return one && other ? (other.compare(one) as -1 | 0 | 1) : undefined;
}

function common(a: Interval, b: Interval): Interval | undefined {
  const low = tighter(a.min, a.minOpen, b.min, b.minOpen, 1);
  const high = tighter(a.max, a.maxOpen, b.max, b.maxOpen, -1);
  if (low.at && high.at) {
    const order = low.at.compare(high.at);
    if (order > 0 || (order === 0 && (low.open || high.open))) return undefined;
  }
  return { min: low.at, minOpen: low.open, max: high.at, maxOpen: high.open };
}

function tighter(
  a: Exact | undefined,
  aOpen: boolean,
  b: Exact | undefined,
  bOpen: boolean,
  sign: 1 | -1,
): { at: Exact | undefined; open: boolean } {
  if (!a) return { at: b, open: bOpen };
  if (!b) return { at: a, open: aOpen };
  const order = a.compare(b) * sign;
  return order > 0
    ? { at: a, open: aOpen }
    : order < 0
      ? { at: b, open: bOpen }
      : { at: a, open: aOpen || bOpen };
}

function inOrderOf(pieces: readonly Piece[], { min, max }: Interval): Exact[] {
  const ends = pieces.flatMap(({ from, to }) => [from, to]).filter((one) => one !== undefined);
  const sorted = ends
    .filter((one) => (!min || one.compare(min) > 0) && (!max || one.compare(max) < 0))
    .sort((a, b) => a.compare(b));
  return sorted.filter((one, index) => index === 0 || !one.equals(sorted[index - 1]!));
}

/** Finds pieces for numbers asked from left to right. */
type Cursor = (x: Exact) => Piece | undefined;
function cursor(pieces: readonly Piece[]): Cursor {
  let at = 0;
  const isLeftOf = ({ to, isPoint }: Piece, x: Exact): boolean =>
    to !== undefined && (isPoint ? to.compare(x) < 0 : to.compare(x) <= 0);
  const holds = ({ from, to, isPoint }: Piece, x: Exact): boolean =>
    isPoint ? from!.equals(x) : (!from || from.compare(x) < 0) && (!to || x.compare(to) < 0);
  return (x) => {
    while (at > 0 && pieces[at]?.from && x.compare(pieces[at]!.from!) < 0) at--;
    while (at < pieces.length && isLeftOf(pieces[at]!, x)) at++;
    const piece = pieces[at];
    return piece && holds(piece, x) ? piece : undefined;
  };
}

/** Stretches that go on into each other, as one: an interval with its ends. */
export interface Joined {
  from: Exact | undefined;
  fromIncluded: boolean;
  to: Exact | undefined;
  toIncluded: boolean;
  /** The stretch whose forms hold throughout. */
  stretch: Stretch;
}

/** The stretches that `wanted` picks, joined where the same forms hold. */
export function joined(
  stretches: readonly Stretch[],
  wanted: (stretch: Stretch) => boolean,
  goesOn: (one: Stretch, other: Stretch) => boolean = sameForms,
): Joined[] {
  const all: Joined[] = [];
  let last: Joined | undefined;
  for (const stretch of stretches) {
    if (!wanted(stretch)) {
      last = undefined;
      continue;
    }
    const { from, to, isPoint } = stretch;
    if (last && touches(last, stretch) && goesOn(last.stretch, stretch)) {
      last.to = to;
      last.toIncluded = isPoint;
      if (last.stretch.isPoint) last.stretch = stretch;
      continue;
    }
    last = { from, fromIncluded: isPoint, to, toIncluded: isPoint, stretch };
    all.push(last);
  }
  return all;
}

const touches = (last: Joined, { from }: Stretch): boolean =>
  last.to !== undefined && from !== undefined && last.to.equals(from);

/** The forms of the one hold on the other too. */
function sameForms(one: Stretch, other: Stretch): boolean {
  const fits = (side: 'before' | 'after'): boolean => {
    const [f, g] = [one[side].points, other[side].points];
    if (!f || !g) return f === g && one[side].absence === other[side].absence;
    if (one.isPoint || other.isPoint) {
      const x = (one.isPoint ? one : other).from!;
      const [a, b] = [formAt(f, x), formAt(g, x)];
      return a !== undefined && b !== undefined && a.equals(b);
    }
    return sameForm(f, g);
  };
  return one.sign === other.sign && fits('before') && fits('after');
}

/** True where the later edition scores and the earlier does not (`gain`), or the other way round. */
export const isScoredByOne = ({ before, after }: Stretch, side: 'gain' | 'loss'): boolean => {
  const [scoring, lacking] = side === 'gain' ? [after, before] : [before, after];
  return scoring.points !== undefined && lacking.points === undefined && !isUndecided(lacking);
};

/** True of a piece that was not worked through. */
export const isUndecided = ({ absence }: Piece): boolean => absence === 'form' || absence === 'steps';
