/** Scores one line: a fixed leaf, or a declared indicator. */
import type { LeafPlan, MissingPolicy, Rule, ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import type { Arithmetic, Expression } from '../expression/index.ts';
import { describeReading } from '../read/index.ts';
import { boundsOf, mostOf, settle } from './bound.ts';
import { claimedPoints } from './claims.ts';
import { actualAtEdge } from './edge.ts';
import { readJudgement } from './judgements.ts';
import { Judge } from './judging.ts';
import { newNode, type ScoredNode } from './node.ts';
import { namesOf } from './once.ts';
import { isIncomparable, type Row } from './rows.ts';
import { type RuleScorer, ruleScorer } from './rule.ts';
import { type Run, type Step, textOf, type Unscored } from './run.ts';
import { type FormSheet, LineSheet, type Sheet } from './sheet.ts';

/** What a line is scored with besides its rule. */
interface Line<N> {
  node: ScoredNode<N>;
  rule: Rule;
  scorer: RuleScorer<N>;
  sheet: Sheet<N>;
  zeroDivision: 'full' | 'zero' | undefined;
  missing: MissingPolicy;
}

/** What is made of a rule once. */
interface KeptRule<N> {
  scorer: RuleScorer<N>;
  most: (weight: N) => N;
  /** The inputs its metric is computed from. */
  inputs: readonly string[];
}

export class LineScorer<N extends object> {
  private readonly plan: ScoringPlan;
  private readonly arithmetic: Arithmetic<N>;
  private readonly kept = new Map<Rule, KeptRule<N>>();
  private readonly zero: N;
  private readonly judge: Judge<N>;

  constructor(plan: ScoringPlan, arithmetic: Arithmetic<N>) {
    this.plan = plan;
    this.arithmetic = arithmetic;
    this.zero = arithmetic.of(Exact.zero);
    this.judge = new Judge(plan, arithmetic);
  }

  leaf(
    plan: LeafPlan,
    sheet: FormSheet<N>,
    written: Parameters<typeof readJudgement>[0],
    claimed: N | undefined,
    run: Run<N>,
  ): ScoredNode<N> {
    const { id, name, weight } = plan;
    const node = newNode(id, name, this.arithmetic.of(weight!), this.zero, run.label !== undefined);
    node.claimed = claimed;
    node.plan = plan;
    const { scorer, most } = this.ruleOf(plan.rule, plan.metric);
    node.most = most(node.weight);
    this.addReads(node, plan, sheet, run);
    if (written) node.judgement = readJudgement(written, this.arithmetic);
    const own = plan.rule.judged ? new LineSheet<N>(sheet) : sheet;
    this.score(
      {
        node,
        rule: plan.rule,
        scorer,
        sheet: own,
        zeroDivision: plan.zeroDivision,
        missing: plan.missing,
      },
      run,
    );
    if (plan.line === 'penalty') node.points = this.arithmetic.negate(node.points);
    return node;
  }

  /** Begins the account of a line with how the inputs of its metric were read. */
  addReads({ steps }: ScoredNode<N>, { rule, metric }: LeafPlan, sheet: FormSheet<N>, run: Run<N>): void {
    if (!run.label) return;
    for (const input of this.ruleOf(rule, metric).inputs) {
      const read = sheet.readAs(input);
      if (read) steps.push(read);
    }
  }

  /** A row of a group of deductions is a deduction too: its points are told with a minus. */
  row(row: Row<N>, weight: N | undefined, sheet: Sheet<N>, run: Run<N>): ScoredNode<N> {
    const node = this.scoredRow(row, weight, sheet, run);
    if (row.group.line === 'penalty') node.points = this.arithmetic.negate(node.points);
    return node;
  }

  private scoredRow(row: Row<N>, weight: N | undefined, sheet: Sheet<N>, run: Run<N>): ScoredNode<N> {
    const { zero } = this;
    const node = newNode(row.id, row.declared.name, weight ?? zero, zero, run.label !== undefined);
    node.claimed = row.claimed;
    node.plan = row.group;
    node.row = row;
    node.judgement = row.judgement;
    const { rule, metric } = row.plan;
    const { scorer, most } = this.ruleOf(rule, metric);
    node.most = most(node.weight);
    const missing = this.plan.frame?.missing ?? 'withhold';
    if (weight === undefined) return this.unscored(node, 'no-weight', missing, run);
    const own = new LineSheet<N>(sheet);
    own.setNumber('weight', weight, run.label && textOf(weight));
    if (run.label) node.steps.push(readStep('目标值', row.target), readStep('完成值', row.actual));
    this.putCells(row, own, node, run);
    const isBlank = row.target.kind === 'blank' || row.actual.kind === 'blank';
    // A line of no weight that was left empty is none.
    const isOfNoWeight = row.weight !== undefined && this.isZero(row.weight) && this.isZero(weight);
    if (isBlank && isOfNoWeight) return { ...node, status: 'excluded' };
    if (isBlank) return this.unscored(node, 'missing', missing, run);
    if (isIncomparable(row)) return this.unscored(node, 'incomparable', missing, run);
    this.score({ node, rule, scorer, sheet: own, zeroDivision: undefined, missing }, run);
    return node;
  }

  /** The numbers of a row's cells, as facts of its rule. */
  private putCells(row: Row<N>, sheet: LineSheet<N>, { steps }: ScoredNode<N>, run: Run<N>): void {
    const put = (key: string, number: N | undefined) => {
      if (number !== undefined) sheet.setNumber(key, number, run.label && shownNumber(row, number));
    };
    const { targetNumber: target, actualNumber: actual, range } = row;
    put('target', target);
    put('actual', actual);
    if (range) {
      for (const key of ['least', 'most', 'outside'] as const) put(key, range[key]);
      sheet.setNumber('nearness', range.nearness, run.label && percentText(range.nearness));
      if (run.label) steps.push(...edgeSteps(row, range.told));
    }
    const atEdge = target && actual && actualAtEdge(row.target, target, actual, this.arithmetic);
    if (!atEdge) return;
    put('actual', atEdge);
    if (run.label) steps.push(...edgeSteps(row, 'on-open-end'));
  }

  private isZero(value: N): boolean {
    return this.arithmetic.compare(value, this.zero) === 0;
  }

  private score(line: Line<N>, run: Run<N>): void {
    const { node, rule, sheet } = line;
    node.sheet = sheet;
    const contradiction = rule.judged && this.judge.put(node, rule, sheet, run);
    if (contradiction) {
      this.unscored(node, contradiction, line.missing, run);
      return;
    }
    const result = line.scorer(sheet, run, node);
    const points = typeof result === 'string' ? this.byZeroDivision(line, result) : result;
    if (points === undefined) {
      this.unscored(node, result as Unscored, line.missing, run);
      return;
    }
    node.unrounded = points;
    node.points = this.settled(node, points, run);
  }

  private settled(node: ScoredNode<N>, points: N, run: Run<N>): N {
    return settle('indicator', points, boundsOf(node.most, this.arithmetic), node.steps, this.plan, run);
  }

  private byZeroDivision({ node, zeroDivision }: Line<N>, why: Unscored): N | undefined {
    if (why !== 'zero-division' || zeroDivision === undefined) return undefined;
    node.unscored = 'zero-division';
    return zeroDivision === 'full' ? node.weight : this.zero;
  }

  private unscored(
    node: ScoredNode<N>,
    why: NonNullable<ScoredNode<N>['unscored']>,
    policy: MissingPolicy,
    run: Run<N>,
  ): ScoredNode<N> {
    node.unscored = why;
    node.points = this.zero;
    const claimed = claimedPoints(node, this.arithmetic);
    if (policy === 'claimed' && claimed !== undefined && why === 'missing') {
      node.basis = 'claimed';
      if (run.label)
        node.steps.push({
          step: 'read',
          name: '自评得分',
          value: textOf(claimed),
          how: {
            zh: '没有可以计算的数据，采信自评得分',
            en: 'no data to compute from; the claimed score is taken',
          },
        });
      node.points = this.settled(node, claimed, run);
      return node;
    }
    node.basis = 'none';
    node.status = 'missing';
    node.open = policy !== 'zero' || why !== 'missing';
    return node;
  }

  private ruleOf(rule: Rule, metric: Expression | undefined): KeptRule<N> {
    let kept = this.kept.get(rule);
    if (!kept) {
      kept = {
        scorer: ruleScorer(rule, metric, this.arithmetic),
        most: mostOf(rule, this.arithmetic),
        inputs: metric ? namesOf(metric) : [],
      };
      this.kept.set(rule, kept);
    }
    return kept;
  }
}

const readSteps = { 目标值: new WeakMap<object, Step>(), 完成值: new WeakMap<object, Step>() };

/** How a cell was read; readings are remembered, and so is how they are told. */
function readStep(name: keyof typeof readSteps, reading: Row<unknown>['target']): Step {
  let step = readSteps[name].get(reading);
  if (!step) {
    step = {
      step: 'read',
      name,
      text: reading.text,
      value: reading.number ? numberText(reading.number, reading.unit) : (reading.date ?? reading.text),
      ...(reading.unit ? { unit: reading.unit } : {}),
      how: { zh: describeReading(reading, 'zh'), en: describeReading(reading, 'en') },
    };
    readSteps[name].set(reading, step);
  }
  return step;
}

/** How an actual stands that its number alone does not show. */
const edges = {
  'on-open-end': {
    zh: '恰在目标所不含的一端，按未达到计',
    en: 'it stands on the end that the target leaves out: taken as missing it',
  },
  'no-ratio': {
    zh: '较近一端不大于 0，比例没有意义，接近程度按 0 计',
    en: 'the nearer end is not above zero, so no ratio to it holds: taken as not near at all',
  },
} as const;

const edgeSteps = ({ actual }: Row<unknown>, edge: keyof typeof edges | undefined): Step[] =>
  edge ? [{ step: 'read', name: '完成值', text: actual.text, value: actual.text, how: edges[edge] }] : [];

const percentText = (number: unknown): string => (number instanceof Exact ? number.toPercent() : '');

const numberText = (number: Exact, unit: string | undefined): string =>
  unit === '%' ? `${number.times(Exact.hundred).toText()}%` : number.toText();

const shownNumber = (row: Row<unknown>, number: unknown): string =>
  row.kind === 'date'
    ? (number === row.targetNumber ? row.target : row.actual).date!
    : number instanceof Exact
      ? numberText(number, row.target.unit)
      : '';
