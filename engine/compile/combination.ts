/** What must hold of a group that is not simply added up: no line is left out of it, and none counts the wrong way. */
import { type Expression, linearSum, namesIn } from '../expression/index.ts';
import type { CompileContext } from './context.ts';
import type { GroupPlan, IndicatorPlan } from './plan.ts';

/** Reports lines that the combination of a group does not read, or reads against their sense. */
export function checkCombination(group: GroupPlan, context: CompileContext): void {
  const { combine } = group;
  if (combine === 'lowest') {
    for (const child of group.children)
      if (child.line && child.line !== group.line) report('combine-leaves-out', child, group, context);
    return;
  }
  if (typeof combine === 'string') return;
  const named = new Set(namesIn(combine));
  const pointer = `${group.pointer}/combine/expression`;
  for (const child of group.children) {
    if (!named.has(child.id)) report('combine-leaves-out', child, group, context, pointer);
    else if (isReversed(child, group, combine)) report('combine-direction', child, group, context, pointer);
  }
}

/**
 * True where a better line gives the group fewer points, or a heavier deduction more. In a group that is itself deducted
 * the expression gives what is deducted. Decided where the expression is linear.
 */
function isReversed(child: IndicatorPlan, group: GroupPlan, combine: Expression): boolean {
  const sign = linearSum(combine)?.factors.get(child.id)?.sign() ?? 0;
  const isDeducted = child.line === 'penalty';
  return isDeducted === (group.line === 'penalty') ? sign < 0 : sign > 0;
}

function report(
  code: 'combine-leaves-out' | 'combine-direction',
  child: IndicatorPlan,
  group: GroupPlan,
  context: CompileContext,
  pointer = `${group.pointer}/combine`,
): void {
  const line =
    child.line === 'penalty'
      ? { zh: '扣分项', en: 'penalty' }
      : child.line === 'bonus'
        ? { zh: '加分项', en: 'bonus' }
        : { zh: '指标', en: 'indicator' };
  context.report(code, { name: child.name, line, group: group.name }, pointer);
}
