/** Two lines that one and the same number decides: their curves held against each other. */

import type {
  Bilingual,
  DifferingBand,
  DifferingInterval,
  DifferingSituation,
  LargestDifference,
} from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { namesIn } from '../../expression/index.ts';
import { type Line, sampleDay, sampleTarget, sampleWeight } from '../../lines/index.ts';
import { methods } from '../../methods/index.ts';
import {
  type Absence,
  type Curve,
  quotientAt as formAt,
  inputsAt,
  type Piece,
} from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { drawCurves } from './draw.ts';
import {
  type Axis,
  differenceText,
  exactText,
  formText,
  ofWeight,
  valueText,
  whereText,
} from './form-text.ts';
import { type Largest, nothingFound, type Outcome } from './outcome.ts';
import {
  type Drawn,
  type Extreme,
  joined,
  largest,
  redrawn,
  type Stretch,
  stretchesOf,
} from './stretches.ts';
import { witnessOf } from './witness.ts';

export interface CurveSide {
  line: Line;
  curve: Curve;
}

/** How a pair of lines is drawn on common scales. */
export interface Scales {
  measure: 'points' | 'share';
  axis: Axis;
  /** x becomes k·x + s, points become m times themselves. */
  k: Exact;
  s: Exact;
  m: Exact;
}

/** A row is told per point of weight and by how its actual stands to its target; a leaf as it is. */
export function scalesOf(line: Line, curve: Curve, name: Bilingual, unit: string, scale: boolean): Scales {
  const sign = line.leaf?.line === 'penalty' ? Exact.one.negated() : Exact.one;
  if (!line.row || !scale)
    return {
      measure: 'points',
      axis: { name, unit: curve.isRate ? '%' : unit },
      k: Exact.one,
      s: Exact.zero,
      m: sign,
    };
  const m = Exact.one.over(sampleWeight)!;
  if (curve.variable.kind === 'name' && curve.variable.name === 'judged.share')
    return { measure: 'share', axis: { name, unit: '%' }, k: Exact.one, s: Exact.zero, m };
  if (line.kind === 'date') {
    const axis = { name: both('完成日期晚于期限的天数', 'days after the deadline'), unit: '' };
    return { measure: 'share', axis, k: Exact.one, s: sampleDay.negated(), m };
  }
  const axis = { name: both('完成值÷目标值', 'actual ÷ target'), unit: '%' };
  return { measure: 'share', axis, k: Exact.one.over(sampleTarget)!, s: Exact.zero, m };
}

export function compareCurves(
  before: CurveSide,
  after: CurveSide,
  scales: { before: Scales; after: Scales },
  plan: ScoringPlan,
): Outcome {
  const draw = ({ curve }: CurveSide, { k, s, m }: Scales) => redrawn(curve, k, s, m);
  const drawn = { before: draw(before, scales.before), after: draw(after, scales.after) };
  return new CurveComparer(before, after, scales.after, drawn, plan).compare();
}

class CurveComparer {
  private readonly before: CurveSide;
  private readonly after: CurveSide;
  private readonly scales: Scales;
  private readonly drawn: { before: Drawn; after: Drawn };
  private readonly plan: ScoringPlan;
  private readonly stretches: readonly Stretch[];

  constructor(
    before: CurveSide,
    after: CurveSide,
    scales: Scales,
    drawn: { before: Drawn; after: Drawn },
    plan: ScoringPlan,
  ) {
    this.before = before;
    this.after = after;
    this.scales = scales;
    this.drawn = drawn;
    this.plan = plan;
    this.stretches = stretchesOf(drawn.before, drawn.after);
  }

  compare(): Outcome {
    const intervals = joined(this.stretches, ({ sign }) => sign === 1 || sign === -1).map((one) =>
      this.interval(one),
    );
    const open = this.stretches.find(
      ({ before, after, sign }) => sign === undefined && (isOpen(before) || isOpen(after)),
    );
    return {
      ...nothingFound(),
      intervals,
      classifications: this.classifications(),
      situations: [...this.absences(), ...this.tierRanges()],
      gain: this.largest(1),
      loss: this.largest(-1),
      ...(open
        ? { why: whyOpen[isOpen(open.before) ? (open.before.absence as Open) : (open.after.absence as Open)] }
        : {}),
      curves: drawCurves(this.drawn, this.stretches, this.scales, {
        before: this.weight(this.before),
        after: this.weight(this.after),
        beforeLabel: (piece) => this.label(this.before, piece),
        afterLabel: (piece) => this.label(this.after, piece),
      }),
    };
  }

