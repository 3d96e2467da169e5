/**
 * Scores only: the lines, totals and grades of many forms, from the same compiled rules, in the arithmetic asked for. Keeps no
 * ledger and makes no findings; whatever it answers, the ledger answers too.
 */
import type { Submission } from '../../schemas/generated/types.ts';
import type { IndicatorPlan, ScoringPlan, TargetKind } from '../compile/index.ts';
import { askClass } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import { hasErrors } from '../diagnostics/index.ts';
import { type Arithmetic, decimals } from '../expression/index.ts';
import { admission, strangers } from './admission.ts';
import { cellReader } from './cells.ts';
import { readClaims } from './claims.ts';
import { scoreForm } from './evaluate.ts';
import { formOfValue } from './form.ts';
import { readInputs } from './inputs.ts';
import type { ScoredNode } from './node.ts';
import { bringsPoints } from './rolled.ts';
import { figure } from './rounding.ts';
import { readRows } from './rows.ts';
import type { Run } from './run.ts';
import { FormSheet } from './sheet.ts';
import { TreeScorer } from './tree.ts';
import { addsUp } from './weights.ts';

/** A line of a form and its points, with the lines under it. */
export interface ScoredLine<N> {
  id: string;
  /** The line of the rulebook: of a declared row, its group; undefined for the whole. */
  plan: IndicatorPlan | undefined;
  /** Set for a declared row. */
  row: { kind: TargetKind } | undefined;
  weight: N;
  points: N;
  /** True where it, or a line under it, lacks what it takes to be scored. */
  open: boolean;
  children: readonly ScoredLine<N>[];
}

/** The whole form, and its grade. */
export interface Scored<N> {
  whole: ScoredLine<N>;
  grade: string | undefined;
}

export type FormScorer<N> = (
  submission: Submission,
) => Promise<Scored<N> | undefined> | Scored<N> | undefined;

/**
 * Compiles a scorer for an arithmetic; it answers undefined where the form cannot be scored (evaluate it to learn why). It
 * answers at once, except where the rules engine must still be asked, or where limits apply: they read what the ledger path knows.
 */
export function formScorer<N extends object>(plan: ScoringPlan, arithmetic: Arithmetic<N>): FormScorer<N> {
  if (plan.limits.length > 0) return (submission) => byLedger(plan, submission, arithmetic);
  const tree = new TreeScorer(plan, arithmetic);
  const reader = { arithmetic, cell: cellReader(arithmetic, plan.frame) };
  const noClaims: ReadonlyMap<string, N> = new Map();
  const score: FormScorer<N> = (submission) => {
    const form = formOfValue(submission);
    const sheet = new FormSheet<N>(plan);
    const inputs = readInputs(plan, form, sheet, reader);
    const { rows, diagnostics } = readRows(plan, form, reader);
    if (hasErrors(inputs.diagnostics) || diagnostics.length > 0) return undefined;
    if (admission(plan, form).length > 0 || strangers(plan, form, rows).length > 0) return undefined;
    const run: Run<N> = { arithmetic, unasked: [], label: undefined };
    const claimed = submission.claimed?.points ? readClaims(plan, form, reader.cell).points : noClaims;
    const whole = tree.score({ submission, sheet, rows, claimed, claimedTotal: undefined }, run);
    const sound = addsUp(plan, whole, arithmetic) && !whole.open && !bringsPoints(submission);
    const grade =
      sound && plan.grades ? plan.grades.names[gradeIndex(plan, tree, whole.points, run)] : undefined;
    if (run.unasked.length > 0) return Promise.all(run.unasked.map(askClass)).then(() => score(submission));
    return { whole, grade };
  };
  return score;
}

function gradeIndex<N extends object>(plan: ScoringPlan, tree: TreeScorer<N>, total: N, run: Run<N>): number {
  const numbers = (key: string) => (key === 'total' ? total : undefined);
  return tree.outcomes(plan.grades!.decision, { numbers, words: () => undefined }, run)[0] ?? -1;
}

async function byLedger<N>(
  plan: ScoringPlan,
  submission: Submission,
  arithmetic: Arithmetic<N>,
): Promise<Scored<N> | undefined> {
  const { scored } = await scoreForm(plan, formOfValue(submission));
  return scored && { whole: lineIn(scored.whole, arithmetic), grade: scored.grade };
}

const lineIn = <N>(node: ScoredNode<Exact>, arithmetic: Arithmetic<N>): ScoredLine<N> => ({
  id: node.id,
  plan: node.plan,
  row: node.row,
  weight: arithmetic.of(node.weight),
  points: arithmetic.of(node.points),
  open: node.open,
  children: node.children.map((child) => lineIn(child, arithmetic)),
});

/** The figures of one form as decimal text; undefined where the form cannot be scored. */
export interface Scores {
  total: string;
  outOf: string;
  grade: string | undefined;
  complete: boolean;
}

export type Scorer = (submission: Submission) => Promise<Scores | undefined> | Scores | undefined;

/** As {@link formScorer} in decimals, the figures told. */
export function scorer(plan: ScoringPlan): Scorer {
  const score = formScorer(plan, decimals);
  return (submission) => {
    const scored = score(submission);
    return scored instanceof Promise ? scored.then(told) : told(scored);
  };
}

const told = (scored: Scored<Exact> | undefined): Scores | undefined =>
  scored && {
    total: figure(scored.whole.points),
    outOf: figure(scored.whole.weight),
    grade: scored.grade,
    complete: !scored.whole.open,
  };
