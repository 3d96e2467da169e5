/** The shape of a parsed arithmetic expression: the same for metrics, thresholds, awards and messages. */
import type { Exact } from '../decimal.ts';

export type BinaryOperator = '+' | '-' | '*' | '/';
/** `floor` and `ceiling` are used by compiled awards only; a rulebook cannot write them. */
export type FunctionName = 'min' | 'max' | 'abs' | 'sum' | 'floor' | 'ceiling';

export type Expression =
  | { kind: 'number'; value: Exact; unit?: string; shown: string; at: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'negate'; of: Expression; at: number }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; at: number }
  | { kind: 'call'; function: FunctionName; arguments: Expression[]; at: number };

/** A literal made by the compiler. */
export const literal = (value: Exact, shown = value.toText(), unit?: string): Expression => ({
  kind: 'number',
  value,
  shown,
  at: 0,
  ...(unit === undefined ? {} : { unit }),
});

export const name = (of: string): Expression => ({ kind: 'name', name: of, at: 0 });

const binary =
  (operator: BinaryOperator) =>
  (left: Expression, right: Expression): Expression => ({
    kind: 'binary',
    operator,
    left,
    right,
    at: left.at,
  });
export const plus = binary('+');
export const minus = binary('-');
export const times = binary('*');
export const over = binary('/');

export const call = (of: FunctionName, ...args: Expression[]): Expression => ({
  kind: 'call',
  function: of,
  arguments: args,
  at: 0,
});