  /** What counts as full marks on the scale of the drawing. */
  private weight({ line }: CurveSide): Exact {
    return this.scales.measure === 'share' ? Exact.one : line.weight;
  }

  private formula(piece: Piece): string {
    const text = formText(piece.points!);
    return this.scales.measure === 'share' ? ofWeight(text) : text;
  }

  private where(ends: Parameters<typeof whereText>[1]): Bilingual {
    const { before, after } = this.drawn;
    const least =
      before.range.min && after.range.min?.equals(before.range.min) ? before.range.min : undefined;
    return whereText(this.scales.axis, ends, least);
  }

  private interval(one: ReturnType<typeof joined>[number]): DifferingInterval {
    const { before, after, sign, isApproximate } = one.stretch;
    const difference = differenceText(before.points!, after.points!);
    return {
      ...endsText(one),
      where: isApproximate ? roughly(this.where(one)) : this.where(one),
      before: this.formula(before),
      after: this.formula(after),
      difference: this.scales.measure === 'share' ? ofWeight(difference) : difference,
      sign: sign === 1 ? 'higher' : 'lower',
    };
  }

  private largest(sign: 1 | -1): Largest | undefined {
    const found = largest(this.stretches, sign);
    if (!found) return undefined;
    const variable = this.after.curve.variable;
    return {
      points: found.points,
      isReached: found.isReached,
      isExact: found.isExact,
      shown: this.shown(found),
      names: new Set(this.after.line.row ? [] : namesIn(variable)),
    };
  }

  private shown(found: Extreme): LargestDifference {
    const { stretch, at, isReached, isExact } = found;
    const witnessAt = isReached && at ? at : nearby(stretch, at);
    const [one, other] = [stretch.before.points!, stretch.after.points!].map((form) =>
      formAt(form, witnessAt),
    );
    const { axis } = this.scales;
    const where = !at
      ? both(`${axis.name.zh}越来越大`, `${axis.name.en} grows without bound`)
      : isReached
        ? this.where({ from: at, to: at, fromIncluded: true, toIncluded: true })
        : both(
            `${axis.name.zh}接近 ${valueText(at, axis)}`,
            `${axis.name.en} comes close to ${valueText(at, axis)}`,
          );
    const witness = this.witness(witnessAt);
    return {
      points: exactText(found.points),
      reached: isReached,
      exact: isExact,
      ...(one && other ? { before: exactText(one), after: exactText(other) } : {}),
      where,
      ...(witness ? { witness } : {}),
    };
  }

  /** Inputs whose number is x on the common scale. */
  private witness(x: Exact) {
    const { k, s } = this.scales;
    const own = x.minus(s).over(k)!;
    const given = inputsAt(this.after.line, this.after.curve, own);
    return given && witnessOf(given, this.after.line, this.plan);
  }

  /** Where one edition gives points and the other gives none, or gives none for another reason. */
  private absences(): DifferingSituation[] {
    const isAbsent = ({ before, after }: Stretch) =>
      (before.absence !== undefined || after.absence !== undefined) &&
      !isOpen(before) &&
      !isOpen(after) &&
      before.absence !== after.absence;
    return joined(this.stretches, isAbsent).map((one) => ({
      name: this.where(one),
      before: this.told(one.stretch.before),
      after: this.told(one.stretch.after),
    }));
  }

  private told(piece: Piece): Bilingual {
    if (piece.absence) return absences[piece.absence] ?? absences.gap!;
    const formula = this.formula(piece);
    return both(`得分 ${formula}`, `scores ${formula}`);
  }

  /** Where the points are the same and the tier is another. */
  private classifications(): DifferingBand[] {
    if (!isTiers(this.before) || !isTiers(this.after)) return [];
    const differs = (stretch: Stretch) =>
      stretch.sign === 0 && this.tier(stretch, 'before') !== this.tier(stretch, 'after');
    const goesOn = (one: Stretch, other: Stretch) =>
      this.tier(one, 'before') === this.tier(other, 'before') &&
      this.tier(one, 'after') === this.tier(other, 'after');
    return joined(this.stretches, differs, goesOn).map((one) => ({
      ...endsText(one),
      where: this.where(one),
      before: this.label(this.before, one.stretch.before),
      after: this.label(this.after, one.stretch.after),
    }));
  }

  /** Tiers are the same by their place where both editions have as many; else by their name. */
  private tier(stretch: Stretch, side: 'before' | 'after'): string {
    const count = ({ line }: CurveSide) => line.rule.parts[0]?.awards.length;
    if (count(this.before) === count(this.after)) return stretch[side].bands.flat().join();
    return this.label(this[side], stretch[side]).zh;
  }

