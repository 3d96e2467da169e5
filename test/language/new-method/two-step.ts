/** 两段: a method that only tests know. Full marks from a line on, fewer below it. */
import { DecisionBuilder } from '../../../engine/conditions/index.ts';
import { method } from '../../../engine/methods/method.ts';

interface TwoStepMethod {
  line: string;
  edge?: 'included' | 'excluded';
  below: readonly { name: string; points: string }[];
}

export const twoStep = method<TwoStepMethod>({
  label: { zh: '两段', en: 'two steps' },
  compile({ line, edge = 'included', below }, context) {
    const decision = new DecisionBuilder();
    const operator = edge === 'included' ? 'greaterThanInclusive' : 'greaterThan';
    const reached = context.compare(
      decision,
      context.metric(),
      operator,
      context.expression(line, 'line'),
      'line',
    );
    decision.outcome(reached);
    decision.outcome({ not: reached });
    return {
      parts: [
        {
          decision,
          awards: [
            {
              label: { zh: '过线', en: 'past the line' },
              points: context.points('100%'),
              pointer: context.pointer('line'),
            },
            {
              label: { zh: below[0]!.name, en: 'below the line' },
              points: context.points(below[0]!.points),
              pointer: context.pointer('below/0'),
            },
          ],
        },
      ],
    };
  },
});
