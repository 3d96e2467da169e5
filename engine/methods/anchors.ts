/** 两锚点: the share of the way from the worst value to the best. */
import type { AnchorsMethod } from '../../schemas/generated/types.ts';
import { constantOf, DecisionBuilder } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { literal, minus, over, times } from '../expression/index.ts';
import { method } from './method.ts';

export const anchors = method<AnchorsMethod>({
  label: { zh: '两锚点', en: 'anchors' },
  onRange: 'outside',
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const metric = context.metric();
    const worst = context.expression(parameters.worst, 'worst');
    const best = context.expression(parameters.best, 'best');
    const pointer = context.pointer('');
    const from = constantOf(worst);
    const to = constantOf(best);
    if (!from || !to) {
      const key = from ? 'best' : 'worst';
      context.report('not-constant', { name: context.name, key }, key);
      return { parts: [] };
    }
    if (from.equals(to)) {
      context.report('anchors-equal', { name: context.name }, 'best');
      return { parts: [] };
    }
    const rising = to.compare(from) > 0;
    const atBest = context.compare(
      decision,
      metric,
      rising ? 'greaterThanInclusive' : 'lessThanInclusive',
      best,
      'best',
    );
    const atWorst = context.compare(
      decision,
      metric,
      rising ? 'lessThanInclusive' : 'greaterThanInclusive',
      worst,
      'worst',
    );
    decision.outcome(atBest);
    decision.outcome({ not: { any: [atBest, atWorst] } });
    decision.outcome(atWorst);
    return {
      parts: [
        {
          decision,
          awards: [
            {
              label: { zh: '达到最好值，得满分', en: 'the best value: full marks' },
              points: context.points('100%'),
              pointer,
            },
            {
              label: { zh: '按最差与最好之间的位置计分', en: 'by the place between worst and best' },
              points: over(times(context.weight, minus(metric, worst)), minus(best, worst)),
              pointer,
            },
            {
              label: { zh: '不好于最差值，不得分', en: 'no better than the worst value: no points' },
              points: literal(Exact.zero),
              pointer,
            },
          ],
        },
      ],
    };
  },
});
