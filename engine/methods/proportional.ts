/** 按比例: weight × actual ÷ target, up to the cap. */
import type { ProportionalMethod } from '../../schemas/generated/types.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { isConstant, literal, over, times } from '../expression/index.ts';
import { BandList } from './band-list.ts';
import { method } from './method.ts';

export const proportional = method<ProportionalMethod>({
  label: { zh: '按比例', en: 'proportional' },
  course: () => 'rising',
  isByHundredths: () => true,
  compile(parameters, context) {
    const bands = new BandList(context);
    const { decision } = bands;
    const metric = context.metric();
    const target = context.target(parameters.target, '100%');
    const cap = context.points(parameters.cap ?? '100%');
    const fixed = constantOf(target);
    if (fixed && fixed.sign() <= 0) {
      context.report('not-positive', { name: context.name, key: 'target' }, 'target');
      return { parts: [] };
    }
    const zero = literal(Exact.zero);
    const whole = isConstant(target) && target.kind === 'number' && target.value.equals(Exact.one);
    const proportion = whole ? times(context.weight, metric) : over(times(context.weight, metric), target);
    const positive = decision.compare(target, 'greaterThan', zero);
    const divisible = isConstant(target) ? [] : [positive];
    if (parameters.cap === undefined) {
      bands.add(
        { all: [...divisible, context.compare(decision, metric, 'greaterThanInclusive', target, 'target')] },
        { label: { zh: '达到目标，得满分', en: 'target met: full marks' }, points: cap },
      );
      bands.add(
        { all: [...divisible, decision.compare(metric, 'lessThan', target)] },
        { label: { zh: '未达到目标，按比例计分', en: 'target missed: in proportion' }, points: proportion },
      );
    } else {
      context.compare(decision, metric, 'greaterThanInclusive', target, 'target');
      bands.add(
        {
          all: [
            ...divisible,
            {
              any: [
                decision.compare(metric, 'lessThan', target),
                decision.compare(metric, 'greaterThanInclusive', target),
              ],
            },
          ],
        },
        { label: { zh: '按比例计分', en: 'in proportion' }, points: proportion },
      );
    }
    if (!isConstant(target)) {
      bands.add(
        { not: positive },
        {
          label: { zh: '目标值为 0', en: 'the target is zero' },
          points:
            parameters.zeroTarget === 'full'
              ? context.points('100%')
              : parameters.zeroTarget === 'zero'
                ? zero
                : undefined,
          zeroDivision: true,
          implied: parameters.zeroTarget === undefined,
        },
      );
    }
    return { parts: [bands.part()], cap };
  },
});
