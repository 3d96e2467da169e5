/** The rule of a line as a function of one number alone. */
import type { Part } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import { type Expression, keyOf, mapped, name, namesIn, substituted } from '../expression/index.ts';
import { fixedNames, type Line } from '../lines/index.ts';
import { theVariable } from './quotient.ts';

/** The rule of a line rewritten for one number. */
export interface Rewritten {
  parts: readonly { decision: Decision | undefined; points: readonly (Expression | undefined)[] }[];
  cap: Expression;
}

/** Puts {@link theVariable} in for the variable wherever it stands. */
const rewritten = (expression: Expression, key: string): Expression =>
  mapped(expression, (node) => (keyOf(node) === key ? name(theVariable) : undefined));

const readsOnlyVariable = (expression: Expression): boolean =>
  namesIn(expression).every((one) => one === theVariable);

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
export function candidates(line: Line): Expression[] {
  const { rule, metric } = line;
  const fixed = fixedNames(line);
  const facts = rule.parts.flatMap(({ decision }) => decision?.facts ?? []);
  const expressions = facts.flatMap((fact) =>
    fact.kind === 'number' ? [substituted(fact.expression, fixed)] : [],
  );
  const awards = rule.parts.flatMap((part) => part.awards.flatMap(({ points }) => points ?? []));
  const names = new Set([...expressions, ...awards].flatMap(namesIn).filter((one) => !fixed.has(one)));
  return [...(metric ? [metric] : []), ...(names.size === 1 ? [name([...names][0]!)] : []), ...expressions];
}
