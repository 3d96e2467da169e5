/** The steps that a group writes down of how its lines were put together. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import type { GroupPlan } from '../compile/index.ts';
import { formatExpression } from '../expression/index.ts';
import type { ScoredNode } from './node.ts';
import { type Step, textOf } from './run.ts';

/** Why a group's points are scaled. */
export const scalings = {
  notApplicable: {
    zh: '剔除不适用的指标，按其余分值折算',
    en: 'lines that do not apply are left out; the rest is scaled up',
  },
  nothing: { zh: '除数为零，不能汇合', en: 'it cannot be combined: that would divide by zero' },
  outOf: { zh: '下级按满分折算为本级分值', en: 'the lower level is scaled to the weight of this one' },
} as const satisfies Record<string, Bilingual>;

export const sumStep = (children: readonly ScoredNode<unknown>[], value: unknown, combine: string): Step => ({
  step: 'sum',
  terms: children.map(({ points }) => textOf(points)),
  value: textOf(value),
  combine,
});

/** Of a group whose lines cannot be put together, for there is nothing to divide by. */
export function uncombinedStep<N>(
  { points }: ScoredNode<N>,
  { combine }: GroupPlan,
  own: N,
  scaled: N,
  label: (key: string) => string,
): Step {
  const from = textOf(points);
  const formula =
    typeof combine === 'string'
      ? `${from} × ${textOf(own)} ÷ ${textOf(scaled)}`
      : formatExpression(combine, label);
  return { step: 'rescale', from, to: '0', formula, why: scalings.nothing };
}
