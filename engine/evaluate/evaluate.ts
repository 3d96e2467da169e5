/** Form → scored form → evaluation. The order here is the order things happen in. */
import type {
  Bilingual,
  Diagnostic,
  Evaluation,
  Finding,
  Submission,
} from '../../schemas/generated/types.ts';
import { type IndicatorPlan, rangeNames, type ScoringPlan, type Subject } from '../compile/index.ts';
import { askClass } from '../conditions/index.ts';
import type { Exact } from '../decimal.ts';
import { capDiagnostics, hasErrors, sortDiagnostics } from '../diagnostics/index.ts';
import { decimals } from '../expression/index.ts';
import { type FindingPlace, find, sortFindings } from '../findings/index.ts';
import { engineVersion } from '../version.ts';
import { admission, strangers, unreadableShares } from './admission.ts';
import { cellReader } from './cells.ts';
import { checkFindings } from './checks.ts';
import { readClaims } from './claims.ts';
import { countFindings } from './counts.ts';
import type { Form } from './form.ts';
import { gathered } from './gather.ts';
import { readInputs } from './inputs.ts';
import { judgementRemarks } from './judgement-remarks.ts';
import { ledgerOf } from './ledger.ts';
import { lossesOf } from './losses.ts';
import { leavesOf, type ScoredNode, wholeId } from './node.ts';
import { once } from './once.ts';
import { applyLimits, gradeOf, type Limited, whyWithheld } from './outcome.ts';
import { outlookOf } from './outlook.ts';
import { remarksOf } from './remarks.ts';
import { type Results, resultsOf } from './results.ts';
import { bringsPoints, pointsBrought, rolledFindings } from './rolled.ts';
import { figure } from './rounding.ts';
import { type Row, readRows } from './rows.ts';
import type { Run } from './run.ts';
import { FormSheet, type Sheet } from './sheet.ts';
import { TreeScorer } from './tree.ts';
import { uncheckedRates, undecidedApplicability } from './undecided.ts';
import { weightFindings } from './weights.ts';

/** A form and everything found out about it, before it is written down. */
export interface ScoredForm {
  plan: ScoringPlan;
  form: Form;
  whole: ScoredNode<Exact>;
  rows: readonly Row<Exact>[];
  sheet: Sheet<Exact>;
  results: Results;
  weightsSound: boolean;
  limits: Pick<Limited, 'applied' | 'undecided'>;
  grade: string | undefined;
  /** Why no grade is given, where it is withheld. */
  withheld: Bilingual | undefined;
  findings: Finding[];
}

const scorers = new WeakMap<
  ScoringPlan,
  { tree: TreeScorer<Exact>; cell: ReturnType<typeof cellReader<Exact>> }
>();

function scorerOf(plan: ScoringPlan) {
  let known = scorers.get(plan);
  if (!known) {
    known = { tree: new TreeScorer(plan, decimals), cell: cellReader(decimals, plan.frame) };
    scorers.set(plan, known);
  }
  return known;
}

/** Scores a form with its whole ledger. There is a result only where the form is one of this rulebook and names what is there. */
export async function scoreForm(
  plan: ScoringPlan,
  form: Form,
): Promise<{ scored?: ScoredForm; diagnostics: Diagnostic[] }> {
  const { scored, diagnostics } = await scoreReadable(plan, form);
  return hasErrors(diagnostics) ? { diagnostics } : { scored, diagnostics };
}

/** Scores what can be read of a form: what cannot is as if it were not there, and said. */
export async function scoreReadable(
  plan: ScoringPlan,
  form: Form,
): Promise<{ scored: ScoredForm; diagnostics: Diagnostic[] }> {
  for (;;) {
    const run: Run<Exact> = { arithmetic: decimals, unasked: [], label: labelOf(plan) };
    const { scored, diagnostics } = scoreOnce(plan, form, run);
    if (run.unasked.length === 0)
      return { scored, diagnostics: capDiagnostics(sortDiagnostics(diagnostics)) };
    for (const one of run.unasked) await askClass(one);
  }
}

function scoreOnce(
  plan: ScoringPlan,
  form: Form,
  run: Run<Exact>,
): { scored: ScoredForm; diagnostics: Diagnostic[] } {
  const { tree, cell } = scorerOf(plan);
  const { submission } = form;
  const sheet = new FormSheet<Exact>(plan);
  const reader = { arithmetic: decimals, cell, keepsLedger: true };
  const { rows, diagnostics: rowProblems } = readRows(plan, form, reader);
  const claims = readClaims(plan, form, cell);
  const inputs = readInputs(plan, form, sheet, reader);
  const diagnostics = [
    ...admission(plan, form),
    ...strangers(plan, form, rows),
    ...inputs.diagnostics,
    ...rowProblems,
  ];
  const whole = tree.score(
    { submission, sheet, rows, claimed: claims.points, claimedTotal: claims.total },
    run,
  );
  const leaves = leavesOf(whole);
  const label = labelOf(plan);
  const results = resultsOf(plan, whole, submission, sheet, label);
  const limits = applyLimits(plan, whole, results, run);
  const weights = weightFindings(plan, whole);
  const checks = checksOf(plan)[submission.subject];
  const findings = [
    ...inputs.findings,
    ...unreadableShares(plan, form, rows),
    ...weights.findings,
    ...lineFindings(leaves, submission, label),
    ...forbidden(plan, form, rows),
    ...rolledFindings(submission, leaves),
    ...claims.findings,
    ...limits.findings,
    ...countFindings(plan, sheet, rows),
    ...undecidedApplicability(plan, submission, results, run),
    ...checkFindings(checks, results, run, (at) => placeOfId(at, plan), uncheckedRates(plan, results)),
  ];
  const withheld =
    whyWithheld(whole, weights.sound, plan.total, limits.undecided) ??
    (bringsPoints(submission) ? pointsBrought : undefined);
  const grade = withheld ? undefined : gradeOf(plan, whole.points, limits.applied, run);
  return {
    scored: {
      plan,
      form,
      whole,
      rows,
      sheet,
      results,
      weightsSound: weights.sound,
      limits,
      grade,
      withheld,
      findings,
    },
    diagnostics,
  };
}