  private label({ line }: CurveSide, { bands }: Piece): Bilingual {
    const labels = bands.flatMap(
      (chosen, part) => line.rule.parts[part]?.awards[chosen[0] ?? -1]?.label ?? [],
    );
    return both(labels.map(({ zh }) => bare(zh)).join('；'), labels.map(({ en }) => bare(en)).join('; '));
  }

  /** What a person may give in each tier, where that changed. */
  private tierRanges(): DifferingSituation[] {
    if (!isTiers(this.before) || !isTiers(this.after)) return [];
    const was = this.ranges('before');
    const is = this.ranges('after');
    if (was.length !== is.length) return [];
    return is.flatMap((now, index) => {
      const old = was[index]!;
      if (old.range.zh === now.range.zh) return [];
      const name =
        old.label.zh === now.label.zh
          ? now.label
          : both(`${old.label.zh} → ${now.label.zh}`, `${old.label.en} → ${now.label.en}`);
      return [{ name, before: old.range, after: now.range }];
    });
  }

  private ranges(side: 'before' | 'after'): { label: Bilingual; range: Bilingual }[] {
    const awards = this[side].line.rule.parts[0]?.awards ?? [];
    return awards.map((award, index) => {
      const [own] = joined(
        this.stretches,
        (stretch) => stretch[side].bands[0]?.includes(index) ?? false,
        () => true,
      );
      const label = both(bare(award.label.zh), bare(award.label.en));
      if (!own) return { label, range: both('不会出现', 'never') };
      const end = (x: Exact | undefined, included: boolean) =>
        x ? `${valueText(x, this.scales.axis)}${included ? '（含）' : '（不含）'}` : '';
      return {
        label,
        range: both(
          `可给分值的 ${end(own.from, own.fromIncluded)}至 ${end(own.to, own.toIncluded)}`,
          `${own.fromIncluded ? '≥' : '>'} ${own.from ? valueText(own.from, this.scales.axis) : ''} and ${own.toIncluded ? '≤' : '<'} ${own.to ? valueText(own.to, this.scales.axis) : ''} of the weight`,
        ),
      };
    });
  }
}

/** An end that is no fraction is told to twelve decimals. */
const roughly = ({ zh, en }: Bilingual): Bilingual =>
  both(
    `${zh}（分界不是有理数，写到十二位小数）`,
    `${en} (an end is no fraction and is told to twelve decimals)`,
  );

const isTiers = ({ line: { rule } }: CurveSide): boolean =>
  rule.judged === 'share' && methods[rule.method].called === 'tier';

/** A label without the bounds behind it, which the intervals tell. */
const bare = (label: string): string => label.replace(/\s*[（(][=≥≤<>][^（）()]*[）)]$/, '');

const endsText = ({ from, to, fromIncluded, toIncluded }: ReturnType<typeof joined>[number]) => ({
  ...(from ? { from: endText(from) } : {}),
  fromIncluded,
  ...(to ? { to: endText(to) } : {}),
  toIncluded,
});

/** A place on the number line; one whose decimals do not end is told to thirty of them. */
const endText = (x: Exact): string => {
  const text = x.toText();
  return text.endsWith('…') ? x.round({ decimals: 30, mode: 'half-even' }).toText() : text;
};

/** A plain number close to an end that is not reached itself. */
function nearby({ from, to }: Stretch, at: Exact | undefined): Exact {
  if (!at) return (from ?? Exact.zero).absolute().plus(Exact.one).times(Exact.of(5));
  const other = at === from || (from && at.equals(from)) ? to : from;
  const small = Exact.of('0.0001');
  const room = other ? other.minus(at).absolute().times(Exact.of('0.5')) : small;
  const step = room.compare(small) < 0 ? room : small;
  const towards = from && at.equals(from) ? step : step.negated();
  return at.plus(towards);
}

type Open = 'form' | 'steps';
const isOpen = ({ absence }: Piece): boolean => absence === 'form' || absence === 'steps';
const whyOpen: Record<Open, Bilingual> = {
  form: both(
    '得分的算式不是一次分式，没有逐段判定',
    'the formula is not a quotient of lines, so it was not decided',
  ),
  steps: both('级数太多，没有逐级判定', 'there are too many steps to work through'),
};
const absences: Partial<Record<Absence, Bilingual>> = {
  gap: both('没有对应的档，不计分', 'no band holds: not scored'),
  overlap: both('不止一档成立，不计分', 'several bands hold: not scored'),
  withheld: both('不计分', 'not scored'),
  'zero-division': both('除数为零，不计分', 'division by zero: not scored'),
};
