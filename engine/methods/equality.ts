/** 相等: full marks where the actual equals the target, which may be zero. */
import type { EqualityMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { method } from './method.ts';

export const equality = method<EqualityMethod>({
  label: { zh: '相等', en: 'equality' },
  course: () => 'peak',
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const equal = context.compare(
      decision,
      context.metric(),
      'equal',
      context.target(parameters.target),
      'target',
    );
    decision.outcome(equal);
    decision.outcome({ not: equal });
    const pointer = context.pointer('');
    return {
      parts: [
        {
          decision,
          awards: [
            {
              label: { zh: '等于目标，得满分', en: 'equals the target: full marks' },
              points: context.points('100%'),
              pointer,
            },
            {
              label: { zh: '不等于目标', en: 'differs from the target' },
              points: context.points(parameters.otherwise ?? '0'),
              pointer,
            },
          ],
        },
      ],
    };
  },
});
