/** Puts a person's judgement among the facts of a line, or says how it contradicts itself. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { Rule, ScoringPlan } from '../compile/index.ts';
import { type Decider, decider } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Arithmetic, evaluator, isNothing } from '../expression/index.ts';
import { within } from './bound.ts';
import { claimedPoints } from './claims.ts';
import type { Contradiction, Judgement } from './judgements.ts';
import type { ScoredNode } from './node.ts';
import { type Run, textOf } from './run.ts';
import type { Sheet } from './sheet.ts';

const byPerson: Bilingual = { zh: '评价人评分', en: "a person's judgement" };

/** Where nobody judged yet, the claimed points stand in. */
const byClaim = (points: string): Bilingual => ({
  zh: `按自评 ${points} 分计，审核人可另定`,
  en: `counted by the ${points} claimed until a reviewer judges`,
});

export class Judge<N extends object> {
  private readonly plan: ScoringPlan;
  private readonly arithmetic: Arithmetic<N>;
  private readonly deciders = new Map<Rule, Decider<N>>();
  private readonly bounds: { least: N; most: N };

  constructor(plan: ScoringPlan, arithmetic: Arithmetic<N>) {
    this.plan = plan;
    this.arithmetic = arithmetic;
    this.bounds = { least: arithmetic.of(Exact.zero), most: arithmetic.of(Exact.one) };
  }

  /** A claimed score stands in where no judgement was recorded. */
  put(node: ScoredNode<N>, rule: Rule, sheet: Sheet<N>, run: Run<N>): Contradiction | undefined {
    const { judgement, weight } = node;
    const claimed = claimedPoints(node, this.arithmetic);
    node.basis = 'judgement';
    const tier = judgement?.tier;
    const band = tier === undefined ? -1 : bandsOf(rule).indexOf(tier);
    if (tier !== undefined && band < 0) return 'tier-unknown';
    if (tier !== undefined) sheet.setWord('judged.tier', tier);
    if (judgement && this.differ(judgement, weight)) return 'share-contradicted';
    const byPoints = judgement?.points ?? (judgement?.share === undefined ? claimed : undefined);
    const share = judgement?.share ?? (byPoints && this.arithmetic.over(byPoints, weight));
    if (rule.judged === 'choice')
      return band < 0 || !judgement || this.isOfChoice(judgement, rule, band, weight, sheet)
        ? undefined
        : 'tier-contradicted';
    if (share === undefined) return undefined;
    sheet.setNumber('judged.share', this.told(node, share, byPoints, run), run.label && shareText(share));
    return band < 0 || this.isIn(rule, band, sheet, run) ? undefined : 'tier-contradicted';
  }

  /** The share within bounds, with its steps. */
  private told(node: ScoredNode<N>, share: N, byPoints: N | undefined, run: Run<N>): N {
    const bounded = within(share, this.bounds, this.arithmetic);
    if (!run.label) return bounded;
    const { judgement, weight, steps } = node;
    const isClaimed = judgement?.share === undefined && judgement?.points === undefined;
    const how = isClaimed && byPoints ? byClaim(textOf(byPoints)) : byPerson;
    const name = isClaimed ? '定性指标' : '评价人所给比例';
    steps.push({ step: 'read', name, value: shareText(bounded), how });
    if (bounded === share) return bounded;
    const isFloor = this.arithmetic.compare(share, this.bounds.least) < 0;
    const [from, to] = byPoints
      ? [textOf(byPoints), isFloor ? '0' : textOf(weight)]
      : [shareText(share), shareText(bounded)];
    steps.push({ step: 'clamp', from, to, bound: isFloor ? 'floor' : 'cap' });
    return bounded;
  }

  /** True where a share and points are both given and are not the same score, also when rounded. */
  private differ({ share, points }: Judgement<N>, weight: N): boolean {
    if (share === undefined || points === undefined) return false;
    const { arithmetic } = this;
    const exact = arithmetic.times(share, weight);
    return (
      arithmetic.compare(exact, points) !== 0 &&
      arithmetic.compare(arithmetic.round(exact, this.plan.rounding), points) !== 0
    );
  }

  private isIn(rule: Rule, band: number, sheet: Sheet<N>, run: Run<N>): boolean {
    const decision = rule.parts[0]?.decision;
    if (!decision) return true;
    let decide = this.deciders.get(rule);
    if (!decide) {
      decide = decider(decision, this.arithmetic);
      this.deciders.set(rule, decide);
    }
    const answer = decide(sheet.numbers, sheet.words);
    if ('possible' in answer) return answer.possible.includes(band);
    if ('decision' in answer) {
      run.unasked.push(answer);
      return true;
    }
    return answer.includes(band);
  }

  /** True where what else was given is what the choice gives. */
  private isOfChoice(
    { share, points }: Judgement<N>,
    rule: Rule,
    band: number,
    weight: N,
    sheet: Sheet<N>,
  ): boolean {
    const { arithmetic } = this;
    const award = rule.parts[0]?.awards[band]?.points;
    const given = points ?? (share && arithmetic.times(share, weight));
    if (!given || !award) return true;
    const won = evaluator(award, arithmetic)(sheet.numbers);
    return (
      isNothing(won) ||
      arithmetic.compare(given, won) === 0 ||
      arithmetic.compare(given, arithmetic.round(won, this.plan.rounding)) === 0
    );
  }
}

/** The names a person can give the bands of a rule by. */
export const bandsOf = ({ parts }: Rule): readonly string[] =>
  parts.flatMap(({ awards }) => awards.flatMap(({ choice }) => choice ?? []));

const shareText = (share: unknown): string => (share instanceof Exact ? share.toPercent() : '');
