/** Where an expression is zero, also where products, min, max and abs stand in it. Finds or proves; else undecided. */
import { Exact } from '../decimal.ts';
import { decimals, type Expression, evaluator, namesIn, visit } from '../expression/index.ts';
import type { Bounds } from './facts.ts';
import { holds } from './interval.ts';
import { hullOf, solveFor, withAll } from './ranges.ts';
import type { Answer, Solution } from './system.ts';
import { isWholeNumber } from './whole.ts';

/** What an expression divides by, where that is no fixed number. */
export function divisorsIn(expression: Expression): Expression[] {
  const found: Expression[] = [];
  visit(expression, (node) => {
    if (node.kind === 'binary' && node.operator === '/' && namesIn(node.right).length > 0)
      found.push(node.right);
  });
  return found;
}

/** Numbers of the names at which the expression is zero. */
export function zeroOf(expression: Expression, bounds: Bounds): Answer<Solution> {
  const hull = hullOf(expression, bounds);
  if (hull === 'impossible' || !holds(hull, Exact.zero)) return 'impossible';
  const value = evaluator(expression, decimals);
  const names = namesIn(expression);
  const isZero = (numbers: Solution): boolean => {
    const found = value((name) => numbers.get(name));
    return found instanceof Exact && found.isZero();
  };
  for (const numbers of proposals(expression, bounds)) {
    const all = withAll(numbers, names, bounds);
    if (isZero(all)) return all;
  }
  return (
    sampled(names, bounds, isZero) ?? (hull.isExact ? solveFor(expression, Exact.zero, bounds) : 'undecided')
  );
}

/** Zeros of the expression, or of a part that brings it to zero. */
function* proposals(node: Expression, bounds: Bounds): Generator<Solution> {
  const found = solveFor(node, Exact.zero, bounds);
  if (typeof found !== 'string') yield found;
  if (node.kind === 'negate') yield* proposals(node.of, bounds);
  if (node.kind === 'binary' && (node.operator === '*' || node.operator === '/')) {
    yield* proposals(node.left, bounds);
    if (node.operator === '*') yield* proposals(node.right, bounds);
  }
  if (node.kind === 'call') for (const one of node.arguments) yield* proposals(one, bounds);
}

const samples = ['0', '1', '2', '0.5', '100'].map(Exact.of);
const mostTries = 2000;

/** Plain numbers and the ends of what each name can be, in every combination as far as that goes. */
function sampled(
  names: readonly string[],
  bounds: Bounds,
  fits: (numbers: Solution) => boolean,
): Solution | undefined {
  const choices = names.map((name) => {
    const { min, max, whole } = bounds(name);
    const all = [...(min ? [min] : []), ...(max ? [max] : []), ...samples];
    return all.filter(
      (one) =>
        !(min && one.compare(min) < 0) && !(max && one.compare(max) > 0) && !(whole && !isWholeNumber(one)),
    );
  });
  const count = choices.reduce((all, one) => all * one.length, 1);
  for (let index = 0; index < Math.min(count, mostTries); index++) {
    let rest = index;
    const numbers = new Map(
      names.map((name, at) => {
        const own = choices[at]!;
        const value = own[rest % own.length]!;
        rest = Math.trunc(rest / own.length);
        return [name, value] as const;
      }),
    );
    if (fits(numbers)) return numbers;
  }
  return undefined;
}
