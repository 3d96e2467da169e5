/** Inputs that show a claim, as a person would write them. What cannot be written in a cell shows nothing. */
import type { ComparisonWitness } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { namesIn } from '../../expression/index.ts';
import { solveFor } from '../../linear/index.ts';
import { type Given, type Line, rowWith } from '../../lines/index.ts';
import { inputsAt } from '../../possible/index.ts';
import { dayText, reduced } from './form-text.ts';
import type { CurveSide } from './variable.ts';

/** The facts of a line as the cells of a form; undefined where one of them cannot be written down. */
export function witnessOf(given: Given, line: Line, plan: ScoringPlan): ComparisonWitness | undefined {
  const witness: ComparisonWitness = { inputs: {} };
  const isDay = line.kind === 'date';
  for (const [name, value] of given) {
    if (value instanceof Exact && !isWritable(value, line, name)) return undefined;
    if (name === 'target' || name === 'actual')
      witness[name] = value instanceof Exact ? (isDay ? dayText(value) : value.toText()) : String(value);
    else if (name === 'weight') witness.weight = numberText(value);
    else if (name === 'judged.share')
      witness.judgement = value instanceof Exact ? `${value.times(Exact.hundred).toText()}%` : String(value);
    else if (name === 'judged.tier') witness.judgement = String(value);
    else witness.inputs[name] = inputText(value, plan.inputs.get(name));
  }
  return witness;
}

/** A finite decimal; a whole number where nothing else can be meant. */
function isWritable(value: Exact, line: Line, name: string): boolean {
  const isWhole =
    line.bounds(name).whole || (line.kind === 'date' && (name === 'target' || name === 'actual'));
  if (isWhole) return value.equals(value.floor());
  return !value.toText().endsWith('…');
}

const numberText = (value: Exact | string | boolean): string =>
  value instanceof Exact ? value.toText() : String(value);

function inputText(
  value: Exact | string | boolean,
  input: { type: string; unit: string | undefined } | undefined,
): string | boolean {
  if (!(value instanceof Exact)) return value;
  if (input?.type === 'date') return dayText(value);
  return input?.unit === '%' ? `${value.times(Exact.hundred).toText()}%` : value.toText();
}

/**
 * Facts at which the number is x: the plainest first, then others that may be easier to write. `scales` for rows of which
 * any target does.
 */
export function* givensAt({ line, curve }: CurveSide, x: Exact, scales: boolean): Generator<Given> {
  const first = inputsAt(line, curve, x);
  if (first) yield first;
  const bottom = Exact.of(reduced(x)[1].toString());
  const { variable } = curve;
  if (variable.kind === 'name') {
    const { target } = line;
    if (!scales || !target || line.kind === 'date' || variable.name !== 'actual') return;
    const other = inputsAt(rowWith(line, { target: target.times(bottom) }), curve, x.times(bottom));
    if (other) yield other;
    return;
  }
  for (const name of namesIn(variable))
    for (const value of [bottom, bottom.times(Exact.hundred), ...plain]) {
      const { min, max } = line.bounds(name);
      if ((min && value.compare(min) < 0) || (max && value.compare(max) > 0)) continue;
      const found = solveFor(variable, x, line.bounds, [
        { terms: new Map([[name, Exact.one]]), constant: value.negated(), relation: '=' },
      ]);
      if (typeof found !== 'string') yield new Map(found);
    }
}

const plain = ['1', '2', '3', '5', '7', '10', '100', '1000'].map((text) => Exact.of(text));
