/** One pair of lines: what the later edition scores otherwise, exactly. */

import type { Bilingual } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { type Expression, formatExpression, keyOf, namesIn } from '../../expression/index.ts';
import { casesOf } from '../../linear/index.ts';
import { type Line, rowWith } from '../../lines/index.ts';
import {
  type Analysis,
  analyse,
  type Cells,
  type Curve,
  cellsOfLine,
  curveOf,
  extremesOf,
  optionsOf,
  scales as scalesWithTarget,
} from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { compareCells } from './cell-line.ts';
import { type CurveSide, compareCurves, type Scales, scalesOf } from './curve-line.ts';
import { exactText } from './form-text.ts';
import { type LinePair, ruleKey } from './lines.ts';
import { type Largest, nothingFound, type Outcome, undecided } from './outcome.ts';

export interface ComparedPair {
  pair: LinePair;
  measure: 'points' | 'share';
  outcome: Outcome;
  /** The curves, for what the whole form makes of them. */
  curves?: { before: CurveSide; after: CurveSide; scales: { before: Scales; after: Scales } };
}

/** Compares two lines; the earlier plan's line is already in the later plan's names. */
export async function compareLine(
  pair: LinePair,
  before: ScoringPlan,
  after: ScoringPlan,
): Promise<ComparedPair> {
  const { before: old, after: now } = pair;
  if (!old || !now) return { pair, measure: 'points', outcome: await lone(pair, before, after) };
  const [one, other] = [await analyse(old, optionsOf(before)), await analyse(now, optionsOf(after))];
  if (one.kind === 'undecided' || other.kind === 'undecided') {
    const why = one.kind === 'undecided' ? one.why : (other as Extract<Analysis, { kind: 'undecided' }>).why;
    return { pair, measure: 'points', outcome: sameRule(old, now) ? nothingFound() : undecided(why) };
  }
  if (one.kind === 'curve' && other.kind === 'curve') {
    const compared = byCurve(pair, { line: old, curve: one.curve }, { line: now, curve: other.curve }, after);
    if (compared) return compared;
  }
  if (sameRule(old, now)) return { pair, measure: 'points', outcome: nothingFound() };
  const cells = (line: Line, { kind, ...rest }: Analysis, plan: ScoringPlan): Cells =>
    kind === 'cells' ? (rest as { cells: Cells }).cells : cellsOfLine(line, optionsOf(plan));
  const outcome =
    independent(one, other) ??
    compareCells(
      { line: old, cells: cells(old, one, before) },
      { line: now, cells: cells(now, other, after) },
      after,
    );
  return { pair, measure: 'points', outcome: forEveryRow(old, now, outcome) };
}

const sameRule = (old: Line, now: Line): boolean =>
  old.weight.equals(now.weight) &&
  old.leaf?.line === now.leaf?.line &&
  (old.metric && keyOf(old.metric)) === (now.metric && keyOf(now.metric)) &&
  ruleKey(old.rule) === ruleKey(now.rule);

/** A row is analysed with one weight and target; what was found there need not hold for others. */
function forEveryRow(old: Line, now: Line, outcome: Outcome): Outcome {
  if (!old.row || !now.row) return outcome;
  const names = [old, now].flatMap(({ rule }) =>
    rule.parts.flatMap(({ decision, awards }) => [
      ...(decision?.facts ?? []).flatMap((fact) => (fact.kind === 'number' ? namesIn(fact.expression) : [])),
      ...awards.flatMap(({ points }) => (points ? namesIn(points) : [])),
    ]),
  );
  return names.every((name) => name === 'weight' || name === 'judged.share')
    ? outcome
    : { ...outcome, why: outcome.why ?? notScaling };
}

const notScaling: Bilingual = both(
  '计分不按目标值与分值的比例伸缩，只比较了目标值 100、分值 10 的一行',
  'the scoring does not scale with target and weight; only a row with target 100 and weight 10 was compared',
);

function byCurve(
  pair: LinePair,
  before: CurveSide,
  after: CurveSide,
  plan: ScoringPlan,
): ComparedPair | undefined {
  const change = changeOfVariable(before, after);
  if (!change) return undefined;
  const isRow = after.line.row !== undefined;
  const scale = isRow && [before, after].every(({ line, curve }) => scalesWithTarget(line, curve) === true);
  const name = axisName(after, plan);
  const unit = unitName(after, plan);
  const later = scalesOf(after.line, after.curve, name, unit, scale);
  const own = scalesOf(before.line, before.curve, name, unit, scale);
  const earlier: Scales = {
    ...own,
    k: change.k.times(later.k),
    s: change.s.times(later.k).plus(later.s),
  };
  const scales = { before: earlier, after: later };
  const outcome = compareCurves(before, after, scales, plan);
  if (isRow && !scale && !sameRule(before.line, after.line)) outcome.why ??= notScaling;
  if (isRow && scale) atZeroTarget(before, after, scales, outcome);
  return { pair, measure: later.measure, outcome, curves: { before, after, scales } };
}

