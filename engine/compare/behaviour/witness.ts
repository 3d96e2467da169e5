/** Inputs that show a claim, as a person would write them. What cannot be written in a cell shows nothing. */
import type { ComparisonWitness } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { namesIn } from '../../expression/index.ts';
import { cellsOf, comparatorOf, type FormCells } from '../../forms/index.ts';
import { solveFor } from '../../linear/index.ts';
import { type Given, type Line, rowWith } from '../../lines/index.ts';
import { inputsAt } from '../../possible/index.ts';
import type { CurveSide } from './variable.ts';

/** What a line has of its own beside the inputs of the form. */
const cells: ReadonlySet<string> = new Set(['weight', 'target', 'actual', 'judged.share', 'judged.tier']);

/** The facts as cells of a form of the later edition; what only the earlier one asks for is not on it. */
export const cellsFor = (given: Given, line: Line, plan: ScoringPlan): FormCells | undefined =>
  cellsOf(
    plan,
    anyRow(line),
    new Map([...given].filter(([name]) => plan.inputs.has(name) || cells.has(name))),
  );

/** Rows are mostly looked at from zero on, and may be written below it. */
const anyRow = (line: Line): Line => ({
  ...line,
  bounds: (name) =>
    line.row && (name === 'target' || name === 'actual')
      ? { whole: line.bounds(name).whole ?? false }
      : line.bounds(name),
});

/** The cells that facts fill in, as they are told. */
export function witnessOf(
  { inputs, judgement, row }: FormCells,
  given: Given,
  line: Line,
): ComparisonWitness {
  const told = (name: 'target' | 'actual' | 'weight') =>
    given.has(name) && row?.[name] !== undefined ? { [name]: String(row[name]) } : {};
  const comparator = line.kind === 'leaf' ? '' : comparatorOf(line.kind);
  const { target } = told('target');
  const judged = judgement?.share ?? judgement?.tier;
  return {
    inputs,
    ...told('weight'),
    ...(target === undefined ? {} : { target: target.slice(comparator.length) }),
    ...told('actual'),
    ...(judged === undefined ? {} : { judgement: judged }),
  };
}

/**
 * Facts at which the number is x: the plainest first, then others that may be easier to write. `scales` for rows of which
 * any target does.
 */
export function* givensAt({ line, curve }: CurveSide, x: Exact, scales: boolean): Generator<Given> {
  const first = inputsAt(line, curve, x);
  if (first) yield first;
  const bottom = Exact.ofFraction(x.inLowestTerms()[1], 1n);
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
