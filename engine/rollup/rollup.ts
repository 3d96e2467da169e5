/** Several forms → one: projects into a unit, units into a region. The result is a form like any other. */
import type { Diagnostic, Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan, Subject } from '../compile/index.ts';
import { capDiagnostics, hasErrors } from '../diagnostics/index.ts';
import { type Form, markRolledUp } from '../evaluate/index.ts';
import { Account } from './account.ts';
import { rolledInputs } from './inputs.ts';
import { notApplicableThroughout, rollLeaves } from './leaves.ts';
import { type Part, readParts } from './parts.ts';
import { rolledRows } from './rows.ts';

/** What the result is a form of. */
export interface RollupOptions {
  name: string;
  subject: Subject;
}

/**
 * Rolls forms up by the rules of their rulebook; the order of the forms makes no difference. Amounts and counts add,
 * rates are averaged, and the result is scored afterwards; where that cannot say what was scored (judgements, dates, words,
 * adopted scores), the points of the forms are averaged and written under `rolledUp`, beside what a form lacks. Claimed
 * scores are left out: a roll-up claims nothing. A form given twice is refused.
 */
export async function rollUp(
  plan: ScoringPlan,
  forms: readonly Form[],
  { name, subject }: RollupOptions,
): Promise<{ submission?: Submission; diagnostics: Diagnostic[] }> {
  const { parts, diagnostics: found } = await readParts(plan, forms);
  const diagnostics = capDiagnostics(found);
  if (hasErrors(diagnostics)) return { diagnostics };
  const account = new Account();
  const inputs = rolledInputs(plan, parts, subject, account);
  rollLeaves(plan, parts, inputs, account);
  const declared = rolledRows(plan, parts, account);
  const notApplicable = notApplicableThroughout(parts);
  const reasons = rolledReasons(plan, parts);
  const report = sameReport(parts);
  const years = new Set(parts.map(({ scored }) => scored.form.submission.year));
  const [year] = years;
  const submission: Submission = {
    rulebook: plan.identity.rulebook,
    edition: plan.identity.edition,
    subject,
    name,
    ...(years.size === 1 && year ? { year } : {}),
    inputs: inputs.values,
    ...(declared.length > 0 ? { declared } : {}),
    ...(notApplicable.length > 0 ? { notApplicable } : {}),
    ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
    ...(report ? { report } : {}),
    rolledUp: account.written(parts),
  };
  return { submission: markRolledUp(submission), diagnostics };
}

/** The report, where all forms have the same. */
function sameReport([first, ...others]: readonly Part[]): Submission['report'] {
  const report = first?.scored.form.submission.report;
  const isSame = others.every(({ scored }) => {
    const other = scored.form.submission.report;
    return other?.text === report?.text && other?.year === report?.year;
  });
  return isSame ? report : undefined;
}

/** The reasons given for fixed lines, with the form that gives them where there are several. */
function rolledReasons(plan: ScoringPlan, parts: readonly Part[]): NonNullable<Submission['reasons']> {
  const given = new Map<string, string[]>();
  for (const { name, scored } of parts)
    for (const [id, reason] of Object.entries(scored.form.submission.reasons ?? {}))
      if (plan.byId.has(id)) {
        const told = parts.length > 1 ? `${name}：${reason}` : reason;
        given.set(id, [...(given.get(id) ?? []), told]);
      }
  return Object.fromEntries([...given].map(([id, told]) => [id, told.join('；')]));
}
