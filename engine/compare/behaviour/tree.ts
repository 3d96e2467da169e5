/**
 * What the single lines make of the whole form: both editions' groups walked side by side. Where lines are put together
 * alike, what one can gain and lose is carried up; where not, it is worked out exactly or left open, never assumed.
 */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import type { DeclaredPlan, GroupPlan, IndicatorPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import type { Pairing } from '../../edits/index.ts';
import { casesOf } from '../../linear/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { type Couple, closed, type Found } from './couple.ts';
import { declaredKeys, differing, groupKeys, wordOf } from './keys.ts';
import { leftOutOf } from './left-out.ts';
import { laterNames, type Rename } from './names.ts';
import type { ComparedPair, Plans } from './pair.ts';
import {
  add,
  asBound,
  asBoundAmount,
  inUnits,
  isMoved,
  isStill,
  notWorkedOut,
  type Reach,
  reachOf,
  scaled,
  still,
  type Units,
  unitsOf,
} from './reach.ts';
import { type RowGroups, reachOfRows, restOf, type Side, scaleOfMean, scaleOfSum } from './rows.ts';

export class Tree {
  private readonly plans: Plans;
  private readonly pairing: Pairing;
  private readonly compared: readonly ComparedPair[];
  private readonly name: Rename;
  private readonly earlier: ReadonlyMap<string, string>;
  private readonly units: Units | undefined;

  constructor(plans: Plans, pairing: Pairing, compared: readonly ComparedPair[]) {
    this.plans = plans;
    this.pairing = pairing;
    this.compared = compared;
    this.name = laterNames(pairing);
    this.units = unitsOf(plans);
    this.earlier = new Map(this.pairing.indicators.map((pair) => [pair.after, pair.before]));
  }

  whole(): Reach {
    const { before, after } = this.plans;
    const found = this.sum(
      { children: before.indicators, weight: before.total },
      { children: after.indicators, weight: after.total },
    );
    return inUnits(found, unitsOf(this.plans, 'total'));
  }

  private couples(before: readonly IndicatorPlan[], after: readonly IndicatorPlan[]): Couple[] {
    const couples: Couple[] = after.map((is) => {
      const id = this.earlier.get(is.id);
      return { was: before.find((one) => one.id === id), is };
    });
    const paired = new Set(couples.flatMap(({ was }) => was ?? []));
    return [...couples, ...before.filter((one) => !paired.has(one)).map((was) => ({ was, is: undefined }))];
  }

  /**
   * Lines that are added up. Those that bring their own weight add; what is left of the parent's weight goes to whichever
   * open group, and kind of target, makes the most of it. Where some may be left out, the rest is scaled up by as much.
   */
  private sum(before: Side, after: Side): Reach {
    const couples = this.couples(before.children, after.children);
    const leftOut = leftOutOf(before, after, couples);
    let all = still;
    const open: RowGroups[] = [];
    const moving: Reach[] = [];
    for (const couple of couples) {
      const found = this.couple(couple);
      open.push(...found.open);
      const own = inUnits(leftOut.scaled(couple, found.reach), this.units);
      if (!isStill(own)) moving.push(own);
      all = add(all, own);
    }
    if (open.length > 0) {
      const [left, right] = [restOf(before), restOf(after)];
      const found = left && right ? reachOfRows(open, left, right, this.compared) : notWorkedOut(openWeights);
      const own = leftOut.scaled(undefined, found);
      if (!isStill(own)) moving.push(own);
      all = add(all, own);
    }
    if (leftOut.why) all = { ...all, why: all.why ?? leftOut.why };
    return leftOut.isPossible && moving.length > 1 ? asBound(all) : all;
  }

  private couple({ was, is }: Couple): Found {
    const known = (is ?? was)!;
    if (was && is && was.kind !== is.kind) return closed(notWorkedOut(changed(is.name, kindWord)));
    if (known.kind === 'leaf') return closed(this.leaf(was, is));
    if (known.kind === 'declared')
      return this.declared({ was: was as DeclaredPlan | undefined, is: is as DeclaredPlan | undefined });
    return this.group({ was: was as GroupPlan | undefined, is: is as GroupPlan | undefined });
  }

  private leaf(was: IndicatorPlan | undefined, is: IndicatorPlan | undefined): Reach {
    const found = this.compared.find(
      ({ pair }) => pair.kind === 'leaf' && (is ? pair.after?.id === is.id : pair.before?.id === was!.id),
    );
    return found ? inUnits(reachOf(found.outcome), this.units) : still;
  }

  private declared({ was, is }: Couple<DeclaredPlan>): Found {
    if (was && is) {
      const key = differing(was, is, declaredKeys, this.name).find(
        (one) => one !== 'weight' || !was.weight !== !is.weight,
      );
      if (key) return closed(notWorkedOut(changed(is.name, wordOf(key, declaredKeys))));
    }
    const known = (is ?? was)!;
    if (!known.weight) return { reach: still, open: [{ was, is }] };
    const weight = (one: DeclaredPlan | undefined) => one?.weight ?? Exact.zero;
    return closed(this.rows([{ was, is }], weight(was), weight(is)));
  }

  private group({ was, is }: Couple<GroupPlan>): Found {
    const known = (is ?? was)!;
    if (was && is) {
      const keys = differing(was, is, groupKeys, this.name);
      const isScale = (key: string) =>
        (key === 'weight' && !was.weight === !is.weight) || (key === 'outOf' && is.combine === 'sum');
      const key = keys.find((one) => !isScale(one));
      if (key) return closed(notWorkedOut(changed(is.name, wordOf(key, groupKeys))));
      if (keys.length > 0 && is.combine !== 'sum' && is.combine !== 'weightedMean')
        return closed(notWorkedOut(changed(is.name, wordOf('weight', groupKeys))));
    }
    if (!known.weight) return this.weightless({ was, is });
    const side = (one: GroupPlan | undefined): Side => ({
      children: one?.children ?? [],
      weight: one ? (one.outOf ?? one.weight) : Exact.zero,
    });
    switch (known.combine) {
      case 'sum':
        return closed(inUnits(this.onScale(this.sum(side(was), side(is)), was, is, scaleOfSum), this.units));
      case 'weightedMean':
        return closed(inUnits(this.onScale(this.sum(side(was), side(is)), was, is, scaleOfMean), this.units));
      case 'lowest':
        return closed(this.lowest(was, is));
      default:
        return closed(this.expression(was, is));
    }
  }

  /** A group that weighs what its lines do: they are added, and its rows share what the group above leaves them. */
  private weightless({ was, is }: Couple<GroupPlan>): Found {
    const couples = this.couples(was?.children ?? [], is?.children ?? []);
    const leftOut = leftOutOf(
      { children: was?.children ?? [], weight: undefined },
      { children: is?.children ?? [], weight: undefined },
      couples,
    );
    if (leftOut.why) return closed(notWorkedOut(leftOut.why));
    const found = couples.map((couple) => this.couple(couple));
    const reach = found.reduce((all, one) => add(all, one.reach), still);
    const isPlain = (is ?? was)!.combine === 'sum' && !leftOut.isPossible;
    const open = found.flatMap((one) => one.open);
    if (isPlain || (isStill(reach) && open.every((one) => this.isStillGroup(one)))) return { reach, open };
    return closed(notWorkedOut(changed((is ?? was)!.name, wordOf('combine', groupKeys), 'depends')));
  }

  /** Rows are rounded one by one, as many as there are: only what is all of their weight comes out exactly. */
  private rows(groups: readonly RowGroups[], before: Exact, after: Exact): Reach {
    const found = reachOfRows(groups, before, after, this.compared);
    if (!this.units) return found;
    const only = (amount: Reach['gain'], weight: Exact) =>
      amount.points.equals(weight) ? amount : asBoundAmount(amount);
    return { ...found, gain: only(found.gain, after), loss: only(found.loss, before) };
  }

  private isStillGroup({ was, is }: RowGroups): boolean {
    return (
      was !== undefined &&
      is !== undefined &&
      isStill(reachOfRows([{ was, is }], Exact.one, Exact.one, this.compared))
    );
  }

  /**
   * After times its scale, less before times its own: the difference of the lines on the later scale, and what the
   * earlier points are worth more or less on it.
   */
  private onScale(
    inner: Reach,
    was: GroupPlan | undefined,
    is: GroupPlan | undefined,
    scaleOf: (one: GroupPlan) => Exact | undefined,
  ): Reach {
    const [a, b] = [is ?? was!, was ?? is!].map(scaleOf);
    if (!a || !b) return isStill(inner) && weighAlike(was, is) ? inner : notWorkedOut(openWeights);
    const own = scaled(inner, a);
    if (a.equals(b)) return own;
    const most = this.mostOf(was!);
    const points = most.points.times(a.minus(b).absolute());
    const isAlone = isStill(inner);
    const by = { points, isReached: most.isReached && isAlone, isExact: most.isReached && isAlone };
    const up = a.compare(b) > 0;
    const more = { ...still, ...(up ? { gain: by } : { loss: by }) };
    return isAlone ? more : asBound(add(own, more));
  }

  /** The most that the lines of a group come to, on the scale of the lines, and whether a form is known to come to it. */
  private mostOf(group: GroupPlan): { points: Exact; isReached: boolean } {
    let points = Exact.zero;
    let isReached = true;
    for (const child of group.children) {
      if (child.line === 'penalty') continue;
      const found = child.kind === 'leaf' ? this.mostOfLeaf(child.id) : undefined;
      points = points.plus(found?.points ?? child.weight ?? Exact.zero);
      isReached &&= found?.isReached ?? false;
    }
    return { points, isReached };
  }

  private mostOfLeaf(id: string): { points: Exact; isReached: boolean } | undefined {
    return this.compared.find(({ pair }) => pair.kind === 'leaf' && pair.before?.id === id)?.most;
  }

  /** The lowest rate can move by no more than the rate that moves most, and no other way than one of them. */
  private lowest(was: GroupPlan | undefined, is: GroupPlan | undefined): Reach {
    const couples = this.couples(was?.children ?? [], is?.children ?? []);
    const own = (is ?? was)!.weight;
    let all = still;
    for (const couple of couples) {
      const { reach: found, open } = this.couple(couple);
      if (open.length > 0 || !own) return notWorkedOut(openWeights);
      if (isStill(found)) continue;
      const [a, b] = [couple.was?.weight, couple.is?.weight];
      if (!a || !b?.equals(a)) return notWorkedOut(changed((couple.is ?? couple.was)!.name, weightWord));
      all = add(all, asBound(scaled(found, own.over(a) ?? own)));
    }
    return all;
  }

  /** Where the expression is a sum of so many times each line, every line moves it by as much. */
  private expression(was: GroupPlan | undefined, is: GroupPlan | undefined): Reach {
    const known = (is ?? was)!;
    const couples = this.couples(was?.children ?? [], is?.children ?? []);
    const found = couples.map((couple) => ({ couple, ...this.couple(couple) }));
    if (found.every(({ reach, open }) => isStill(reach) && open.every((one) => this.isStillGroup(one))))
      return still;
    const [only, another] = typeof known.combine === 'string' ? [] : (casesOf(known.combine) ?? []);
    const bottom = only && only.bottom.terms.size === 0 ? only.bottom.constant : undefined;
    if (!only || another || !bottom || only.guards.length > 0 || !was || !is)
      return notWorkedOut(changed(known.name, wordOf('combine', groupKeys), 'depends'));
    const scale = scaleOfSum(known) ?? Exact.one;
    let all = still;
    for (const { couple, reach, open } of found) {
      if (open.length > 0) return notWorkedOut(openWeights);
      const child = (couple.is ?? couple.was)!;
      const times = (only.top.terms.get(child.id) ?? Exact.zero).over(bottom) ?? Exact.zero;
      // The name of a penalty stands for what is deducted, its points for less than nothing.
      const own = child.line === 'penalty' ? times.negated() : times;
      all = add(all, scaled(reach, own.times(scale)));
    }
    return isMoved(all.gain) || isMoved(all.loss) ? asBound(all) : all;
  }
}

/** True where the lines under both weigh the same, one by one. */
function weighAlike(was: GroupPlan | undefined, is: GroupPlan | undefined): boolean {
  const weights = (one: IndicatorPlan): string =>
    `${one.weight?.inLowestTerms().join('/') ?? ''}(${one.kind === 'group' ? one.children.map(weights).sort().join() : ''})`;
  return was !== undefined && is !== undefined && weights(was) === weights(is);
}

const kindWord = wordOf('kind', groupKeys);
const weightWord = wordOf('weight', groupKeys);

const changed = (name: string, word: Bilingual, how: 'changed' | 'depends' = 'changed'): Bilingual =>
  how === 'changed'
    ? both(
        `「${name}」的${word.zh}有改动，全表的幅度没有算出`,
        `${word.en} of "${name}" changed; what that makes of the whole form was not worked out`,
      )
    : both(
        `「${name}」的${word.zh}不是各行的倍数之和，全表的幅度没有算出`,
        `${word.en} of "${name}" is no sum of its lines; what that makes of the whole form was not worked out`,
      );

const openWeights = both(
  '有的组分值由填报决定，全表的幅度没有算出',
  'the weights of some groups are left to the form, so what they make of it was not worked out',
);
