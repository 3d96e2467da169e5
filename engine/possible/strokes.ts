/** Pieces of a curve as strokes for a drawing: nothing a drawing would have to work out. */
import type { Bilingual, CurveStroke } from '../../schemas/generated/types.ts';
import { Exact, greatest, least } from '../decimal.ts';
import type { Piece } from './pieces.ts';
import { quotientAt as formAt } from './quotient.ts';

/** Points of a stroke that is not straight. */
const samples = 24;

/** What of the number line is drawn. */
export interface Frame {
  from: Exact;
  to: Exact;
}

/** Ten decimals are more than any drawing or table shows. */
export const decimalText = (value: Exact): string =>
  value.round({ decimals: 10, mode: 'half-even' }).toText();

/** A piece inside the frame; none where it gives no points, or lies outside. */
export function strokeOf(piece: Piece, frame: Frame, label: Bilingual): CurveStroke[] {
  const { points: form, isPoint } = piece;
  if (!form) return [];
  const from = piece.from ? greatest(piece.from, frame.from) : frame.from;
  const to = piece.to ? least(piece.to, frame.to) : frame.to;
  if (from.compare(to) > 0 || (!isPoint && from.equals(to))) return [];
  const count = isPoint ? 0 : form.d.isZero() ? 1 : samples;
  const points: string[][] = [];
  for (let index = 0; index <= count; index++) {
    const share = Exact.of(index).over(Exact.of(Math.max(count, 1)))!;
    const x = from.plus(to.minus(from).times(share));
    const y = formAt(form, x);
    if (y) points.push([decimalText(x), decimalText(y)]);
  }
  const isCut = (end: Exact | undefined, at: Exact) => !end?.equals(at);
  return [
    {
      points,
      fromIncluded: isPoint || isCut(piece.from, from),
      toIncluded: isPoint || isCut(piece.to, to),
      label,
    },
  ];
}
