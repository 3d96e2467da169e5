/** Places on paper: strokes, ticks and texts of a drawing. Knows nothing of scores. */
import type { CurveStroke, Language } from '../../../engine/index.ts';

export type Dot = readonly [x: number, y: number];

export interface Stroke {
  dots: readonly Dot[];
  fromIncluded: boolean;
  toIncluded: boolean;
  label: string;
}

export const strokeOf = (
  { points, fromIncluded, toIncluded, label }: CurveStroke,
  language: Language,
): Stroke => ({
  dots: points.map(([x, y]) => [Number(x), Number(y)] as const),
  fromIncluded,
  toIncluded,
  label: label[language],
});

export const same = (a: Dot, b: Dot): boolean => Math.abs(a[0] - b[0]) < 1e-9 && Math.abs(a[1] - b[1]) < 1e-9;

export const covering = (strokes: readonly Stroke[], at: number): Stroke | undefined =>
  strokes.find(({ dots }) => dots.length > 1 && dots[0]![0] <= at && at <= dots.at(-1)![0]);

export function heightAt({ dots }: Stroke, at: number): number {
  const next = dots.findIndex(([x]) => x >= at);
  if (next <= 0) return next < 0 ? dots.at(-1)![1] : dots[0]![1];
  const [[x1, y1], [x2, y2]] = [dots[next - 1]!, dots[next]!];
  return y1 + ((y2 - y1) * (at - x1)) / (x2 - x1 || 1);
}

/** Neighbouring strokes of one label as one stretch. */
export function grouped(strokes: readonly Stroke[]): { label: string; from: number; to: number }[] {
  const groups: { label: string; from: number; to: number }[] = [];
  for (const { dots, label } of strokes) {
    const last = groups.at(-1);
    const to = dots.at(-1)![0];
    if (last?.label === label) last.to = to;
    else groups.push({ label, from: dots[0]![0], to });
  }
  return groups.filter(({ from, to }) => to > from);
}

/** Intervals that touch and point the same way. */
export function runs<Interval extends { from?: string; to?: string; sign: string }>(
  intervals: readonly Interval[],
): Interval[][] {
  const all: Interval[][] = [];
  for (const one of intervals) {
    const last = all.at(-1)?.at(-1);
    if (last && last.sign === one.sign && last.to !== undefined && last.to === one.from)
      all.at(-1)!.push(one);
    else all.push([one]);
  }
  return all;
}

/** Round places between two ends. */
export function ticks(from: number, to: number, about: number): number[] {
  const rough = (to - from) / about || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const found: number[] = [];
  for (let index = Math.ceil(from / step - 1e-9); index * step <= to + step * 1e-9; index++)
    found.push(index * step);
  return found;
}

export const shortened = (text: string, room: number): string => {
  const most = Math.floor(room / 12);
  const characters = [...text];
  return characters.length <= most ? text : most < 2 ? '' : `${characters.slice(0, most - 1).join('')}…`;
};

export const n = (value: number): string => String(Number(value.toFixed(2)));
export const round = (value: number): string => String(Number(value.toFixed(4)));
