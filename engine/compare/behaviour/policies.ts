/**
 * What two editions make of a line where its rule gives no points: no data, a divisor of zero, words in the place of a
 * number, a line that does not apply. Each is a difference of its own, with the points it moves.
 */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import type {
  FramePlan,
  LeafPlan,
  MissingPolicy,
  NotApplicablePlan,
  ScoringPlan,
} from '../../compile/index.ts';
import type { Exact } from '../../decimal.ts';
import { capOf, type Line } from '../../lines/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { differing, leafKeys, notApplicableMeaning, unitsMeaning } from './keys.ts';
import { groupsOver, type LinePair } from './lines.ts';
import { isSame } from './meaning.ts';
import { type Rename, unchanged } from './names.ts';
import { largestOf, leftOutByOne, type Outcome, widen } from './outcome.ts';
import { dividesByZero } from './reads.ts';
import { type Regions, regionsOf } from './regions.ts';

/** What a policy gives: the least and most points as a share of the weight, and whether the line then counts as scored. */
interface Given {
  least: 0 | 1;
  most: 0 | 1;
  scored: 'always' | 'never' | 'maybe';
}

const nothing: Given = { least: 0, most: 0, scored: 'always' };
const open: Given = { least: 0, most: 0, scored: 'never' };
const full: Given = { least: 1, most: 1, scored: 'always' };

const byMissing = (policy: MissingPolicy, line: Line): Given => {
  if (policy === 'zero') return nothing;
  return mayBeClaimed(policy, line) ? { least: 0, most: 1, scored: 'maybe' } : open;
};

/** A claim already stands in for a share that nobody judged: where that is missing there is no claim. */
export const mayBeClaimed = (policy: MissingPolicy, { rule }: Line): boolean =>
  policy === 'claimed' && rule.judged !== 'share';

/** Enters in the outcome of a pair whatever its policies do otherwise. */
export function comparePolicies(
  pair: LinePair,
  plans: { before: ScoringPlan; after: ScoringPlan },
  name: Rename,
  outcome: Outcome,
): void {
  const { before, after } = pair;
  if (!before || !after) return;
  const policies = new Policies(before, after, outcome);
  policies.above(pair, plans, name);
  if (before.leaf && after.leaf) policies.leaf(before.leaf, after.leaf, plans, name);
  else policies.row(plans.before.frame ?? unframed, plans.after.frame ?? unframed);
}

/** What scores rows besides their rules. */
type RowPolicies = Pick<FramePlan, 'met' | 'missing' | 'units'>;

/** Rows of a rulebook without a frame: their groups have rules of their own. */
const unframed: RowPolicies = { met: [], missing: 'withhold', units: new Map() };

class Policies {
  private readonly before: Line;
  private readonly after: Line;
  private readonly outcome: Outcome;

  constructor(before: Line, after: Line, outcome: Outcome) {
    this.before = before;
    this.after = after;
    this.outcome = outcome;
  }

  /** The groups a line stands in may not apply as a whole: the line then does not either. */
  above(pair: LinePair, plans: { before: ScoringPlan; after: ScoringPlan }, name: Rename): void {
    const [olds, news] = [groupsOver(pair, 'before', plans.before), groupsOver(pair, 'after', plans.after)];
    for (const is of news) {
      const was = olds.find((one) => name(one.id) === is.id);
      if (was && isSame(notApplicableMeaning(was, name), notApplicableMeaning(is, unchanged))) continue;
      if (!was && !is.notApplicable) continue;
      this.notApplicable(
        was?.notApplicable,
        is.notApplicable,
        regionsOf(was ?? { ...is, notApplicable: undefined }, is, plans, name),
      );
    }
    const later = new Set(news.map(({ id }) => id));
    for (const was of olds)
      if (!later.has(name(was.id)) && was.notApplicable)
        this.notApplicable(
          was.notApplicable,
          undefined,
          regionsOf(was, { ...was, notApplicable: undefined }, plans, name),
        );
  }

  leaf(was: LeafPlan, is: LeafPlan, plans: { before: ScoringPlan; after: ScoringPlan }, name: Rename): void {
    const keys = new Set(differing(was, is, leafKeys, name));
    if (keys.has('missing')) this.missing(was.missing, is.missing);
    const isClaimedByOne = (was.missing === 'claimed') !== (is.missing === 'claimed');
    if (isClaimedByOne && (was.optional || is.optional))
      leftOutByOne(this.before.weight, this.after.weight, this.outcome);
    if (keys.has('zeroDivision') && (dividesByZero(this.before) || dividesByZero(this.after)))
      this.zeroDivision(was, is);
    if (keys.has('optional')) this.optional(was, is);
    if (keys.has('weight')) {
      this.weightMoved(was, is);
      this.cut(plans);
    }
    if (keys.has('notApplicable'))
      this.notApplicable(was.notApplicable, is.notApplicable, regionsOf(was, is, plans, name));
  }

