/** Scores a group from the lines under it: a sum, a weighted mean, the lowest rate or an expression over them. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import {
  countsIn,
  type DeclaredPlan,
  type GroupPlan,
  type IndicatorPlan,
  type ScoringPlan,
} from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Arithmetic,
  type Evaluator,
  evaluator,
  formatExpression,
  isNothing,
} from '../expression/index.ts';
import { boundsOf, clamp, settle } from './bound.ts';
import { scalings, sumStep, uncombinedStep } from './group-steps.ts';
import { newNode, type ScoredNode } from './node.ts';
import { roundAt } from './rounding.ts';
import { type Run, textOf } from './run.ts';

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
    if (node.rescaled) return this.leftOut(node, own ?? parts.weights, parts, run);
    if (plan?.kind === 'group' && plan.combine !== 'sum') {
      if (own) this.combine(node, plan, own, parts, run);
    } else this.add(node, plan, own, parts, run);
    return node;
  }

  /** A group of which nothing applies; a bonus under it still counts. */
  private leftOut(node: ScoredNode<N>, weight: N, parts: Parts<N>, run: Run<N>): ScoredNode<N> {
    this.setMost(node, node.plan, parts, false);
    const points = clamp(node.points, boundsOf(node.most, this.arithmetic), node.steps, run);
    const most = this.arithmetic.plus(weight, this.arithmetic.minus(node.most, node.weight));
    return { ...node, status: 'not-applicable', weight, most, points };
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
    const { arithmetic } = this;
    if (run.label) node.steps.push(sumStep(parts.children, node.points, 'sum'));
    const isRescaled = arithmetic.compare(parts.scaled, parts.weights) !== 0;
    const outOf = plan?.kind === 'group' && plan.outOf && own ? arithmetic.of(plan.outOf) : undefined;
    this.setMost(node, plan, parts, isRescaled);
    const isDeducted = isPenaltyGroup(plan);
    if (isRescaled) {
      const why = scalings.notApplicable;
      this.rescale(node, parts.weights, parts.scaled, why, run, this.outsideScale(parts));
      node.points = clamp(node.points, boundsOf(node.most, arithmetic, isDeducted), node.steps, run);
    }
    if (outOf) {
      this.rescale(node, own!, outOf, scalings.outOf, run);
      const above = arithmetic.minus(node.most, node.weight);
      node.weight = own!;
      node.most = arithmetic.plus(own!, arithmetic.over(arithmetic.times(above, own!), outOf) ?? this.zero);
    }
    // Where lines are only added, each within its own bounds, their sum is within those of the group.
    if (outOf || parts.children.some((child) => child.plan?.line && !child.row))
      node.points = clamp(node.points, boundsOf(node.most, arithmetic, isDeducted), node.steps, run);
  }

  /** A group can have what the lines under it can have above their weights, and the bonus lines beside them. */
  private setMost(
    node: ScoredNode<N>,
    plan: IndicatorPlan | undefined,
    { children, inScale, weights, scaled }: Parts<N>,
    isRescaled: boolean,
  ): void {
    const { arithmetic } = this;
    let above: N | undefined;
    for (const child of inScale) {
      if (child.most === child.weight) continue;
      above = arithmetic.plus(above ?? this.zero, arithmetic.minus(child.most, child.weight));
    }
    if (above && isRescaled) above = arithmetic.over(arithmetic.times(above, weights), scaled);
    if (above) node.most = arithmetic.plus(node.most, above);
    for (const child of children)
      if (child.plan?.line === 'bonus' && !isCounted(child, plan))
        node.most = arithmetic.plus(node.most, child.most);
      else if (child.rescaled && child.children.length > 0)
        node.most = arithmetic.plus(node.most, arithmetic.minus(child.most, child.weight));
  }

  /** What stands beside the weights and is not scaled with them: bonus and penalty lines, also of what is left out. */
  private outsideScale({ children, inScale }: Parts<N>): N {
    return this.sum(children.filter((child) => !inScale.includes(child)).map((child) => child.points));
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
    node.most = own;
    const exact = this.combined(node, plan, own, parts, run);
    if (exact === undefined) {
      if (run.label) node.steps.push(uncombinedStep(node, plan, own, parts.scaled, run.label));
      node.open = true;
      node.points = this.zero;
      return;
    }
    const bounds = boundsOf(own, this.arithmetic, isPenaltyGroup(plan));
    node.points = settle('indicator', exact, bounds, node.steps, this.plan, run);
  }

  private combined(
    node: ScoredNode<N>,
    plan: GroupPlan,
    own: N,
    { inScale, scaled }: Parts<N>,
    run: Run<N>,
  ): N | undefined {
    const { arithmetic } = this;
    if (typeof plan.combine !== 'string') return this.byExpression(node, plan, plan.combine, own, run);
    let exact: N | undefined;
    if (plan.combine === 'weightedMean') exact = arithmetic.over(arithmetic.times(own, node.points), scaled);
    else {
      const [first, ...rest] = inScale.flatMap((child) => arithmetic.over(child.points, child.weight) ?? []);
      const lowest = first && rest.reduce((a, b) => (arithmetic.compare(b, a) < 0 ? b : a), first);
      exact = lowest && arithmetic.times(own, lowest);
    }
    if (exact && run.label) node.steps.push(sumStep(inScale, exact, plan.combine));
    return exact;
  }

  /**
   * The value over the children's points, on the scale of `outOf` where it is written. What is deducted enters as a
   * positive number, and so it comes out of a group of deductions.
   */
  private byExpression(
    node: ScoredNode<N>,
    plan: GroupPlan,
    expression: Exclude<GroupPlan['combine'], string>,
    own: N,
    run: Run<N>,
  ): N | undefined {
    const { arithmetic } = this;
    const deducted = (points: N, line: IndicatorPlan['line']): N =>
      line === 'penalty' ? arithmetic.negate(points) : points;
    const value = this.combiner(
      plan,
      expression,
    )((key) => {
      const child = node.children.find((one) => one.id === key);
      return child && deducted(child.points, child.plan?.line);
    });
    if (isNothing(value)) return undefined;
    const points = deducted(value, plan.line);
    const nameOf = (key: string) => plan.children.find((child) => child.id === key)?.name ?? key;
    if (run.label) node.steps.push(sumStep(node.children, points, formatExpression(expression, nameOf)));
    if (!plan.outOf) return points;
    const exact = arithmetic.over(arithmetic.times(points, own), arithmetic.of(plan.outOf));
    if (exact && run.label) {
      const [from, to] = [textOf(points), textOf(exact)];
      const formula = `${from} × ${textOf(own)} ÷ ${plan.outOf.toText()} = ${to}`;
      node.steps.push({ step: 'rescale', from, to, formula, why: scalings.outOf });
    }
    return exact;
  }

  private combiner(plan: GroupPlan, expression: Exclude<GroupPlan['combine'], string>): Evaluator<N> {
    let known = this.combiners.get(plan);
    if (!known) {
      known = evaluator(expression, this.arithmetic);
      this.combiners.set(plan, known);
    }
    return known;
  }
}

/** True where the points of the group are what is deducted, told with a minus. */
const isPenaltyGroup = (plan: IndicatorPlan | undefined): boolean => plan?.line === 'penalty';

/** True where the line adds to the weight of what it stands under; the rows of a group all do. */
export const isCounted = (child: ScoredNode<unknown>, parent: IndicatorPlan | undefined): boolean =>
  child.row !== undefined || !child.plan || countsIn(child.plan, parent);
