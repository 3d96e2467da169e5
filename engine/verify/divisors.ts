/** Forms on which the metric of a leaf divides by zero and no policy says what then. */

import type { ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Expression, formatExpression, namesIn } from '../expression/index.ts';
import type { Line } from '../lines/index.ts';
import { solveFor } from '../possible/index.ts';
import { type Claim, claims } from './claim.ts';
import { labelOf } from './words.ts';

export function zeroDivisors(plan: ScoringPlan, line: Line): Claim[] {
  if (!line.leaf || !line.metric || line.leaf.zeroDivision) return [];
  return divisorsIn(line.metric).flatMap((divisor) => {
    const found = solveFor(divisor, Exact.zero, line.bounds);
    if (typeof found === 'string') return [];
    const witness = `${formatExpression(divisor, labelOf(plan))} = 0`;
    const given = new Map(found);
    for (const name of line.leaf!.metric ? namesIn(line.leaf!.metric) : [])
      if (!given.has(name)) given.set(name, line.bounds(name).min ?? Exact.zero);
    return [
      claims(line.id, line.pointer)(
        diagnose('no-score', {
          name: line.name,
          witness,
          why: { zh: '除数为零', en: 'the metric divides by zero' },
        }),
        { shown: [{ line, given }] },
      ),
    ];
  });
}

function divisorsIn(node: Expression): Expression[] {
  switch (node.kind) {
    case 'number':
    case 'name':
      return [];
    case 'negate':
      return divisorsIn(node.of);
    case 'call':
      return node.arguments.flatMap(divisorsIn);
    case 'binary': {
      const inner = [...divisorsIn(node.left), ...divisorsIn(node.right)];
      return node.operator === '/' && namesIn(node.right).length > 0 ? [...inner, node.right] : inner;
    }
  }
}
