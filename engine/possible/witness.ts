/** Facts that show a claim: what a person would fill in for the number of a curve to be x. */
import type { Exact } from '../decimal.ts';
import { decimals, evaluator, isNothing, namesIn } from '../expression/index.ts';
import { fixedNames, type Line } from '../lines/index.ts';
import { solveFor } from './bounds.ts';
import type { Given } from './classes.ts';
import type { Curve } from './pieces.ts';

/** Facts at which the curve's number is x, checked by evaluating it; undefined where none were found. */
export function inputsAt(line: Line, { variable }: Curve, x: Exact): Given | undefined {
  const fixed = line.row ? [...fixedNames(line)] : [];
  if (variable.kind === 'name') return new Map([...fixed, [variable.name, x]]);
  const found = solveFor(variable, x, line.bounds);
  if (typeof found === 'string') return undefined;
  const value = evaluator(variable, decimals)((name) => found.get(name));
  if (isNothing(value) || !value.equals(x)) return undefined;
  return new Map([...fixed, ...namesIn(variable).map((name) => [name, found.get(name)!] as const)]);
}
