/** Which bands, cells and clamps some form reaches: false only where it is proved that none does. */
import { boundsIn } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, literal, minus, type Scope } from '../expression/index.ts';
import { hullOf } from '../linear/index.ts';
import { type Line, rowWith } from '../lines/index.ts';
import {
  type Cells,
  cellsOfLine,
  curveOf,
  type FactsKnown,
  isCellPossible,
  listsIn,
  possibleClasses,
  scales,
} from '../possible/index.ts';

/** What the facts in reach are held to. */
export const knownIn = (scope: Scope): FactsKnown => ({
  bounds: boundsIn(scope),
  options: (name) => scope.resolve(name)?.options,
});

export interface Reachable {
  outcome: (outcome: number) => boolean;
  cell: (fact: number, cell: number) => boolean;
}

/** Of a decision whose classes were all asked every class is looked at; of others every fact alone. */
export function reachableIn(decision: Decision, scope: Scope): Reachable {
  const known = knownIn(scope);
  const lists = listsIn(scope);
  if (!isAsked(decision))
    return {
      outcome: () => true,
      cell: (fact, cell) => isCellPossible(decision.facts[fact]!, cell, known, lists),
    };
  const classes = possibleClasses(decision, known.bounds, known.options, undefined, lists);
  return {
    outcome: (outcome) => classes.some(({ bands }) => bands.includes(outcome)),
    cell: (fact, cell) => classes.some(({ cells }) => cells[fact] === cell),
  };
}

const isAsked = ({ answers, size }: Decision): boolean => answers.size === size;

export type Clamp = 'cap' | 'floor';

/** A row at its sample target and, where that is a number, at a target of zero. */
export const variantsOf = (line: Line): Line[] =>
  line.row && line.target && line.kind !== 'date' ? [line, rowWith(line, { target: Exact.zero })] : [line];

/** False where it is proved that the points never have to be cut back. */
export const isClampPossible = (line: Line, bound: Clamp): boolean =>
  !line.rule.parts.every(({ decision }) => !decision || isAsked(decision)) ||
  variantsOf(line).some((one) => mayClamp(one, bound));

function mayClamp(line: Line, bound: Clamp): boolean {
  const curve = curveOf(line);
  if (!curve) return mayClampIn(cellsOfLine(line, knownIn(line.scope).options), line, bound);
  return (
    scales(line, curve) === false ||
    curve.pieces.some(
      ({ clamped, absence }) => clamped === bound || absence === 'form' || absence === 'steps',
    )
  );
}

/** Of several parts that share facts each is taken alone: then more seems possible than is. */
function mayClampIn({ parts, cap }: Cells, line: Line, bound: Clamp): boolean {
  if (!cap) return true;
  let most: Exact | undefined = Exact.zero;
  for (const part of parts) {
    const ends = part.flatMap(({ award, systems }) =>
      award ? systems.map((system) => hullOf(signed(award, bound), line.bounds, system)) : [],
    );
    let best: Exact | undefined;
    for (const hull of ends) {
      if (hull === 'impossible') continue;
      if (!hull.max) return true;
      if (!best || hull.max.compare(best) > 0) best = hull.max;
    }
    if (best) most = most.plus(best);
  }
  return most.compare(bound === 'cap' ? cap : Exact.zero) > 0;
}

const signed = (award: Expression, bound: Clamp): Expression =>
  bound === 'cap' ? award : minus(literal(Exact.zero), award);
