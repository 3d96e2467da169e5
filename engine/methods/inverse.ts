/** 反向: at or under the target full marks; above it target ÷ actual, or a line that reaches zero at twice the target. */
import type { InverseMethod } from '../../schemas/generated/types.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { literal, minus, over, times } from '../expression/index.ts';
import { BandList } from './band-list.ts';
import { missedBelowZero } from './below-zero.ts';
import { method } from './method.ts';

export const inverse = method<InverseMethod>({
  label: { zh: '反向', en: 'inverse' },
  course: () => 'falling',
  isByHundredths: ({ by }) => by === 'line',
  compile(parameters, context) {
    const bands = new BandList(context);
    const { decision } = bands;
    const actual = context.metric();
    const target = context.target(parameters.target);
    const { weight } = context;
    const zero = literal(Exact.zero);
    const within = context.compare(decision, actual, 'lessThanInclusive', target, 'target');
    const above = decision.compare(actual, 'greaterThan', target);
    const full = context.points('100%');

    if (parameters.by === 'ratio') {
      const isZero = decision.compare(actual, 'equal', zero);
      const reading = parameters.zeroActual;
      if (reading)
        bands.add(
          { all: [within, isZero] },
          {
            label: {
              zh: '完成值为 0，公式除数为零，按口径计分',
              en: 'the actual is zero and the formula divides by it: scored by the reading',
            },
            points: reading === 'zero' ? zero : full,
            zeroDivision: true,
          },
        );
      bands.add(reading ? { all: [within, { not: isZero }] } : within, {
        label: { zh: '未超过目标，得满分', en: 'within the target: full marks' },
        points: full,
      });
      const constant = constantOf(target);
      const isPossible = !constant || constant.sign() >= 0;
      const isNegative = decision.compare(target, 'lessThan', zero);
      if (isPossible)
        bands.add(constant ? above : { all: [above, { not: isNegative }] }, {
          label: { zh: '超过目标，按 目标值÷完成值 计分', en: 'above the target: target ÷ actual' },
          points: over(times(weight, target), actual),
        });
      if (!constant || constant.sign() < 0)
        bands.add(
          constant ? above : { all: [above, isNegative] },
          missedBelowZero(parameters.negativeTarget, weight, target, minus(actual, target)),
        );
      return { parts: [bands.part()] };
    }

    const constant = constantOf(target);
    const positive = decision.compare(target, 'greaterThan', zero);
    const one = literal(Exact.one);
    bands.add(
      { all: [within] },
      { label: { zh: '未超过目标，得满分', en: 'within the target: full marks' }, points: full },
    );
    if (!constant || constant.sign() > 0)
      bands.add(constant ? { all: [above] } : { all: [above, positive] }, {
        label: { zh: '超过目标，按直线递减', en: 'above the target: falling in a line' },
        points: times(weight, minus(one, over(minus(actual, target), target))),
      });
    if (!constant || constant.sign() < 0)
      bands.add(
        constant ? above : { all: [above, decision.compare(target, 'lessThan', zero)] },
        missedBelowZero(parameters.negativeTarget, weight, target, minus(actual, target)),
      );
    if (!constant || constant.isZero()) {
      bands.add(constant ? { all: [above] } : { all: [above, decision.compare(target, 'equal', zero)] }, {
        label: {
          zh: '目标值为 0 而完成值超过 0，不得分',
          en: 'the target is zero and was exceeded: no points',
        },
        points: zero,
        zeroDivision: true,
        implied: !constant,
      });
    }
    return { parts: [bands.part()] };
  },
});
