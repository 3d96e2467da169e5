/** What the values of a hint reach, evaluated as a case that states everything would be. */
import {
  type CoverageItem,
  formOfValue,
  reachedByDossier,
  reachedByExample,
  reachedByForm,
  type ScoringPlan,
} from '../../engine/index.ts';

export async function reachedByHint(
  plan: ScoringPlan,
  { id, hint }: CoverageItem,
): Promise<ReadonlySet<string>> {
  const { indicator, given, forms, report } = hint!;
  if (given) return reachedByExample(plan, plan.identity, indicator!, { given });
  const all = forms!.map(formOfValue);
  if (!id.startsWith('dossier-check/'))
    return reachedByForm(plan, all[0]!, { total: '0', grade: '', findings: [] });
  const dossier = { ...(report ? { report: { text: report } } : {}), expect: { findings: [] } };
  return reachedByDossier(plan, dossier, all);
}
