/** Scores the tree of a form: lines, then groups from the lines under them, up to the whole. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { DeclaredPlan, GroupPlan, IndicatorPlan, LeafPlan, ScoringPlan } from '../compile/index.ts';
import { type Decider, type Decision, decider } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Arithmetic,
  type Evaluator,
  evaluator,
  formatExpression,
  isNothing,
} from '../expression/index.ts';
import { LineScorer } from './line.ts';
import type { ScoredNode } from './node.ts';
import type { Row } from './rows.ts';
import { type Run, textOf } from './rule.ts';
import type { Sheet } from './sheet.ts';

export interface TreeInput<N> {
  submission: Submission;
  sheet: Sheet<N>;
  rows: readonly Row<N>[];
  /** Claimed points of fixed indicators and groups. */
  claimed: ReadonlyMap<string, N>;
  claimedTotal: N | undefined;
}

/** The id of the node that is the whole form. */
export const wholeId = 'total';

export class TreeScorer<N extends object> {
  private readonly plan: ScoringPlan;
  private readonly arithmetic: Arithmetic<N>;
  private readonly lines: LineScorer<N>;
  private readonly deciders = new Map<Decision, Decider<N>>();
  private readonly zero: N;

  constructor(plan: ScoringPlan, arithmetic: Arithmetic<N>) {
    this.plan = plan;
    this.arithmetic = arithmetic;
    this.lines = new LineScorer(plan, arithmetic);
    this.zero = arithmetic.of(Exact.zero);
  }

  score(input: TreeInput<N>, run: Run<N>): ScoredNode<N> {
    const rowsOf = new Map<DeclaredPlan, Row<N>[]>();
    for (const row of input.rows) {
      const rows = rowsOf.get(row.group);
      if (rows) rows.push(row);
      else rowsOf.set(row.group, [row]);
    }
    const children = this.plan.indicators.map((plan) => this.indicator(plan, input, rowsOf, run));
    const whole = this.parent(wholeId, this.plan.rulebook.title, undefined, children, run);
    whole.claimed = input.claimedTotal;
    const { rounding } = this.plan;
    const rounded = this.arithmetic.round(whole.points, rounding);
    if (rounding.at === 'total' && this.arithmetic.compare(rounded, whole.points) !== 0) {
      if (run.label)
        whole.steps.push({
          step: 'round',
          from: textOf(whole.points),
          to: textOf(rounded),
          decimals: rounding.decimals,
          mode: rounding.mode,
        });
      whole.points = rounded;
    }
    return whole;
  }

  private indicator(
    plan: IndicatorPlan,
    input: TreeInput<N>,
    rowsOf: Map<DeclaredPlan, Row<N>[]>,
    run: Run<N>,
  ): ScoredNode<N> {
    const node = this.scored(plan, input, rowsOf, run);
    node.claimed = input.claimed.get(plan.id);
    const policy = plan.notApplicable?.policy;
    return policy && policy !== 'forbidden' && this.isNotApplicable(plan, input, run)
      ? this.withheld(node, policy)
      : node;
  }

  private scored(
    plan: IndicatorPlan,
    input: TreeInput<N>,
    rowsOf: Map<DeclaredPlan, Row<N>[]>,
    run: Run<N>,
  ): ScoredNode<N> {
    switch (plan.kind) {
      case 'leaf':
        return this.leaf(plan, input, run);
      case 'declared':
        return this.declared(plan, rowsOf.get(plan) ?? [], input.sheet, run);
      case 'group': {
        const children = plan.children.map((child) => this.indicator(child, input, rowsOf, run));
        return this.parent(plan.id, plan.name, plan, children, run);
      }
    }
  }

  private leaf(plan: LeafPlan, { submission, sheet, claimed }: TreeInput<N>, run: Run<N>): ScoredNode<N> {
    const judgement = submission.judgements?.[plan.id];
    const node = this.lines.leaf(plan, sheet, judgement, claimed.get(plan.id), run);
    if (plan.optional && node.unscored === 'missing' && node.basis === 'none') return excluded(node);
    return node;
  }

  private declared(plan: DeclaredPlan, rows: readonly Row<N>[], sheet: Sheet<N>, run: Run<N>): ScoredNode<N> {
    const weights = this.rowWeights(plan, rows);
    const children = rows.map((row, index) => {
      const node = this.lines.row(row, weights[index], sheet, run);
      const policy = row.declared.notApplicable ? plan.notApplicable?.policy : undefined;
      return policy && policy !== 'forbidden' ? this.withheld(node, policy) : node;
    });
    const node = this.parent(plan.id, plan.name, plan, children, run);
    if (rows.length > 0) return node;
    return excluded(
      plan.optional && plan.weight ? { ...node, weight: this.arithmetic.of(plan.weight) } : node,
    );
  }

