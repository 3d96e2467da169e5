/** Which bands, cells and clamps some form reaches: false only where it is proved that none does. */
import { boundsIn } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, literal, minus, type Scope, substituted } from '../expression/index.ts';
import { hullOf } from '../linear/index.ts';
import { type Line, otherRows, sampleWeight } from '../lines/index.ts';
import {
  type Cells,
  type Curve,
  cellsOfLine,
  curveOf,
  type FactsKnown,
  isCellPossible,
  listsIn,
  type PossibleClass,
  possibleClasses,
  scales,
} from '../possible/index.ts';

/** What the facts in reach are held to. */
export const knownIn = (scope: Scope): FactsKnown => ({
  bounds: boundsIn(scope),
  options: (name) => scope.resolve(name)?.options,
});

/** Rules scale with the weight of a row, or do not read it: one weight stands for all. */
const ofRow: ReadonlyMap<string, Exact> = new Map([['weight', sampleWeight]]);

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
  const classes = possibleClasses(decision, known.bounds, known.options, ofRow, lists);
  return {
    outcome: (outcome) => classes.some(({ bands }) => bands.includes(outcome)),
    cell: (fact, cell) => classes.some(({ cells }) => cells[fact] === cell),
  };
}

const isAsked = ({ answers, size }: Decision): boolean => answers.size === size;

export type Clamp = 'cap' | 'floor';

const variants = new WeakMap<Line, readonly Line[]>();
/** A row at its sample target and, where that is a number, at one of zero and one below it, as far as it can have them. */
export function variantsOf(line: Line): readonly Line[] {
  const isNumber = line.row && line.target && line.kind !== 'date';
  if (!isNumber) return [line];
  return remembered(variants, line, () => {
    const { min } = line.bounds('target');
    return [line, ...otherRows(line).filter(({ target }) => !min || target!.compare(min) >= 0)];
  });
}

const curves = new WeakMap<Line, { curve: Curve | undefined }>();
/** The curve of a line, traced once. */
export const tracedCurve = (line: Line): Curve | undefined =>
  remembered(curves, line, () => ({ curve: curveOf(line) })).curve;

function remembered<Key extends object, Value>(all: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}

/** False where it is proved that the points never have to be cut back. */
export const isClampPossible = (line: Line, bound: Clamp): boolean =>
  !line.rule.parts.every(({ decision }) => !decision || isAsked(decision)) ||
  (variantsOf(line).some((one) => mayClamp(one, bound)) && !isNeverBeyond(line, bound));

/** Points go straight with the weight: what holds of a very small and of a very large one holds between them. */
const weights = ['0.000001', '1000000'].map((weight) => new Map([['weight', Exact.of(weight)]]));

type Weighed = Map<ReadonlyMap<string, Exact>, readonly PossibleClass[]>;
const weighed = new WeakMap<Decision, Weighed>();
/** The classes of the decision of a line at a weight, worked out once for both bounds. */
function classesAt(decision: Decision, scope: Scope, fixed: ReadonlyMap<string, Exact>) {
  const { bounds, options } = knownIn(scope);
  const own = remembered(weighed, decision, (): Weighed => new Map());
  const known = own.get(fixed) ?? possibleClasses(decision, bounds, options, fixed);
  own.set(fixed, known);
  return known;
}

/** True where it is proved of every target and weight, class by class. */
const isNeverBeyond = (line: Line, bound: Clamp): boolean =>
  line.rule.parts.length === 1 && weights.every((fixed) => isNeverBeyondAt(line, bound, fixed));

function isNeverBeyondAt({ rule, scope }: Line, bound: Clamp, fixed: ReadonlyMap<string, Exact>): boolean {
  const part = rule.parts[0]!;
  const { bounds } = knownIn(scope);
  const classes = part.decision ? classesAt(part.decision, scope, fixed) : [{ bands: [0], systems: [[]] }];
  return classes.every(({ bands, systems }) =>
    bands.every((band) => {
      const points = part.awards[band]!.points;
      if (!points) return true;
      const over = bound === 'cap' ? minus(points, rule.cap) : minus(literal(Exact.zero), points);
      const own = substituted(over, fixed);
      return systems.every((system) => {
        const hull = hullOf(own, bounds, system);
        return hull === 'impossible' || (hull.max !== undefined && hull.max.sign() <= 0);
      });
    }),
  );
}

function mayClamp(line: Line, bound: Clamp): boolean {
  const curve = tracedCurve(line);
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
