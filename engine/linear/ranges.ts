/** What the facts of a form can be, as constraints; and from that what an expression of them can be. */
import { Exact } from '../decimal.ts';
import { type Expression, keyOf, namesIn, substituted } from '../expression/index.ts';
import type { Bound, Bounds } from './facts.ts';
import { type Interval, intervalOf, union } from './interval.ts';
import {
  add,
  below,
  type Case,
  type Constraint,
  casesOf,
  constant,
  isZero,
  notAbove,
  scale,
  variable,
} from './linear.ts';
import { type Answer, project, type Solution } from './system.ts';
import { solveWhole } from './whole.ts';

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
 * Every value the expression can take where the constraints hold; hull of its cases, counts taken as any number.
 * `undecided` where it is not of a shape that is decided.
 */
export function rangeOf(
  expression: Expression,
  bounds: Bounds,
  constraints: readonly Constraint[] = [],
): Answer<Interval> {
  if (expression.kind === 'name' && constraints.length === 0) return ownRange(bounds(expression.name));
  const cases = casesOf(expression);
  return cases ? hullOfCases(cases, bounds, constraints) : 'undecided';
}

/** A name by itself is what it is bounded to. */
const ownRange = ({ min, max }: Bound): Answer<Interval> =>
  min && max && min.compare(max) > 0
    ? 'impossible'
    : { min, max, minOpen: min === undefined, maxOpen: max === undefined };

function hullOfCases(
  cases: readonly Case[],
  bounds: Bounds,
  constraints: readonly Constraint[],
): Answer<Interval> {
  let hull: Interval | undefined;
  for (const one of cases) {
    const box = constraints.length === 0 ? rangeOfBox(one, bounds) : undefined;
    if (box) {
      hull = hull ? union(hull, box) : box;
      continue;
    }
    const linear = [one.top, one.bottom, ...one.guards, ...constraints];
    const names = new Set(linear.flatMap(({ terms }) => [...terms.keys()]));
    const range = rangeOfCase(one, [...boundsOf(names, bounds), ...constraints]);
    if (range === 'undecided') return range;
    if (range !== 'impossible') hull = hull ? union(hull, range) : range;
  }
  return hull ?? 'impossible';
}

/**
 * As {@link rangeOf}, also of what it does not decide: the parts that are not linear are bounded by themselves and count
 * as facts of their own. Then `isExact` is false: wider than true, perhaps.
 */
export function hullOf(
  expression: Expression,
  bounds: Bounds,
  constraints: readonly Constraint[] = [],
): (Interval & { isExact: boolean }) | 'impossible' {
  const exact = rangeOf(expression, bounds, constraints);
  if (exact === 'impossible') return exact;
  if (exact !== 'undecided') return { ...exact, isExact: true };
  const linear = (part: Expression): Interval | undefined => {
    if (part === expression || part.kind === 'number') return undefined;
    const range = rangeOf(part, bounds, constraints);
    return typeof range === 'string' ? undefined : range;
  };
  const parts = new Map<string, Interval>();
  const cases = casesOf(expression, (node) => {
    if (!isCrooked(node)) return false;
    parts.set(keyOf(node), intervalOf(node, bounds, linear));
    return true;
  });
  const wider = cases && hullOfCases(cases, (name) => parts.get(name) ?? bounds(name), constraints);
  if (wider === 'impossible') return wider;
  const interval =
    wider === undefined || wider === 'undecided' ? intervalOf(expression, bounds, linear) : wider;
  return { ...interval, isExact: false };
}

/** True of a count of steps, and of a product or quotient that is not linear. */
const isCrooked = (node: Expression): boolean =>
  node.kind === 'call'
    ? node.function === 'floor' || node.function === 'ceiling'
    : node.kind === 'binary' && (node.operator === '*' || node.operator === '/') && !casesOf(node);

/** The names the question is about, and what holds of them. */
function systemOf(expression: Expression, bounds: Bounds, constraints: readonly Constraint[]) {
  const names = new Set([...namesIn(expression), ...constraints.flatMap(({ terms }) => [...terms.keys()])]);
  return { names, system: [...boundsOf(names, bounds), ...constraints] };
}

