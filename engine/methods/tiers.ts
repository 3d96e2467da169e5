/** 定性分档: a person gives a share of the weight; it must lie in the interval of one of the tiers. */
import type { TiersMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { name, times } from '../expression/index.ts';
import { bandConditions, intervalLabel } from './intervals.ts';
import { method } from './method.ts';

export const tiers = method<TiersMethod>({
  label: { zh: '定性分档', en: 'qualitative tiers' },
  judged: 'share',
  course: () => 'rising',
  called: 'tier',
  compile(written, context) {
    const decision = new DecisionBuilder();
    const share = name('judged.share');
    for (const condition of bandConditions(written, share, decision, context, String))
      decision.outcome(condition);
    const awards = written.map((tier, index) => ({
      label: intervalLabel(tier),
      choice: tier.name,
      points: times(context.weight, share),
      pointer: context.pointer(String(index)),
    }));
    return { parts: [{ decision, awards }] };
  },
});
