/** Audit: everything a reviewer would be told about one filed form. */
import type { Diagnostic, Evaluation } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { evaluationOf, type Form, type ScoredForm, scoreForm } from '../evaluate/index.ts';
import { formFindings } from './form.ts';
import { lineFindings } from './lines.ts';
import { statementFindings } from './statements.ts';
import { totalFindings } from './totals.ts';

/** Evaluates a form and holds what was claimed against what was computed. */
export async function audit(
  plan: ScoringPlan,
  form: Form,
): Promise<{ evaluation?: Evaluation; diagnostics: Diagnostic[] }> {
  const { scored, diagnostics } = await scoreForm(plan, form);
  return scored ? { evaluation: audited(scored), diagnostics } : { diagnostics };
}

/** The evaluation of a scored form with every finding of the audit. */
export const audited = (scored: ScoredForm): Evaluation =>
  evaluationOf(scored, [
    ...scored.findings,
    ...lineFindings(scored),
    ...totalFindings(scored),
    ...formFindings(scored),
    ...statementFindings(scored),
  ]);
