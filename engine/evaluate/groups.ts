/** Scores a group from the lines under it: a sum, a weighted mean, the lowest rate or an expression over them. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { DeclaredPlan, GroupPlan, IndicatorPlan, ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Arithmetic,
  type Evaluator,
  evaluator,
  formatExpression,
  isNothing,
} from '../expression/index.ts';
import { newNode, type ScoredNode } from './node.ts';
import { roundAt } from './rounding.ts';
import { clamp, type Run, textOf } from './rule.ts';

/** Why a group's points are scaled. */
const scalings = {
  notApplicable: {
    zh: '剔除不适用的指标，按其余分值折算',
    en: 'lines that do not apply are left out; the rest is scaled up',
  },
  outOf: { zh: '下级按满分折算为本级分值', en: 'the lower level is scaled to the weight of this one' },
} as const satisfies Record<string, Bilingual>;

/** What a group is put together from. */
interface Parts<N> {
  children: ScoredNode<N>[];
  /** The weights of the children that count. */
  weights: N;
  /** Without those whose weight is left to the others. */
  inScale: readonly ScoredNode<N>[];
  scaled: N;
}

export class GroupScorer<N extends object> {
  private readonly plan: ScoringPlan;
  private readonly arithmetic: Arithmetic<N>;
  private readonly zero: N;
  private readonly combiners = new Map<GroupPlan, Evaluator<N>>();
  private readonly lastWeights = new Map<IndicatorPlan | undefined, { terms: N[]; sum: N }>();

  constructor(plan: ScoringPlan, arithmetic: Arithmetic<N>) {
    this.plan = plan;
    this.arithmetic = arithmetic;
    this.zero = arithmetic.of(Exact.zero);
  }

  /** The group's node; `plan` is undefined for the whole form. */
  score(
    id: string,
    name: string,
    plan: GroupPlan | DeclaredPlan | undefined,
    children: ScoredNode<N>[],
    run: Run<N>,
  ): ScoredNode<N> {
    const parts = this.partsOf(children, plan);
    const node = this.node(id, name, plan, parts, run);
    const own = plan?.weight && this.arithmetic.of(plan.weight);
    if (node.rescaled) return { ...node, status: 'not-applicable', weight: own ?? parts.weights };
    if (plan?.kind === 'group' && plan.combine !== 'sum') {
      if (own) this.combine(node, plan, own, parts, run);
    } else this.add(node, plan, own, parts, run);
    this.keepFromBelowZero(node, run);
    return node;
  }

  private partsOf(children: ScoredNode<N>[], plan: IndicatorPlan | undefined): Parts<N> {
    const counted = children.every((child) => isCounted(child, plan))
      ? children
      : children.filter((child) => isCounted(child, plan));
    const inScale = counted.some((child) => child.rescaled)
      ? counted.filter((child) => !child.rescaled)
      : counted;
    const weights = this.weightOf(counted, plan);
    const scaled = inScale.length === counted.length ? weights : this.weightOf(inScale, plan);
    return { children, weights, inScale, scaled };
  }

  /** The sum of the weights; forms of one rulebook mostly weigh the same, so the last sum is kept. */
  private weightOf(nodes: readonly ScoredNode<N>[], plan: IndicatorPlan | undefined): N {
    const last = this.lastWeights.get(plan);
    if (
      last?.terms.length === nodes.length &&
      nodes.every((node, index) => node.weight === last.terms[index])
    )
      return last.sum;
    const terms = nodes.map((node) => node.weight);
    const sum = this.sum(terms);
    this.lastWeights.set(plan, { terms, sum });
    return sum;
  }

  private sum(values: readonly N[]): N {
    return values.reduce((all, one) => this.arithmetic.plus(all, one), this.zero);
  }

  private node(
    id: string,
    name: string,
    plan: GroupPlan | DeclaredPlan | undefined,
    { children, weights, inScale }: Parts<N>,
    run: Run<N>,
  ): ScoredNode<N> {
    const node = newNode(id, name, weights, this.zero, run.label !== undefined);
    node.plan = plan;
    node.children = children;
    for (const child of children) {
      node.points = this.arithmetic.plus(node.points, child.points);
      node.open ||= child.open;
    }
    node.rescaled = inScale.length === 0 && children.some((child) => isCounted(child, plan));
    return node;
  }

