/** 相等: full marks where the actual equals the target, which may be zero. */
import type { EqualityMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { method } from './method.ts';

const inside = { zh: '在区间内，得满分', en: 'inside the range: full marks' };
const outside = { zh: '在区间外', en: 'outside the range' };

export const equality = method<EqualityMethod>({
  label: { zh: '相等', en: 'equality' },
  onRange: 'outside',
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
              label: context.range ? inside : { zh: '等于目标，得满分', en: 'equals the target: full marks' },
              points: context.points('100%'),
              pointer,
            },
            {
              label: context.range ? outside : { zh: '不等于目标', en: 'differs from the target' },
              points: context.points(parameters.otherwise ?? '0'),
              pointer,
            },
          ],
        },
      ],
    };
  },
});
