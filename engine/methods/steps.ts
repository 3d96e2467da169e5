/** 逐档扣分: nothing is deducted up to a limit; beyond it so much per step, until nothing is left. */
import type { StepsMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { minus, plus, times } from '../expression/index.ts';
import { method } from './method.ts';
import { stepsOf } from './steps-of.ts';

export const steps = method<StepsMethod>({
  label: { zh: '逐档扣分', en: 'step deduction' },
  onRange: 'outside',
  course: ({ direction }, penalty) => ((direction === 'above') === penalty ? 'rising' : 'falling'),
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const metric = context.metric();
    const from = context.expression(parameters.from, 'from');
    const { penalty } = context;
    const start = context.points(parameters.start ?? (penalty ? '0' : '100%'));
    const above = parameters.direction === 'above';
    const beyond = context.compare(decision, metric, above ? 'greaterThan' : 'lessThan', from, 'from');
    const distance = above ? minus(metric, from) : minus(from, metric);
    const count = stepsOf(distance, context.step(parameters.per, distance, 'per'), parameters.partial);
    const deducted = times(context.points(parameters.deduct), count);
    decision.outcome({ not: beyond });
    decision.outcome(beyond);
    const pointer = context.pointer('');
    return {
      parts: [
        {
          decision,
          awards: [
            {
              label: { zh: '未越过界限，不扣分', en: 'within the limit: nothing deducted' },
              points: start,
              pointer,
            },
            {
              label: {
                zh: `每${above ? '超过' : '低于'} ${parameters.per} 扣 ${parameters.deduct} 分，${penalty ? '以分值为限' : '扣完为止'}`,
                en: `${parameters.deduct} deducted for each ${parameters.per} ${above ? 'above' : 'below'}, ${penalty ? 'up to the weight' : 'down to zero'}`,
              },
              points: penalty ? plus(start, deducted) : minus(start, deducted),
              pointer,
            },
          ],
        },
      ],
    };
  },
});
