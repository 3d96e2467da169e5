/** Answers for what limits ask, so that none of them stands open: a limit that cannot be decided leaves a form without a grade. */
import type { Submission } from '../../schemas/generated/types.ts';
import { inputScope, resultScope, type ScoringPlan } from '../compile/index.ts';
import type { Results } from '../evaluate/index.ts';
import { inputCell } from '../forms/index.ts';
import { askedWitnesses, type Choosable, onForm } from './asked-witness.ts';
import { askedLimit } from './items.ts';
import { plain } from './plain.ts';

/** The form with the inputs that only limits ask for filled in so that, where that can be, no limit applies. */
export function unlimited(plan: ScoringPlan, form: Submission, results: Results): Submission {
  if (plan.limits.length === 0) return form;
  const inputs = { ...form.inputs };
  const choosable: Choosable = (name) =>
    plan.inputs.has(name) && inputs[name] === undefined ? onForm(plan, form.subject)(name) : undefined;
  const scope = resultScope(inputScope(plan.rulebook), plan.rulebook.indicators);
  const preferred = plain(plan, scope);
  for (const [index, limit] of plan.limits.entries()) {
    const asked = askedLimit(limit, index, scope);
    const [found] = askedWitnesses(asked, { outcome: 'none' }, choosable, results, preferred);
    for (const [name, value] of found ?? []) {
      const cell = inputCell(plan.inputs.get(name)!, value);
      if (cell !== undefined) inputs[name] = cell;
    }
  }
  return { ...form, inputs };
}
