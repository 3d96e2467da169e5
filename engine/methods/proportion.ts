/** 按等次比例: a person chooses a grade; the weight is won in its proportion. */
import type { ProportionMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { method } from './method.ts';

export const proportion = method<ProportionMethod>({
  label: { zh: '按等次比例', en: 'proportion by grade' },
  isCounted: true,
  judged: 'choice',
  called: 'tier',
  compile({ choices }, context) {
    const decision = new DecisionBuilder();
    for (const choice of choices) decision.outcome(decision.category('judged.tier', 'equal', [choice.name]));
    const awards = choices.map((choice, index) => ({
      label: { zh: `${choice.name}（${choice.share}）`, en: `${choice.name} (${choice.share})` },
      choice: choice.name,
      points: context.points(choice.share),
      pointer: context.pointer(`choices/${index}`),
    }));
    return { parts: [{ decision, awards }] };
  },
});