/** What is odd about each line, in the order of the form. */
function lineFindings(
  leaves: readonly ScoredNode<Exact>[],
  submission: Submission,
  label: (key: string) => string,
): Finding[] {
  const findings: Finding[] = [];
  for (const node of leaves) {
    for (const finding of remarksOf(node, submission, label)) findings.push(finding);
    if (node.judgement) for (const finding of judgementRemarks(node)) findings.push(finding);
  }
  return findings;
}

/** The checks of a rulebook that are for a subject. */
const checksOf = once(({ checks }: ScoringPlan) => {
  const of = (subject: Subject) => checks.filter(({ subjects }) => !subjects || subjects.includes(subject));
  return { project: of('project'), department: of('department') };
});

/** Lines declared not applicable although the rulebook gives no policy for that, or forbids it: scored all the same. */
function forbidden(plan: ScoringPlan, { submission }: Form, rows: readonly Row<Exact>[]): Finding[] {
  const allowed = (line: IndicatorPlan | undefined): boolean =>
    line?.notApplicable !== undefined && line.notApplicable.policy !== 'forbidden';
  const fixed = (submission.notApplicable ?? []).flatMap((id) => plan.byId.get(id) ?? []);
  const declared = rows.filter((row) => row.declared.notApplicable && !allowed(row.group));
  return [
    ...fixed.filter((line) => !allowed(line)).map(({ id, name }) => ({ id, name })),
    ...declared.map((row) => ({ id: row.id, name: row.declared.name })),
  ].map(({ id, name }) => find('not-applicable-forbidden', { name }, { indicator: id, name }));
}

function placeOfId(id: string, plan: ScoringPlan): FindingPlace {
  const line = plan.byId.get(id);
  if (line) return { indicator: id, name: line.name };
  const input = plan.inputs.get(id);
  if (input) return { input: id, name: input.name };
  return id === wholeId ? { indicator: id, name: plan.rulebook.title } : { indicator: id };
}

/** The Chinese name of each fact of a rulebook. */
const labels: Record<string, string> = {
  weight: '分值',
  target: '目标值',
  actual: '完成值',
  ...rangeNames,
  'judged.share': '评价人所给比例',
  total: '总分',
};
const labelOf = (plan: ScoringPlan) => (key: string) =>
  labels[key] ?? plan.inputs.get(key)?.name ?? plan.byId.get(key)?.name ?? key;

/** Writes a scored form down as an evaluation, with the given findings. */
export function evaluationOf(scored: ScoredForm, findings: readonly Finding[]): Evaluation {
  const { plan, whole, grade, weightsSound, limits } = scored;
  const { id, name, subject, year } = scored.form.submission;
  const withheld = plan.grades || !weightsSound ? scored.withheld : undefined;
  const range = whole.open ? outlookOf(whole, plan, limits) : undefined;
  return {
    rulebook: plan.identity,
    engine: engineVersion,
    form: { ...(id ? { id } : {}), name, subject, ...(year ? { year } : {}) },
    status: whole.open ? 'incomplete' : 'complete',
    total: figure(whole.points),
    outOf: figure(whole.weight),
    ...(range ? { range: { least: figure(range.least), most: figure(range.most) } } : {}),
    ...(whole.claimed ? { claimed: figure(whole.claimed) } : {}),
    ...(grade === undefined ? {} : { grade }),
    ...(withheld ? { gradeWithheld: withheld } : {}),
    losses: lossesOf(whole, plan),
    ledger: ledgerOf(whole),
    findings: sortFindings(gathered(findings)).map((finding) =>
      id ? { ...finding, place: { form: id, ...finding.place } } : finding,
    ),
  };
}

/** Evaluates a form: points, ledger, grade, and the findings that need no claimed scores. */
export async function evaluate(
  plan: ScoringPlan,
  form: Form,
): Promise<{ evaluation?: Evaluation; diagnostics: Diagnostic[] }> {
  const { scored, diagnostics } = await scoreForm(plan, form);
  return scored ? { evaluation: evaluationOf(scored, scored.findings), diagnostics } : { diagnostics };
}
