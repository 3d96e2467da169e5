/**
 * Expressions as quotients of linear forms over the facts they read, case by case: `abs`, `min`, `max` and the sign of
 * a divisor each split into cases, told apart by linear constraints. May not guess: what is not of this shape is undefined.
 */
import { Exact } from '../decimal.ts';
import { type Expression, keyOf } from '../expression/index.ts';

/** Σ terms + constant. Terms with factor zero are left out. */
export interface Linear {
  terms: ReadonlyMap<string, Exact>;
  constant: Exact;
}

/** `linear relation 0`. */
export interface Constraint extends Linear {
  relation: '<' | '<=' | '=';
}

/** Where all guards hold, the expression is `top ÷ bottom`, and `bottom` is above zero. */
export interface Case {
  top: Linear;
  bottom: Linear;
  guards: readonly Constraint[];
}

const one = Exact.one;
const none: ReadonlyMap<string, Exact> = new Map();

export const constant = (value: Exact): Linear => ({ terms: none, constant: value });
export const variable = (name: string): Linear => ({ terms: new Map([[name, one]]), constant: Exact.zero });
const unit = constant(one);

export function add(a: Linear, b: Linear, factor: Exact = one): Linear {
  const terms = new Map(a.terms);
  for (const [name, value] of b.terms) {
    const sum = (terms.get(name) ?? Exact.zero).plus(value.times(factor));
    if (sum.isZero()) terms.delete(name);
    else terms.set(name, sum);
  }
  return { terms, constant: a.constant.plus(b.constant.times(factor)) };
}

export const scale = (a: Linear, factor: Exact): Linear => add(constant(Exact.zero), a, factor);

const minus = (a: Linear, b: Linear): Linear => add(a, b, one.negated());
const isFixed = ({ terms }: Linear): boolean => terms.size === 0;
const same = (a: Linear, b: Linear): boolean => {
  const rest = minus(a, b);
  return isFixed(rest) && rest.constant.isZero();
};

/** The product, where one side is a constant. */
function product(a: Linear, b: Linear): Linear | undefined {
  if (isFixed(a)) return scale(b, a.constant);
  return isFixed(b) ? scale(a, b.constant) : undefined;
}

export const below = (linear: Linear): Constraint => ({ ...linear, relation: '<' });
export const notAbove = (linear: Linear): Constraint => ({ ...linear, relation: '<=' });
export const isZero = (linear: Linear): Constraint => ({ ...linear, relation: '=' });
const negated = (linear: Linear): Linear => scale(linear, one.negated());

/** Reads an expression that is not linear as a fact of its own; only where a wider answer is still right. */
export type Opaque = (expression: Expression) => boolean;

const mostCases = 64;

/** The cases of an expression; undefined where it is not of this shape. `opaque` subexpressions count as names. */
export function casesOf(expression: Expression, opaque: Opaque = () => false): readonly Case[] | undefined {
  const visit = (node: Expression): readonly Case[] | undefined => {
    if (opaque(node)) return [{ top: variable(keyOf(node)), bottom: unit, guards: [] }];
    switch (node.kind) {
      case 'number':
        return [{ top: constant(node.value), bottom: unit, guards: [] }];
      case 'name':
        return [{ top: variable(node.name), bottom: unit, guards: [] }];
      case 'negate':
        return visit(node.of)?.map((one) => ({ ...one, top: negated(one.top) }));
      case 'binary':
        return pairs(visit(node.left), visit(node.right), (a, b) => combine(node.operator, a, b));
      case 'call':
        return call(node.function, node.arguments.map(visit));
    }
  };
  return visit(expression);
}

function call(name: string, cases: (readonly Case[] | undefined)[]): readonly Case[] | undefined {
  const [first, ...rest] = cases;
  if (name === 'abs')
    return first?.flatMap((one) => [
      { ...one, guards: [...one.guards, notAbove(negated(one.top))] },
      { ...one, top: negated(one.top), guards: [...one.guards, below(one.top)] },
    ]);
  if (name === 'sum')
    return rest.reduce((all, next) => pairs(all, next, (a, b) => combine('+', a, b)), first);
  if (name !== 'min' && name !== 'max') return undefined;
  return rest.reduce((all, next) => pairs(all, next, (a, b) => choice(name, a, b)), first);
}

function choice(name: 'min' | 'max', a: Case, b: Case): Case[] | undefined {
  const difference = combine('-', a, b);
  if (!difference?.[0]) return undefined;
  const { top } = difference[0];
  const [lower, higher] = name === 'min' ? [a, b] : [b, a];
  return [
    { ...lower, guards: [notAbove(top)] },
    { ...higher, guards: [below(negated(top))] },
  ];
}

function pairs(
  left: readonly Case[] | undefined,
  right: readonly Case[] | undefined,
  join: (a: Case, b: Case) => Case[] | undefined,
): Case[] | undefined {
  if (!left || !right || left.length * right.length > mostCases) return undefined;
  const all: Case[] = [];
  for (const a of left)
    for (const b of right) {
      const joined = join(a, b);
      if (!joined) return undefined;
      for (const one of joined) all.push({ ...one, guards: [...a.guards, ...b.guards, ...one.guards] });
    }
  return all;
}

/** One operation on two cases; the guards are those it adds itself. */
function combine(operator: '+' | '-' | '*' | '/', a: Case, b: Case): Case[] | undefined {
  if (operator === '*') return quotient(product(a.top, b.top), product(a.bottom, b.bottom));
  if (operator === '/') return divide(a, b);
  const factor = operator === '+' ? one : one.negated();
  if (same(a.bottom, b.bottom)) return quotient(add(a.top, b.top, factor), a.bottom);
  const left = product(a.top, b.bottom);
  const right = product(b.top, a.bottom);
  return left && right && quotient(add(left, right, factor), product(a.bottom, b.bottom));
}

const quotient = (top: Linear | undefined, bottom: Linear | undefined): Case[] | undefined =>
  top && bottom && [{ top, bottom, guards: [] }];

function divide(a: Case, b: Case): Case[] | undefined {
  const [top, bottom] = same(a.bottom, b.bottom)
    ? [a.top, b.top]
    : [product(a.top, b.bottom), product(a.bottom, b.top)];
  if (!top || !bottom) return undefined;
  return [
    { top, bottom, guards: [below(negated(bottom))] },
    { top: negated(top), bottom: negated(bottom), guards: [below(bottom)] },
  ];
}
