/** 按次扣分: so much for each occurrence, until nothing is left. */
import type { OccurrencesMethod } from '../../schemas/generated/types.ts';
import { minus, times } from '../expression/index.ts';
import { method } from './method.ts';

export const occurrences = method<OccurrencesMethod>({
  label: { zh: '按次扣分', en: 'deduction per occurrence' },
  compile(parameters, context) {
    const points = parameters.each.reduce(
      (left, one, index) =>
        minus(left, times(context.points(one.deduct), context.expression(one.count, `each/${index}/count`))),
      context.points('100%'),
    );
    const listed = parameters.each.map((one) => `${one.name ?? one.count} × ${one.deduct}`).join('，');
    const label = {
      zh: `每次扣分：${listed}，扣完为止`,
      en: `deducted for each occurrence: ${listed}, down to zero`,
    };
    return { parts: [{ awards: [{ label, points, pointer: context.pointer('') }] }] };
  },
});