  row(was: RowPolicies, is: RowPolicies): void {
    if (was.missing !== is.missing) this.missing(was.missing, is.missing);
    const isNumber = this.before.kind !== 'words' && !this.before.rule.judged && !this.after.rule.judged;
    if (!isNumber) return;
    this.met(was.met, is.met, was.missing, is.missing);
    if (!isSame(unitsMeaning(was.units), unitsMeaning(is.units))) this.units();
  }

  private missing(was: MissingPolicy, is: MissingPolicy): void {
    this.moved(byMissing(was, this.before), byMissing(is, this.after), true);
    this.situation(both('没有数据', 'data is missing'), words.missingPolicy[was], words.missingPolicy[is]);
  }

  private zeroDivision(was: LeafPlan, is: LeafPlan): void {
    const given = (plan: LeafPlan) =>
      plan.zeroDivision === 'full' ? full : plan.zeroDivision === 'zero' ? nothing : open;
    this.moved(given(was), given(is), true);
    const word = (plan: LeafPlan) =>
      plan.zeroDivision ? words.zeroPolicy[plan.zeroDivision] : words.missingPolicy.withhold;
    this.situation(both('除数为零', 'the metric divides by zero'), word(was), word(is));
  }

  /** Where both editions give all of the weight, or what is claimed of it, more weight is more points. */
  private weightMoved(was: LeafPlan, is: LeafPlan): void {
    const all = ({ zeroDivision, missing, notApplicable }: LeafPlan, line: Line) =>
      (zeroDivision === 'full' && dividesByZero(line)) ||
      missing === 'claimed' ||
      notApplicable?.policy === 'full';
    if (!all(was, this.before) || !all(is, this.after)) return;
    const growth = this.after.weight.minus(this.before.weight);
    this.widened(growth.sign() > 0 ? 'gain' : 'loss', growth.absolute(), false);
  }

  /** Points that are rounded up past a weight of more decimals are cut back to it: by less than a unit. */
  private cut({ before, after }: { before: ScoringPlan; after: ScoringPlan }): void {
    const unitCut = ({ rounding }: ScoringPlan, line: Line): Exact | undefined => {
      const most = capOf(line) ?? line.weight;
      const isCut = rounding.at === 'indicator' && !most.round({ ...rounding, mode: 'down' }).equals(most);
      return isCut ? most.round({ ...rounding, mode: 'up' }).minus(most) : undefined;
    };
    const [was, is] = [unitCut(before, this.before), unitCut(after, this.after)];
    if (was) this.widened('gain', was, false);
    if (is) this.widened('loss', is, false);
  }

  /** A line left out gives its weight to the others: never fewer points than none, at most its weight more. */
  private optional(was: LeafPlan, is: LeafPlan): void {
    const side = is.optional ? 'gain' : 'loss';
    widen(this.outcome, side, largestOf(this.weight(side), { isReached: false, isExact: false }));
    this.outcome.scored[side] = true;
    this.outcome.isLeftOut = true;
    const told = (plan: LeafPlan) =>
      plan.optional
        ? both('不评，分值由其他指标占用', 'left out, its weight goes to the others')
        : words.missingPolicy[plan.missing];
    this.situation(both('没有数据', 'data is missing'), told(was), told(is));
  }

