/** 期限: full marks on or before the date; later nothing, or so much off per period. */
import type { DeadlineMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { literal, minus, times } from '../expression/index.ts';
import { method } from './method.ts';
import { stepsOf } from './steps-of.ts';

export const deadline = method<DeadlineMethod>({
  label: { zh: '期限', en: 'deadline' },
  course: (_, penalty) => (penalty ? 'rising' : 'falling'),
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const done = context.metric();
    const due = context.target(parameters.target);
    const inTime = context.compare(decision, done, 'lessThanInclusive', due, 'target');
    decision.outcome(inTime);
    decision.outcome({ not: inTime });
    const pointer = context.pointer('');
    const { penalty } = context;
    const full = context.points('100%');
    const nothing = literal(Exact.zero);
    const { late } = parameters;
    const deducted = late
      ? times(
          context.points(late.deduct),
          stepsOf(minus(done, due), context.step(late.per, minus(done, due), 'late/per'), late.partial),
        )
      : full;
    const afterwards = penalty ? deducted : late ? minus(full, deducted) : nothing;
    return {
      parts: [
        {
          decision,
          awards: [
            {
              label: penalty
                ? { zh: '按期完成，不扣分', en: 'in time: nothing deducted' }
                : { zh: '按期完成，得满分', en: 'in time: full marks' },
              points: penalty ? nothing : full,
              pointer,
            },
            {
              label: late
                ? {
                    zh: `逾期，每 ${late.per} 扣 ${late.deduct} 分，${penalty ? '以分值为限' : '扣完为止'}`,
                    en: `late: ${late.deduct} off for each ${late.per}, ${penalty ? 'up to the weight' : 'down to zero'}`,
                  }
                : penalty
                  ? { zh: '逾期，扣分', en: 'late: deducted' }
                  : { zh: '逾期，不得分', en: 'late: no points' },
              points: afterwards,
              pointer,
            },
          ],
        },
      ],
    };
  },
});
