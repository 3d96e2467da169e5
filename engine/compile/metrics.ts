/** Named metrics are put in where they are named, so that formulas show the inputs; a metric that names itself is refused. */
import type { Rulebook } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { type Expression, literal, mapped, type Scope } from '../expression/index.ts';
import type { CompileContext, Definitions } from './context.ts';

/**
 * Gives the expression of each named metric, compiled once. What is `given` stands in for what the rulebook writes; the
 * names of other metrics in it are put in like those of a written one.
 */
export function metricDefinitions(
  rulebook: Rulebook,
  scope: Scope,
  context: CompileContext,
  given: ReadonlyMap<string, Expression> = new Map(),
): Definitions {
  const written = new Map(Object.entries(rulebook.metrics ?? {}));
  const done = new Map<string, Expression>();
  const open: string[] = [];
  const define: Definitions = (key) => {
    const metric = written.get(key);
    if (!metric) return undefined;
    const known = done.get(key);
    if (known) return known;
    const pointer = `/metrics/${key}/expression`;
    if (open.includes(key)) {
      const path = [...open.slice(open.indexOf(key)), key].join(' → ');
      context.report('cyclic-expression', { name: key, path }, pointer);
      return literal(Exact.zero);
    }
    open.push(key);
    const other = given.get(key);
    const expression = other
      ? mapped(other, (node) => (node.kind === 'name' ? define(node.name) : undefined))
      : context.expressionOrZero(metric.expression, scope, pointer, define);
    open.pop();
    done.set(key, expression);
    return expression;
  };
  for (const key of written.keys()) define(key);
  return define;
}
