/** The forms of one unit and year, audited together. */
import type { Audit, Diagnostic, Dossier } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { askClass, type Unasked } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { checkFindings, type Form, type Results, type ScoredForm, scoreForm } from '../evaluate/index.ts';
import { sortFindings } from '../findings/index.ts';
import { audited } from './audit.ts';

/** Audits each form, then what only shows across them. A form that cannot be read leaves the others audited. */
export async function auditDossier(
  plan: ScoringPlan,
  dossier: Pick<Dossier, 'dossier' | 'report'>,
  forms: readonly Form[],
): Promise<{ audit: Audit; diagnostics: Diagnostic[] }> {
  const scored: ScoredForm[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const form of forms) {
    const result = await scoreForm(plan, form);
    diagnostics.push(...result.diagnostics);
    if (result.scored) scored.push(result.scored);
  }
  const results = resultsAcross(scored, dossier.report?.text ?? '');
  for (;;) {
    const unasked: Unasked[] = [];
    const findings = sortFindings(
      checkFindings(plan.dossierChecks, results, { unasked }, (at) => ({ name: at })),
    );
    if (unasked.length === 0)
      return { audit: { name: dossier.dossier, evaluations: scored.map(audited), findings }, diagnostics };
    for (const one of unasked) await askClass(one);
  }
}

/** `project.budget` is the list of that input over the project forms; lists without numbers are missing. */
export function resultsAcross(scored: readonly ScoredForm[], report: string): Results {
  return {
    numbers: (key) => {
      const [subject, figure] = key.split('.');
      const values = scored
        .filter(({ form }) => form.submission.subject === subject)
        .map(({ sheet, whole }) =>
          figure === 'total'
            ? whole.points
            : figure === 'claimedTotal'
              ? whole.claimed
              : sheet.numbers(figure ?? ''),
        )
        .filter((value) => value instanceof Exact);
      return values.length > 0 ? values : undefined;
    },
    words: (key) => (key === 'report' ? report : undefined),
    shown: (key) => key,
  };
}