/**
 * How the earlier curve's number becomes the later one's: y = k·x + s. One and the same number under another name, or one
 * that is a line of the other: 调整后÷年初 is (调整后−年初)÷年初 + 1.
 */
function changeOfVariable(before: CurveSide, after: CurveSide): { k: Exact; s: Exact } | undefined {
  const [x, y] = [before.curve.variable, after.curve.variable];
  if (keyOf(x) === keyOf(y)) return { k: Exact.one, s: Exact.zero };
  const [xs, ys] = [casesOf(x), casesOf(y)];
  if (!xs || xs.length !== ys?.length) return undefined;
  let found: { k: Exact; s: Exact } | undefined;
  for (const [index, one] of xs.entries()) {
    const other = ys[index]!;
    const guards = (list: typeof one.guards) => JSON.stringify(list.map(constraintKey).sort());
    if (guards(one.guards) !== guards(other.guards)) return undefined;
    if (linearKey(one.bottom) !== linearKey(other.bottom)) return undefined;
    const line = lineBetween(one, other);
    if (!line || line.k.isZero()) return undefined;
    if (found && !(found.k.equals(line.k) && found.s.equals(line.s))) return undefined;
    found = line;
  }
  return found;
}

type Case = NonNullable<ReturnType<typeof casesOf>>[number];

const linearKey = ({ terms, constant }: Case['top']): string =>
  [...[...terms].map(([name, value]) => `${name} ${exactText(value)}`).sort(), exactText(constant)].join();
const constraintKey = (one: Case['guards'][number]): string => `${linearKey(one)} ${one.relation}`;

/** k and s with top′ = k·top + s·bottom. */
function lineBetween({ top, bottom }: Case, { top: wanted }: Case): { k: Exact; s: Exact } | undefined {
  const names = [...new Set([...top.terms.keys(), ...bottom.terms.keys(), ...wanted.terms.keys()])];
  const of = ({ terms }: Case['top'], name: string) => terms.get(name) ?? Exact.zero;
  const rows = [
    ...names.map((name) => [of(top, name), of(bottom, name), of(wanted, name)] as const),
    [top.constant, bottom.constant, wanted.constant] as const,
  ];
  for (const [i, [a, b, w]] of rows.entries())
    for (const [c, d, v] of rows.slice(i + 1)) {
      const k = w
        .times(d)
        .minus(v.times(b))
        .over(a.times(d).minus(c.times(b)));
      if (!k) continue;
      const s = a
        .times(v)
        .minus(c.times(w))
        .over(a.times(d).minus(c.times(b)))!;
      return rows.every(([p, q, r]) => r.equals(k.times(p).plus(s.times(q)))) ? { k, s } : undefined;
    }
  return undefined;
}

/** The same row where the target is zero, which no proportion covers. */
function atZeroTarget(
  before: CurveSide,
  after: CurveSide,
  scales: { before: Scales; after: Scales },
  outcome: Outcome,
): void {
  if (after.line.target === undefined || after.line.kind === 'date') return;
  const zero = ({ line }: CurveSide) => curveOf(rowWith(line, { target: Exact.zero }));
  const [one, other] = [zero(before), zero(after)];
  if (!one || !other) return;
  const told = (curve: Curve, scale: Scales): Bilingual => {
    const parts = curve.pieces.map((piece) => {
      const where = piece.isPoint
        ? both(`完成值为 ${exactText(piece.from!)}`, `actual ${exactText(piece.from!)}`)
        : both(
            piece.from?.isZero() ? '完成值大于 0' : '其他',
            piece.from?.isZero() ? 'actual above 0' : 'otherwise',
          );
      const extremes = extremesOf(piece);
      const share = extremes?.least.points.times(scale.m);
      const gives = share
        ? share.isZero()
          ? both('得 0 分', 'scores 0')
          : share.equals(Exact.one)
            ? both('得满分', 'scores full marks')
            : both(
                `得分值的 ${exactText(share.times(Exact.hundred))}%`,
                `scores ${exactText(share.times(Exact.hundred))}% of the weight`,
              )
        : both('不计分', 'is not scored');
      return { where, gives };
    });
    const uniform = parts.every(({ gives }) => gives.zh === parts[0]!.gives.zh);
    if (uniform && parts[0]) return parts[0].gives;
    return both(
      parts.map(({ where, gives }) => `${where.zh}，${gives.zh}`).join('；'),
      parts.map(({ where, gives }) => `${where.en} ${gives.en}`).join('; '),
    );
  };
  const [was, is] = [told(one, scales.before), told(other, scales.after)];
  if (was.zh !== is.zh)
    outcome.situations.push({ name: both('目标值为 0', 'the target is zero'), before: was, after: is });
}

function axisName({ line, curve }: CurveSide, plan: ScoringPlan): Bilingual {
  const { variable } = curve;
  if (variable.kind === 'name' && variable.name === 'judged.share')
    return both('评价人所给比例', 'the share a person gives');
  if (line.row) return both('完成值', 'actual');
  return nameOfExpression(variable, plan);
}

