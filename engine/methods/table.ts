/** 对照表: rows by interval or by option; each gives points, or a line from one end of its interval to the other. */
import type { TableMethod } from '../../schemas/generated/types.ts';
import { type Condition, DecisionBuilder } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { type Expression, literal } from '../expression/index.ts';
import { bandConditions, intervalLabel } from './intervals.ts';
import { lineBetween } from './line-between.ts';
import { type Label, type MethodContext, method } from './method.ts';

type Row = TableMethod['rows'][number];

export const table = method<TableMethod>({
  label: { zh: '对照表', en: 'table' },
  onRange: 'outside',
  writtenBands: true,
  compile({ rows }, context) {
    const decision = new DecisionBuilder();
    const category = context.category();
    const when =
      category === undefined ? intervalRows(rows, decision, context) : optionRows(rows, category, decision);
    for (const condition of when) decision.outcome(condition);
    const awards = rows.map((row, index) => ({
      label: labelOf(row),
      points: pointsOf(row, index, context),
      pointer: context.pointer(`rows/${index}`),
    }));
    return { parts: [{ decision, awards }] };
  },
});

const intervalRows = (rows: Row[], decision: DecisionBuilder, context: MethodContext): Condition[] =>
  bandConditions(rows, context.metric(), decision, context, (index) => `rows/${index}`);

function optionRows(rows: Row[], category: string, decision: DecisionBuilder): Condition[] {
  const options = rows.flatMap(({ is }) => (is === undefined ? [] : [is]));
  return rows.map(({ is }) =>
    is === undefined
      ? decision.category(category, 'notIn', options)
      : decision.category(category, 'equal', [is]),
  );
}

const labelOf = (row: Row): Label =>
  row.is === undefined ? intervalLabel(row) : { zh: row.name ?? row.is, en: row.name ?? row.is };

function pointsOf(row: Row, index: number, context: MethodContext): Expression {
  if (row.points !== undefined) return context.points(row.points);
  const low = row.from ?? row.above;
  const high = row.upTo ?? row.below;
  if (low === undefined || high === undefined || row.fromPoints === undefined || row.toPoints === undefined) {
    context.report('row-incomplete', { name: context.name, keys: 'points' }, `rows/${index}`);
    return literal(Exact.zero);
  }
  const key = `rows/${index}`;
  return lineBetween(
    context.metric(),
    { at: context.expression(low, key), points: context.points(row.fromPoints) },
    { at: context.expression(high, key), points: context.points(row.toPoints) },
  );
}