  /**
   * Written weights stand; rows without one share equally what is left of the group's weight. Where lines are
   * rounded, so are the shares, and the last row takes what rounding leaves over: the group's weight is met exactly.
   */
  private rowWeights(plan: DeclaredPlan, rows: readonly Row<N>[]): (N | undefined)[] {
    const { arithmetic } = this;
    const written = rows.map((row) => (plan.weights === 'equal' ? undefined : row.weight));
    const open = written.filter((weight) => weight === undefined).length;
    if (open === 0 || !plan.weight) return written;
    const used = written.reduce<N>((all, one) => (one ? arithmetic.plus(all, one) : all), this.zero);
    const rest = arithmetic.minus(arithmetic.of(plan.weight), used);
    const left = arithmetic.compare(rest, this.zero) > 0 ? rest : this.zero;
    const exact = arithmetic.over(left, arithmetic.of(Exact.of(open)))!;
    const share =
      this.plan.rounding.at === 'indicator'
        ? arithmetic.round(exact, { ...this.plan.rounding, mode: 'down' })
        : exact;
    const others = arithmetic.times(share, arithmetic.of(Exact.of(open - 1)));
    const last = written.lastIndexOf(undefined);
    return written.map(
      (weight, index) => weight ?? (index === last ? arithmetic.minus(left, others) : share),
    );
  }

  private isNotApplicable(plan: IndicatorPlan, { submission, sheet }: TreeInput<N>, run: Run<N>): boolean {
    if (submission.notApplicable?.includes(plan.id)) return true;
    const when = plan.notApplicable?.when;
    return when !== undefined && this.holds(when, sheet, run);
  }

  /** True where the one condition of the decision holds. */
  holds(decision: Decision, sheet: Pick<Sheet<N>, 'numbers' | 'words'>, run: Run<N>): boolean {
    return this.outcomes(decision, sheet, run).length > 0;
  }

  /** The outcomes that hold; none where a fact is missing. */
  outcomes(
    decision: Decision,
    { numbers, words }: Pick<Sheet<N>, 'numbers' | 'words'>,
    run: Run<N>,
  ): readonly number[] {
    let decide = this.deciders.get(decision);
    if (!decide) {
      decide = decider(decision, this.arithmetic);
      this.deciders.set(decision, decide);
    }
    const answer = decide(numbers, words);
    if (answer === 'missing') return [];
    if (!('decision' in answer)) return answer;
    run.unasked.push(answer);
    return [];
  }

  /**
   * A line that does not apply, with the lines under it: its points follow the policy, and "rescale" leaves its
   * weight to its siblings.
   */
  private withheld(node: ScoredNode<N>, policy: 'rescale' | 'full' | 'zero'): ScoredNode<N> {
    const points = policy === 'full' && node.plan?.line !== 'penalty' ? node.weight : this.zero;
    return {
      ...node,
      children: node.children.map((child) => this.withheld(child, policy)),
      awards: [],
      status: 'not-applicable',
      points,
      open: false,
      unscored: undefined,
      basis: 'none',
      steps: [],
      rescaled: policy === 'rescale',
    };
  }

  private parent(
    id: string,
    name: string,
    plan: GroupPlan | DeclaredPlan | undefined,
    children: ScoredNode<N>[],
    run: Run<N>,
  ): ScoredNode<N> {
    const { arithmetic } = this;
    const add = (all: N, one: N) => arithmetic.plus(all, one);
    const counted = children.filter((child) => isCounted(child, plan));
    const inScale = counted.filter((child) => !child.rescaled);
    const weights = counted.map((child) => child.weight).reduce(add, this.zero);
    const scaled = inScale.map((child) => child.weight).reduce(add, this.zero);
    const node: ScoredNode<N> = {
      id,
      name,
      status: 'scored',
      weight: weights,
      points: children.map((child) => child.points).reduce(add, this.zero),
      unrounded: undefined,
      claimed: undefined,
      plan,
      row: undefined,
      judgement: undefined,
      basis: 'rule',
      unscored: undefined,
      open: children.some((child) => child.open),
      awards: [],
      steps: [],
      children,
      rescaled: counted.length > 0 && inScale.length === 0,
    };
    if (node.rescaled)
      return {
        ...node,
        status: 'not-applicable',
        weight: plan?.weight ? arithmetic.of(plan.weight) : weights,
      };
    const combine = plan?.kind === 'group' ? plan.combine : 'sum';
    const own = plan?.weight && arithmetic.of(plan.weight);
    const outOf = plan?.kind === 'group' && plan.outOf ? arithmetic.of(plan.outOf) : undefined;
    if (combine === 'sum') {
      if (run.label)
        node.steps.push({
          step: 'sum',
          terms: children.map((child) => textOf(child.points)),
          value: textOf(node.points),
          combine: 'sum',
        });
      if (arithmetic.compare(scaled, weights) !== 0)
        this.rescale(
          node,
          weights,
          scaled,
          {
            zh: '剔除不适用的指标，按其余分值折算',
            en: 'lines that do not apply are left out; the rest is scaled up',
          },
          run,
        );
      if (outOf && own) {
        this.rescale(
          node,
          own,
          outOf,
          { zh: '下级按满分折算为本级分值', en: 'the lower level is scaled to the weight of this one' },
          run,
        );
        node.weight = own;
      }
    } else if (own) this.combined(node, plan as GroupPlan, own, inScale, scaled, run);
    if (
      arithmetic.compare(node.points, this.zero) < 0 &&
      !plan?.line &&
      children.some((child) => child.plan?.line)
    ) {
      if (run.label) node.steps.push({ step: 'clamp', from: textOf(node.points), to: '0', bound: 'floor' });
      node.points = this.zero;
    }
    return node;
  }

