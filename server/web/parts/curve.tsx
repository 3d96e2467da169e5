/**
 * A score curve, or two of them over each other, from the server's exact points. Ends that belong are filled, ends that do
 * not are hollow. A sentence says the same to those who do not see it.
 */
import type { CurveStroke } from '../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../data/language.ts';
import {
  areaBetween,
  endsOf,
  type Frame,
  frameOf,
  jumpsOf,
  pathOf,
  place,
  type Stroke,
  spaced,
  strokesOf,
  tickText,
} from './curve-geometry.ts';
import { Apart, Theirs } from './theirs.tsx';
import './curve.css';

export interface CurveShown {
  axis: Bilingual;
  unit: string;
  from: string;
  to: string;
  top: string;
  strokes: readonly CurveStroke[];
  /** The earlier edition's, drawn grey and dashed. */
  earlier?: readonly CurveStroke[];
  /** Where the later edition scores otherwise. */
  intervals?: readonly { from?: string; to?: string; sign: 'higher' | 'lower' }[];
  /** Stretches for which nothing is said, or two things. */
  faults?: readonly { from: string; to: string; word: Bilingual }[];
  /** Where the form itself stands. */
  here?: { at: string; points: string; text: string };
}

/** More jumps than this and the dots at their ends are left out. */
const mostJumps = 6;

export function Curve({
  curve,
  sentence,
  width = 240,
  height = 160,
}: {
  curve: CurveShown;
  /** The shape in words. */
  sentence: string;
  width?: number;
  height?: number;
}) {
  const t = useT();
  const box = { left: 34, right: width - 14, top: 16, bottom: height - 22 };
  const all = [...curve.strokes, ...(curve.earlier ?? [])];
  const low = all.flatMap(({ points }) => points.map(([, y = '0']) => y)).find((y) => y.startsWith('-'));
  const frame = frameOf({ from: curve.from, to: curve.to, low: low ?? '0', top: curve.top }, box);
  const now = strokesOf(curve.strokes, frame);
  const before = strokesOf(curve.earlier ?? [], frame);
  return (
    <figure className="curve">
      <svg
        className="ch"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={sentence}
      >
        <Faults curve={curve} frame={frame} box={box} />
        <Axes curve={curve} frame={frame} box={box} strokes={all} />
        {(['higher', 'lower'] as const).map((sign) => (
          <path
            key={sign}
            className={sign === 'higher' ? 'up' : 'dn'}
            d={(curve.intervals ?? [])
              .filter((one) => one.sign === sign)
              .map(({ from = curve.from, to = curve.to }) =>
                areaBetween(before, now, frame.x(from), frame.x(to)),
              )
              .join('')}
          />
        ))}
        <Line strokes={before} kind="earlier" />
        <Line strokes={now} kind="now" />
        {curve.here ? <Here here={curve.here} frame={frame} box={box} /> : null}
      </svg>
      <figcaption className="small muted">
        <Apart>
          {t({ zh: `横轴 ${curve.axis.zh}，纵轴 得分`, en: `across: ${curve.axis.en}; up: points` })}
        </Apart>
      </figcaption>
    </figure>
  );
}

type Box = { left: number; right: number; top: number; bottom: number };
type Drawn = { curve: CurveShown; frame: Frame; box: Box };

/** Ticks at the thresholds, and at the points that are given. */
function Axes({ curve, frame, box, strokes }: Drawn & { strokes: readonly CurveStroke[] }) {
  const ends = strokes.flatMap(({ points }) => [points[0]!, points.at(-1)!]);
  const unique = (texts: string[]) => [...new Map(texts.map((text) => [place(text), text])).values()];
  const across = unique([curve.from, ...ends.map(([x = '0']) => x), curve.to]);
  const up = unique(['0', ...ends.map(([, y = '0']) => y)]);
  return (
    <>
      {spaced(
        up.map((text) => ({ text, at: frame.y(text) })),
        14,
      ).map(({ text, at }) => (
        <g key={text}>
          <line className="gr" x1={box.left} x2={box.right} y1={at} y2={at} />
          <text x={box.left - 6} y={at + 4} textAnchor="end">
            {tickText(text, '')}
          </text>
        </g>
      ))}
      {spaced(
        across.map((text) => ({ text, at: frame.x(text) })),
        38,
      ).map(({ text, at }) => (
        <text
          key={text}
          // The last stands within the paper, however long it is.
          x={at < box.right - 12 ? at : box.right + 12}
          y={box.bottom + 17}
          textAnchor={at < box.right - 12 ? 'middle' : 'end'}
        >
          {tickText(text, curve.unit)}
        </text>
      ))}
      <line className="ax" x1={box.left} x2={box.right} y1={frame.y('0')} y2={frame.y('0')} />
    </>
  );
}

function Line({ strokes, kind }: { strokes: readonly Stroke[]; kind: 'now' | 'earlier' }) {
  const ends = endsOf(strokes);
  const jumps = jumpsOf(strokes);
  const isBusy = jumps.split('M').length > mostJumps + 1;
  return (
    <g className={`line ${kind}`}>
      <path className={kind === 'now' ? 'jump' : 'jump j0'} d={jumps} />
      <path className={kind === 'now' ? 'c1' : 'c0'} d={pathOf(strokes)} />
      {isBusy
        ? null
        : ends.map(({ dot: [x, y], isFilled }) => (
            <circle
              key={`${x} ${y} ${isFilled}`}
              className={isFilled ? 'filled' : 'hollow'}
              cx={x}
              cy={y}
              r="3.2"
            />
          ))}
    </g>
  );
}

function Faults({ curve, frame, box }: Drawn) {
  const t = useT();
  return (curve.faults ?? []).map(({ from, to, word }) => (
    <g key={`${from} ${to}`} className="fault">
      <rect
        x={frame.x(from)}
        y={box.top}
        width={Math.max(2, frame.x(to) - frame.x(from))}
        height={box.bottom - box.top}
      />
      <text x={(frame.x(from) + frame.x(to)) / 2} y={box.top - 4} textAnchor="middle">
        {t(word)}
      </text>
    </g>
  ));
}

/** The form's own place, with its value beside it on the side that has room. */
function Here({ here, frame, box }: { here: NonNullable<CurveShown['here']>; frame: Frame; box: Box }) {
  const [x, y] = [frame.x(here.at), frame.y(here.points)];
  const isRight = x > (box.left + box.right) / 2;
  return (
    <g className="here">
      <line x1={x} x2={x} y1={y} y2={box.bottom} />
      <circle cx={x} cy={y} r="4.5" />
      <text
        className="lab"
        // Beside the ring, clear of what the axis says there.
        x={isRight ? x + 4 : x + 8}
        y={Math.max(12, y - 9)}
        textAnchor={isRight ? 'end' : 'start'}
      >
        <Theirs>{here.text}</Theirs>
      </text>
    </g>
  );
}
