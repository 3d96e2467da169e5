/** 按条件: conditions over several inputs, exactly one of which holds. */
import type { ConditionsMethod } from '../../schemas/generated/types.ts';
import { type Condition, DecisionBuilder } from '../conditions/index.ts';
import { method } from './method.ts';

export const conditions = method<ConditionsMethod>({
  label: { zh: '按条件', en: 'conditions' },
  compile(written, context) {
    const decision = new DecisionBuilder();
    const earlier: Condition[] = [];
    const awards = written.flatMap((band, index) => {
      const last = index === written.length - 1;
      if (
        (band.when === undefined) === (band.otherwise === undefined) ||
        (band.otherwise && !last) ||
        (band.otherwise && index === 0)
      ) {
        context.report('otherwise-not-last', { name: context.name }, String(index));
        return [];
      }
      const condition: Condition = band.when
        ? context.condition(decision, band.when, `${index}/when`)
        : { not: { any: [...earlier] } };
      earlier.push(condition);
      decision.outcome(condition);
      const name = band.name ?? (band.otherwise ? '其余' : `第 ${index + 1} 档`);
      const en = band.name ?? (band.otherwise ? 'otherwise' : `band ${index + 1}`);
      return [
        {
          label: { zh: name, en },
          points: context.points(band.points),
          pointer: context.pointer(String(index)),
        },
      ];
    });
    return { parts: awards.length === 0 ? [] : [{ decision, awards }] };
  },
});
