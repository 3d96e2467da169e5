/** 基准加减: so many points at the target, more or fewer for each unit away from it. */
import type { BaseMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { type Expression, inEnglish, minus, plus, times } from '../expression/index.ts';
import { type Label, type MethodContext, method } from './method.ts';
import { stepsOf } from './steps-of.ts';

type Side = NonNullable<BaseMethod['above']>;

export const base = method<BaseMethod>({
  label: { zh: '基准加减', en: 'base plus or minus' },
  onRange: 'outside',
  course: () => 'peak',
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const metric = context.metric();
    const target = context.target(parameters.target);
    const points = context.points(parameters.points);
    const pointer = context.pointer('');
    decision.outcome(context.compare(decision, metric, 'equal', target, 'target'));
    decision.outcome(decision.compare(metric, 'greaterThan', target));
    decision.outcome(decision.compare(metric, 'lessThan', target));
    const side = (written: Side | undefined, distance: Expression, key: string) =>
      written ? moved(points, written, distance, context, key) : points;
    return {
      cap: context.points(parameters.cap ?? '100%'),
      parts: [
        {
          decision,
          awards: [
            { label: { zh: '恰为目标，得基准分', en: 'at the target: base points' }, points, pointer },
            {
              label: label('高于', 'above', parameters.above),
              points: side(parameters.above, minus(metric, target), 'above'),
              pointer,
            },
            {
              label: label('低于', 'below', parameters.below),
              points: side(parameters.below, minus(target, metric), 'below'),
              pointer,
            },
          ],
        },
      ],
    };
  },
});

function moved(
  points: Expression,
  side: Side,
  distance: Expression,
  context: MethodContext,
  key: string,
): Expression {
  const count = stepsOf(distance, context.step(side.per, distance, `${key}/per`), side.partial);
  const added = side.add === undefined ? points : plus(points, times(context.points(side.add), count));
  return side.deduct === undefined ? added : minus(added, times(context.points(side.deduct), count));
}

const label = (zh: string, en: string, side: Side | undefined): Label => {
  if (!side) return { zh: `${zh}目标，得基准分`, en: `${en} the target: base points` };
  const change = side.add === undefined ? `−${side.deduct ?? 0}` : `+${side.add}`;
  return {
    zh: `${zh}目标，每 ${side.per} ${change} 分`,
    en: `${en} the target: ${change} for each ${inEnglish(String(side.per))}`,
  };
};
