/** Forms on which what decides a leaf divides by zero and no policy says what then. */
import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Expression, formatExpression, keyOf, namesIn } from '../expression/index.ts';
import { divisorsIn, withAll, zeroOf } from '../linear/index.ts';
import { fixedNames, type Line } from '../lines/index.ts';
import { type Claim, claims } from './claim.ts';
import { undecided } from './total.ts';
import { labelOf } from './words.ts';

export function zeroDivisors(plan: ScoringPlan, line: Line): Claim[] {
  if (!line.leaf || line.leaf.zeroDivision) return [];
  const facts = line.rule.parts.flatMap(({ decision }) => decision?.facts ?? []);
  const asked = facts.flatMap((fact) => (fact.kind === 'number' && !fact.blank ? [fact.expression] : []));
  const all = [...(line.metric ? [line.metric] : []), ...asked];
  const divisors = new Map(all.flatMap(divisorsIn).map((divisor) => [keyOf(divisor), divisor]));
  return [...divisors.values()].flatMap((divisor) => claimOf(plan, line, divisor, all));
}

function claimOf(plan: ScoringPlan, line: Line, divisor: Expression, read: readonly Expression[]): Claim[] {
  const found = zeroOf(divisor, line.bounds);
  if (found === 'impossible') return [];
  const shown = formatExpression(divisor, labelOf(plan));
  if (found === 'undecided')
    return [
      undecided(
        line,
        { zh: `${shown} 能否为零`, en: `whether ${shown} can be zero` },
        { zh: '除数不是一次式', en: 'the divisor is not linear' },
      ),
    ];
  const names = read.flatMap(namesIn).filter((name) => !fixedNames(line).has(name));
  const given = withAll(found, names, (name) => {
    const bound = line.bounds(name);
    return { ...bound, max: bound.max ?? bound.min ?? Exact.zero };
  });
  return [
    claims(line.id, line.pointer)(
      diagnose('no-score', {
        name: line.name,
        witness: `${shown} = 0`,
        why: { zh: '除数为零', en: 'the metric divides by zero' },
      }),
      { shown: [{ line, given, said: 'zero-division' }] },
    ),
  ];
}
