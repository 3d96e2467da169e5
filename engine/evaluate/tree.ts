/** Scores the tree of a form: lines, then groups from the lines under them, up to the whole. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { DeclaredPlan, GroupPlan, IndicatorPlan, LeafPlan, ScoringPlan } from '../compile/index.ts';
import { type Decider, type Decision, decider } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import type { Arithmetic } from '../expression/index.ts';
import { own } from '../own.ts';
import { boundsOf, settle } from './bound.ts';
import { GroupScorer, isCounted } from './groups.ts';
import { LineScorer } from './line.ts';
import { type ScoredNode, wholeId } from './node.ts';
import { asRolled } from './rolled.ts';
import type { Row } from './rows.ts';
import type { Run } from './run.ts';
import { RowWeights } from './shares.ts';
import type { FormSheet, Sheet } from './sheet.ts';
import { standAlone, type Together, together } from './together.ts';

export interface TreeInput<N> {
  submission: Submission;
  sheet: FormSheet<N>;
  rows: readonly Row<N>[];
  /** Claimed points of fixed indicators and groups. */
  claimed: ReadonlyMap<string, N>;
  claimedTotal: N | undefined;
}

export class TreeScorer<N extends object> {
  private readonly plan: ScoringPlan;
  private readonly arithmetic: Arithmetic<N>;
  private readonly lines: LineScorer<N>;
  private readonly groups: GroupScorer<N>;
  private readonly weights: RowWeights<N>;
  private readonly deciders = new Map<Decision, Decider<N>>();
  private readonly zero: N;

  constructor(plan: ScoringPlan, arithmetic: Arithmetic<N>) {
    this.plan = plan;
    this.arithmetic = arithmetic;
    this.lines = new LineScorer(plan, arithmetic);
    this.groups = new GroupScorer(plan, arithmetic);
    this.weights = new RowWeights(plan, arithmetic);
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
    const whole = this.groups.score(wholeId, this.plan.rulebook.title, undefined, children, run);
    whole.claimed = input.claimedTotal;
    if (this.plan.rounding.at === 'total')
      whole.points = settle(
        'total',
        whole.points,
        boundsOf(whole.most, this.arithmetic),
        whole.steps,
        this.plan,
        run,
      );
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
      ? this.withheld(node, policy, input, run)
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
        return this.declared(plan, rowsOf.get(plan) ?? [], input, run);
      case 'group':
        return this.group(plan, input, rowsOf, run);
    }
  }

  private group(
    plan: GroupPlan,
    input: TreeInput<N>,
    rowsOf: Map<DeclaredPlan, Row<N>[]>,
    run: Run<N>,
  ): ScoredNode<N> {
    const children = plan.children.map((child) => this.indicator(child, input, rowsOf, run));
    return this.groups.score(plan.id, plan.name, plan, children, run);
  }

  private leaf(plan: LeafPlan, { submission, sheet, claimed }: TreeInput<N>, run: Run<N>): ScoredNode<N> {
    const judgement = own(submission.judgements, plan.id);
    const line = this.lines.leaf(plan, sheet, judgement, claimed.get(plan.id), run);
    const node = asRolled(line, submission, this.plan, this.arithmetic, run);
    if (plan.optional && node.unscored === 'missing' && node.basis === 'none') return excluded(node);
    return node;
  }

  private declared(
    plan: DeclaredPlan,
    rows: readonly Row<N>[],
    input: TreeInput<N>,
    run: Run<N>,
  ): ScoredNode<N> {
    const children = standAlone(rows)
      ? this.rows(plan, rows, this.weights.of(plan, rows), input, run)
      : this.rowsTogether(plan, together(rows), input, run);
    const node = this.groups.score(plan.id, plan.name, plan, children, run);
    if (rows.length > 0) return node;
    const own = plan.optional && plan.weight && this.arithmetic.of(plan.weight);
    return excluded(own ? { ...node, weight: own, most: own } : node);
  }

  private rows(
    plan: DeclaredPlan,
    rows: readonly Row<N>[],
    weights: readonly (N | undefined)[],
    input: TreeInput<N>,
    run: Run<N>,
  ): ScoredNode<N>[] {
    const { submission, sheet } = input;
    return rows.map((row, index) => {
      const line = this.lines.row(row, weights[index], sheet, run);
      const node = asRolled(line, submission, this.plan, this.arithmetic, run);
      const policy = row.declared.notApplicable ? plan.notApplicable?.policy : undefined;
      return policy && policy !== 'forbidden' ? this.withheld(node, policy, input, run) : node;
    });
  }

  /** Rows that share a weight are a group of their own, with the one score; parts of a row weigh nothing. */
  private rowsTogether(
    plan: DeclaredPlan,
    all: readonly Together<N>[],
    input: TreeInput<N>,
    run: Run<N>,
  ): ScoredNode<N>[] {
    const weights = this.weights.of(
      plan,
      all.map(({ head }) => head),
    );
    return all.flatMap(({ head, others, parts }, index) => {
      const weight = weights[index];
      const rows = [head, ...others];
      const shares = others.length > 0 && weight ? this.weights.split(weight, rows) : [weight];
      const lines = this.rows(plan, rows, shares, input, run);
      const below = this.rows(
        plan,
        parts,
        parts.map(() => this.zero),
        input,
        run,
      ).map(asPart);
      if (others.length === 0) return [...lines, ...below];
      const name = rows.map(({ declared }) => declared.name).join('、');
      const shared = this.groups.score(`${head.id}-together`, name, undefined, lines, run);
      shared.claimed = head.claimed;
      for (const line of lines) line.claimed = undefined;
      return [shared, ...below];
    });
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

  /** The outcomes that are certain to hold, whatever is missing. */
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
    if ('possible' in answer) return answer.certain;
    if (!('decision' in answer)) return answer;
    run.unasked.push(answer);
    return [];
  }

  /**
   * A line that does not apply, with the lines under it: its points follow the policy, and "rescale" leaves its
   * weight to its siblings. Full marks of a group are those of its weight: a bonus beside it is not won.
   */
  private withheld(
    node: ScoredNode<N>,
    policy: 'rescale' | 'full' | 'zero',
    input: TreeInput<N>,
    run: Run<N>,
    parent?: IndicatorPlan,
  ): ScoredNode<N> {
    const isFull = policy === 'full' && node.plan?.line !== 'penalty' && (!parent || isCounted(node, parent));
    const below = isFull ? 'full' : policy === 'full' ? 'zero' : policy;
    const withheld: ScoredNode<N> = {
      ...node,
      children: node.children.map((child) => this.withheld(child, below, input, run, node.plan)),
      awards: [],
      status: 'not-applicable',
      points: isFull ? node.weight : this.zero,
      open: false,
      unscored: undefined,
      basis: 'none',
      steps: [],
      rescaled: policy === 'rescale',
    };
    if (node.plan?.kind === 'leaf') this.lines.addReads(withheld, node.plan, input.sheet, run);
    return withheld;
  }
}

/** A part of the row above it: shown, and not scored. */
const asPart = <N>(node: ScoredNode<N>): ScoredNode<N> => ({
  ...node,
  status: 'excluded',
  basis: 'none',
  open: false,
  unscored: undefined,
  awards: [],
});

/** A line that was left out: it weighs nothing on this form where it has no weight of its own. */
const excluded = <N>(node: ScoredNode<N>): ScoredNode<N> => ({
  ...node,
  status: 'excluded',
  open: false,
  unscored: undefined,
  rescaled: node.plan?.optional ?? false,
});
