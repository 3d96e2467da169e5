/** The declared indicators of a roll-up: numbers are put together first and scored afterwards; other points are averaged. */
import type { Declared } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Account } from './account.ts';
import { cellsOf, hasBothNumbers, hidesMiss, isNumeric } from './cells.ts';
import { gatheredRows, type Occurrence } from './gather.ts';
import type { Part } from './parts.ts';
import { averagePoints, averagingOf, isLeftOut, isMissingThroughout, standsWithoutRule } from './points.ts';
import { type WeighedRow, weighedRows } from './weights.ts';

export function rolledRows(plan: ScoringPlan, parts: readonly Part[], account: Account): Declared[] {
  const rows = weighedRows(plan, parts, gatheredRows(plan, parts));
  return rows.map((row, index) => rolledRow(plan, row, `row-${index + 1}`, account));
}

function rolledRow(plan: ScoringPlan, row: WeighedRow, id: string, account: Account): Declared {
  const { occurrences, weight, isShared, counted } = row;
  const told = occurrences.filter(({ line }) => !isLeftOut(line));
  const shown = told.length > 0 ? told : occurrences;
  const { group, declared } = shown[0]!.row;
  const byPoints = isByPoints(told);
  const lacking = told.filter((one) => (byPoints ? one.line.open : !hasBothNumbers(one)));
  for (const { part } of lacking) account.lacks(part, { indicator: id, name: declared.name });
  if (byPoints && lacking.length === 0 && weight && !isMissingThroughout(told)) {
    const points = averagePoints(occurrences, counted, weight, averagingOf(plan));
    if (points) account.awards(id, points);
  }
  const reasons = new Set(
    shown.flatMap(({ row: one, line }) => one.declared.reason ?? line.judgement?.reason ?? []),
  );
  return {
    id,
    under: group.id,
    name: declared.name,
    ...(weight && !isShared ? { weight: weight.toText() } : {}),
    ...cellsOf(shown, plan.rulebook.rollup!.relative),
    ...(reasons.size > 0 ? { reason: [...reasons].join('；') } : {}),
    ...(told.length === 0 ? { notApplicable: true } : {}),
  };
}

/** Where numbers cannot be added, where points stand without a rule, and where adding would hide that one was missed. */
const isByPoints = (told: readonly Occurrence[]): boolean =>
  told.some((one) => !isNumeric(one) || one.row.plan.rule.judged !== undefined || standsWithoutRule(one)) ||
  hidesMiss(told);
