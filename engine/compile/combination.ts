/** What must hold of a group that is not simply added up: no line is left out of it, and none counts the wrong way. */
import { type Expression, linearSum, namesIn } from '../expression/index.ts';
import type { CompileContext } from './context.ts';
import type { GroupPlan, IndicatorPlan } from './plan.ts';

/** A line that a combination does not read, or reads against its sense. */
interface Misread {
  code: 'combine-leaves-out' | 'combine-direction';
  child: IndicatorPlan;
}

/** Reports lines that the combination of a group does not read, or reads against their sense. */
export function checkCombination(group: GroupPlan, context: CompileContext): void {
  const below = typeof group.combine === 'string' ? '' : '/expression';
  for (const { code, child } of misreadIn(group))
    report(code, child, group, context, `${group.pointer}/combine${below}`);
}

export function misreadIn(group: GroupPlan): Misread[] {
  const { combine } = group;
  if (combine === 'lowest')
    return group.children
      .filter((child) => child.line && child.line !== group.line)
      .map((child) => ({ code: 'combine-leaves-out', child }));
  if (typeof combine === 'string') return [];
  const named = new Set(namesIn(combine));
  return group.children.flatMap((child): Misread[] => {
    if (!named.has(child.id)) return [{ code: 'combine-leaves-out', child }];
    return isReversed(child, group, combine) ? [{ code: 'combine-direction', child }] : [];
  });
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
  code: Misread['code'],
  child: IndicatorPlan,
  group: GroupPlan,
  context: CompileContext,
  pointer: string,
): void {
  const line =
    child.line === 'penalty'
      ? { zh: '扣分项', en: 'penalty' }
      : child.line === 'bonus'
        ? { zh: '加分项', en: 'bonus' }
        : { zh: '指标', en: 'indicator' };
  context.report(code, { name: child.name, line, group: group.name }, pointer);
}
