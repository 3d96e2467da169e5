/** Numbers of a curve as a person reads them. */

import { rangeNames, type ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { formatExpression, isoDay } from '../expression/index.ts';
import type { Line } from '../lines/index.ts';
import type { Curve } from '../possible/index.ts';

/** The number of a curve: a rate as a percentage, a day as a date. */
export function shownNumber(
  line: Line,
  { isRate, variable }: Pick<Curve, 'isRate' | 'variable'>,
  x: Exact,
): string {
  if (isRate || isRateInput(line, variable)) return `${x.times(Exact.hundred).toText()}%`;
  if (line.kind === 'date') return isoDay(Number(x.round({ decimals: 0, mode: 'half-up' }).toText()));
  return x.toText();
}

const isRateInput = (line: Line, variable: Curve['variable']): boolean =>
  variable.kind === 'name' && line.units(variable.name) === '%';

const labels: Record<string, string> = {
  weight: '分值',
  target: '目标值',
  actual: '完成值',
  ...rangeNames,
  'judged.share': '评价人所给比例',
};

/** The Chinese name of a fact. */
export const labelOf = (plan: ScoringPlan) => (key: string) =>
  labels[key] ?? plan.inputs.get(key)?.name ?? key;

/** `执行数 ÷ 预算数 = 79.99%`; of a row whose target is zero or below, that too. */
export const shownAt = (plan: ScoringPlan, line: Line, curve: Curve, x: Exact): string =>
  `${line.row && line.target && line.target.sign() <= 0 ? `目标值 = ${line.target.toText()}，` : ''}${formatExpression(curve.variable, labelOf(plan))} = ${shownNumber(line, curve, x)}`;