/**
 * A sum of names that are each bounded by themselves is least where all are, and greatest where all are. Undefined of
 * any other shape, and where a name can have no value.
 */
function rangeOfBox({ top, bottom, guards }: Case, bounds: Bounds): Interval | undefined {
  if (guards.length > 0 || bottom.terms.size > 0 || bottom.constant.isZero()) return undefined;
  let min: Exact | undefined = top.constant;
  let max: Exact | undefined = top.constant;
  for (const [name, factor] of top.terms) {
    const own = bounds(name);
    if (own.min && own.max && own.min.compare(own.max) > 0) return undefined;
    const [least, most] = factor.sign() > 0 ? [own.min, own.max] : [own.max, own.min];
    min = least && min?.plus(factor.times(least));
    max = most && max?.plus(factor.times(most));
  }
  const isFlipped = bottom.constant.sign() < 0;
  const [low, high] = isFlipped ? [max, min] : [min, max];
  return {
    min: low?.over(bottom.constant),
    max: high?.over(bottom.constant),
    minOpen: low === undefined,
    maxOpen: high === undefined,
  };
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

/** Numbers of the names at which the expression is `wanted`, or lies in it, and the constraints hold. */
export function solveFor(
  expression: Expression,
  wanted: Exact | Interval,
  bounds: Bounds,
  constraints: readonly Constraint[] = [],
): Answer<Solution> {
  const cases = casesOf(expression);
  if (!cases) return solvePartly(expression, wanted, bounds, constraints);
  const { names, system } = systemOf(expression, bounds, constraints);
  const isWhole = (name: string) => bounds(name).whole === true;
  let answer: Answer<Solution> = 'impossible';
  for (const { top, bottom, guards } of cases) {
    const distance = (from: Exact) => add(top, bottom, from.negated());
    const asked = wanted instanceof Exact ? [isZero(distance(wanted))] : within(wanted, distance);
    const found = solveWhole([...system, ...guards, ...asked], isWhole);
    if (typeof found !== 'string') return withAll(found, [...names], bounds);
    if (found === 'undecided') answer = found;
  }
  return answer;
}

const plainNumbers = ['100', '1', '2', '10', '0.5'].map(Exact.of);

/** Of what is not linear: one name is solved for, with plain numbers for the others. Finds or leaves undecided. */
function solvePartly(
  ...[expression, wanted, bounds, constraints = []]: Parameters<typeof solveFor>
): Answer<Solution> {
  const names = namesIn(expression);
  for (const plain of plainNumbers)
    for (const free of names) {
      const others = names
        .filter((name) => name !== free)
        .map((name) => [name, allowed(plain, bounds(name))] as const);
      const rest = substituted(expression, new Map(others));
      if (!casesOf(rest)) continue;
      const fixed = others.map(([name, value]) => isZero(add(variable(name), constant(value), minusOne)));
      const found = solveFor(rest, wanted, bounds, [...constraints, ...fixed]);
      if (typeof found !== 'string') return found;
    }
  return 'undecided';
}

/** The number, or the end of the bound that it lies beyond. */
function allowed(value: Exact, { min, max, whole }: Bound): Exact {
  const near = whole ? value.ceiling() : value;
  if (min && near.compare(min) < 0) return min;
  return max && near.compare(max) > 0 ? max : near;
}

function within(
  { min, max, minOpen, maxOpen }: Interval,
  distance: (from: Exact) => Pick<Constraint, 'terms' | 'constant'>,
) {
  const side = (isOpen: boolean) => (isOpen ? below : notAbove);
  return [
    ...(min ? [side(minOpen)(scale(distance(min), minusOne))] : []),
    ...(max ? [side(maxOpen)(distance(max))] : []),
  ];
}

/** A name that no constraint mentions still needs a number. */
export function withAll(found: Solution, names: readonly string[], bounds: Bounds): Solution {
  const all = new Map(found);
  for (const name of names) {
    if (all.has(name)) continue;
    const solved = solveWhole(boundsOf([name], bounds), () => bounds(name).whole === true);
    all.set(name, typeof solved === 'string' ? Exact.zero : (solved.get(name) ?? Exact.hundred));
  }
  return all;
}
