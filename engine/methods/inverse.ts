/** 反向: at or under the target full marks; above it target ÷ actual, or a line that reaches zero at twice the target. */
import type { InverseMethod } from '../../schemas/generated/types.ts';
import { type Condition, constantOf } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, literal, minus, over, times } from '../expression/index.ts';
import { BandList } from './band-list.ts';
import { missedBelowZero } from './below-zero.ts';
import { type MethodContext, method } from './method.ts';

export const inverse = method<InverseMethod>({
  label: { zh: '反向', en: 'inverse' },
  course: () => 'falling',
  isByHundredths: ({ by }) => by === 'line',
  compile(parameters, context) {
    const bands = new BandList(context);
    const { decision } = bands;
    const actual = context.metric();
    const target = context.target(parameters.target);
    const within = context.compare(decision, actual, 'lessThanInclusive', target, 'target');
    const above = decision.compare(actual, 'greaterThan', target);
    const sides: Sides = { bands, context, actual, target, within, above };
    if (parameters.by === 'ratio') addByRatio(sides, parameters);
    else addByLine(sides);
    addBelowZero(sides, parameters);
    return { parts: [bands.part()] };
  },
});

interface Sides {
  bands: BandList;
  context: MethodContext;
  actual: Expression;
  target: Expression;
  within: Condition;
  above: Condition;
}

const zero = literal(Exact.zero);
const one = literal(Exact.one);

function addByRatio(
  { bands, context, actual, target, within, above }: Sides,
  parameters: InverseMethod,
): void {
  const { decision } = bands;
  const full = context.points('100%');
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
  if (constant && constant.sign() < 0) return;
  bands.add(constant ? above : { all: [above, { not: decision.compare(target, 'lessThan', zero) }] }, {
    label: { zh: '超过目标，按 目标值÷完成值 计分', en: 'above the target: target ÷ actual' },
    points: over(times(context.weight, target), actual),
  });
}

function addByLine({ bands, context, actual, target, within, above }: Sides): void {
  const { decision } = bands;
  const constant = constantOf(target);
  bands.add(
    { all: [within] },
    {
      label: { zh: '未超过目标，得满分', en: 'within the target: full marks' },
      points: context.points('100%'),
    },
  );
  if (!constant || constant.sign() > 0)
    bands.add(
      { all: [above, ...(constant ? [] : [decision.compare(target, 'greaterThan', zero)])] },
      {
        label: { zh: '超过目标，按直线递减', en: 'above the target: falling in a line' },
        points: times(context.weight, minus(one, over(minus(actual, target), target))),
      },
    );
  if (!constant || constant.isZero())
    bands.add(
      { all: [above, ...(constant ? [] : [decision.compare(target, 'equal', zero)])] },
      {
        label: {
          zh: '目标值为 0 而完成值超过 0，不得分',
          en: 'the target is zero and was exceeded: no points',
        },
        points: zero,
        zeroDivision: true,
        implied: !constant,
      },
    );
}

/** Above a target below zero neither the ratio nor the line means anything. */
function addBelowZero(
  { bands, context, actual, target, above }: Sides,
  { negativeTarget }: InverseMethod,
): void {
  const constant = constantOf(target);
  if (constant && constant.sign() >= 0) return;
  const isNegative = bands.decision.compare(target, 'lessThan', zero);
  bands.add(
    constant ? above : { all: [above, isNegative] },
    missedBelowZero(negativeTarget, context.weight, target, minus(actual, target)),
  );
}
