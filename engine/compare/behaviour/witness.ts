/** Inputs that show a claim, as a person would write them. */
import type { ComparisonWitness } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import type { Given, Line } from '../../lines/index.ts';

import { dayText, exactText } from './form-text.ts';

/** The facts of a line as the cells of a form; what is no finite decimal is left as a fraction. */
export function witnessOf(given: Given, line: Line, plan: ScoringPlan): ComparisonWitness {
  const witness: ComparisonWitness = { inputs: {} };
  const isDay = line.kind === 'date';
  for (const [name, value] of given) {
    if (name === 'target' || name === 'actual')
      witness[name] = value instanceof Exact ? (isDay ? dayText(value) : exactText(value)) : String(value);
    else if (name === 'weight') witness.weight = numberText(value);
    else if (name === 'judged.share')
      witness.judgement =
        value instanceof Exact ? `${exactText(value.times(Exact.hundred))}%` : String(value);
    else if (name === 'judged.tier') witness.judgement = String(value);
    else witness.inputs[name] = inputText(value, plan.inputs.get(name)?.type, plan.inputs.get(name)?.unit);
  }
  return witness;
}

const numberText = (value: Exact | string | boolean): string =>
  value instanceof Exact ? exactText(value) : String(value);

function inputText(
  value: Exact | string | boolean,
  type: string | undefined,
  unit: string | undefined,
): string | boolean {
  if (!(value instanceof Exact)) return value;
  if (type === 'date') return dayText(value);
  return unit === '%' ? `${exactText(value.times(Exact.hundred))}%` : exactText(value);
}
