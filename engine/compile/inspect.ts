/**
 * What can be wrong with a decision whose outcomes exclude each other: a form that no band fits, a form that two
 * fit, a band that no form reaches. Every answer is that of the rules engine.
 */
import { cellCount, cellsOf, type Decision, type DecisionFact, representative } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { decimals, evaluator, formatExpression, namesIn, type Scope, unitOf } from '../expression/index.ts';
import { holds, hullOf, isWholeExpression, isWholeNumber, solveFor } from '../linear/index.ts';
import type { CompileContext } from './context.ts';
import type { Part } from './plan.ts';
import { boundsIn } from './scopes.ts';

/** Reports gaps, overlaps and unreachable bands of one part of a rule. */
export function inspectPart(
  part: Part,
  name: string,
  scope: Scope,
  context: CompileContext,
  pointer: string,
): void {
  const { decision, awards } = part;
  if (!decision) return;
  if (decision.answers.size < decision.size) {
    context.report('not-inspected', { name }, pointer);
    return;
  }
  const reached = new Set<number>();
  // A combination of several numbers that share inputs may be impossible: only its reaching is believed, not its gap.
  const independent = sharesNoInput(decision);
  const judged = decision.facts.some((fact) =>
    (fact.kind === 'number' ? namesIn(fact.expression) : [fact.name]).some((one) =>
      one.startsWith('judged.'),
    ),
  );
  const possible = decision.facts.map((fact) => possibleCells(fact, scope));
  for (let index = 0; index < decision.size; index++) {
    const cells = cellsOf(decision, index);
    if (!possible.every((own, position) => own(cells[position]!))) continue;
    const holding = decision.answers.get(index)!;
    for (const outcome of holding) reached.add(outcome);
    if (!independent || decision.unsettled.has(index)) continue;
    if (holding.length === 1 || (holding.length === 0 && judged)) continue;
    const values = decision.facts.map((fact, position) => valueIn(fact, cells[position]!, scope));
    // Not claimed unless some form falls in it; what is not decided here is looked into by verification.
    if (decision.facts.some(({ kind }, at) => kind === 'number' && typeof values[at] === 'string')) continue;
    const witness = () => describeClass(decision, cells, values, scope);
    if (holding.length === 0)
      context.report('gap', { name, witness: witness() }, awards[0]?.pointer ?? pointer);
    else {
      const bands = holding.map((outcome) => `「${awards[outcome]!.label.zh}」`).join('、');
      context.report('overlap', { name, witness: witness(), bands }, awards[holding[1]!]!.pointer);
    }
  }
  awards.forEach((award, outcome) => {
    if (!reached.has(outcome) && !award.implied)
      context.report('unreachable-band', { name, band: award.label }, award.pointer);
  });
}

function sharesNoInput(decision: Decision): boolean {
  const seen = new Set<string>();
  for (const fact of decision.facts) {
    const names = fact.kind === 'number' ? namesIn(fact.expression) : [fact.name];
    if (names.some((name) => seen.has(name))) return false;
    for (const name of names) seen.add(name);
  }
  return true;
}

/** Tells of each cell whether the fact may lie in it: false only where no form gives such a number or choice. */
export function possibleCells(fact: DecisionFact, scope: Scope): (cell: number) => boolean {
  const blank = (cell: number) => fact.kind !== 'phrases' && fact.blank && cell === cellCount(fact) - 1;
  if (fact.kind === 'category') {
    const options = scope.resolve(fact.name)?.options;
    return (cell) => {
      const value = fact.values[cell];
      if (!options || blank(cell)) return true;
      return value === undefined
        ? options.some((option) => !fact.values.includes(option))
        : options.includes(value);
    };
  }
  if (fact.kind !== 'number') return () => true;
  const bounds = boundsIn(scope);
  const range = hullOf(fact.expression, bounds);
  // What reads nothing stands for what could not be compiled, and what never has a value is told elsewhere.
  if (range === 'impossible' || namesIn(fact.expression).length === 0) return () => true;
  const whole = isWholeExpression(fact.expression, bounds);
  const { thresholds } = fact;
  return (cell) => {
    if (blank(cell)) return true;
    const at = cell % 2 === 1 ? thresholds[(cell - 1) / 2]! : undefined;
    if (at) return holds(range, at) && (!whole || isWholeNumber(at));
    const { min, max } = range;
    const low = thresholds[cell / 2 - 1];
    const high = thresholds[cell / 2];
    if ((min && high && high.compare(min) <= 0) || (max && low && low.compare(max) >= 0)) return false;
    return !whole || !low || !high || low.floor().plus(Exact.one).compare(high) < 0;
  };
}

/** One form of the class, in words: `budget = 101%`. */
function describeClass(
  decision: Decision,
  cells: readonly number[],
  values: readonly ReturnType<typeof representative>[],
  scope: Scope,
): string {
  return decision.facts
    .map((fact, position) => {
      const value = values[position];
      const label = (name: string) => scope.resolve(name)?.label ?? name;
      if (fact.kind === 'category') {
        const other = scope.resolve(fact.name)?.options?.find((option) => !fact.values.includes(option));
        const shown = value === undefined ? '空' : (fact.values[cells[position]!] ?? other ?? '其他文字');
        return `${label(fact.name)} = ${shown}`;
      }
      if (fact.kind !== 'number')
        return `${label(fact.name)} = ${value === true ? '是' : value === false ? '否' : (value ?? '空')}`;
      const percent = unitOf(fact.expression, scope).unit.is === 'ratio';
      const shown =
        value instanceof Exact
          ? percent
            ? `${value.times(Exact.hundred).toText()}%`
            : value.toText()
          : '空';
      return `${formatExpression(fact.expression, label)} = ${shown}`;
    })
    .join('，');
}

/**
 * A value in the cell that some form gives, the nicest where it may be had; `impossible` where it is proved that none
 * does, `undecided` where neither was found.
 */
function valueIn(
  fact: DecisionFact,
  cell: number,
  scope: Scope,
): ReturnType<typeof representative> | 'impossible' | 'undecided' {
  const nice = representative(fact, cell);
  if (fact.kind !== 'number' || !(nice instanceof Exact)) return nice;
  const bounds = boundsIn(scope);
  if (typeof solveFor(fact.expression, nice, bounds) !== 'string') return nice;
  if (cell % 2 === 1) return solveFor(fact.expression, nice, bounds) as 'impossible' | 'undecided';
  const [min, max] = [fact.thresholds[cell / 2 - 1], fact.thresholds[cell / 2]];
  const found = solveFor(fact.expression, { min, max, minOpen: true, maxOpen: true }, bounds);
  if (typeof found === 'string') return found;
  const value = evaluator(fact.expression, decimals)((key) => found.get(key));
  return value instanceof Exact ? value : 'undecided';
}
