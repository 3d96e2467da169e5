/** Expression → function of the facts, for any arithmetic. Absence is a value here, never an exception. */
import type { Arithmetic } from './arithmetic.ts';
import type { Expression } from './ast.ts';

/** Why an expression has no value. */
export type Nothing = 'missing' | 'zero-division';

/** The facts an expression reads: a number, a list of numbers, or undefined where a form does not give it. */
export type Lookup<N> = (name: string) => N | readonly N[] | undefined;

export type Evaluator<N> = (facts: Lookup<N>) => N | Nothing;

/** True where an evaluator gave no number. */
export const isNothing = (value: unknown): value is Nothing => typeof value === 'string';

/** Compiles an expression once, to be run for every form. */
export function evaluator<N extends object>(expression: Expression, arithmetic: Arithmetic<N>): Evaluator<N> {
  const compile = (node: Expression): Evaluator<N> => {
    switch (node.kind) {
      case 'number': {
        const value = arithmetic.of(node.value);
        return () => value;
      }
      case 'name':
        return (facts) => {
          const value = facts(node.name);
          return value === undefined || Array.isArray(value) ? 'missing' : (value as N);
        };
      case 'negate': {
        const inner = compile(node.of);
        return (facts) => {
          const value = inner(facts);
          return isNothing(value) ? value : arithmetic.negate(value);
        };
      }
      case 'binary':
        return compileBinary(node, compile(node.left), compile(node.right));
      case 'call':
        return compileCall(node);
    }
  };

  const compileBinary = (
    node: Extract<Expression, { kind: 'binary' }>,
    left: Evaluator<N>,
    right: Evaluator<N>,
  ): Evaluator<N> => {
    const apply = {
      '+': arithmetic.plus,
      '-': arithmetic.minus,
      '*': arithmetic.times,
      '/': (a: N, b: N) => arithmetic.over(a, b) ?? 'zero-division',
    }[node.operator] as (a: N, b: N) => N | Nothing;
    return (facts) => {
      const a = left(facts);
      if (isNothing(a)) return a;
      const b = right(facts);
      return isNothing(b) ? b : apply(a, b);
    };
  };

  const compileCall = (node: Extract<Expression, { kind: 'call' }>): Evaluator<N> => {
    const values = compileValues(node.arguments);
    const fold = folds(arithmetic)[node.function];
    return (facts) => {
      const all = values(facts);
      if (isNothing(all)) return all;
      if (all.length === 0) return 'missing';
      let value = fold.one(all[0]!);
      for (let index = 1; index < all.length; index++) value = fold.pair(value, all[index]!);
      return value;
    };
  };

  /** The numbers behind a call's arguments; a list argument gives all of its numbers. */
  const compileValues = (args: readonly Expression[]): ((facts: Lookup<N>) => N[] | Nothing) => {
    const parts = args.map((argument) => {
      const single = compile(argument);
      if (argument.kind !== 'name') return single;
      return (facts: Lookup<N>) => {
        const value = facts(argument.name);
        return Array.isArray(value) ? (value as N[]) : single(facts);
      };
    });
    return (facts) => {
      const all: N[] = [];
      for (const part of parts) {
        const value = part(facts);
        if (isNothing(value)) return value;
        if (Array.isArray(value)) all.push(...value);
        else all.push(value as N);
      }
      return all;
    };
  };

  return compile(expression);
}

interface Fold<N> {
  one: (value: N) => N;
  pair: (a: N, b: N) => N;
}

function folds<N>(
  arithmetic: Arithmetic<N>,
): Record<Extract<Expression, { kind: 'call' }>['function'], Fold<N>> {
  const same = (value: N): N => value;
  const zero = (value: N): N => arithmetic.minus(value, value);
  return {
    sum: { one: same, pair: arithmetic.plus },
    min: { one: same, pair: (a, b) => (arithmetic.compare(a, b) <= 0 ? a : b) },
    max: { one: same, pair: (a, b) => (arithmetic.compare(a, b) >= 0 ? a : b) },
    abs: {
      one: (value) => (arithmetic.compare(value, zero(value)) < 0 ? arithmetic.negate(value) : value),
      pair: (a) => a,
    },
    floor: { one: arithmetic.floor, pair: (a) => a },
    ceiling: { one: arithmetic.ceiling, pair: (a) => a },
  };
}
