/** What two editions do where there is no number to look at: no data, a divisor of zero, a line that does not apply. */

import type { DifferingSituation } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import type { IndicatorPlan, NotApplicablePlan, ScoringPlan } from '../../compile/index.ts';
import type { Expression } from '../../expression/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';

const divides = (node: Expression): boolean => {
  switch (node.kind) {
    case 'number':
    case 'name':
      return false;
    case 'negate':
      return divides(node.of);
    case 'binary':
      return node.operator === '/'
        ? node.right.kind !== 'number' || divides(node.left)
        : divides(node.left) || divides(node.right);
    case 'call':
      return node.arguments.some(divides);
  }
};

/** The situations in which two lines are treated otherwise. */
export function lineSituations(before: IndicatorPlan, after: IndicatorPlan): DifferingSituation[] {
  const found: DifferingSituation[] = [];
  const add = (
    name: DifferingSituation['name'],
    was: DifferingSituation['before'],
    is: DifferingSituation['after'],
  ): void => {
    if (was.zh !== is.zh) found.push({ name, before: was, after: is });
  };
  const noData = both('没有数据', 'data is missing');
  if (before.kind === 'leaf' && after.kind === 'leaf') {
    add(noData, words.missingPolicy[before.missing], words.missingPolicy[after.missing]);
    if ((before.metric && divides(before.metric)) || (after.metric && divides(after.metric)))
      add(
        both('除数为零', 'the metric divides by zero'),
        before.zeroDivision ? words.zeroPolicy[before.zeroDivision] : words.missingPolicy.withhold,
        after.zeroDivision ? words.zeroPolicy[after.zeroDivision] : words.missingPolicy.withhold,
      );
  }
  add(
    both('不适用', 'the line does not apply'),
    notApplicableText(before.notApplicable),
    notApplicableText(after.notApplicable),
  );
  return found;
}

const notApplicableText = (plan: NotApplicablePlan | undefined) =>
  plan ? words.notApplicablePolicy[plan.policy] : both('不允许', 'not allowed');

/** The same of declared rows. */
export function rowSituations(before: ScoringPlan, after: ScoringPlan): DifferingSituation[] {
  const [was, is] = [before.frame?.missing, after.frame?.missing];
  if (!was || !is || was === is) return [];
  return [
    {
      name: both('没有数据', 'data is missing'),
      before: words.missingPolicy[was],
      after: words.missingPolicy[is],
    },
  ];
}
