/** 折线: straight lines between points; beyond the ends the points of the end. */
import type { PiecewiseMethod } from '../../schemas/generated/types.ts';
import { constantOf, DecisionBuilder } from '../conditions/index.ts';
import { lineBetween } from './line-between.ts';
import { type Award, method } from './method.ts';

export const piecewise = method<PiecewiseMethod>({
  label: { zh: '折线', en: 'piecewise line' },
  onRange: 'outside',
  compile(parameters, context) {
    const decision = new DecisionBuilder();
    const metric = context.metric();
    const knots = parameters.points.map((point, index) => ({
      at: context.expression(point.at, `points/${index}/at`),
      points: context.points(point.points),
      shown: point,
      pointer: context.pointer(`points/${index}`),
    }));
    const values = knots.map(({ at }) => constantOf(at));
    const open = values.indexOf(undefined);
    if (open >= 0) {
      context.report('not-constant', { name: context.name, key: 'at' }, `points/${open}/at`);
      return { parts: [] };
    }
    const falls = values.findIndex((value, index) => index > 0 && value!.compare(values[index - 1]!) <= 0);
    if (falls >= 0) {
      context.report('not-ascending', { name: context.name }, `points/${falls}/at`);
      return { parts: [] };
    }
    const awards: Award[] = [];
    const first = knots[0]!;
    const last = knots.at(-1)!;
    decision.outcome(context.compare(decision, metric, 'lessThan', first.at, 'points/0/at'));
    awards.push({
      label: { zh: `低于 ${first.shown.at}`, en: `below ${first.shown.at}` },
      points: first.points,
      pointer: first.pointer,
      implied: true,
    });
    for (const [index, low] of knots.slice(0, -1).entries()) {
      const high = knots[index + 1]!;
      decision.outcome({
        all: [
          decision.compare(metric, 'greaterThanInclusive', low.at),
          context.compare(decision, metric, 'lessThan', high.at, `points/${index + 1}/at`),
        ],
      });
      awards.push({
        label: {
          zh: `${low.shown.at} 至 ${high.shown.at} 之间按直线`,
          en: `on the line from ${low.shown.at} to ${high.shown.at}`,
        },
        points: lineBetween(metric, low, high),
        pointer: low.pointer,
      });
    }
    decision.outcome(decision.compare(metric, 'greaterThanInclusive', last.at));
    awards.push({
      label: { zh: `达到 ${last.shown.at}`, en: `${last.shown.at} reached` },
      points: last.points,
      pointer: last.pointer,
      implied: true,
    });
    return { parts: [{ decision, awards }], cap: context.points(parameters.cap ?? '100%') };
  },
});
