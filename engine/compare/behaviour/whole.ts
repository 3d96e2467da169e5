/**
 * What the single lines make of the whole form: how much more or less one form can score. Sums of the lines' largest
 * differences; exact where no two of them need the same data, else a bound.
 */
import type {
  Bilingual,
  ComparedWhole,
  DifferingSituation,
  LargestDifference,
  WrittenChange,
} from '../../../schemas/generated/types.ts';
import type { DeclaredPlan, GroupPlan, IndicatorPlan, ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import type { Pairing } from '../../edits/index.ts';
import { rescaled } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { exactText } from './form-text.ts';
import { gradeChanges } from './grades.ts';
import type { ComparedPair } from './line.ts';
import { type Largest, verdictOf } from './outcome.ts';
import { type Drawn, largest, redrawn, stretchesOf } from './stretches.ts';
import { joinUp } from './tell.ts';

/** How much something can add to or take from the total. */
interface Reach {
  gain: Amount;
  loss: Amount;
  why: Bilingual | undefined;
}

interface Amount {
  points: Exact;
  /** Under what circumstances, where the single lines do not tell. */
  where?: Bilingual;
  isReached: boolean;
  isExact: boolean;
}

const nothing: Amount = { points: Exact.zero, isReached: true, isExact: true };
const same: Reach = { gain: nothing, loss: nothing, why: undefined };

const sum = (a: Amount, b: Amount): Amount => ({
  points: a.points.plus(b.points),
  isReached: a.isReached && b.isReached,
  isExact: a.isExact && b.isExact,
  ...(a.where || b.where
    ? { where: a.where && b.where ? joinUp([a.where, b.where]) : (a.where ?? b.where) }
    : {}),
});
const add = (a: Reach, b: Reach): Reach => ({
  gain: sum(a.gain, b.gain),
  loss: sum(a.loss, b.loss),
  why: a.why ?? b.why,
});
const larger = (a: Amount, b: Amount): Amount => {
  const order = a.points.compare(b.points);
  return order > 0 || (order === 0 && a.isReached) ? a : b;
};
const scaled = (a: Amount, factor: Exact): Amount => ({ ...a, points: a.points.times(factor) });
const asAmount = (one: Largest | undefined): Amount =>
  one ? { points: one.points, isReached: one.isReached, isExact: one.isExact } : nothing;

const notSummed = both(
  '有的组不是把下级相加，或汇合方式、不适用等有改动，全表的幅度没有算出',
  'some groups do not add up their lines, or how they are put together changed, so the reach over the whole form was not worked out',
);
const sharing = both(
  '几行用到同一项数据，未必能同时达到各自的最大幅度；所列为不会超过的上界',
  'some lines read the same data and may not all be at their largest at once; what is told is a bound',
);
const byLimits = both(
  '否决或封顶要看得分或有所改动，全表的幅度没有算出',
  'a veto or cap changed or depends on the scores, so the reach over the whole form was not worked out',
);

/** Changes of what is written that tell on the total although no single line shows them. */
const wholeKinds = new Set([
  ...['rounding-changed', 'total-changed', 'limit-changed', 'limit-added', 'limit-removed'],
  ...['combine-changed', 'out-of-changed', 'not-applicable-changed', 'optional-changed'],
  ...['row-weights-changed', 'met-changed', 'unit-changed', 'input-type-changed', 'options-changed'],
  ...['minimum-changed', 'maximum-changed', 'line-changed', 'kind-changed', 'frame-added', 'frame-removed'],
]);

/** Of those, the ones that change how lines are put together. */
const structuralKinds = [
  ...['combine-changed', 'out-of-changed', 'optional-changed', 'row-weights-changed', 'kind-changed'],
  ...['line-changed', 'frame-added', 'frame-removed', 'not-applicable-changed'],
];

export function wholeOf(
  before: ScoringPlan,
  after: ScoringPlan,
  pairing: Pairing,
  compared: readonly ComparedPair[],
  written: readonly WrittenChange[],
): ComparedWhole {
  const told = written.filter(({ code }) => wholeKinds.has(code.split(':')[0]!));
  const has = (kinds: readonly string[]) => told.some(({ code }) => kinds.includes(code.split(':')[0]!));
  const reach = new Reaches(before, after, pairing, compared).whole();
  const moves = { gain: reach.gain.points.sign() > 0, loss: reach.loss.points.sign() > 0 };
  const isMoved = moves.gain || moves.loss;
  const plans = [before, after];
  const isLimited =
    has(['limit-changed']) ||
    (isMoved && plans.some((plan) => plan.limits.some((limit) => readsResults(limit, plan))));
  const why = reach.why ?? (has(structuralKinds) ? notSummed : isLimited ? byLimits : undefined);
  const isShared = isMoved && sharesData(compared);
  const isBound = isShared || (isMoved && plans.some((plan) => plan.limits.length > 0));
  const show = ({ points, isReached, isExact, where }: Amount): LargestDifference | undefined =>
    why || points.sign() <= 0
      ? undefined
      : {
          points: exactText(points),
          reached: isReached && !isBound,
          exact: isExact && !isBound,
          ...(where ? { where } : {}),
        };
  const [gain, loss] = [show(reach.gain), show(reach.loss)];
  const reason = why ?? (isShared ? sharing : undefined);
  const isOpen = why !== undefined || compared.some(({ outcome }) => verdictOf(outcome) === 'undecided');
  return {
    verdict: wholeVerdict(isOpen, [
      moves,
      ...(has(['rounding-changed']) ? [roundingMoves(before, after)] : []),
      limitMoves(before, after),
    ]),
    ...(reason ? { why: reason } : {}),
    ...(gain ? { gain } : {}),
    ...(loss ? { loss } : {}),
    grades: gradeChanges(before, after),
    situations: told.map(situationOf),
  };
}

interface Moves {
  gain: boolean;
  loss: boolean;
}

function wholeVerdict(isOpen: boolean, causes: readonly Moves[]): ComparedWhole['verdict'] {
  const gain = causes.some((one) => one.gain);
  const loss = causes.some((one) => one.loss);
  if (gain && loss) return 'both';
  if (isOpen) return 'undecided';
  return gain ? 'neverLower' : loss ? 'neverHigher' : 'equal';
}

/** A veto or cap that was added can only take away; one that was removed can only give back. */
function limitMoves(before: ScoringPlan, after: ScoringPlan): Moves {
  const only = (one: ScoringPlan, other: ScoringPlan) =>
    one.limits.some((limit) => limit.total && !other.limits.some(({ id }) => id === limit.id));
  return { gain: only(before, after), loss: only(after, before) };
}

const situationOf = ({ subject, message, before, after }: WrittenChange): DifferingSituation => ({
  name: both(
    subject.zh === '全表'
      ? message.zh.split(/由 |：/)[0]!
      : `${subject.zh} · ${message.zh.split(/由 |：/)[0]!}`,
    subject.en === 'the whole form'
      ? message.en.split(/ changed|:/)[0]!
      : `${subject.en}, ${message.en.split(/ changed|:/)[0]!}`,
  ),
  before: before ?? both('没有', 'nothing'),
  after: after ?? both('没有', 'nothing'),
});

/** Modes of rounding from the one that gives least to the one that gives most. */
const modes = ['down', 'half-even', 'half-up', 'up'];

/** What another rounding alone can do. */
function roundingMoves({ rounding: was }: ScoringPlan, { rounding: is }: ScoringPlan): Moves {
  if (was.decimals !== is.decimals || was.at !== is.at) return { gain: true, loss: true };
  const rises = modes.indexOf(is.mode) > modes.indexOf(was.mode);
  return { gain: rises, loss: !rises };
}

/** True where a limit looks at scores, not only at what is filled in. */
const readsResults = ({ when }: ScoringPlan['limits'][number], { inputs }: ScoringPlan): boolean =>
  when.facts.some((fact) => {
    const key = fact.kind === 'number' ? fact.key : fact.name;
    const names = key.match(/[\p{L}_][\p{L}\p{N}_.-]*/gu) ?? [];
    return names.some((name) => !inputs.has(name) && !/^(min|max|abs|sum)$/.test(name));
  });

/** True where two lines that differ read the same input. */
function sharesData(compared: readonly ComparedPair[]): boolean {
  const seen = new Set<string>();
  for (const { outcome } of compared) {
    const names = new Set([...(outcome.gain?.names ?? []), ...(outcome.loss?.names ?? [])]);
    for (const name of names) {
      if (name === 'judged.share' || name === 'judged.tier') continue;
      if (seen.has(name)) return true;
      seen.add(name);
    }
  }
  return false;
}

class Reaches {
  private readonly before: ScoringPlan;
  private readonly after: ScoringPlan;
  private readonly pairing: Pairing;
  private readonly compared: readonly ComparedPair[];

  constructor(before: ScoringPlan, after: ScoringPlan, pairing: Pairing, compared: readonly ComparedPair[]) {
    this.before = before;
    this.after = after;
    this.pairing = pairing;
    this.compared = compared;
  }

  whole(): Reach {
    return this.list(this.before.indicators, this.after.indicators, this.before.total, this.after.total);
  }

  /**
   * Lines under one parent. Those that bring their own weight add; what is left of the parent's weight goes to whichever
   * open group, and kind of target, makes the most of it.
   */
  private list(
    before: readonly IndicatorPlan[],
    after: readonly IndicatorPlan[],
    weightBefore: Exact | undefined,
    weightAfter: Exact | undefined,
  ): Reach {
    const earlier = new Map(this.pairing.indicators.map((pair) => [pair.after, pair.before]));
    let all = same;
    const open: { was: DeclaredPlan | undefined; is: DeclaredPlan | undefined }[] = [];
    const visit = (was: IndicatorPlan | undefined, is: IndicatorPlan | undefined): void => {
      const found = this.pair(was, is);
      if (found === 'open') open.push({ was: was as DeclaredPlan, is: is as DeclaredPlan });
      else if (Array.isArray(found)) open.push(...found);
      else all = add(all, found);
    };
    for (const is of after) {
      const id = earlier.get(is.id);
      visit(
        before.find((one) => one.id === id),
        is,
      );
    }
    const paired = new Set(after.flatMap((one) => earlier.get(one.id) ?? []));
    for (const was of before) if (!paired.has(was.id)) visit(was, undefined);
    if (open.length === 0) return all;
    const rest = (weight: Exact | undefined, list: readonly IndicatorPlan[]) =>
      list.reduce(
        (left, one) => left?.minus(one.line ? Exact.zero : (fixedWeight(one) ?? Exact.zero)),
        weight,
      );
    const [left, right] = [rest(weightBefore, before), rest(weightAfter, after)];
    if (!left || !right) return { ...all, why: notSummed };
    return add(all, this.rows(open, left, right));
  }

  /** `open` for a group that weighs what its rows bring; a list of such for a group of them. */
  private pair(
    was: IndicatorPlan | undefined,
    is: IndicatorPlan | undefined,
  ): Reach | 'open' | { was: DeclaredPlan | undefined; is: DeclaredPlan | undefined }[] {
    const known = (is ?? was)!;
    if (was && is && was.kind !== is.kind) return this.moved(was, is);
    if (known.kind === 'leaf') return this.leaf(was, is);
    if (known.kind === 'declared') {
      if (!was?.weight && !is?.weight && was && is) return 'open';
      if (!known.weight) return 'open';
      const weight = (one: IndicatorPlan | undefined) => one?.weight ?? Exact.zero;
      return this.rows([{ was: was as DeclaredPlan, is: is as DeclaredPlan }], weight(was), weight(is));
    }
    return this.group(was as GroupPlan | undefined, is as GroupPlan | undefined);
  }

  private group(was: GroupPlan | undefined, is: GroupPlan | undefined) {
    const inner = (one: GroupPlan | undefined) => (one ? (one.outOf ?? one.weight) : Exact.zero);
    const known = (is ?? was)!;
    const openUnder = (one: GroupPlan | undefined): DeclaredPlan[] =>
      (one?.children ?? []).flatMap((child) =>
        child.kind === 'declared' && !child.weight ? [child] : child.kind === 'group' ? openUnder(child) : [],
      );
    if (!known.weight && openUnder(known).length > 0) {
      const earlier = new Map(this.pairing.indicators.map((pair) => [pair.after, pair.before]));
      const olds = openUnder(was);
      return openUnder(is).map((one) => ({
        was: olds.find((old) => old.id === earlier.get(one.id)),
        is: one,
      }));
    }
    const reach = this.list(was?.children ?? [], is?.children ?? [], inner(was), inner(is));
    const isSum = (one: GroupPlan | undefined) => !one || one.combine === 'sum';
    const isStill = reach.gain.points.isZero() && reach.loss.points.isZero() && !reach.why;
    if (isSum(was) && isSum(is)) {
      const factor = (one: GroupPlan | undefined) =>
        one?.outOf && one.weight ? one.weight.over(one.outOf)! : Exact.one;
      const [a, b] = [factor(was ?? is), factor(is ?? was)];
      if (a.equals(b)) return { ...reach, gain: scaled(reach.gain, a), loss: scaled(reach.loss, a) };
    }
    return isStill && was && is ? same : { ...reach, why: reach.why ?? notSummed };
  }

  private leaf(was: IndicatorPlan | undefined, is: IndicatorPlan | undefined): Reach {
    const found = this.compared.find(
      ({ pair }) => pair.kind === 'leaf' && (is ? pair.after?.id === is.id : pair.before?.id === was!.id),
    );
    if (!found) return same;
    const { gain, loss, why } = found.outcome;
    return { gain: asAmount(gain), loss: asAmount(loss), why };
  }

  /** Another kind of line altogether: anything up to both weights. */
  private moved(was: IndicatorPlan, is: IndicatorPlan): Reach {
    const bound = (one: IndicatorPlan): Amount => ({
      points: one.weight ?? Exact.zero,
      isReached: false,
      isExact: false,
    });
    return { gain: bound(is), loss: bound(was), why: is.weight && was.weight ? undefined : notSummed };
  }

  /** The most that rows with so much weight in all can gain and lose. */
  private rows(
    groups: readonly { was: DeclaredPlan | undefined; is: DeclaredPlan | undefined }[],
    weightBefore: Exact,
    weightAfter: Exact,
  ): Reach {
    let reach: Reach = same;
    for (const { was, is } of groups) {
      if (!was || !is) {
        const whole = (weight: Exact): Amount => ({ points: weight, isReached: true, isExact: true });
        // Rows move with their group: a form of the one edition has them, of the other not.
        reach = {
          ...reach,
          gain: larger(reach.gain, is ? whole(weightAfter) : nothing),
          loss: larger(reach.loss, was ? whole(weightBefore) : nothing),
        };
        continue;
      }
      for (const one of this.compared) {
        if (!one.pair.groups.some((group) => group.before.id === was.id && group.after.id === is.id))
          continue;
        const found = this.row(one, weightBefore, weightAfter, groups.length > 1 ? is.name : undefined);
        reach = {
          gain: larger(reach.gain, found.gain),
          loss: larger(reach.loss, found.loss),
          why: reach.why ?? found.why,
        };
      }
    }
    return reach;
  }

  /** `owner` is the one of several open groups that the weight is all put under. */
  private row(
    { outcome, curves, measure }: ComparedPair,
    before: Exact,
    after: Exact,
    owner: string | undefined,
  ): Reach {
    const { gain, loss, why } = outcome;
    if (!curves || measure !== 'share') {
      const isStill = !gain && !loss && !why && before.equals(after);
      return isStill ? same : { ...same, why: why ?? notSummed };
    }
    const draw = (side: 'before' | 'after', weight: Exact): Drawn => {
      const { k, s, m } = curves.scales[side];
      const drawn = redrawn(curves[side].curve, k, s, m);
      return {
        ...drawn,
        pieces: drawn.pieces.map((piece) => ({
          ...piece,
          points: piece.points && rescaled(piece.points, Exact.one, Exact.zero, weight),
        })),
      };
    };
    const stretches = stretchesOf(draw('before', before), draw('after', after));
    const text = (after.compare(before) > 0 ? after : before).toText();
    const where =
      owner === undefined
        ? {}
        : { where: both(`${text} 分都设在「${owner}」下`, `all ${text} points are put under "${owner}"`) };
    const amount = (sign: 1 | -1): Amount => {
      const found = largest(stretches, sign);
      return found
        ? { points: found.points, isReached: found.isReached, isExact: found.isExact, ...where }
        : nothing;
    };
    return { gain: amount(1), loss: amount(-1), why };
  }
}

function fixedWeight(one: IndicatorPlan): Exact | undefined {
  if (one.weight || one.kind !== 'group') return one.weight;
  return one.children.reduce<Exact | undefined>((all, child) => {
    const weight = fixedWeight(child);
    return weight ? (all ?? Exact.zero).plus(weight) : all;
  }, undefined);
}
