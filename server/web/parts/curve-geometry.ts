/** Places on paper: texts of numbers become lengths here and nowhere else, and no length becomes a text that is a score. */
import type { CurveStroke } from '../../../schemas/generated/types.ts';

export type Dot = readonly [x: number, y: number];

export interface Stroke {
  dots: readonly Dot[];
  fromIncluded: boolean;
  toIncluded: boolean;
}

export interface Frame {
  x: (text: string) => number;
  y: (text: string) => number;
}

export const place = (text: string): number => Number(text);

/** How far a place lies between two ends, from 0 to 1. */
const share = (value: number, from: number, to: number): number => (value - from) / (to - from || 1);

/** What turns numbers of the curve into places in a box. */
export function frameOf(
  { from, to, low, top }: { from: string; to: string; low: string; top: string },
  box: { left: number; right: number; top: number; bottom: number },
): Frame {
  const ends = [place(from), place(to), place(low), place(top)] as const;
  return {
    x: (text) => box.left + share(place(text), ends[0], ends[1]) * (box.right - box.left),
    y: (text) => box.bottom - share(place(text), ends[2], ends[3]) * (box.bottom - box.top),
  };
}

export const strokesOf = (strokes: readonly CurveStroke[], { x, y }: Frame): Stroke[] =>
  strokes.map(({ points, fromIncluded, toIncluded }) => ({
    dots: points.map(([at = '0', points = '0']) => [x(at), y(points)] as const),
    fromIncluded,
    toIncluded,
  }));

export const same = (a: Dot, b: Dot): boolean => Math.abs(a[0] - b[0]) < 0.01 && Math.abs(a[1] - b[1]) < 0.01;

const spot = ([x, y]: Dot): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The lines of a curve as an SVG path. */
export function pathOf(strokes: readonly Stroke[]): string {
  let path = '';
  let last: Dot | undefined;
  for (const { dots } of strokes) {
    const [first, ...rest] = dots;
    if (!first || rest.length === 0) continue;
    if (!last || !same(last, first)) path += `M${spot(first)}`;
    for (const dot of rest) path += `L${spot(dot)}`;
    last = dots.at(-1);
  }
  return path;
}

/** Where a curve jumps: dotted lines between its ends. */
export function jumpsOf(strokes: readonly Stroke[]): string {
  const lines = strokes.filter(({ dots }) => dots.length > 1);
  return lines
    .slice(1)
    .map(({ dots }, index) => [lines[index]!.dots.at(-1)!, dots[0]!] as const)
    .filter(([before, after]) => Math.abs(before[0] - after[0]) < 0.01 && !same(before, after))
    .map(([before, after]) => `M${spot(before)}L${spot(after)}`)
    .join('');
}

/** A filled dot where the end belongs to the curve, a hollow one where it does not; none where the curve goes on. */
export function endsOf(strokes: readonly Stroke[]): { dot: Dot; isFilled: boolean }[] {
  const points = strokes.filter(({ dots }) => dots.length === 1).map(({ dots }) => dots[0]!);
  const lines = strokes.filter(({ dots }) => dots.length > 1);
  const endings = lines.flatMap(({ dots, fromIncluded, toIncluded }) => [
    { dot: dots[0]!, isFilled: fromIncluded },
    { dot: dots.at(-1)!, isFilled: toIncluded },
  ]);
  const timesAt = (dot: Dot) => endings.filter((one) => same(one.dot, dot)).length;
  const hasPoint = (dot: Dot) => points.some((one) => same(one, dot));
  const outer = [lines[0]?.dots[0], lines.at(-1)?.dots.at(-1)];
  const isOuter = (dot: Dot) => outer.some((one) => one && same(one, dot));
  const lone = points.filter((dot) => timesAt(dot) < 2).map((dot) => ({ dot, isFilled: true }));
  return [
    ...endings.filter(
      ({ dot, isFilled }) => timesAt(dot) === 1 && !hasPoint(dot) && !(isOuter(dot) && isFilled),
    ),
    ...lone.filter(({ dot }) => !isOuter(dot) || timesAt(dot) === 0),
  ];
}

/** The height of a curve at a place, for shading. */
export function heightAt(strokes: readonly Stroke[], x: number): number | undefined {
  const line = strokes.find(({ dots }) => dots.length > 1 && dots[0]![0] <= x && x <= dots.at(-1)![0]);
  if (!line) return undefined;
  const next = Math.max(
    1,
    line.dots.findIndex(([at]) => at >= x),
  );
  const [[x1, y1], [x2, y2]] = [line.dots[next - 1]!, line.dots[next]!];
  return y1 + (y2 - y1) * share(x, x1, x2);
}

/** What lies between two curves from one place to another. */
export function areaBetween(
  one: readonly Stroke[],
  other: readonly Stroke[],
  from: number,
  to: number,
): string {
  const cuts = [...one, ...other].flatMap(({ dots }) => dots.map(([at]) => at));
  const xs = [...new Set([from, ...cuts.filter((at) => at > from && at < to), to])].sort((a, b) => a - b);
  let path = '';
  for (const [index, start] of xs.slice(0, -1).entries()) {
    const end = xs[index + 1]!;
    // Just inside, so that at a jump the side that is meant is taken.
    const [a, b] = [start + (end - start) * 0.001, end - (end - start) * 0.001];
    const corners = [heightAt(one, a), heightAt(one, b), heightAt(other, b), heightAt(other, a)];
    if (corners.some((corner) => corner === undefined)) continue;
    const [first, second, third, fourth] = corners as [number, number, number, number];
    path += `M${spot([start, first])}L${spot([end, second])}L${spot([end, third])}L${spot([start, fourth])}Z`;
  }
  return path;
}

/** The ticks that leave room for their words, the first and the last before all others. */
export function spaced<Tick extends { at: number }>(ticks: readonly Tick[], least: number): Tick[] {
  const sorted = [...ticks].sort((a, b) => a.at - b.at);
  const last = sorted.at(-1);
  const kept: Tick[] = [];
  for (const tick of sorted) {
    const isClear = !kept.length || tick.at - kept.at(-1)!.at >= least;
    const leavesLast = tick === last || !last || last.at - tick.at >= least;
    if (isClear && leavesLast) kept.push(tick);
  }
  return kept;
}

/** A place as its axis writes it: a share as a percentage, everything else as it is. */
export const tickText = (text: string, unit: string): string =>
  (unit === '%' ? `${Number((place(text) * 100).toFixed(6))}%` : text).replace(/^-/, '−');
