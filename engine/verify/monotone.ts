/** A better result never scores less, in the direction the method or the kind of target means. */

import { Exact } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import type { Line } from '../lines/index.ts';
import {
  type Analysis,
  type Curve,
  limitOf,
  type Piece,
  pointsAt,
  slopeOf,
  wholeEnd,
  within,
} from '../possible/index.ts';
import { type Claim, claims } from './claim.ts';
import { near } from './near.ts';
import { showing } from './showing.ts';
import { shownNumber } from './words.ts';

type Curved = Extract<Analysis, { kind: 'curve' }>;

/** 1 where more is better, -1 where less is; `peak` where the target itself is best; undefined where nothing says. */
type Direction = 1 | -1 | 'peak' | undefined;

function directionOf({ kind, rule, metric }: Line): Direction {
  // A person's share rises, whatever the target means.
  if (!rule.judged && kind === 'atLeast') return 1;
  if (!rule.judged && (kind === 'atMost' || kind === 'date')) return -1;
  // The further outside a range the worse; the nearer to it the better.
  if (!rule.judged && kind === 'range') return metric?.kind === 'name' && metric.name === 'nearness' ? 1 : -1;
  if (rule.course === 'peak') return 'peak';
  return rule.course && (rule.course === 'rising' ? 1 : -1);
}

/** A change of points from one number to a greater one. */
interface Move {
  sign: number;
  from: Exact;
  to: Exact;
  low: Exact;
  high: Exact;
}

/** Every rise and fall of a curve from left to right. */
export function movesOf(line: Line, curve: Curve): Move[] {
  const moves: Move[] = [];
  curve.pieces.forEach((piece, index) => {
    const before = curve.pieces[index - 1];
    if (before?.points && piece.points) {
      const jump = limitOf(piece, 'from')!.compare(limitOf(before, 'to')!);
      if (jump !== 0)
        moves.push(move(curve, jump, near(line, curve, before, 'to'), near(line, curve, piece, 'from')));
    }
    const slope = piece.isPoint || !piece.points ? 0 : slopeOf(piece.points);
    if (slope !== 0) {
      const [from, to] = inner(piece);
      if (from.compare(to) < 0) moves.push(move(curve, slope, from, to));
    }
  });
  return moves;
}

function move(curve: Curve, sign: number, from: Exact, to: Exact): Move {
  const [one, other] = [pointsAt(curve, from)!, pointsAt(curve, to)!];
  return { sign, from, to, low: sign > 0 ? one : other, high: sign > 0 ? other : one };
}

/** Two numbers inside an interval, the lesser first. */
function inner(piece: Piece): [Exact, Exact] {
  const { from, to } = piece;
  if (piece.isWhole) return innerWhole(piece);
  if (from && to) {
    const quarter = to.minus(from).times(Exact.of('0.25'));
    return [from.plus(quarter), to.minus(quarter)];
  }
  const middle = within(piece);
  return [
    middle,
    to ? middle.plus(to).times(Exact.of('0.5')) : middle.plus(middle.absolute()).plus(Exact.one),
  ];
}

/** The first and last whole number inside; of a piece that goes on, ten steps on. */
function innerWhole(piece: Piece): [Exact, Exact] {
  const [first, last] = [wholeEnd(piece, 'from'), wholeEnd(piece, 'to')];
  const from = first ?? last?.minus(Exact.of(10)) ?? Exact.zero;
  return [from, last ?? from.plus(Exact.of(10))];
}

export function monotone({ line, curve }: Curved): Claim[] {
  if (curve.pieces.some(({ absence }) => absence === 'form' || absence === 'steps')) return [];
  const moves = movesOf(line, curve);
  const direction = directionOf(line);
  if (direction === 1 || direction === -1) {
    const wrong = moves.find(({ sign }) => sign === -direction);
    return wrong ? [notMonotone(line, curve, wrong, direction)] : [];
  }
  return shape(line, curve, moves, direction === 'peak');
}

/** Where nothing says which way is better: rising, falling, or best at one written point; a dip is never right. */
function shape(line: Line, curve: Curve, moves: readonly Move[], mayPeak: boolean): Claim[] {
  const turns = moves.filter((one, index) => index === 0 || one.sign !== moves[index - 1]!.sign);
  if (turns.length < 2) return [];
  const net = sumOf(moves);
  if (turns.length === 2 && turns[0]!.sign > 0) {
    const isWritten = curve.pieces.some((piece) => piece.isPoint && isHighest(curve, piece));
    return mayPeak || isWritten ? [] : [peak(line, curve, moves)];
  }
  const wrong = moves.find(({ sign }) => sign === -net)!;
  return [notMonotone(line, curve, wrong, net)];
}

/** Which way the curve goes on the whole: where it ends against where it begins, else where most moves go. */
function sumOf(moves: readonly Move[]): 1 | -1 {
  const total = moves.reduce(
    (all, { sign, low, high }) => (sign > 0 ? all.plus(high.minus(low)) : all.minus(high.minus(low))),
    Exact.zero,
  );
  const count = moves.reduce((all, { sign }) => all + sign, 0);
  return (total.isZero() ? count : total.sign()) >= 0 ? 1 : -1;
}

/** True where a point gives more than what lies on either side: it was written as the best. */
function isHighest(curve: Curve, point: Piece): boolean {
  const index = curve.pieces.indexOf(point);
  const sides = [curve.pieces[index - 1], curve.pieces[index + 1]];
  return sides.every((side, at) => {
    const limit = side && limitOf(side, at === 0 ? 'to' : 'from');
    return limit && point.points && point.points.a.compare(limit) > 0;
  });
}

function notMonotone(line: Line, curve: Curve, { from, to, low, high }: Move, direction: 1 | -1): Claim {
  const [better, worse] = direction === 1 ? [to, from] : [from, to];
  const text = (x: Exact) => shownNumber(line, curve, x);
  return claims(line.id, line.pointer)(
    diagnose('not-monotone', {
      name: line.name,
      better: text(better),
      worse: text(worse),
      lower: low.toText(),
      higher: high.toText(),
    }),
    { shown: [better, worse].map((x) => showing(line, curve, x)) },
  );
}

function peak(line: Line, curve: Curve, moves: readonly Move[]): Claim {
  const fall = moves.find(({ sign }) => sign < 0)!;
  const text = (x: Exact) => shownNumber(line, curve, x);
  return claims(line.id, line.pointer)(
    diagnose('peak', {
      name: line.name,
      better: text(fall.from),
      worse: text(fall.to),
      higher: fall.high.toText(),
      lower: fall.low.toText(),
    }),
    { shown: [fall.from, fall.to].map((x) => showing(line, curve, x)) },
  );
}
