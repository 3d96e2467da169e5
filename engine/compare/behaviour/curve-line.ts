/** Two lines that one and the same number decides: their curves held against each other. */
import type { Bilingual, DifferingInterval, DifferingSituation } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import { namesIn } from '../../expression/index.ts';
import { type Absence, extremesOf, type Piece } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { drawCurves } from './draw.ts';
import { type Extreme, largest } from './extremes.ts';
import {
  differenceText,
  type Ends,
  endsText,
  formText,
  ofWeight,
  valueText,
  whereText,
} from './form-text.ts';
import { compareNamedTiers } from './named-tiers.ts';
import { type Largest, largestOf, nothingFound, type Outcome, widen } from './outcome.ts';
import type { Scales } from './scales.ts';
import {
  type Drawn,
  isScoredByOne,
  isUndecided,
  joined,
  redrawn,
  type Stretch,
  stretchesOf,
} from './stretches.ts';
import { TierComparer } from './tiers.ts';
import { type CurveSide, isWholeNumber } from './variable.ts';
import { givensAt } from './witness.ts';

export function compareCurves(
  before: CurveSide,
  after: CurveSide,
  scales: { before: Scales; after: Scales },
): Outcome {
  const draw = ({ curve }: CurveSide, { k, s, m }: Scales) => redrawn(curve, k, s, m);
  const drawn = { before: draw(before, scales.before), after: draw(after, scales.after) };
  return new CurveComparer(before, after, scales.after, drawn).compare();
}

class CurveComparer {
  private readonly before: CurveSide;
  private readonly after: CurveSide;
  private readonly scales: Scales;
  private readonly drawn: { before: Drawn; after: Drawn };
  private readonly stretches: readonly Stretch[];
  private readonly isWhole: boolean;
  private readonly tiers: TierComparer;

  constructor(before: CurveSide, after: CurveSide, scales: Scales, drawn: { before: Drawn; after: Drawn }) {
    this.before = before;
    this.after = after;
    this.scales = scales;
    this.drawn = drawn;
    this.isWhole = isWholeNumber(before) && isWholeNumber(after);
    this.stretches = stretchesOf(drawn.before, drawn.after, this.isWhole);
    this.tiers = new TierComparer(
      { before: before.line, after: after.line },
      this.stretches,
      scales,
      (ends) => this.where(ends),
    );
  }

  compare(): Outcome {
    const intervals = joined(this.stretches, ({ sign }) => sign === 1 || sign === -1).map((one) =>
      this.interval(one),
    );
    const open = this.stretches.find(
      ({ before, after, sign }) => sign === undefined && (isUndecided(before) || isUndecided(after)),
    );
    const outcome: Outcome = {
      ...nothingFound(),
      intervals,
      classifications: this.tiers.classifications(),
      situations: [...this.absences(), ...this.tiers.ranges()],
      ...(open
        ? {
            why: whyOpen[
              isUndecided(open.before) ? (open.before.absence as Open) : (open.after.absence as Open)
            ],
          }
        : {}),
      curves: drawCurves(this.drawn, this.stretches, this.scales, {
        before: this.weight(this.before),
        after: this.weight(this.after),
        beforeLabel: (piece) => this.tiers.label('before', piece),
        afterLabel: (piece) => this.tiers.label('after', piece),
      }),
    };
    for (const [sign, side] of [
      [1, 'gain'],
      [-1, 'loss'],
    ] as const) {
      const found = this.largest(sign);
      if (found) widen(outcome, side, found);
      this.scoredByOne(side, outcome);
    }
    compareNamedTiers({ before: this.before.line, after: this.after.line }, this.stretches, outcome);
    return outcome;
  }

