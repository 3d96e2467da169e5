/** Points as an exact function of one number, in normal form: (a + b·x) ÷ (c + d·x). */

import { Exact } from '../decimal.ts';
import type { Expression } from '../expression/index.ts';
import { tidy } from '../linear/index.ts';

/** (a + b·x) ÷ (c + d·x). A constant has b = d = 0, a line d = 0, both with c = 1; any other form has d = 1. */
export interface LinearQuotient {
  readonly a: Exact;
  readonly b: Exact;
  readonly c: Exact;
  readonly d: Exact;
}

const { zero, one } = Exact;

/** The name of the number a curve runs over, in expressions rewritten for it. */
export const theVariable = ' x';

function normal(a: Exact, b: Exact, c: Exact, d: Exact): LinearQuotient | undefined {
  const divisor = d.isZero() ? c : d;
  if (divisor.isZero()) return undefined;
  const [p, q, r, s] = [a, b, c, d].map((part) => tidy(part.over(divisor)!)) as [Exact, Exact, Exact, Exact];
  if (s.isZero()) return { a: p, b: q, c: one, d: zero };
  // The same zero above and below: the quotient is a constant.
  if (p.equals(q.times(r))) return { a: q, b: zero, c: one, d: zero };
  return { a: p, b: q, c: r, d: s };
}

export const fixedQuotient = (value: Exact): LinearQuotient => ({ a: tidy(value), b: zero, c: one, d: zero });
export const isFixed = ({ b, d }: LinearQuotient): boolean => b.isZero() && d.isZero();
export const sameQuotient = (f: LinearQuotient, g: LinearQuotient): boolean =>
  f.a.equals(g.a) && f.b.equals(g.b) && f.c.equals(g.c) && f.d.equals(g.d);

/** The value at x; undefined at a pole. */
export const quotientAt = ({ a, b, c, d }: LinearQuotient, x: Exact): Exact | undefined =>
  a.plus(b.times(x)).over(c.plus(d.times(x)));

/** What the form tends to far out; undefined where it grows without bound. */
export const quotientFar = ({ a, b, d }: LinearQuotient): Exact | undefined =>
  d.isZero() ? (b.isZero() ? a : undefined) : b;

/** 1 where the form rises between its poles, -1 where it falls, 0 where it is constant. */
export const slopeOf = ({ a, b, c, d }: LinearQuotient): number => b.times(c).minus(a.times(d)).sign();

/** Where the form is `value`; undefined where it never or always is. */
export function rootOf({ a, b, c, d }: LinearQuotient, value: Exact = zero): Exact | undefined {
  const root = value
    .times(c)
    .minus(a)
    .over(b.minus(value.times(d)));
  if (!root) return undefined;
  return c.plus(d.times(root)).isZero() ? undefined : tidy(root);
}

/** The form g with g(k·x + s) = m·f(x): the same curve drawn on other scales. */
export const rescaled = (
  { a, b, c, d }: LinearQuotient,
  k: Exact,
  s: Exact,
  m: Exact,
): LinearQuotient | undefined => {
  const slope = (part: Exact) => part.over(k)!;
  return normal(m.times(a.minus(slope(b).times(s))), m.times(slope(b)), c.minus(slope(d).times(s)), slope(d));
};

export const poleOf = ({ c, d }: LinearQuotient): Exact | undefined =>
  d.isZero() ? undefined : tidy(c.negated());

function plus(f: LinearQuotient, g: LinearQuotient, factor: Exact): LinearQuotient | undefined {
  if (f.c.equals(g.c) && f.d.equals(g.d))
    return normal(f.a.plus(g.a.times(factor)), f.b.plus(g.b.times(factor)), f.c, f.d);
  if (isFixed(g))
    return normal(f.a.plus(g.a.times(factor).times(f.c)), f.b.plus(g.a.times(factor).times(f.d)), f.c, f.d);
  if (isFixed(f)) {
    const k = f.a;
    return normal(k.times(g.c).plus(g.a.times(factor)), k.times(g.d).plus(g.b.times(factor)), g.c, g.d);
  }
  return undefined;
}

