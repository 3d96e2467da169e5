/** Expression → the line a person would write: `分值 × 执行数 ÷ 预算数`, or with the numbers put in. */
import type { Expression } from './ast.ts';

const shownOperator = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;
const shownFunction = {
  min: 'min',
  max: 'max',
  sum: 'sum',
  floor: '取整',
  ceiling: '进一取整',
} as const;
const binds = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** Text as it stands, or a gap for the text of a name; a negative one is bracketed where an operator is beside it. */
type Piece = string | { name: string; bracketed: boolean };

/** Formats with as few brackets as keep the meaning, for any text of the names: worked out once, then only filled in. */
export function formatter(expression: Expression): (show: (name: string) => string) => string {
  const pieces = piecesOf(expression, 0);
  return (show) => {
    let text = '';
    for (const piece of pieces)
      text += typeof piece === 'string' ? piece : filled(show(piece.name), piece.bracketed);
    return text;
  };
}

/** As {@link formatter}, for one use. `show` gives the text of a name. */
export const formatExpression = (expression: Expression, show: (name: string) => string): string =>
  formatter(expression)(show);

function piecesOf(node: Expression, outer: number): Piece[] {
  switch (node.kind) {
    case 'number':
      return [node.shown];
    case 'name':
      return [{ name: node.name, bracketed: outer > 0 }];
    case 'negate':
      return ['−', ...piecesOf(node.of, 3)];
    case 'call': {
      if (node.function === 'abs') return ['|', ...piecesOf(node.arguments[0]!, 0), '|'];
      const all = node.arguments.flatMap((one) => [', ', ...piecesOf(one, 0)]);
      return [`${shownFunction[node.function]}(`, ...all.slice(1), ')'];
    }
    case 'binary': {
      const level = binds[node.operator];
      const strict = node.operator === '-' || node.operator === '/';
      const left = piecesOf(node.left, level);
      const right = piecesOf(node.right, strict ? level + 1 : level);
      const pieces = [...left, ` ${shownOperator[node.operator]} `, ...right];
      return level < outer ? ['(', ...pieces, ')'] : pieces;
    }
  }
}

const filled = (text: string, bracketed: boolean): string =>
  bracketed && /^[-−]/.test(text) ? `(${text})` : text;

/** As {@link keyOf}, by value: `80%` and `0.8` are one number. Names stand in brackets, so that none is taken for another part. */
export function valueKeyOf(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return node.value.inLowestTerms().join('/');
    case 'name':
      return `[${node.name}]`;
    case 'negate':
      return `(-${valueKeyOf(node.of)})`;
    case 'binary':
      return `(${valueKeyOf(node.left)} ${node.operator} ${valueKeyOf(node.right)})`;
    case 'call':
      return `${node.function}(${node.arguments.map(valueKeyOf).join(', ')})`;
  }
}

/** A canonical text: equal expressions give equal text, so it can serve as the key of a fact. */
export const keyOf = (expression: Expression): string => formatExpression(expression, (name) => name);