  private add(
    node: ScoredNode<N>,
    plan: GroupPlan | DeclaredPlan | undefined,
    own: N | undefined,
    parts: Parts<N>,
    run: Run<N>,
  ): void {
    this.tellSum(node, parts.children, node.points, 'sum', run);
    if (this.arithmetic.compare(parts.scaled, parts.weights) !== 0)
      this.rescale(
        node,
        parts.weights,
        parts.scaled,
        scalings.notApplicable,
        run,
        this.outsideScale(parts, plan),
      );
    if (plan?.kind !== 'group' || !plan.outOf || !own) return;
    this.rescale(node, own, this.arithmetic.of(plan.outOf), scalings.outOf, run);
    node.weight = own;
  }

  /** What bonus and penalty lines add: it stands beside the weights and is not scaled with them. */
  private outsideScale({ children }: Parts<N>, plan: IndicatorPlan | undefined): N {
    return this.sum(children.filter((child) => !isCounted(child, plan)).map((child) => child.points));
  }

  private rescale(
    node: ScoredNode<N>,
    to: N,
    from: N,
    why: Bilingual,
    run: Run<N>,
    apart: N = this.zero,
  ): void {
    const { arithmetic } = this;
    const inScale = arithmetic.minus(node.points, apart);
    const scaled = arithmetic.over(arithmetic.times(inScale, to), from);
    if (scaled === undefined) return;
    const exact = arithmetic.plus(scaled, apart);
    const points = roundAt('indicator', exact, [], this.plan, { ...run, label: undefined });
    if (run.label) {
      const beside = arithmetic.compare(apart, this.zero) === 0 ? '' : ` + (${textOf(apart)})`;
      const formula = `${textOf(inScale)} × ${textOf(to)} ÷ ${textOf(from)}${beside} = ${textOf(exact)}`;
      node.steps.push({ step: 'rescale', from: textOf(node.points), to: textOf(points), formula, why });
    }
    node.points = points;
  }

  /** Weighted mean, lowest rate, or an expression over the children. */
  private combine(node: ScoredNode<N>, plan: GroupPlan, own: N, parts: Parts<N>, run: Run<N>): void {
    node.weight = own;
    const exact = this.combined(node, plan, own, parts);
    if (exact === undefined) {
      node.open = true;
      node.points = this.zero;
      return;
    }
    const nameOf = (key: string) => plan.children.find((child) => child.id === key)?.name ?? key;
    const combine = typeof plan.combine === 'string' ? plan.combine : formatExpression(plan.combine, nameOf);
    this.tellSum(node, parts.inScale, exact, combine, run);
    const rounded = roundAt('indicator', exact, node.steps, this.plan, run);
    node.points = clamp(rounded, this.zero, own, this.arithmetic, run, node.steps);
  }

  private combined(
    node: ScoredNode<N>,
    plan: GroupPlan,
    own: N,
    { inScale, scaled }: Parts<N>,
  ): N | undefined {
    const { arithmetic } = this;
    if (plan.combine === 'weightedMean') return arithmetic.over(arithmetic.times(own, node.points), scaled);
    if (plan.combine === 'lowest') {
      const [first, ...rest] = inScale.flatMap((child) => arithmetic.over(child.points, child.weight) ?? []);
      const lowest = first && rest.reduce((a, b) => (arithmetic.compare(b, a) < 0 ? b : a), first);
      return lowest && arithmetic.times(own, lowest);
    }
    const value = this.combiner(plan)((key) => node.children.find((child) => child.id === key)?.points);
    return isNothing(value) ? undefined : value;
  }

  private combiner(plan: GroupPlan): Evaluator<N> {
    let known = this.combiners.get(plan);
    if (!known) {
      if (typeof plan.combine === 'string') throw new Error('a combination by name has no expression');
      known = evaluator(plan.combine, this.arithmetic);
      this.combiners.set(plan, known);
    }
    return known;
  }

  private tellSum(
    node: ScoredNode<N>,
    children: readonly ScoredNode<N>[],
    value: N,
    combine: string,
    run: Run<N>,
  ): void {
    if (!run.label) return;
    const terms = children.map((child) => textOf(child.points));
    node.steps.push({ step: 'sum', terms, value: textOf(value), combine });
  }

  /** Penalties take what there is to take. */
  private keepFromBelowZero(node: ScoredNode<N>, run: Run<N>): void {
    const penalised = !node.plan?.line && node.children.some((child) => child.plan?.line);
    if (!penalised || this.arithmetic.compare(node.points, this.zero) >= 0) return;
    if (run.label) node.steps.push({ step: 'clamp', from: textOf(node.points), to: '0', bound: 'floor' });
    node.points = this.zero;
  }
}

/** A bonus or penalty does not add to the weight of what it stands under, except of a bonus or penalty. */
const isCounted = (child: ScoredNode<unknown>, parent: IndicatorPlan | undefined): boolean =>
  child.row !== undefined || !child.plan?.line || child.plan.line === parent?.line;
