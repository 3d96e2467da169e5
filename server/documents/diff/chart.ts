/**
 * Score curves of two editions in one drawing: inline SVG, no script, nothing fetched. Numbers here are only places on
 * paper; what is told of scores is told in the words beside the drawing.
 */
import type { ComparedLine, Language, ScoreCurves } from '../../../engine/index.ts';
import { escaped } from './escape.ts';
import {
  covering,
  type Dot,
  grouped,
  heightAt,
  n,
  round,
  runs,
  type Stroke,
  same,
  shortened,
  strokeOf,
  ticks,
} from './geometry.ts';

const width = 640;
const height = 330;
const margin = { left: 62, right: 22, top: 34, bottom: 54 };
const strip = 30;

interface Scale {
  x: (value: number) => number;
  y: (value: number) => number;
}
/** The drawing of a line; empty where it has no curves. */
export function chart(line: ComparedLine, language: Language): string {
  const { curves } = line;
  if (!curves || (curves.before.length === 0 && curves.after.length === 0)) return '';
  return new Chart(line, curves, language).draw();
}

class Chart {
  private readonly line: ComparedLine;
  private readonly curves: ScoreCurves;
  private readonly language: Language;
  private readonly before: readonly Stroke[];
  private readonly after: readonly Stroke[];
  private readonly from: number;
  private readonly to: number;
  private readonly low: number;
  private readonly high: number;
  private readonly scale: Scale;

  constructor(line: ComparedLine, curves: ScoreCurves, language: Language) {
    this.line = line;
    this.curves = curves;
    this.language = language;
    this.before = curves.before.map((one) => strokeOf(one, language));
    this.after = curves.after.map((one) => strokeOf(one, language));
    this.from = Number(curves.from);
    this.to = Number(curves.to);
    const heights = [...this.before, ...this.after].flatMap(({ dots }) => dots.map(([, y]) => y));
    this.low = Math.min(0, ...heights);
    this.high = Math.max(Number(curves.top), 0.0001) * 1.08;
    const spanX = this.to - this.from || 1;
    const spanY = this.high - this.low || 1;
    this.scale = {
      x: (value) => margin.left + ((value - this.from) / spanX) * (width - margin.left - margin.right),
      y: (value) =>
        height - margin.bottom - ((value - this.low) / spanY) * (height - margin.top - margin.bottom),
    };
  }

  draw(): string {
    const hasStrips = this.line.classifications.length > 0;
    const total = height + (hasStrips ? strip * 2 + 46 : 0);
    const label = this.say(
      `${this.line.subject.zh}：两版得分曲线。${this.line.message.zh}`,
      `${this.line.subject.en}: score curves of both editions. ${this.line.message.en}`,
    );
    return [
      `<svg class="chart" viewBox="0 0 ${width} ${total}" role="img" aria-label="${escaped(label)}">`,
      ...this.bands(),
      ...this.grid(),
      ...this.weights(),
      ...this.areas(),
      this.path(this.after, 'after'),
      this.path(this.before, 'before'),
      ...this.ends(this.after, 'after'),
      ...this.ends(this.before, 'before'),
      ...this.axes(),
      ...(hasStrips ? this.strips() : []),
      '</svg>',
    ].join('');
  }

