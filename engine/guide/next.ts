/** The nearest number that would win more points than the one a line has: nothing is said where that is not certain. */
import type { NextStep } from '../../schemas/generated/types.ts';
import { type Axis, valueText } from '../compare/index.ts';
import type { Exact } from '../decimal.ts';
import {
  type Curve,
  decimalText,
  extremesOf,
  isFixed,
  type Piece,
  pieceAt,
  pointsAt,
  wholeEnd,
} from '../possible/index.ts';

interface Found {
  x: Exact;
  points: Exact;
  /** True where the number itself does not win them yet, only what lies beyond it. */
  isOpen: boolean;
}

/** `shown` writes points as the line would have them: rounded. */
export function nextStepOf(
  curve: Curve,
  x: Exact,
  { name, axis, rounded }: { name: string; axis: Axis; rounded: (points: Exact) => Exact },
): NextStep | undefined {
  const now = pointsAt(curve, x);
  const here = pieceAt(curve, x);
  if (!now || !here) return undefined;
  const wins = (one: Found | undefined): one is Found =>
    one !== undefined && rounded(one.points).compare(rounded(now)) > 0;
  const [up, down] = (['up', 'down'] as const).map((side) => ahead(curve, here, side).find(wins));
  const best = nearest(x, up, down);
  if (!best) return undefined;
  const points = rounded(best.points).toText();
  const at = valueText(best.x, axis);
  const isUp = best.x.compare(x) >= 0;
  const open = best.isOpen ? (isUp ? ['以上', 'above '] : ['以下', 'below ']) : ['', ''];
  return {
    x: decimalText(best.x),
    points,
    message: {
      zh: `${name}${isUp ? '升' : '降'}到 ${at}${open[0]}，可得 ${points} 分`,
      en: `${name} ${isUp ? 'up' : 'down'} to ${open[1]}${at} would win ${points}`,
    },
  };
}

/** Places to one side, the nearest first, each with the most points there. */
function ahead({ pieces }: Curve, here: Piece, side: 'up' | 'down'): Found[] {
  const at = pieces.indexOf(here);
  const own = isFlat(here) ? [] : [here];
  const beyond = side === 'up' ? pieces.slice(at + 1) : pieces.slice(0, at).reverse();
  return [...own, ...beyond].flatMap((piece) => placeIn(piece, side) ?? []);
}

const isFlat = ({ isPoint, points }: Piece): boolean => isPoint || !points || isFixed(points);

function placeIn(piece: Piece, side: 'up' | 'down'): Found | undefined {
  const { points, isPoint, isWhole, from, to } = piece;
  const most = points && extremesOf(piece)?.most;
  if (!most) return undefined;
  if (isPoint) return from && { x: from, points: most.points, isOpen: false };
  // Of a stretch that goes up or down, its best end, where it is reached: else the point beyond it says the same.
  if (!isFixed(points))
    return most.isReached && most.at ? { x: most.at, points: most.points, isOpen: false } : undefined;
  const near = side === 'up' ? 'from' : 'to';
  const end = near === 'from' ? from : to;
  if (!end) return undefined;
  if (!isWhole) return { x: end, points: most.points, isOpen: true };
  const whole = wholeEnd(piece, near);
  return whole && { x: whole, points: most.points, isOpen: false };
}

function nearest(x: Exact, up: Found | undefined, down: Found | undefined): Found | undefined {
  if (!up || !down) return up ?? down;
  return up.x.minus(x).compare(x.minus(down.x)) <= 0 ? up : down;
}
