/** Audit: everything a reviewer would be told about one filed form. */
import type { Diagnostic, Evaluation } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { evaluationOf, type Form, type ScoredForm, scoreForm, scoreReadable } from '../evaluate/index.ts';
import { columnFindings } from './columns.ts';
import { copiedFindings } from './copied.ts';
import { costFindings } from './cost.ts';
import { executionFindings } from './execution.ts';
import { formFindings } from './form.ts';
import { lineFindings } from './lines.ts';
import { missedFindings } from './missed.ts';
import { noiseFindings } from './noise.ts';
import { partFindings } from './parts.ts';
import { reasonFindings } from './reasons.ts';
import { statementFindings } from './statements.ts';
import { textFindings } from './texts/index.ts';
import { totalFindings } from './totals.ts';

/** Evaluates a form and holds what was claimed against what was computed. */
export async function audit(
  plan: ScoringPlan,
  form: Form,
): Promise<{ evaluation?: Evaluation; diagnostics: Diagnostic[] }> {
  const { scored, diagnostics } = await scoreForm(plan, form);
  return scored ? { evaluation: audited(scored), diagnostics } : { diagnostics };
}

/** The same of what can be read of a form: what cannot is as if it were not there, and told by the diagnostics. */
export async function auditReadable(
  plan: ScoringPlan,
  form: Form,
): Promise<{ scored: ScoredForm; evaluation: Evaluation; diagnostics: Diagnostic[] }> {
  const { scored, diagnostics } = await scoreReadable(plan, form);
  return { scored, evaluation: audited(scored), diagnostics };
}

/** What says more of a line without a score than that its data are missing. */
const accounted: ReadonlySet<string> = new Set([
  'score-without-value',
  'not-numeric',
  'not-a-date',
  'number-unreadable',
]);

/** What says of a cell that it could not be compared, and no more. */
const uncompared: ReadonlySet<string> = new Set(['not-numeric', 'not-a-date', 'target-unread']);

/** The evaluation of a scored form with every finding of the audit. */
export function audited(scored: ScoredForm): Evaluation {
  const lines = lineFindings(scored);
  // What a line lacks is told once: with the points claimed for it or the words in its cell, where there are any.
  const told = new Set(
    [...lines, ...scored.findings].flatMap(({ code, place }) =>
      accounted.has(code) ? [place?.indicator] : [],
    ),
  );
  const unexplained = new Set(
    lines.flatMap(({ code, place }) =>
      code === 'unexplained-deduction' || code === 'reason-missing' ? [place?.indicator] : [],
    ),
  );
  const contradicted = new Set(
    lines.flatMap(({ code, place }) =>
      code === 'words-against-points' || code === 'prompt-left' ? [place?.indicator] : [],
    ),
  );
  const execution = executionFindings(scored);
  const isUnfunded = execution.some(({ code }) => code === 'spent-without-budget');
  const isExecution = (id: string | undefined): boolean =>
    id !== undefined && scored.plan.byId.get(id)?.role === 'execution';
  const own = scored.findings.filter(({ code, place }) => {
    if (code === 'divided-by-zero' && isUnfunded) return !isExecution(place?.indicator);
    if (uncompared.has(code)) return !contradicted.has(place?.indicator);
    if (code === 'data-missing') return !told.has(place?.indicator);
    return code !== 'reason-owed' || !unexplained.has(place?.indicator);
  });
  return evaluationOf(scored, [
    ...own,
    ...lines,
    ...totalFindings(scored),
    ...execution,
    ...costFindings(scored),
    ...partFindings(scored),
    ...columnFindings(scored),
    ...missedFindings(scored),
    ...copiedFindings(scored),
    ...reasonFindings(scored),
    ...formFindings(scored),
    ...statementFindings(scored),
    ...textFindings(scored),
    ...noiseFindings(scored),
  ]);
}
