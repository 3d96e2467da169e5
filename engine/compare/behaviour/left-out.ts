/** Lines that a form may leave out: the others then take over their weight, and whatever these gain or lose grows with it. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { countsIn, type IndicatorPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { isConstant, namesIn } from '../../expression/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { asBound, isMoved, type Reach, scaled } from './reach.ts';
import type { Side } from './rows.ts';

interface Couple {
  was: IndicatorPlan | undefined;
  is: IndicatorPlan | undefined;
}

export interface LeftOut {
  isPossible: boolean;
  /** Why what the rest comes to was not worked out. */
  why: Bilingual | undefined;
  /** What a line can gain and lose where all others that may be are left out; `undefined` for groups of rows. */
  scaled: (couple: Couple | undefined, reach: Reach) => Reach;
}

export function leftOutOf(before: Side, after: Side, couples: readonly Couple[]): LeftOut {
  const may = couples.filter(({ was, is }) => mayBeLeftOut(was) || mayBeLeftOut(is));
  if (may.length === 0) return { isPossible: false, why: undefined, scaled: (_, reach) => reach };
  const weights = (side: 'was' | 'is') => couples.map((couple) => couple[side]?.weight?.toText(20) ?? '');
  const isSame = weights('was').join() === weights('is').join() && sameWeight(before, after);
  return {
    isPossible: true,
    why: isSame ? undefined : weightsMoved,
    scaled: (couple, reach) => {
      if (!isMoved(reach.gain) && !isMoved(reach.loss)) return reach;
      const others = may.filter((one) => one !== couple);
      if (others.length === 0) return reach;
      const all = weightOf(after);
      const gone = others.reduce(
        (sum, one) => sum.plus((one.is ?? one.was)!.weight ?? Exact.zero),
        Exact.zero,
      );
      const factor = all?.over(all.minus(gone));
      if (!factor || factor.sign() <= 0) return { ...reach, why: reach.why ?? everything };
      const grown = scaled(reach, factor);
      return others.every((one) => isApart(one, couple)) ? named(grown, others) : asBound(grown);
    },
  };
}

const sameWeight = (before: Side, after: Side): boolean =>
  before.weight === after.weight ||
  (before.weight?.equals(after.weight ?? Exact.zero.minus(Exact.one)) ?? false);

/** What the weights of a list add up to: the parent's, or the sum of what counts. */
const weightOf = ({ children, weight }: Side): Exact | undefined =>
  weight ??
  children
    .filter(({ line }) => !line)
    .reduce<Exact | undefined>((sum, one) => one.weight && sum?.plus(one.weight), Exact.zero);

function mayBeLeftOut(one: IndicatorPlan | undefined): boolean {
  if (!one?.weight || one.line) return false;
  if (one.notApplicable?.policy === 'rescale') return true;
  if (one.kind === 'group') {
    // A bonus or a deduction beside them keeps no weight in the group.
    const counted = one.children.filter((child) => countsIn(child, one));
    return counted.length > 0 && counted.every(mayBeLeftOut);
  }
  return one.optional;
}

/** True where leaving the one out says nothing of what the other scores: it is blank, and they read nothing in common. */
function isApart({ was, is }: Couple, couple: Couple | undefined): boolean {
  const [one, other] = [is ?? was, couple && (couple.is ?? couple.was)];
  if (one?.kind !== 'leaf' || other?.kind !== 'leaf') return false;
  if (!one.optional || one.missing === 'claimed' || one.notApplicable) return false;
  const read = new Set([one.metric, other.metric].flatMap((metric) => (metric ? namesIn(metric) : [])));
  const count = [one.metric, other.metric].reduce(
    (sum, metric) => sum + (metric ? namesIn(metric).length : 0),
    0,
  );
  const isByMetric = [one, other].every(({ metric, rule }) => metric && !isConstant(metric) && !rule.judged);
  return isByMetric && read.size === count && readsOnlyMetric(one) && readsOnlyMetric(other);
}

const readsOnlyMetric = ({ rule, metric }: Extract<IndicatorPlan, { kind: 'leaf' }>): boolean => {
  const own = new Set(metric ? namesIn(metric) : []);
  return rule.parts.every(
    ({ decision, awards }) =>
      (decision?.facts ?? []).every((fact) =>
        fact.kind === 'number' ? namesIn(fact.expression).every((name) => own.has(name)) : false,
      ) && awards.every(({ points }) => !points || namesIn(points).every((name) => own.has(name))),
  );
};

function named(reach: Reach, others: readonly Couple[]): Reach {
  const names = others.map(({ was, is }) => (is ?? was)!.name);
  const where = both(`「${names.join('」「')}」不评`, `"${names.join('", "')}" is left out`);
  return {
    ...reach,
    gain: isMoved(reach.gain) ? { ...reach.gain, where } : reach.gain,
    loss: isMoved(reach.loss) ? { ...reach.loss, where } : reach.loss,
  };
}

const weightsMoved = both(
  '有的行可以不评，而分值有改动，其余各行怎样折算没有逐一判定',
  'some lines may be left out and weights changed, so how the rest is scaled was not worked through',
);
const everything = both(
  '各行都可以不评，全表的幅度没有算出',
  'every line may be left out, so the reach over the whole form was not worked out',
);