  private rescale(node: ScoredNode<N>, to: N, from: N, why: { zh: string; en: string }, run: Run<N>): void {
    const { arithmetic } = this;
    const exact = arithmetic.over(arithmetic.times(node.points, to), from);
    if (exact === undefined) return;
    const points =
      this.plan.rounding.at === 'indicator' ? arithmetic.round(exact, this.plan.rounding) : exact;
    if (run.label) {
      const formula = `${textOf(node.points)} × ${textOf(to)} ÷ ${textOf(from)} = ${textOf(exact)}`;
      node.steps.push({ step: 'rescale', from: textOf(node.points), to: textOf(points), formula, why });
    }
    node.points = points;
  }

  /** Weighted mean, lowest rate, or an expression over the children. */
  private combined(
    node: ScoredNode<N>,
    plan: GroupPlan,
    own: N,
    children: readonly ScoredNode<N>[],
    weights: N,
    run: Run<N>,
  ): void {
    const { arithmetic } = this;
    node.weight = own;
    const exact = this.combinedPoints(node, plan, own, children, weights);
    if (exact === undefined) {
      node.open = true;
      node.points = this.zero;
      return;
    }
    const points =
      this.plan.rounding.at === 'indicator' ? arithmetic.round(exact, this.plan.rounding) : exact;
    if (run.label) {
      const combine =
        typeof plan.combine === 'string'
          ? plan.combine
          : formatExpression(
              plan.combine,
              (key) => plan.children.find((child) => child.id === key)?.name ?? key,
            );
      node.steps.push({
        step: 'sum',
        terms: children.map((child) => textOf(child.points)),
        value: textOf(exact),
        combine,
      });
      if (arithmetic.compare(points, exact) !== 0)
        node.steps.push({
          step: 'round',
          from: textOf(exact),
          to: textOf(points),
          decimals: this.plan.rounding.decimals,
          mode: this.plan.rounding.mode,
        });
    }
    node.points = points;
  }

  private combinedPoints(
    node: ScoredNode<N>,
    plan: GroupPlan,
    own: N,
    children: readonly ScoredNode<N>[],
    weights: N,
  ): N | undefined {
    const { arithmetic } = this;
    if (plan.combine === 'weightedMean') return arithmetic.over(arithmetic.times(own, node.points), weights);
    if (plan.combine === 'lowest') {
      const rates = children.flatMap((child) => arithmetic.over(child.points, child.weight) ?? []);
      const [first, ...rest] = rates;
      return (
        first &&
        arithmetic.times(
          own,
          rest.reduce((a, b) => (arithmetic.compare(b, a) < 0 ? b : a), first),
        )
      );
    }
    const value = this.combiner(plan)((key) => node.children.find((child) => child.id === key)?.points);
    return isNothing(value) ? undefined : value;
  }

  private readonly combiners = new Map<GroupPlan, Evaluator<N>>();
  private combiner(plan: GroupPlan): Evaluator<N> {
    let known = this.combiners.get(plan);
    if (!known) {
      if (typeof plan.combine === 'string') throw new Error('a combination by name has no expression');
      known = evaluator(plan.combine, this.arithmetic);
      this.combiners.set(plan, known);
    }
    return known;
  }
}

/** A bonus or penalty does not add to the weight of what it stands under, except of a bonus or penalty. */
const isCounted = (child: ScoredNode<unknown>, parent: IndicatorPlan | undefined): boolean =>
  child.row !== undefined || !child.plan?.line || child.plan.line === parent?.line;

/** A line that was left out: it weighs nothing on this form where it has no weight of its own. */
const excluded = <N>(node: ScoredNode<N>): ScoredNode<N> => ({
  ...node,
  status: 'excluded',
  open: false,
  unscored: undefined,
  rescaled: node.plan?.optional ?? false,
});
