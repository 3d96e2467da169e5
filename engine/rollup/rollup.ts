/** Several forms → one: projects into a unit, units into a region. The result is a form like any other. */
import type { Diagnostic, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan, Subject } from '../compile/index.ts';
import { capDiagnostics, hasErrors } from '../diagnostics/index.ts';
import type { Form } from '../evaluate/index.ts';
import { rolledInputs } from './inputs.ts';
import { rolledJudgements } from './judgements.ts';
import { readParts } from './parts.ts';
import { rolledRows } from './rows.ts';

/** What the result is a form of. */
export interface RollupOptions {
  name: string;
  subject: Subject;
}

/**
 * Rolls forms up by the rules of their rulebook. Rates and averaged weights are written as decimals (ten places of a
 * percent, four of a weight); everything else is exact. Claimed scores are left out: a roll-up claims nothing.
 */
export async function rollUp(
  plan: ScoringPlan,
  forms: readonly Form[],
  { name, subject }: RollupOptions,
): Promise<{ submission?: Submission; diagnostics: Diagnostic[] }> {
  const { parts, diagnostics: found } = await readParts(plan, forms);
  const diagnostics = capDiagnostics(found);
  if (hasErrors(diagnostics)) return { diagnostics };
  const declared = rolledRows(plan, parts);
  const judgements = rolledJudgements(plan, parts);
  const years = new Set(parts.map(({ scored }) => scored.form.submission.year));
  const [year] = years;
  const submission: Submission = {
    rulebook: plan.identity.rulebook,
    edition: plan.identity.edition,
    subject,
    name,
    ...(years.size === 1 && year ? { year } : {}),
    inputs: rolledInputs(plan, parts, subject),
    ...(declared.length > 0 ? { declared } : {}),
    ...(Object.keys(judgements).length > 0 ? { judgements } : {}),
  };
  return { submission, diagnostics };
}
