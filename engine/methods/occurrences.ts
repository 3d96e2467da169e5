/** 按次扣分: so much for each occurrence, until nothing is left. */
import type { OccurrencesMethod } from '../../schemas/generated/types.ts';
import { minus, plus, times } from '../expression/index.ts';
import { method } from './method.ts';

export const occurrences = method<OccurrencesMethod>({
  label: { zh: '按次扣分', en: 'deduction per occurrence' },
  isCounted: true,
  course: (_, penalty) => (penalty ? 'rising' : 'falling'),
  compile(parameters, context) {
    const { penalty } = context;
    const points = parameters.each.reduce(
      (left, one, index) => {
        const deducted = times(
          context.points(one.deduct),
          context.expression(one.count, `each/${index}/count`),
        );
        return penalty ? plus(left, deducted) : minus(left, deducted);
      },
      context.points(penalty ? '0' : '100%'),
    );
    const listed = parameters.each.map((one) => `${one.name ?? one.count} × ${one.deduct}`);
    const label = {
      zh: `每次扣分：${listed.join('，')}，${penalty ? '以分值为限' : '扣完为止'}`,
      en: `deducted for each occurrence: ${listed.join(', ')}, ${penalty ? 'up to the weight' : 'down to zero'}`,
    };
    return { parts: [{ awards: [{ label, points, pointer: context.pointer('') }] }] };
  },
});
