/** 是否: points for yes, points for no. */
import type { YesNoMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { method } from './method.ts';

export const yesNo = method<YesNoMethod>({
  label: { zh: '是否', en: 'yes or no' },
  isCounted: true,
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const key = context.yesNoInput(parameters.input, 'input');
    decision.outcome(decision.yesNo(key, 'equal', true));
    decision.outcome(decision.yesNo(key, 'equal', false));
    const pointer = context.pointer('');
    return {
      parts: [
        {
          decision,
          awards: [
            { label: { zh: '是', en: 'yes' }, points: context.points(parameters.yes ?? '100%'), pointer },
            { label: { zh: '否', en: 'no' }, points: context.points(parameters.no ?? '0'), pointer },
          ],
        },
      ],
    };
  },
});
