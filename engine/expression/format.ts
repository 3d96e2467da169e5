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

/** Formats with as few brackets as keep the meaning. `show` gives the text of a name. */
export function formatExpression(expression: Expression, show: (name: string) => string): string {
  const visit = (node: Expression, outer: number): string => {
    switch (node.kind) {
      case 'number':
        return node.shown;
      case 'name':
        return bracketNegative(show(node.name), outer);
      case 'negate':
        return `−${visit(node.of, 3)}`;
      case 'call':
        if (node.function === 'abs') return `|${visit(node.arguments[0]!, 0)}|`;
        return `${shownFunction[node.function]}(${node.arguments.map((one) => visit(one, 0)).join(', ')})`;
      case 'binary': {
        const level = binds[node.operator];
        const strict = node.operator === '-' || node.operator === '/';
        const text = `${visit(node.left, level)} ${shownOperator[node.operator]} ${visit(node.right, strict ? level + 1 : level)}`;
        return level < outer ? `(${text})` : text;
      }
    }
  };
  return visit(expression, 0);
}

const bracketNegative = (text: string, outer: number): string =>
  outer > 0 && /^[-−]/.test(text) ? `(${text})` : text;

/** A canonical text: equal expressions give equal text, so it can serve as the key of a fact. */
export const keyOf = (expression: Expression): string => formatExpression(expression, (name) => name);
