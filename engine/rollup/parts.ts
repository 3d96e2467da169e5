/** The forms to be rolled up, each read once, with the amount it is weighted by. */
import type { Diagnostic } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { Exact, sum } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Form, type ScoredForm, scoreForm } from '../evaluate/index.ts';

export interface Part {
  scored: ScoredForm;
  amount: Exact;
}

/** A rate as decimal text is kept to this many places of a percent. */
const places = 10;

export async function readParts(
  plan: ScoringPlan,
  forms: readonly Form[],
): Promise<{ parts: Part[]; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const rules = plan.rulebook.rollup;
  if (!rules)
    return { parts: [], diagnostics: [diagnose('rollup-undefined', { title: plan.identity.title })] };
  if (forms.length === 0) return { parts: [], diagnostics: [diagnose('rollup-empty', {})] };
  const name = plan.inputs.get(rules.amount)!.name;
  const parts: Part[] = [];
  for (const form of forms) {
    const result = await scoreForm(plan, form);
    diagnostics.push(...result.diagnostics);
    if (!result.scored) continue;
    const amount = result.scored.sheet.numbers(rules.amount);
    if (amount instanceof Exact) parts.push({ scored: result.scored, amount });
    else
      diagnostics.push(
        diagnose('rollup-amount-missing', { form: form.submission.name, name }, form.place('/inputs')),
      );
  }
  if (parts.length === forms.length && sum(parts.map((part) => part.amount)).isZero())
    diagnostics.push(diagnose('rollup-amount-zero', { name }));
  return { parts, diagnostics };
}

/** Averages by amount, or plainly, as the rulebook says; undefined where nothing has a value. */
export function average(
  values: readonly { value: Exact; amount: Exact }[],
  how: 'byAmount' | 'mean',
): Exact | undefined {
  const weighted = values.map(({ value, amount }) => ({
    value,
    weight: how === 'byAmount' ? amount : Exact.one,
  }));
  return sum(weighted.map(({ value, weight }) => value.times(weight))).over(
    sum(weighted.map(({ weight }) => weight)),
  );
}

export const percentText = (share: Exact): string =>
  `${share.times(Exact.hundred).round({ decimals: places, mode: 'half-up' }).toText()}%`;
