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

/** The names an expression reads, each once, in order of appearance. */
export function namesIn(expression: Expression): string[] {
  const found = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'name') found.add(node.name);
    else if (node.kind === 'negate') visit(node.of);
    else if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === 'call') node.arguments.forEach(visit);
  };
  visit(expression);
  return [...found];
}

/** The same expression with every name replaced as told; used to put compiled parts together. */
export function renamed(expression: Expression, rename: (name: string) => string): Expression {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return { ...expression, name: rename(expression.name) };
    case 'negate':
      return { ...expression, of: renamed(expression.of, rename) };
    case 'binary':
      return {
        ...expression,
        left: renamed(expression.left, rename),
        right: renamed(expression.right, rename),
      };
    case 'call':
      return { ...expression, arguments: expression.arguments.map((one) => renamed(one, rename)) };
  }
}

/** True where the expression reads no fact. */
export const isConstant = (expression: Expression): boolean => namesIn(expression).length === 0;
