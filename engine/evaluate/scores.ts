/**
 * Scores only: totals and grades of many forms, from the same compiled rules. Keeps no ledger and makes no findings;
 * whatever it answers, the ledger answers too.
 */
import type { Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { askClass } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import { decimals } from '../expression/index.ts';
import { admission } from './admission.ts';
import { cellReader } from './cells.ts';
import { readClaims } from './claims.ts';
import { evaluate } from './evaluate.ts';
import { formOfValue } from './form.ts';
import { readInputs } from './inputs.ts';
import { figure } from './rounding.ts';
import { readRows } from './rows.ts';
import type { Run } from './rule.ts';
import { Sheet } from './sheet.ts';
import { type TreeInput, TreeScorer } from './tree.ts';

/** The figures of one form as decimal text; undefined where the form cannot be scored (evaluate it to learn why). */
export interface Scores {
  total: string;
  outOf: string;
  grade: string | undefined;
  complete: boolean;
}

export type Scorer = (submission: Submission) => Promise<Scores | undefined> | Scores | undefined;

/** Compiles a scorer. It answers at once, except where the rules engine must still be asked, or limits apply. */
export function scorer(plan: ScoringPlan): Scorer {
  if (plan.limits.length > 0) return (submission) => byLedger(plan, submission);
  const tree = new TreeScorer(plan, decimals);
  const reader = { arithmetic: decimals, cell: cellReader(decimals) };
  const total = decimals.of(plan.total);
  const noClaims: ReadonlyMap<string, Exact> = new Map();
  const score: Scorer = (submission) => {
    const form = formOfValue(submission);
    const sheet = new Sheet<Exact>();
    if (readInputs(plan, form, sheet, reader).some((one) => one.severity === 'error')) return undefined;
    const { rows, diagnostics } = readRows(plan, form, reader);
    if (diagnostics.length > 0 || admission(plan, form, rows).length > 0) return undefined;
    const run: Run<Exact> = { arithmetic: decimals, unasked: [], label: undefined };
    const claimed = submission.claimed?.points ? readClaims(plan, form, reader.cell).points : noClaims;
    const input: TreeInput<Exact> = { submission, sheet, rows, claimed, claimedTotal: undefined };
    const whole = tree.score(input, run);
    if (run.unasked.length > 0) return Promise.all(run.unasked.map(askClass)).then(() => score(submission));
    const sound = decimals.compare(whole.weight, total) === 0 && !whole.open;
    const grade =
      sound && plan.grades ? plan.grades.names[gradeIndex(plan, tree, whole.points, run)] : undefined;
    return {
      total: figure(whole.points),
      outOf: figure(whole.weight),
      grade,
      complete: !whole.open,
    };
  };
  return score;
}

function gradeIndex(plan: ScoringPlan, tree: TreeScorer<Exact>, total: Exact, run: Run<Exact>): number {
  const numbers = (key: string) => (key === 'total' ? total : undefined);
  return tree.outcomes(plan.grades!.decision, { numbers, words: () => undefined }, run)[0] ?? -1;
}

async function byLedger(plan: ScoringPlan, submission: Submission): Promise<Scores | undefined> {
  const { evaluation } = await evaluate(plan, formOfValue(submission));
  if (!evaluation) return undefined;
  const { total, outOf, grade, status } = evaluation;
  return { total, outOf, grade, complete: status === 'complete' };
}