  private say(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  /** The ends of an interval within the drawing. */
  private endsOf({ from, to }: { from?: string; to?: string }): [number, number] {
    const start = from === undefined ? this.from : Math.max(Number(from), this.from);
    const end = to === undefined ? this.to : Math.min(Number(to), this.to);
    return [start, end];
  }

  /** Where scores, or tiers, differ. */
  private bands(): string[] {
    const { intervals, classifications } = this.line;
    const parts: string[] = [];
    const band = (start: number, end: number, kind: string, word: string): void => {
      const [x1, x2] = [this.scale.x(start), this.scale.x(end)];
      if (x2 < margin.left || x1 > width - margin.right) return;
      const wide = Math.max(x2 - x1, 1.5);
      parts.push(
        `<rect class="band ${kind}" x="${n(x1)}" y="${margin.top - 22}" width="${n(wide)}" height="${height - margin.bottom - margin.top + 22}"/>`,
      );
      if (wide > 30)
        parts.push(`<text class="word ${kind}" x="${n((x1 + x2) / 2)}" y="${margin.top - 8}">${word}</text>`);
    };
    const drawn = intervals.filter(
      ({ from, to, isEverywhere }) => from !== undefined || to !== undefined || isEverywhere,
    );
    for (const run of runs(drawn)) {
      const [start] = this.endsOf(run[0]!);
      const [, end] = this.endsOf(run.at(-1)!);
      const isHigher = run[0]!.sign === 'higher';
      band(
        start,
        end,
        isHigher ? 'higher' : 'lower',
        isHigher ? this.say('更高', 'higher') : this.say('更低', 'lower'),
      );
    }
    for (const one of classifications) {
      const [start, end] = this.endsOf(one);
      band(start, end, 'tier', this.say('档次不同', 'other tier'));
    }
    return parts;
  }

  private grid(): string[] {
    const { x, y } = this.scale;
    return [
      ...ticks(this.low, this.high, 5).map(
        (value) =>
          `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${n(y(value))}" y2="${n(y(value))}"/><text class="tick" x="${margin.left - 8}" y="${n(y(value) + 4)}" text-anchor="end">${this.amount(value)}</text>`,
      ),
      ...this.ticksX().map(
        (value) =>
          `<line class="mark" x1="${n(x(value))}" x2="${n(x(value))}" y1="${height - margin.bottom}" y2="${height - margin.bottom + 5}"/><text class="tick" x="${n(x(value))}" y="${height - margin.bottom + 19}" text-anchor="middle">${this.place(value)}</text>`,
      ),
    ];
  }

  private ticksX(): number[] {
    return ticks(this.from, this.to, 8);
  }

  private amount(value: number): string {
    return this.line.measure === 'share' ? `${round(value * 100)}%` : round(value);
  }

  private place(value: number): string {
    const { unit } = this.curves;
    if (unit === '%') return `${round(value * 100)}%`;
    return unit === '日期' ? new Date(value * 86_400_000).toISOString().slice(0, 10) : round(value);
  }

  /** Full marks. */
  private weights(): string[] {
    const { beforeWeight, afterWeight } = this.curves;
    const isShare = this.line.measure === 'share';
    const line = (weight: string, kind: string, zh: string, en: string): string => {
      const y = this.scale.y(Number(weight) * (this.low < 0 ? -1 : 1));
      const text = this.say(zh, en) + (isShare ? '' : this.say(` ${weight} 分`, ` ${weight}`));
      return `<line class="full ${kind}" x1="${margin.left}" x2="${width - margin.right}" y1="${n(y)}" y2="${n(y)}"/><text class="full ${kind}" x="${width - margin.right - 4}" y="${n(y - 6)}" text-anchor="end">${escaped(text)}</text>`;
    };
    if (beforeWeight === undefined || afterWeight === undefined) return [];
    if (beforeWeight === afterWeight)
      return [
        line(
          afterWeight,
          '',
          this.low < 0 ? '最多扣' : '满分',
          this.low < 0 ? 'most deducted' : 'full marks',
        ),
      ];
    return [
      line(beforeWeight, 'before', '前一版满分', 'full marks before'),
      line(afterWeight, 'after', '后一版满分', 'full marks after'),
    ];
  }

  /** What lies between the curves where they part. */
  private areas(): string[] {
    const quads = (sign: 'higher' | 'lower'): string => {
      const parts: string[] = [];
      for (const one of this.line.intervals) {
        if (one.sign !== sign) continue;
        const [start, end] = this.endsOf(one);
        if (!(start < end)) continue;
        const cuts = [...this.before, ...this.after].flatMap(({ dots }) => dots.map(([at]) => at));
        const xs = [...new Set([start, ...cuts.filter((at) => at > start && at < end), end])].sort(
          (a, b) => a - b,
        );
        for (let index = 0; index + 1 < xs.length; index++) {
          const [a, b] = [xs[index]!, xs[index + 1]!];
          const [old, now] = [this.before, this.after].map((strokes) => covering(strokes, (a + b) / 2));
          if (!old || !now) continue;
          const dot = (stroke: Stroke, at: number) =>
            `${n(this.scale.x(at))} ${n(this.scale.y(heightAt(stroke, at)))}`;
          parts.push(`M${dot(old, a)}L${dot(old, b)}L${dot(now, b)}L${dot(now, a)}Z`);
        }
      }
      return parts.join('');
    };
    return (['higher', 'lower'] as const).flatMap((sign) => {
      const path = quads(sign);
      return path === '' ? [] : [`<path class="area ${sign}" d="${path}"/>`];
    });
  }

  private path(strokes: readonly Stroke[], kind: 'before' | 'after'): string {
    let path = '';
    let last: Dot | undefined;
    for (const { dots } of strokes) {
      if (dots.length < 2) continue;
      const [first, ...rest] = dots as [Dot, ...Dot[]];
      const goesOn = last !== undefined && same(last, first);
      if (!goesOn) path += `M${n(this.scale.x(first[0]))} ${n(this.scale.y(first[1]))}`;
      for (const [x, y] of rest) path += `L${n(this.scale.x(x))} ${n(this.scale.y(y))}`;
      last = dots.at(-1);
    }
    return `<path class="curve ${kind}" d="${path}"/>`;
  }

  /** At a jump: a full circle where the point belongs, an open one where it does not. */
  private ends(strokes: readonly Stroke[], kind: 'before' | 'after'): string[] {
    if (strokes.length > 60) return [];
    const points = strokes.filter(({ dots }) => dots.length === 1).map(({ dots }) => dots[0]!);
    const lines = strokes.filter(({ dots }) => dots.length > 1);
    const radius = lines.length > 12 ? 2.2 : 4;
    const circle = ([x, y]: Dot, isFull: boolean) =>
      `<circle class="${kind} ${isFull ? 'full' : 'open'}" cx="${n(this.scale.x(x))}" cy="${n(this.scale.y(y))}" r="${radius}"/>`;
    const open = lines.flatMap(({ dots, fromIncluded, toIncluded }) => [
      ...(fromIncluded ? [] : [dots[0]!]),
      ...(toIncluded ? [] : [dots.at(-1)!]),
    ]);
    const isJoined = (dot: Dot) =>
      points.some((one) => same(one, dot)) ||
      lines.filter(({ dots }) => same(dots[0]!, dot) || same(dots.at(-1)!, dot)).length > 1;
    const isJump = (dot: Dot) => {
      const left = lines.find(({ dots }) => dots.at(-1)![0] === dot[0]);
      const right = lines.find(({ dots }) => dots[0]![0] === dot[0]);
      return (
        (left !== undefined && !same(left.dots.at(-1)!, dot)) ||
        (right !== undefined && !same(right.dots[0]!, dot))
      );
    };
    return [
      ...open.filter((dot) => !isJoined(dot)).map((dot) => circle(dot, false)),
      ...points.filter(isJump).map((dot) => circle(dot, true)),
    ];
  }

  private axes(): string[] {
    const { axis, unit } = this.curves;
    const inUnit =
      unit === '' || unit === '%' || unit === '日期' ? '' : this.say(`（${unit}）`, ` (${unit})`);
    const vertical =
      this.line.measure === 'share'
        ? this.say('得分占分值的比例', 'score as a share of the weight')
        : this.say('得分（分）', 'score (points)');
    const middle = (height - margin.bottom + margin.top) / 2;
    return [
      `<line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${n(this.scale.y(0))}" y2="${n(this.scale.y(0))}"/>`,
      `<line class="axis" x1="${margin.left}" x2="${margin.left}" y1="${margin.top}" y2="${height - margin.bottom}"/>`,
      `<text class="name" x="${(margin.left + width - margin.right) / 2}" y="${height - 12}" text-anchor="middle">${escaped(axis[this.language] + inUnit)}</text>`,
      `<text class="name" transform="translate(16 ${middle}) rotate(-90)" text-anchor="middle">${vertical}</text>`,
    ];
  }

  /** Which tier each share falls in, one strip per edition. */
  private strips(): string[] {
    return (['before', 'after'] as const).flatMap((side, row) => {
      const top = height + 6 + row * (strip + 20);
      const title =
        side === 'before' ? this.say('前一版各档', 'tiers before') : this.say('后一版各档', 'tiers after');
      const groups = grouped(this[side]);
      return [
        `<text class="striptitle ${side}" x="${margin.left}" y="${top + 10}">${title}</text>`,
        ...groups.flatMap(({ label, from, to }, index) => {
          const [x1, x2] = [this.scale.x(from), this.scale.x(to)];
          return [
            `<rect class="strip ${side} tint${index % 2}" x="${n(x1)}" y="${top + 15}" width="${n(Math.max(x2 - x1, 0))}" height="${strip - 6}"/>`,
            `<text class="strip" x="${n((x1 + x2) / 2)}" y="${top + 31}" text-anchor="middle">${escaped(shortened(label, x2 - x1))}</text>`,
          ];
        }),
      ];
    });
  }
}
