/** The curve of one line, drawn whole. */
import type { LineCurve } from '../../schemas/generated/types.ts';
import { type Axis, nameOfVariable, unitOfVariable } from '../compare/index.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact, greatest, least } from '../decimal.ts';
import type { Line } from '../lines/index.ts';
import { type Curve, decimalText, type Frame, type Piece, strokeOf } from '../possible/index.ts';

/** What the number of a line is, and how it is told; `unit` is that of a row's target. */
export function axisOf(plan: ScoringPlan, line: Line, curve: Curve, unit?: string): Axis {
  const name = nameOfVariable({ line, curve }, plan);
  if (line.row) return { name, unit: line.kind === 'date' ? '日期' : (unit ?? '') };
  return { name, unit: curve.isRate ? '%' : unitOfVariable({ line, curve }, plan) };
}

/** The strokes of a curve, in a frame that shows every place where something happens, and `x` where it is given. */
export function drawnCurve(line: Line, curve: Curve, { name, unit }: Axis, x?: Exact): LineCurve {
  const frame = frameOf(curve, x);
  const strokes = curve.pieces.flatMap((piece) => strokeOf(piece, frame, labelOf(line, piece)));
  return {
    axis: name,
    unit,
    from: decimalText(frame.from),
    to: decimalText(frame.to),
    top: decimalText(curve.cap),
    thresholds: curve.thresholds.map(decimalText),
    strokes,
  };
}

/** Whether the curve as it is drawn by itself shows the place of x. */
export function isInFrame(curve: Curve, x: Exact): boolean {
  const { from, to } = frameOf(curve, undefined);
  return x.compare(from) >= 0 && x.compare(to) <= 0;
}

function frameOf({ pieces, thresholds, range }: Curve, x: Exact | undefined): Frame {
  const ends = [...thresholds, ...pieces.flatMap(({ from, to }) => [from ?? [], to ?? []].flat())];
  if (x) ends.push(x);
  const [first = Exact.zero, ...rest] = ends;
  const [low, high] = [least(first, ...rest), greatest(first, ...rest)];
  const distance = high.minus(low);
  const width = distance.isZero() ? greatest(high.absolute(), Exact.one) : distance;
  // Beyond the last place a hyperbola still falls: it is given room to be seen.
  const bends = pieces.some(({ to, points }) => !to && points && !points.d.isZero());
  return {
    from: range.min ?? low.minus(width.times(Exact.of('0.25'))),
    to: range.max ?? high.plus(width.times(Exact.of(bends ? '1.5' : '0.25'))),
  };
}

function labelOf({ rule }: Line, piece: Piece) {
  const labels = piece.bands.flatMap((bands, part) => rule.parts[part]?.awards[bands[0] ?? -1]?.label ?? []);
  return { zh: labels.map(({ zh }) => zh).join('；'), en: labels.map(({ en }) => en).join('; ') };
}