function times(f: LinearQuotient, g: LinearQuotient): LinearQuotient | undefined {
  if (isFixed(g)) return normal(f.a.times(g.a), f.b.times(g.a), f.c, f.d);
  if (isFixed(f)) return times(g, f);
  // A line over a line: the one's top may be the other's bottom.
  for (const [u, v] of [
    [f, g],
    [g, f],
  ] as const) {
    const factor = proportion(u.a, u.b, v.c, v.d);
    if (factor) return normal(v.a.times(factor), v.b.times(factor), u.c, u.d);
  }
  if (f.b.isZero() && g.d.isZero() && g.b.isZero()) return normal(f.a.times(g.a), zero, f.c, f.d);
  // A constant top over a line, times a line over a constant.
  if (f.b.isZero() && g.d.isZero()) return normal(f.a.times(g.a), f.a.times(g.b), f.c, f.d);
  return g.b.isZero() && f.d.isZero() ? normal(g.a.times(f.a), g.a.times(f.b), g.c, g.d) : undefined;
}

/** k where (a, b) = k·(c, d) and neither is zero. */
function proportion(a: Exact, b: Exact, c: Exact, d: Exact): Exact | undefined {
  if (!a.times(d).equals(b.times(c))) return undefined;
  return d.isZero() ? undefined : b.over(d);
}

const inverse = ({ a, b, c, d }: LinearQuotient): LinearQuotient | undefined => normal(c, d, a, b);

/**
 * The form an expression of {@link theVariable} has around `sample`, where nothing inside it turns there. Undefined
 * where it has none of this shape.
 */
export function quotientOf(node: Expression, sample: Exact): LinearQuotient | undefined {
  switch (node.kind) {
    case 'number':
      return fixedQuotient(node.value);
    case 'name':
      return node.name === theVariable ? { a: zero, b: one, c: one, d: zero } : undefined;
    case 'negate': {
      const form = quotientOf(node.of, sample);
      return form && times(form, fixedQuotient(one.negated()));
    }
    case 'binary': {
      const f = quotientOf(node.left, sample);
      const g = quotientOf(node.right, sample);
      if (!f || !g) return undefined;
      if (node.operator === '+') return plus(f, g, one);
      if (node.operator === '-') return plus(f, g, one.negated());
      if (node.operator === '*') return times(f, g);
      const turned = inverse(g);
      return turned && times(f, turned);
    }
    case 'call':
      return quotientOfCall(node, sample);
  }
}

function quotientOfCall(
  node: Extract<Expression, { kind: 'call' }>,
  sample: Exact,
): LinearQuotient | undefined {
  const forms = node.arguments.map((one) => quotientOf(one, sample));
  const [first, ...rest] = forms;
  if (!first || rest.includes(undefined)) return undefined;
  const at = (form: LinearQuotient) => quotientAt(form, sample);
  switch (node.function) {
    case 'abs':
      return (at(first)?.sign() ?? 0) < 0 ? times(first, fixedQuotient(one.negated())) : first;
    case 'floor':
    case 'ceiling': {
      const value = at(first);
      return value && fixedQuotient(node.function === 'floor' ? value.floor() : value.ceiling());
    }
    case 'sum':
      return (rest as LinearQuotient[]).reduce<LinearQuotient | undefined>(
        (all, form) => all && plus(all, form, one),
        first,
      );
    case 'min':
    case 'max': {
      const sign = node.function === 'min' ? 1 : -1;
      return (rest as LinearQuotient[]).reduce((best, form) => {
        const [a, b] = [at(best), at(form)];
        return a && b && b.compare(a) * sign < 0 ? form : best;
      }, first);
    }
  }
}
