/** A plain number at, or just inside, an end of a piece. */

import { Exact } from '../decimal.ts';
import type { Line } from '../lines/index.ts';
import { type Curve, type Piece, wholeEnd, within } from '../possible/index.ts';

const finest = Exact.of('0.0001');
const fine = Exact.of('0.01');
const half = Exact.of('0.5');

/** Of a point itself; of an interval a day, 0.01% (of a rate) or 0.01 inside, or half of what there is where that is less. */
export function near(line: Line, curve: Curve, piece: Piece, end: 'from' | 'to'): Exact {
  const at = piece[end];
  if (piece.isPoint) return piece.from!;
  if (!at) return within(piece);
  if (piece.isWhole) return wholeEnd(piece, end)!;
  const width = piece.from && piece.to?.minus(piece.from).times(half);
  const small = line.kind === 'date' ? Exact.one : isFineScale(curve) ? finest : fine;
  const step = width && width.compare(small) < 0 ? width : small;
  return end === 'from' ? at.plus(step) : at.minus(step);
}

const isFineScale = ({ isRate, thresholds }: Curve): boolean =>
  isRate || thresholds.some((one) => !one.isZero() && one.absolute().compare(Exact.of(2)) <= 0);
