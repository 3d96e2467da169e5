/** What holds where the target is below zero: a proportion to it means nothing, whether it was met can still be told. */
import type { NegativePolicy } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { type Expression, literal, over, plus, times } from '../expression/index.ts';
import type { Award } from './method.ts';

/** Met: full marks, for that takes no formula. */
export const metBelowZero = (full: Expression): Omit<Award, 'pointer'> => ({
  label: {
    zh: '目标值为负，公式不适用；已达到目标，按满分计',
    en: 'the target is below zero and the formula does not apply; it was met: full marks',
  },
  points: full,
  negativeTarget: true,
  implied: true,
});

/** Missed by `distance`, which over the target is below zero: by the reading of the rulebook; without one there is no score. */
export function missedBelowZero(
  policy: NegativePolicy | undefined,
  weight: Expression,
  target: Expression,
  distance: Expression,
): Omit<Award, 'pointer'> {
  const common = { negativeTarget: true, implied: true };
  if (policy === 'zero')
    return {
      ...common,
      label: {
        zh: '目标值为负，公式不适用；未达到目标，按 0 分计',
        en: 'the target is below zero and the formula does not apply; it was missed: no points',
      },
      points: literal(Exact.zero),
    };
  if (policy === 'distance')
    return {
      ...common,
      label: {
        zh: '目标值为负，公式不适用；未达到目标，按差距占目标绝对值的比例递减',
        en: "the target is below zero and the formula does not apply; it was missed: falling by the distance as a share of the target's size",
      },
      points: times(weight, plus(literal(Exact.one), over(distance, target))),
    };
  return {
    ...common,
    label: {
      zh: '目标值为负，公式不适用；未达到目标，规则没有写这时怎样给分',
      en: 'the target is below zero and the formula does not apply; it was missed, and the rulebook does not say what that scores',
    },
    points: undefined,
  };
}
