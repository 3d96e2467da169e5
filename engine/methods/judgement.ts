/** 评价人评分: the points a person gives, between zero and the weight. */
import type { JudgementMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { name, times } from '../expression/index.ts';
import { method } from './method.ts';

export const judgement = method<JudgementMethod>({
  label: { zh: '评价人评分', en: "a person's judgement" },
  judged: 'share',
  course: () => 'rising',
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const share = name('judged.share');
    const points = times(context.weight, share);
    const enough = decision.compare(
      points,
      'greaterThanInclusive',
      context.points(parameters.reasonBelow ?? '100%'),
    );
    decision.outcome(enough);
    decision.outcome({ not: enough });
    const pointer = context.pointer('');
    return {
      parts: [
        {
          decision,
          awards: [
            { label: { zh: '评价人给分', en: 'as judged' }, points, pointer },
            {
              label: { zh: '评价人给分，须说明理由', en: 'as judged; a reason is owed' },
              points,
              pointer,
              reasonOwed: true,
            },
          ],
        },
      ],
    };
  },
});
