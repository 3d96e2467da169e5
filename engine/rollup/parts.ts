/** The forms to be rolled up, each read once, with the amount it is weighted by. */
import type { Diagnostic } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact, sum } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import {
  bringsPoints,
  type Form,
  leavesOf,
  type ScoredForm,
  type ScoredNode,
  scoreForm,
} from '../evaluate/index.ts';
import { repetitions } from './repeated.ts';

export type Line = ScoredNode<Exact>;

export interface Part {
  scored: ScoredForm;
  /** Its lines, by id. */
  lines: ReadonlyMap<string, Line>;
  amount: Exact;
  /** What the form is called among the others. */
  name: string;
}

/** Parts in an order of their own, so that nothing depends on the order in which the forms were given. */
export async function readParts(
  plan: ScoringPlan,
  forms: readonly Form[],
): Promise<{ parts: Part[]; diagnostics: Diagnostic[] }> {
  const rules = plan.rulebook.rollup;
  if (!rules)
    return { parts: [], diagnostics: [diagnose('rollup-undefined', { title: plan.identity.title })] };
  if (forms.length === 0) return { parts: [], diagnostics: [diagnose('rollup-empty', {})] };
  const diagnostics: Diagnostic[] = repetitions(forms);
  const name = plan.inputs.get(rules.amount)!.name;
  const parts: (Part & { key: string })[] = [];
  for (const form of forms) {
    const result = await scoreForm(plan, form);
    diagnostics.push(...result.diagnostics);
    const { scored } = result;
    if (!scored) continue;
    if (bringsPoints(form.submission))
      diagnostics.push(
        diagnose('rollup-of-written', { form: form.submission.name }, form.place('/rolledUp/points')),
      );
    const amount = scored.sheet.numbers(rules.amount);
    if (amount instanceof Exact) {
      const lines = new Map(leavesOf(scored.whole).map((line) => [line.id, line]));
      const key = JSON.stringify(form.submission);
      parts.push({ scored, lines, amount, name: nameAmong(forms, form), key });
    } else
      diagnostics.push(
        diagnose('rollup-amount-missing', { form: form.submission.name, name }, form.place('/inputs')),
      );
  }
  if (parts.length === forms.length && sum(parts.map((part) => part.amount)).isZero())
    diagnostics.push(diagnose('rollup-amount-zero', { name }));
  parts.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { parts, diagnostics };
}

/** The name of the form, with its unit or its id where others have the same name. */
function nameAmong(forms: readonly Form[], { submission }: Form): string {
  const { name, unit, id } = submission;
  const namesakes = forms.filter((one) => one.submission.name === name);
  if (namesakes.length === 1) return name;
  const sameUnit = namesakes.filter((one) => one.submission.unit === unit).length > 1;
  const more = sameUnit ? id : unit;
  return more === undefined ? name : `${name}（${more}）`;
}
