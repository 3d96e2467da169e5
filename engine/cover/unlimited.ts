/** Answers for what limits ask, so that none of them stands open: a limit that cannot be decided leaves a form without a grade. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { inputScope, resultScope } from '../compile/scopes.ts';
import type { Results } from '../evaluate/index.ts';
import type { Expression } from '../expression/index.ts';
import { classesOf, isRateIn } from './line-witness.ts';
import { type Assignment, solve, type Variable } from './solve.ts';
import { inputVariable, writtenInput } from './variables.ts';

/** The form with the inputs that only limits ask for filled in so that, where that can be, no limit applies. */
export function unlimited(plan: ScoringPlan, form: Submission, results: Results): Submission {
  if (plan.limits.length === 0) return form;
  const inputs = { ...form.inputs };
  const variable = (name: string): Variable | undefined => {
    const input = plan.inputs.get(name);
    const isOpen = input && inputs[name] === undefined && (input.subjects?.includes(form.subject) ?? true);
    return isOpen ? inputVariable(plan.identity, input) : undefined;
  };
  const isRate = isRateIn(resultScope(inputScope(plan.rulebook), plan.rulebook.indicators));
  for (const limit of plan.limits)
    for (const [name, value] of notApplying(limit.when, variable, results, isRate) ?? [])
      inputs[name] = writtenInput(plan.inputs.get(name)!, value);
  return { ...form, inputs };
}

function notApplying(
  decision: ScoringPlan['limits'][number]['when'],
  variable: (name: string) => Variable | undefined,
  results: Results,
  isRate: (expression: Expression) => boolean,
): Assignment | undefined {
  for (const cells of classesOf(decision, (_, outcomes) => outcomes.length === 0)) {
    const asked = decision.facts.map((fact, at) => ({ fact, cell: cells[at]! }));
    const [found] = solve({ cells: asked, variable, fixed: results.numbers, isRate });
    if (found) return found;
  }
  return undefined;
}
