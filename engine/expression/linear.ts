/** An expression as a sum of names times numbers, where it is one. */
import { Exact } from '../decimal.ts';
import type { Expression } from './ast.ts';

/** `constant + Σ factor × name`; every name that is read has a factor, even where it comes to zero. */
export interface LinearSum {
  factors: ReadonlyMap<string, Exact>;
  constant: Exact;
}

/** The factors of an expression; undefined where it is not linear (`min`, `max`, a name times or below a name). */
export function linearSum(expression: Expression): LinearSum | undefined {
  switch (expression.kind) {
    case 'number':
      return { factors: new Map(), constant: expression.value };
    case 'name':
      return { factors: new Map([[expression.name, Exact.one]]), constant: Exact.zero };
    case 'negate':
      return scaled(linearSum(expression.of), Exact.one.negated());
    case 'call':
      return expression.function === 'sum'
        ? expression.arguments.map(linearSum).reduce(added, { factors: new Map(), constant: Exact.zero })
        : undefined;
    case 'binary':
      return ofBinary(expression);
  }
}

function ofBinary({ operator, left, right }: Extract<Expression, { kind: 'binary' }>): LinearSum | undefined {
  const [a, b] = [linearSum(left), linearSum(right)];
  if (!a || !b) return undefined;
  switch (operator) {
    case '+':
      return added(a, b);
    case '-':
      return added(a, scaled(b, Exact.one.negated()));
    case '*':
      if (b.factors.size === 0) return scaled(a, b.constant);
      return a.factors.size === 0 ? scaled(b, a.constant) : undefined;
    case '/': {
      const factor = b.factors.size === 0 ? Exact.one.over(b.constant) : undefined;
      return factor && scaled(a, factor);
    }
  }
}

function added(a: LinearSum | undefined, b: LinearSum | undefined): LinearSum | undefined {
  if (!a || !b) return undefined;
  const factors = new Map(a.factors);
  for (const [name, factor] of b.factors) factors.set(name, factors.get(name)?.plus(factor) ?? factor);
  return { factors, constant: a.constant.plus(b.constant) };
}

const scaled = (sum: LinearSum | undefined, by: Exact): LinearSum | undefined =>
  sum && {
    factors: new Map([...sum.factors].map(([name, factor]) => [name, factor.times(by)])),
    constant: sum.constant.times(by),
  };
