/** The rule of a line as a function of one number alone. */
import type { Part } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import { type Expression, keyOf, name } from '../expression/index.ts';
import { theVariable } from './form.ts';
import { fixedNames, type Line, substituted } from './lines.ts';

/** The rule of a line rewritten for one number. */
export interface Rewritten {
  parts: readonly { decision: Decision | undefined; points: readonly (Expression | undefined)[] }[];
  cap: Expression;
}

/** Puts {@link theVariable} in for the variable wherever it stands. */
export function rewritten(expression: Expression, key: string): Expression {
  const visit = (node: Expression): Expression => {
    if (keyOf(node) === key) return name(theVariable);
    switch (node.kind) {
      case 'number':
      case 'name':
        return node;
      case 'negate':
        return { ...node, of: visit(node.of) };
      case 'binary':
        return { ...node, left: visit(node.left), right: visit(node.right) };
      case 'call':
        return { ...node, arguments: node.arguments.map(visit) };
    }
  };
  return visit(expression);
}

const readsOnlyVariable = (expression: Expression): boolean => {
  let only = true;
  const visit = (node: Expression): void => {
    if (node.kind === 'name') only &&= node.name === theVariable;
    else if (node.kind === 'negate') visit(node.of);
    else if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === 'call') node.arguments.forEach(visit);
  };
  visit(expression);
  return only;
};

/** The rule as a function of the variable alone; undefined where it needs anything else. */
export function rewrite(line: Line, variable: Expression): Rewritten | undefined {
  const fixed = fixedNames(line);
  const key = keyOf(variable);
  let fits = true;
  const put = (expression: Expression): Expression => {
    const made = rewritten(substituted(expression, fixed), key);
    fits &&= readsOnlyVariable(made);
    return made;
  };
  const part = ({ decision, awards }: Part) => ({
    decision: decision && {
      ...decision,
      facts: decision.facts.map((fact) => {
        if (fact.kind !== 'number' || fact.blank) fits = false;
        return fact.kind === 'number' ? { ...fact, expression: put(fact.expression) } : fact;
      }),
    },
    points: awards.map((award) => award.points && put(award.points)),
  });
  const rule = { parts: line.rule.parts.map(part), cap: put(line.rule.cap) };
  return fits ? rule : undefined;
}

/** The numbers a line may depend on alone, likeliest first. */
export function candidates({ rule, metric, target, weight }: Line): Expression[] {
  const fixed = fixedNames({ target, weight } as Line);
  const facts = rule.parts.flatMap(({ decision }) => decision?.facts ?? []);
  const expressions = facts.flatMap((fact) =>
    fact.kind === 'number' ? [substituted(fact.expression, fixed)] : [],
  );
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'name' && !fixed.has(node.name)) names.add(node.name);
    else if (node.kind === 'negate') visit(node.of);
    else if (node.kind === 'binary') {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === 'call') node.arguments.forEach(visit);
  };
  for (const one of expressions) visit(one);
  for (const { awards } of rule.parts) for (const { points } of awards) if (points) visit(points);
  return [...(metric ? [metric] : []), ...(names.size === 1 ? [name([...names][0]!)] : []), ...expressions];
}
