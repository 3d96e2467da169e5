/** The inputs of a roll-up: absolute values add, relative values are averaged, words stay where all forms agree. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { InputPlan, ScoringPlan, Subject } from '../compile/index.ts';
import { Exact, sum } from '../decimal.ts';
import { average, type Part, percentText } from './parts.ts';

export function rolledInputs(
  plan: ScoringPlan,
  parts: readonly Part[],
  subject: Subject,
): NonNullable<Submission['inputs']> {
  const inputs: NonNullable<Submission['inputs']> = {};
  for (const input of plan.inputs.values()) {
    if (input.subjects && !input.subjects.includes(subject)) continue;
    // What only states other inputs once more follows from them.
    const rolled = input.restates ? undefined : rolledInput(input, plan, parts);
    if (rolled !== undefined) inputs[input.id] = rolled;
  }
  return inputs;
}

function rolledInput(input: InputPlan, plan: ScoringPlan, parts: readonly Part[]): string | undefined {
  const numbers = parts.flatMap(({ scored, amount }) => {
    const value = scored.sheet.numbers(input.id);
    return value instanceof Exact ? [{ value, amount }] : [];
  });
  switch (input.type) {
    case 'amount':
    case 'count':
    case 'number':
      return numbers.length > 0 ? sum(numbers.map(({ value }) => value)).toText() : undefined;
    case 'rate': {
      const rate = average(numbers, plan.rulebook.rollup!.relative);
      return rate && percentText(rate);
    }
    default: {
      const written = new Set(parts.map(({ scored }) => scored.form.submission.inputs?.[input.id]));
      const [only] = written;
      return written.size === 1 && only !== undefined ? String(only) : undefined;
    }
  }
}
