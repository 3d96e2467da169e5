/** The one walk over an expression: every part seen once, or every part made anew. */
import type { Exact } from '../decimal.ts';
import type { Expression } from './ast.ts';

/** What an expression is put together from, from left to right. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'number':
    case 'name':
      return [];
    case 'negate':
      return [node.of];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.arguments;
  }
}

/** Sees every node once, each before its parts. */
export function visit(expression: Expression, see: (node: Expression) => void): void {
  see(expression);
  for (const part of partsOf(expression)) visit(part, see);
}

/** The same expression with what `change` gives in the place of a node; what it gives is not looked into. */
export function mapped(
  expression: Expression,
  change: (node: Expression) => Expression | undefined,
): Expression {
  const changed = change(expression);
  if (changed) return changed;
  const inner = (node: Expression): Expression => mapped(node, change);
  switch (expression.kind) {
    case 'number':
    case 'name':
      return expression;
    case 'negate':
      return { ...expression, of: inner(expression.of) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(inner) };
  }
}

/** The nodes that fit, in order of appearance. */
export function nodesWhere<Node extends Expression>(
  expression: Expression,
  fits: (node: Expression) => node is Node,
): Node[] {
  const found: Node[] = [];
  visit(expression, (node) => {
    if (fits(node)) found.push(node);
  });
  return found;
}

/** The names an expression reads, each once, in order of appearance. */
export function namesIn(expression: Expression): string[] {
  const found = new Set<string>();
  visit(expression, (node) => {
    if (node.kind === 'name') found.add(node.name);
  });
  return [...found];
}

/** The same expression with every name replaced as told. */
export const renamed = (expression: Expression, rename: (name: string) => string): Expression =>
  mapped(expression, (node) => (node.kind === 'name' ? { ...node, name: rename(node.name) } : undefined));

/** The same expression with numbers put in for names. */
export const substituted = (expression: Expression, values: ReadonlyMap<string, Exact>): Expression =>
  mapped(expression, (node) => {
    const value = node.kind === 'name' ? values.get(node.name) : undefined;
    return value && { kind: 'number', value, shown: value.toText(), at: node.at };
  });

/** True where the expression reads no fact. */
export const isConstant = (expression: Expression): boolean => namesIn(expression).length === 0;
