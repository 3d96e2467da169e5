/** 分档: the band the metric falls in gives the points. */
import type { BandsMethod } from '../../schemas/generated/types.ts';
import { DecisionBuilder } from '../conditions/index.ts';
import { bandConditions, intervalLabel } from './intervals.ts';
import { method } from './method.ts';

export const bands = method<BandsMethod>({
  label: { zh: '分档', en: 'bands' },
  onRange: 'outside',
  writtenBands: true,
  compile(written, context) {
    const decision = new DecisionBuilder();
    for (const condition of bandConditions(written, context.metric(), decision, context, String))
      decision.outcome(condition);
    const awards = written.map((band, index) => ({
      label: intervalLabel(band),
      points: context.points(band.points),
      pointer: context.pointer(String(index)),
    }));
    return { parts: [{ decision, awards }] };
  },
});
