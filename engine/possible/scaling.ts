/** Whether a rule of declared rows means the same for every target and weight: the curve of one row stands for all. */
import { namesInRule } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { type Line, rowWith } from '../lines/index.ts';
import { curveOf } from './curve.ts';
import type { Curve, Piece } from './pieces.ts';
import { rescaled, sameQuotient } from './quotient.ts';

const two = Exact.of(2);
const three = Exact.of(3);
const days = Exact.of(45);

/**
 * True where doubling the target (moving it, where it is a day) and tripling the weight only redraws the curve on other
 * scales, piece by piece and band by band. Undefined where there is no curve to tell from.
 */
export function scales(line: Line, curve: Curve): boolean | undefined {
  if (!line.row) return undefined;
  const runsOverActual =
    curve.variable.kind === 'name' && (curve.variable.name === 'actual' || curve.variable.name === 'outside');
  // Two ends may stand in any relation: one range stands for all only where none of them is read.
  if (line.range && namesInRule(line.rule).some((name) => name === 'least' || name === 'most')) return false;
  const isDay = line.kind === 'date';
  const target = line.target && (isDay ? line.target.plus(days) : line.target.times(two));
  const range = line.range && { least: line.range.least.times(two), most: line.range.most.times(two) };
  const other = curveOf(
    rowWith(line, {
      weight: line.weight.times(three),
      ...(target ? { target } : {}),
      ...(range ? { range } : {}),
    }),
  );
  if (!other) return false;
  const stretch = runsOverActual && !isDay ? two : Exact.one;
  const shift = runsOverActual && isDay ? days : Exact.zero;
  const move = (x: Exact | undefined) => x?.times(stretch).plus(shift);
  const same = (a: Exact | undefined, b: Exact | undefined) => (a && b ? a.equals(b) : a === b);
  const fits = (a: Piece, b: Piece | undefined): boolean => {
    if (!b || a.isPoint !== b.isPoint || a.absence !== b.absence) return false;
    if (!same(move(a.from), b.from) || !same(move(a.to), b.to)) return false;
    if (a.bands.some((one, part) => one.join() !== b.bands[part]?.join())) return false;
    const drawn = a.points && rescaled(a.points, stretch, shift, three);
    return drawn && b.points ? sameQuotient(drawn, b.points) : a.points === b.points;
  };
  return (
    curve.pieces.length === other.pieces.length &&
    curve.pieces.every((one, at) => fits(one, other.pieces[at]))
  );
}
