/** What rows that a unit declares can gain and lose, where their weights are theirs to set. */
import type { DeclaredPlan, GroupPlan, IndicatorPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { rescaled } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { largest } from './extremes.ts';
import type { ComparedPair } from './pair.ts';
import {
  type Amount,
  amountOf,
  either,
  isStill,
  nothing,
  notWorkedOut,
  type Reach,
  reachOf,
  scaled,
  still,
} from './reach.ts';
import { type Drawn, redrawn, stretchesOf } from './stretches.ts';

/** A group of rows of both editions; undefined where an edition has none. */
export interface RowGroups {
  was: DeclaredPlan | undefined;
  is: DeclaredPlan | undefined;
}

/** Lists of indicators under one parent, with what their weights add up to. */
export interface Side {
  children: readonly IndicatorPlan[];
  weight: Exact | undefined;
}

/** What is left of a parent's weight for groups without one. */
export const restOf = ({ children, weight }: Side): Exact | undefined =>
  children.reduce(
    (left, one) => left?.minus(one.line ? Exact.zero : (fixedWeight(one) ?? Exact.zero)),
    weight,
  );

function fixedWeight(one: IndicatorPlan): Exact | undefined {
  if (one.weight || one.kind !== 'group') return one.weight;
  return one.children.reduce<Exact | undefined>((all, child) => {
    const weight = fixedWeight(child);
    return weight ? (all ?? Exact.zero).plus(weight) : all;
  }, undefined);
}

/** What a point of a line is worth in its group. */
export const scaleOfSum = ({ outOf, weight }: GroupPlan): Exact | undefined =>
  outOf && weight ? weight.over(outOf) : Exact.one;

/** A weighted mean gives the group's weight by how much of the lines' weights was won. */
export function scaleOfMean({ weight, children }: GroupPlan): Exact | undefined {
  const all = children
    .filter(({ line }) => !line)
    .reduce<Exact | undefined>((sum, child) => child.weight && sum?.plus(child.weight), Exact.zero);
  return all && weight?.over(all);
}

/** The most that rows with so much weight in all can gain and lose, put under whichever group makes the most of it. */
export function reachOfRows(
  groups: readonly RowGroups[],
  before: Exact,
  after: Exact,
  compared: readonly ComparedPair[],
): Reach {
  // A form may put rows also where the rulebook leaves them no weight.
  if (before.sign() <= 0 || after.sign() <= 0) {
    const found = reachOfWeights(groups, Exact.one, Exact.one, compared);
    return isStill(found) && before.equals(after) ? still : notWorkedOut(oneRowOnly);
  }
  return reachOfWeights(groups, before, after, compared);
}

function reachOfWeights(
  groups: readonly RowGroups[],
  before: Exact,
  after: Exact,
  compared: readonly ComparedPair[],
): Reach {
  let reach: Reach = still;
  for (const { was, is } of groups) {
    if (!was || !is) {
      reach = either(reach, ofOneEdition(is ? after : before, is !== undefined));
      continue;
    }
    const owner = groups.length > 1 ? is.name : undefined;
    const isPenalty = is.line === 'penalty';
    for (const one of compared) {
      if (!one.pair.groups.some((group) => group.before.id === was.id && group.after.id === is.id)) continue;
      const found = reachOfRow(one, before, after, owner);
      reach = either(reach, isPenalty ? scaled(found, Exact.one.negated()) : found);
    }
  }
  return reach;
}

/** Rows move with their group: a form of the one edition has them, of the other not. */
function ofOneEdition(weight: Exact, isLater: boolean): Reach {
  const whole: Amount = { points: weight, isReached: true, isExact: true };
  return isLater ? { ...still, gain: whole } : { ...still, loss: whole };
}

function reachOfRow(
  { outcome, curves, measure }: ComparedPair,
  before: Exact,
  after: Exact,
  owner: string | undefined,
): Reach {
  const own = reachOf(outcome);
  const isSameWeight = before.equals(after);
  if (isStill(own) && isSameWeight) return still;
  if (measure !== 'share' || (!curves && !isSameWeight)) return notWorkedOut(own.why ?? oneRowOnly);
  const where =
    owner === undefined
      ? {}
      : {
          where: both(
            `${weightText(before, after)} 分都设在「${owner}」下`,
            `all ${weightText(before, after)} points are put under "${owner}"`,
          ),
        };
  const amount = (side: 'gain' | 'loss'): Amount => {
    const found = curves && measure === 'share' ? onWeights(curves, before, after, side) : nothing;
    const told = amountOf(outcome[side]);
    const share = told.points.times(side === 'gain' ? after : before);
    const growth = side === 'gain' ? after.minus(before) : before.minus(after);
    const other: Amount = {
      points: told.points.isZero() ? Exact.zero : share.plus(growth.sign() > 0 ? growth : Exact.zero),
      isReached: told.isReached && isSameWeight,
      isExact: told.isExact && isSameWeight,
    };
    const most = isSameWeight || other.points.compare(found.points) > 0 ? other : found;
    return most.points.isZero() ? nothing : { ...most, ...where, condition: told.condition };
  };
  return { ...own, gain: amount('gain'), loss: amount('loss') };
}

const weightText = (before: Exact, after: Exact): string =>
  (after.compare(before) > 0 ? after : before).toText();

/** The largest difference of one row that carries all of the weight. */
function onWeights(
  curves: NonNullable<ComparedPair['curves']>,
  before: Exact,
  after: Exact,
  side: 'gain' | 'loss',
): Amount {
  const draw = (edition: 'before' | 'after', weight: Exact): Drawn => {
    const { k, s, m } = curves.scales[edition];
    const drawn = redrawn(curves[edition].curve, k, s, m);
    return {
      ...drawn,
      pieces: drawn.pieces.map((piece) => ({
        ...piece,
        points: piece.points && rescaled(piece.points, Exact.one, Exact.zero, weight),
      })),
    };
  };
  const isWhole = curves.after.line.kind === 'date';
  const found = largest(
    stretchesOf(draw('before', before), draw('after', after), isWhole),
    side === 'gain' ? 1 : -1,
    isWhole,
  );
  return found ? { points: found.points, isReached: found.isReached, isExact: found.isExact } : nothing;
}

const oneRowOnly = both(
  '自设指标的分值有改动，全表的幅度没有算出',
  'the weights of declared rows changed, so the reach over the whole form was not worked out',
);
