/** 按比例: weight × actual ÷ target, up to the cap. */
import type { ProportionalMethod } from '../../schemas/generated/types.ts';
import { constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, isConstant, literal, minus, over, times } from '../expression/index.ts';
import { BandList } from './band-list.ts';
import { metBelowZero, missedBelowZero } from './below-zero.ts';
import { type MethodContext, method } from './method.ts';

export const proportional = method<ProportionalMethod>({
  label: { zh: '按比例', en: 'proportional' },
  onRange: 'nearness',
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
        {
          label: context.range
            ? { zh: '在区间内，得满分', en: 'inside the range: full marks' }
            : { zh: '达到目标，得满分', en: 'target met: full marks' },
          points: cap,
        },
      );
      bands.add(
        { all: [...divisible, decision.compare(metric, 'lessThan', target)] },
        {
          label: context.range
            ? {
                zh: '在区间外，按与较近一端的比例计分',
                en: 'outside the range: in proportion to the nearer end',
              }
            : { zh: '未达到目标，按比例计分', en: 'target missed: in proportion' },
          points: proportion,
        },
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
    if (!isConstant(target)) addWithoutProportion(bands, parameters, context, metric, target);
    return { parts: [bands.part()], cap };
  },
});

/** The bands of a target of zero and of one below it, where the actual divided by it means nothing. */
function addWithoutProportion(
  bands: BandList,
  { zeroTarget, negativeTarget }: ProportionalMethod,
  context: MethodContext,
  metric: Expression,
  target: Expression,
): void {
  const { decision } = bands;
  const zero = literal(Exact.zero);
  const full = context.points('100%');
  const isZero = decision.compare(target, 'equal', zero);
  const isNegative = decision.compare(target, 'lessThan', zero);
  const met = decision.compare(metric, 'greaterThanInclusive', target);
  const missed = decision.compare(metric, 'lessThan', target);
  const ofZero = { zeroDivision: true, implied: zeroTarget === undefined };
  bands.add(
    { all: [isZero, met] },
    {
      ...ofZero,
      label: { zh: '目标值为 0', en: 'the target is zero' },
      points: zeroTarget && (zeroTarget === 'full' ? full : zero),
    },
  );
  bands.add(
    { all: [isZero, missed] },
    {
      ...ofZero,
      implied: true,
      label: { zh: '目标值为 0，未达到', en: 'the target is zero and was missed' },
      points: zeroTarget && zero,
    },
  );
  bands.add({ all: [isNegative, met] }, metBelowZero(full));
  bands.add(
    { all: [isNegative, missed] },
    missedBelowZero(negativeTarget, context.weight, target, minus(target, metric)),
  );
}