/** The name a rulebook gives to an expression, or the expression in the names of its inputs. */
function nameOfExpression(expression: Expression, plan: ScoringPlan): Bilingual {
  const key = keyOf(expression);
  const leaf = [...plan.byId.values()].find(
    (one) => one.kind === 'leaf' && one.metric && keyOf(one.metric) === key && expression.kind !== 'name',
  );
  const text = formatExpression(expression, (name) => plan.inputs.get(name)?.name ?? name);
  if (leaf) return both(leaf.name, leaf.name);
  return both(text, text);
}

function unitName({ curve, line }: CurveSide, plan: ScoringPlan): string {
  if (curve.isRate || line.row) return '';
  const { variable } = curve;
  const units = namesIn(variable).map((name) => plan.inputs.get(name)?.unit);
  if (variable.kind === 'name') return units[0] ?? '';
  // A sum of amounts is in their unit; anything else is a bare number.
  const isSum = (node: Expression): boolean =>
    node.kind === 'name' ||
    (node.kind === 'binary' &&
      (node.operator === '+' || node.operator === '-') &&
      isSum(node.left) &&
      isSum(node.right)) ||
    (node.kind === 'call' && node.arguments.every(isSum));
  return isSum(variable) && new Set(units).size === 1 ? (units[0] ?? '') : '';
}

/** A line only one edition has: everything it can give is won or lost. */
async function lone(pair: LinePair, before: ScoringPlan, after: ScoringPlan): Promise<Outcome> {
  const line = (pair.after ?? pair.before)!;
  const plan = pair.after ? after : before;
  const range = pointsRange(await analyse(line, optionsOf(plan)));
  const isPenalty = line.leaf?.line === 'penalty';
  const points = range?.most.points ?? line.weight;
  const largest: Largest = {
    points,
    isReached: range?.most.isReached ?? false,
    isExact: range !== undefined,
    names: new Set(),
    shown: { points: exactText(points), reached: range?.most.isReached ?? false, exact: range !== undefined },
  };
  if (points.isZero()) return nothingFound();
  const isGain = (pair.after !== undefined) !== isPenalty;
  return { ...nothingFound(), ...(isGain ? { gain: largest } : { loss: largest }) };
}

interface End {
  points: Exact;
  isReached: boolean;
}

/** The least and most points of an analysed line; undefined where that is not decided. */
function pointsRange(analysis: Analysis): { least: End; most: End } | undefined {
  if (analysis.kind === 'cells') {
    const { extremes } = analysis.cells;
    return (
      extremes && {
        least: { points: extremes.least, isReached: true },
        most: { points: extremes.most, isReached: true },
      }
    );
  }
  if (analysis.kind === 'undecided') return undefined;
  let range: { least: End; most: End } | undefined;
  for (const piece of analysis.curve.pieces) {
    if (piece.absence === 'form' || piece.absence === 'steps') return undefined;
    const ends = extremesOf(piece);
    if (!ends) continue;
    const { least, most } = ends;
    if (!range) range = { least, most };
    if (better(least, range.least, -1)) range.least = least;
    if (better(most, range.most, 1)) range.most = most;
  }
  return range;
}

const better = (one: End, known: End, sign: 1 | -1): boolean => {
  const order = one.points.compare(known.points) * sign;
  return order > 0 || (order === 0 && one.isReached && !known.isReached);
};

/** Two lines that read nothing in common may come out any way: the ends of both say how far apart. */
function independent(one: Analysis, other: Analysis): Outcome | undefined {
  const names = (analysis: Analysis): Set<string> => {
    const { rule, metric } = analysis.line;
    const found = rule.parts.flatMap(({ decision, awards }) => [
      ...(decision?.facts ?? []).flatMap((fact) =>
        fact.kind === 'number' ? namesIn(fact.expression) : [fact.name],
      ),
      ...awards.flatMap(({ points }) => (points ? namesIn(points) : [])),
    ]);
    return new Set([...found, ...(metric ? namesIn(metric) : [])].filter((name) => name !== 'weight'));
  };
  const [a, b] = [names(one), names(other)];
  if ([...a].some((name) => b.has(name))) return undefined;
  const [before, after] = [pointsRange(one), pointsRange(other)];
  if (!before || !after) return undefined;
  const isPenalty = other.line.leaf?.line === 'penalty';
  const apart = (high: End, low: End): Largest | undefined => {
    const points = high.points.minus(low.points);
    if (points.sign() <= 0) return undefined;
    const isReached = high.isReached && low.isReached;
    return {
      points,
      isReached,
      isExact: true,
      names: new Set([...a, ...b]),
      shown: {
        points: exactText(points),
        reached: isReached,
        exact: true,
        where: both('两版看的不是同一项数据', 'the editions look at different data'),
      },
    };
  };
  const up = apart(after.most, before.least);
  const down = apart(before.most, after.least);
  return { ...nothingFound(), gain: isPenalty ? down : up, loss: isPenalty ? up : down };
}