  private notApplicable(
    was: NotApplicablePlan | undefined,
    is: NotApplicablePlan | undefined,
    regions: Regions,
  ): void {
    const [old, now] = [policyOf(was), policyOf(is)];
    if (regions.both && old !== now && old && now)
      this.moved(givenBy(old), givenBy(now), old !== 'rescale' && now !== 'rescale');
    if (old === 'rescale' || now === 'rescale') this.outcome.isLeftOut = true;
    // A line that is scored by one edition can come out anywhere there.
    const anywhere = (line: Line): Exact => capOf(line) ?? line.weight;
    const scored = both('照数据计分', 'scored by its data');
    if (regions.onlyAfter !== 'never' && now) {
      if (now !== 'full') this.widened('loss', anywhere(this.before), regions.isApart);
      if (now !== 'zero') this.widened('gain', this.after.weight, false);
      this.outcome.scored.gain = true;
      const name = both('只有后一版算作不适用', 'it does not apply by the later edition only');
      this.situation(name, scored, toldPolicy(is));
    }
    if (regions.onlyBefore !== 'never' && old) {
      if (old !== 'full') this.widened('gain', anywhere(this.after), regions.isApart);
      if (old !== 'zero') this.widened('loss', this.before.weight, false);
      this.outcome.scored.loss = true;
      const name = both('只有前一版算作不适用', 'it does not apply by the earlier edition only');
      this.situation(name, toldPolicy(was), scored);
    }
    if (regions.onlyAfter === 'open' || regions.onlyBefore === 'open')
      this.outcome.why ??= both(
        '不适用的条件有改动，没有逐一判定',
        'the condition under which it does not apply changed and was not worked through',
      );
    if (old !== now && (regions.both || !old || !now))
      this.situation(doesNotApply, toldPolicy(was), toldPolicy(is));
  }

  private met(
    was: readonly string[],
    is: readonly string[],
    missingBefore: MissingPolicy,
    missingAfter: MissingPolicy,
  ): void {
    const read = both('读作达到目标', 'read as met');
    const removed = was.filter((one) => !is.includes(one));
    const added = is.filter((one) => !was.includes(one));
    const name = (words: readonly string[]) =>
      both(`完成值写「${words.join('」「')}」`, `the actual says "${words.join('", "')}"`);
    // What a met target gives is left to the rule: between nothing and its cap.
    const met: Given = { least: 0, most: 1, scored: 'maybe' };
    if (removed.length > 0) {
      this.moved(met, byMissing(missingAfter, this.after), false);
      this.situation(name(removed), read, words.missingPolicy[missingAfter]);
    }
    if (added.length > 0) {
      this.moved(byMissing(missingBefore, this.before), met, false);
      this.situation(name(added), words.missingPolicy[missingBefore], read);
    }
  }

  /** Rows in a unit that one edition knows another way: what they then score is left open. */
  private units(): void {
    const anything: Given = { least: 0, most: 1, scored: 'maybe' };
    this.moved(anything, anything, false);
    this.situation(
      both('计量单位换算不同', 'a unit is converted otherwise'),
      both('按前一版的换算', 'as the earlier edition converts it'),
      both('按后一版的换算', 'as the later edition converts it'),
    );
  }

  /** Enters what one form can gain and lose where the editions give so much of the weight. */
  private moved(was: Given, is: Given, isExact: boolean): void {
    const reached = { isReached: isExact, isExact };
    if (is.most > was.least) this.widened('gain', this.weight('gain'), isExact, reached);
    if (was.most > is.least) this.widened('loss', this.weight('loss'), isExact, reached);
    if (is.scored !== 'never' && was.scored !== 'always') this.outcome.scored.gain = true;
    if (was.scored !== 'never' && is.scored !== 'always') this.outcome.scored.loss = true;
  }

  private weight(side: 'gain' | 'loss'): Exact {
    return (side === 'gain') === this.isPenalty ? this.before.weight : this.after.weight;
  }

  private get isPenalty(): boolean {
    return this.after.leaf?.line === 'penalty';
  }

  private widened(
    side: 'gain' | 'loss',
    points: Exact,
    isReached: boolean,
    about = { isReached, isExact: isReached },
  ): void {
    const own = this.after.row ? points.over(this.after.weight)! : points;
    const told = this.isPenalty ? (side === 'gain' ? 'loss' : 'gain') : side;
    widen(this.outcome, told, largestOf(own, about));
  }

  private situation(name: Bilingual, before: Bilingual, after: Bilingual): void {
    this.outcome.situations.push({ name, before, after });
  }
}

const doesNotApply = both('不适用', 'the line does not apply');

/** The policy that acts on scores: to forbid is to score by the data. */
const policyOf = (plan: NotApplicablePlan | undefined): 'rescale' | 'full' | 'zero' | undefined =>
  plan && plan.policy !== 'forbidden' ? plan.policy : undefined;

const givenBy = (policy: 'rescale' | 'full' | 'zero'): Given =>
  policy === 'full' ? full : policy === 'zero' ? nothing : { least: 0, most: 1, scored: 'always' };

const toldPolicy = (plan: NotApplicablePlan | undefined): Bilingual =>
  plan ? words.notApplicablePolicy[plan.policy] : both('不允许', 'not allowed');