  /** Where one edition scores and the other does not, all that it gives is won or lost. */
  private scoredByOne(side: 'gain' | 'loss', outcome: Outcome): void {
    const told = this.isPenalty ? (side === 'gain' ? 'loss' : 'gain') : side;
    for (const stretch of this.stretches) {
      if (!isScoredByOne(stretch, side)) continue;
      outcome.scored[side] = true;
      const ends = extremesOf(side === 'gain' ? stretch.after : stretch.before);
      if (!ends) continue;
      // The points of a penalty are below zero: its most is its least.
      const { points, isReached } = this.isPenalty ? ends.least : ends.most;
      const where = this.where({
        from: stretch.from,
        to: stretch.to,
        fromIncluded: stretch.isPoint,
        toIncluded: stretch.isPoint,
      });
      const names = this.after.line.row ? [] : namesIn(this.after.curve.variable);
      widen(outcome, told, largestOf(points.absolute(), { isReached, isExact: true, where, names }));
    }
  }

  private get isPenalty(): boolean {
    return this.after.line.leaf?.line === 'penalty';
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

  /** True of what holds of every number that the line may come to. */
  private isEverywhere({ from, to, fromIncluded, toIncluded }: Ends): boolean {
    const { min, max } = this.drawn.before.range;
    return (
      (!from || (fromIncluded && (min?.equals(from) ?? false))) &&
      (!to || (toIncluded && (max?.equals(to) ?? false)))
    );
  }

  private interval(one: ReturnType<typeof joined>[number]): DifferingInterval {
    const { before, after, sign, isApproximate } = one.stretch;
    const difference = differenceText(before.points!, after.points!);
    return {
      ...endsText(one),
      ...(this.isEverywhere(one) ? { isEverywhere: true } : {}),
      where: isApproximate ? roughly(this.where(one)) : this.where(one),
      before: this.formula(before),
      after: this.formula(after),
      difference: this.scales.measure === 'share' ? ofWeight(difference) : difference,
      sign: sign === 1 ? 'higher' : 'lower',
    };
  }

  private largest(sign: 1 | -1): Largest | undefined {
    const found = largest(this.stretches, sign, this.isWhole);
    if (!found) return undefined;
    const { stretch, at, isReached } = found;
    const { k, s, measure } = this.scales;
    const shownAt = isReached && at ? at : nearby(stretch, at, this.isWhole);
    return largestOf(found.points, {
      ...found,
      names: this.after.line.row ? [] : namesIn(this.after.curve.variable),
      where: this.whereReached(found),
      tries: [...givensAt(this.after, shownAt.minus(s).over(k)!, measure === 'share')],
    });
  }

  private whereReached({ at, isReached }: Extreme): Bilingual {
    const { axis } = this.scales;
    if (!at) return both(`${axis.name.zh}越来越大`, `${axis.name.en} grows without bound`);
    if (isReached) return this.where({ from: at, to: at, fromIncluded: true, toIncluded: true });
    const value = valueText(at, axis);
    return both(`${axis.name.zh}接近 ${value}`, `${axis.name.en} comes close to ${value}`);
  }

  /** Where one edition gives points and the other gives none, or gives none for another reason. */
  private absences(): DifferingSituation[] {
    const isAbsent = ({ before, after }: Stretch) =>
      (before.absence !== undefined || after.absence !== undefined) &&
      !isUndecided(before) &&
      !isUndecided(after) &&
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
}

/** An end that is no fraction is told to twelve decimals. */
const roughly = ({ zh, en }: Bilingual): Bilingual =>
  both(
    `${zh}（分界不是有理数，写到十二位小数）`,
    `${en} (an end is no fraction and is told to twelve decimals)`,
  );

/** A plain number close to an end that is not reached itself. */
function nearby({ from, to }: Stretch, at: Exact | undefined, isWhole: boolean): Exact {
  if (!at) {
    const far = (from ?? Exact.zero).absolute().plus(Exact.one).times(Exact.of(5));
    return isWhole ? far.ceiling() : far;
  }
  const other = at === from || (from && at.equals(from)) ? to : from;
  const small = Exact.of('0.0001');
  const room = other ? other.minus(at).absolute().times(Exact.of('0.5')) : small;
  const step = room.compare(small) < 0 ? room : small;
  const towards = from && at.equals(from) ? step : step.negated();
  return at.plus(towards);
}

type Open = 'form' | 'steps';
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
