/** Facts that show a claim: what a person would fill in for the number of a curve to be x, or to lie in a piece. */
import type { Exact } from '../decimal.ts';
import { decimals, evaluator, isNothing, namesIn } from '../expression/index.ts';
import { type Answer, isWholeNumber, type Solution, solveFor } from '../linear/index.ts';
import { fixedNames, type Given, type Line } from '../lines/index.ts';
import { type Curve, type Piece, within } from './pieces.ts';

/** Facts at which the curve's number is x, checked by evaluating it; undefined where none were found. */
export function inputsAt(line: Line, { variable }: Pick<Curve, 'variable'>, x: Exact): Given | undefined {
  if (variable.kind === 'name') {
    if (line.bounds(variable.name).whole && !isWholeNumber(x)) return undefined;
    return withRow(line, new Map([[variable.name, x]]));
  }
  const found = solveFor(variable, x, line.bounds);
  return typeof found !== 'string' && numberOf(variable, found)?.equals(x)
    ? withRow(line, named(variable, found))
    : undefined;
}

/** Facts at which the curve's number lies in the piece, and that number; `impossible` where no form gives one. */
export function inputsIn(
  line: Line,
  { variable }: Pick<Curve, 'variable'>,
  piece: Piece,
): Answer<{ given: Given; x: Exact }> {
  const x = within(piece);
  const given = inputsAt(line, { variable }, x);
  if (given) return { given, x };
  if (piece.isPoint) {
    const found = solveFor(variable, x, line.bounds);
    return found === 'impossible' ? found : 'undecided';
  }
  const { from: min, to: max } = piece;
  const found = solveFor(variable, { min, max, minOpen: true, maxOpen: true }, line.bounds);
  if (typeof found === 'string') return found;
  const value = numberOf(variable, found);
  return value ? { given: withRow(line, named(variable, found)), x: value } : 'undecided';
}

const withRow = (line: Line, given: Given): Given =>
  new Map([...(line.row ? fixedNames(line) : []), ...given]);

const named = (variable: Curve['variable'], found: Solution): Given =>
  new Map(namesIn(variable).map((name) => [name, found.get(name)!]));

function numberOf(variable: Curve['variable'], found: Solution): Exact | undefined {
  const value = evaluator(variable, decimals)((name) => found.get(name));
  return isNothing(value) ? undefined : value;
}
