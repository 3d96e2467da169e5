/** Systems some of whose numbers are whole: counts and days. Branches on what came out broken, and gives up in time. */
import { commonDivisor, Exact } from '../decimal.ts';
import { type Expression, visit } from '../expression/index.ts';
import type { Bounds } from './facts.ts';
import { add, type Constraint, constant, notAbove, variable } from './linear.ts';
import { type Answer, type Solution, satisfies, solve } from './system.ts';

type IsWhole = (name: string) => boolean;

const minusOne = Exact.one.negated();
const mostBranches = 40;

export const isWholeNumber = (value: Exact): boolean => value.floor().equals(value);

const atMost = (name: string, value: Exact): Constraint =>
  notAbove(add(variable(name), constant(value), minusOne));
const atLeast = (name: string, value: Exact): Constraint =>
  notAbove(add(constant(value), variable(name), minusOne));

/** Numbers that satisfy every constraint, whole where they must be. */
export function solveWhole(system: readonly Constraint[], isWhole: IsWhole): Answer<Solution> {
  let left = mostBranches;
  const branch = (constraints: readonly Constraint[]): Answer<Solution> => {
    if (left-- <= 0) return 'undecided';
    const found = solve(constraints);
    if (typeof found === 'string') return found;
    const [broken] = [...found].filter(([name, value]) => isWhole(name) && !isWholeNumber(value));
    if (!broken) return found;
    const scaled = multiple(found, isWhole, constraints);
    if (scaled) return scaled;
    const [name, value] = broken;
    const sides = [atMost(name, value.floor()), atLeast(name, value.ceiling())];
    let answer: Answer<Solution> = 'impossible';
    for (const side of sides) {
      const one = branch([...constraints, side]);
      if (typeof one !== 'string') return one;
      if (one === 'undecided') answer = one;
    }
    return answer;
  };
  return branch(system.map((one) => tightened(one, isWhole)));
}

/** A bound of one whole number stands at a whole number: above 1.5 means from 2. */
function tightened(one: Constraint, isWhole: IsWhole): Constraint {
  const [entry, another] = [...one.terms];
  if (!entry || another || one.relation === '=' || !isWhole(entry[0])) return one;
  const [name, factor] = entry;
  const at = one.constant.negated().over(factor)!;
  const isStrict = one.relation === '<' && isWholeNumber(at);
  if (factor.sign() > 0) return atMost(name, isStrict ? at.minus(Exact.one) : at.floor());
  return atLeast(name, isStrict ? at.plus(Exact.one) : at.ceiling());
}

/** The solution times what makes its whole numbers whole, where that still satisfies everything. */
function multiple(found: Solution, isWhole: IsWhole, system: readonly Constraint[]): Solution | undefined {
  let factor = 1n;
  for (const [name, value] of found) {
    if (!isWhole(name)) continue;
    const [, bottom] = value.inLowestTerms();
    factor *= bottom / commonDivisor(factor, bottom);
    if (factor > 1_000_000n) return undefined;
  }
  const by = Exact.of(factor.toString());
  const all = new Map([...found].map(([name, value]) => [name, value.times(by)] as const));
  return system.every((one) => satisfies(one, all)) ? all : undefined;
}

/** True where the expression is a whole number whenever the whole facts it reads are: counts added, taken off, multiplied. */
export function isWholeExpression(expression: Expression, bounds: Bounds): boolean {
  let whole = true;
  visit(expression, (node) => {
    if (node.kind === 'name') whole &&= bounds(node.name).whole === true;
    if (node.kind === 'number') whole &&= isWholeNumber(node.value);
    if (node.kind === 'binary') whole &&= node.operator !== '/';
  });
  return whole;
}
