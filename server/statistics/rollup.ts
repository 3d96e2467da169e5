/** Forms → the one form made of them, and what it scores. The one way that the command and the service roll up. */
import {
  type Diagnostic,
  diagnose,
  type Evaluation,
  evaluate,
  type Form,
  formOfValue,
  hasErrors,
  type RollupOptions,
  rollUp,
  type ScoringPlan,
  type Submission,
} from '../../engine/index.ts';

export interface RolledForm {
  form: Form;
  submission: Submission;
  evaluation: Evaluation;
}

/** What is not asked for is taken from the first form. Nothing is rolled up where a form cannot be. */
export async function rollUpForms(
  plan: ScoringPlan,
  forms: readonly Form[],
  { name, subject }: Partial<RollupOptions>,
): Promise<{ rolled?: RolledForm; diagnostics: Diagnostic[] }> {
  const [first] = forms;
  if (!first) return { diagnostics: [diagnose('rollup-empty', {})] };
  const own = first.submission;
  const { submission, diagnostics } = await rollUp(plan, forms, {
    name: name ?? own.unit ?? own.name,
    subject: subject ?? own.subject,
  });
  if (!submission) return { diagnostics };
  const form = formOfValue(submission);
  const scored = await evaluate(plan, form);
  const { evaluation } = scored;
  if (!evaluation || hasErrors(scored.diagnostics)) return { diagnostics: scored.diagnostics };
  return { rolled: { form, submission, evaluation }, diagnostics: [...diagnostics, ...scored.diagnostics] };
}
