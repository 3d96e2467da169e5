/** The curves of both editions as strokes for a drawing: points on common scales, nothing a drawing would have to work out. */
import type { Bilingual, ScoreCurves } from '../../../schemas/generated/types.ts';
import { Exact, greatest, least } from '../../decimal.ts';
import { type Frame, type Piece, strokeOf } from '../../possible/index.ts';
import { decimalText } from './form-text.ts';
import type { Scales } from './scales.ts';
import type { Drawn, Stretch } from './stretches.ts';

export function drawCurves(
  { before, after }: { before: Drawn; after: Drawn },
  stretches: readonly Stretch[],
  { axis, measure }: Scales,
  about: {
    before: Exact;
    after: Exact;
    beforeLabel: (piece: Piece) => Bilingual;
    afterLabel: (piece: Piece) => Bilingual;
  },
): ScoreCurves {
  const frame = frameOf([before, after], stretches, axis.unit === '%');
  const strokes = (drawn: Drawn, label: (piece: Piece) => Bilingual) =>
    drawn.pieces.flatMap((piece) => strokeOf(piece, frame, label(piece)));
  const old = strokes(before, about.beforeLabel);
  const now = strokes(after, about.afterLabel);
  const heights = [...old, ...now].flatMap(({ points }) => points.flatMap(([, y]) => Exact.parse(y!) ?? []));
  return {
    axis: axis.name,
    unit: measure === 'share' && axis.unit === '' ? '' : axis.unit,
    from: decimalText(frame.from),
    to: decimalText(frame.to),
    top: decimalText(greatest(about.before, about.after, ...heights)),
    beforeWeight: decimalText(about.before),
    afterWeight: decimalText(about.after),
    before: old,
    after: now,
  };
}

/** What of the number line is shown: every place where something happens, and a little beyond. */
function frameOf(drawn: readonly Drawn[], stretches: readonly Stretch[], isRate: boolean): Frame {
  const ends = stretches
    .flatMap(({ from, to }) => [from, to])
    .concat(drawn.flatMap(({ thresholds }) => thresholds))
    .filter((one) => one !== undefined);
  if (isRate) ends.push(Exact.one);
  const [first = Exact.zero, ...rest] = ends;
  const low = least(first, ...rest);
  const high = greatest(first, ...rest);
  const width = high.minus(low).isZero() ? greatest(high.absolute(), Exact.one) : high.minus(low);
  // Beyond the last place a hyperbola still falls: it is given room to be seen.
  const bends = drawn.some(({ pieces }) =>
    pieces.some(({ to, points }) => !to && points && !points.d.isZero()),
  );
  const [min] = drawn.flatMap(({ range }) => range.min ?? []);
  const [max] = drawn.flatMap(({ range }) => range.max ?? []);
  const from = min ?? low.minus(width.times(Exact.of('0.3')));
  const to = max ?? high.plus(width.times(Exact.of(bends ? '1.5' : '0.25')));
  return min && max ? { from, to } : focused({ from, to }, stretches);
}

/** Where the editions part only in a small place, that place and its surroundings. */
function focused(whole: Frame, stretches: readonly Stretch[]): Frame {
  const parted = stretches.filter(({ sign }) => sign !== 0);
  const [first] = parted;
  const last = parted.at(-1);
  if (!first || !last) return whole;
  const from = first.from ?? whole.from;
  const to = last.to ?? whole.to;
  const width = greatest(to.minus(from), whole.to.minus(whole.from).times(Exact.of('0.12')));
  const around = width.times(Exact.of('1.2'));
  return { from: greatest(whole.from, from.minus(around)), to: least(whole.to, to.plus(around)) };
}
