/** What the facts of a form can be, as constraints; and from that what an expression of them can be, exactly. */
import { Exact } from '../decimal.ts';
import { type Expression, namesIn } from '../expression/index.ts';
import type { Bounds } from '../lines/index.ts';
import {
  add,
  type Case,
  type Constraint,
  casesOf,
  constant,
  isZero,
  notAbove,
  scale,
  variable,
} from './linear.ts';
import { type Answer, type Interval, project, type Solution, solve } from './system.ts';

const minusOne = Exact.one.negated();

/** The bounds of the names as constraints. */
export const boundsOf = (names: Iterable<string>, bounds: Bounds): Constraint[] =>
  [...names].flatMap((name) => {
    const { min, max } = bounds(name);
    return [
      ...(min ? [notAbove(add(constant(min), variable(name), minusOne))] : []),
      ...(max ? [notAbove(add(variable(name), constant(max), minusOne))] : []),
    ];
  });

/**
 * Every value the expression can take where the constraints hold; hull of its cases. `undecided` where it is not of a
 * shape that is decided.
 */
export function rangeOf(
  expression: Expression,
  bounds: Bounds,
  constraints: readonly Constraint[] = [],
): Answer<Interval> {
  const cases = casesOf(expression);
  if (!cases) return 'undecided';
  const names = new Set([...namesIn(expression), ...constraints.flatMap(({ terms }) => [...terms.keys()])]);
  const own = [...boundsOf(names, bounds), ...constraints];
  let hull: Interval | undefined;
  for (const one of cases) {
    const range = rangeOfCase(one, own);
    if (range === 'undecided') return range;
    if (range !== 'impossible') hull = hull ? union(hull, range) : range;
  }
  return hull ?? 'impossible';
}

const value = ' value';
const share = ' share';

/** Dividing everything by the bottom makes the quotient linear: with `share` = 1 ÷ bottom, top × share is its value. */
function rangeOfCase({ top, bottom, guards }: Case, own: readonly Constraint[]): Answer<Interval> {
  const homogeneous = ({ terms, constant: fixed }: Pick<Constraint, 'terms' | 'constant'>) => ({
    ...add({ terms, constant: Exact.zero }, scale(variable(share), fixed)),
  });
  const system: Constraint[] = [
    ...[...own, ...guards].map((one) => ({ ...homogeneous(one), relation: one.relation })),
    { ...scale(variable(share), minusOne), relation: '<' },
    isZero(add(homogeneous(bottom), constant(minusOne))),
    isZero(add(homogeneous(top), variable(value), minusOne)),
  ];
  return project(system, value);
}

function union(a: Interval, b: Interval): Interval {
  const low = pick(a.min, a.minOpen, b.min, b.minOpen, -1);
  const high = pick(a.max, a.maxOpen, b.max, b.maxOpen, 1);
  return { min: low.at, minOpen: low.open, max: high.at, maxOpen: high.open };
}

function pick(a: Exact | undefined, aOpen: boolean, b: Exact | undefined, bOpen: boolean, sign: 1 | -1) {
  if (!a || !b) return { at: undefined, open: true };
  const order = a.compare(b) * sign;
  return order > 0
    ? { at: a, open: aOpen }
    : order < 0
      ? { at: b, open: bOpen }
      : { at: a, open: aOpen && bOpen };
}

/** Values of the names at which the expression is `wanted` and the constraints hold. */
export function solveFor(
  expression: Expression,
  wanted: Exact,
  bounds: Bounds,
  constraints: readonly Constraint[] = [],
): Answer<Solution> {
  const cases = casesOf(expression);
  if (!cases) return 'undecided';
  const names = new Set([...namesIn(expression), ...constraints.flatMap(({ terms }) => [...terms.keys()])]);
  const own = [...boundsOf(names, bounds), ...constraints];
  let answer: Answer<Solution> = 'impossible';
  for (const { top, bottom, guards } of cases) {
    const found = solve([...own, ...guards, isZero(add(top, bottom, wanted.negated()))]);
    if (typeof found !== 'string') return withAll(found, [...names], bounds);
    if (found === 'undecided') answer = found;
  }
  return answer;
}

/** A name that no constraint mentions still needs a number. */
export function withAll(found: Solution, names: readonly string[], bounds: Bounds): Solution {
  const all = new Map(found);
  for (const name of names) {
    if (all.has(name)) continue;
    const solved = solve(boundsOf([name], bounds));
    all.set(name, typeof solved === 'string' ? Exact.zero : (solved.get(name) ?? Exact.hundred));
  }
  return all;
}
