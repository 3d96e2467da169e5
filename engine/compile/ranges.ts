/** The least and greatest value an expression can take, from the bounds of what it reads. Wider than true is allowed. */
import { Exact, greatest, least } from '../decimal.ts';
import type { Expression, Scope } from '../expression/index.ts';

/** A side left out is unbounded. */
export interface Range {
  min?: Exact;
  max?: Exact;
}

const zero = Exact.zero;

export function rangeOf(expression: Expression, scope: Scope): Range {
  switch (expression.kind) {
    case 'number':
      return { min: expression.value, max: expression.value };
    case 'name': {
      const fact = scope.resolve(expression.name);
      const of = (text: string | undefined) => (text === undefined ? undefined : Exact.parse(text));
      return { min: of(fact?.min), max: of(fact?.max) };
    }
    case 'negate': {
      const { min, max } = rangeOf(expression.of, scope);
      return { min: max?.negated(), max: min?.negated() };
    }
    case 'call':
      return rangeOfCall(expression, scope);
    case 'binary': {
      const left = rangeOf(expression.left, scope);
      const right = rangeOf(expression.right, scope);
      if (expression.operator === '+')
        return {
          min: both(left.min, right.min, (a, b) => a.plus(b)),
          max: both(left.max, right.max, (a, b) => a.plus(b)),
        };
      if (expression.operator === '-')
        return {
          min: both(left.min, right.max, (a, b) => a.minus(b)),
          max: both(left.max, right.min, (a, b) => a.minus(b)),
        };
      const bothPositive = left.min && right.min && left.min.sign() >= 0 && right.min.sign() >= 0;
      if (!bothPositive) return {};
      if (expression.operator === '*')
        return { min: left.min!.times(right.min!), max: both(left.max, right.max, (a, b) => a.times(b)) };
      return {
        min: right.max ? (left.min!.over(right.max) ?? zero) : zero,
        max: both(left.max, right.min, (a, b) => a.over(b)),
      };
    }
  }
}

const both = (
  a: Exact | undefined,
  b: Exact | undefined,
  join: (a: Exact, b: Exact) => Exact | undefined,
): Exact | undefined => (a && b ? join(a, b) : undefined);

function rangeOfCall(node: Extract<Expression, { kind: 'call' }>, scope: Scope): Range {
  const ranges = node.arguments.map((one) => rangeOf(one, scope));
  const all = (side: 'min' | 'max', pick: (first: Exact, ...rest: Exact[]) => Exact): Exact | undefined => {
    const known = ranges.map((range) => range[side]);
    const [first, ...rest] = known;
    return first && rest.every((one) => one !== undefined) ? pick(first, ...(rest as Exact[])) : undefined;
  };
  switch (node.function) {
    case 'abs':
      return { min: zero };
    case 'min':
      return { min: all('min', least) };
    case 'max':
      return {
        max: all('max', greatest),
        min: ranges.map((range) => range.min).find((one) => one && one.sign() >= 0),
      };
    default:
      return {};
  }
}
