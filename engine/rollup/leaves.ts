/** The fixed lines of a roll-up: computed from inputs put together where that says all, else their points are averaged. */
import type { ScoringPlan } from '../compile/index.ts';
import type { Account } from './account.ts';
import type { RolledInputs } from './inputs.ts';
import type { Part } from './parts.ts';
import {
  averagePoints,
  averagingOf,
  isLeftOut,
  isMissingThroughout,
  type Scored,
  standsWithoutRule,
} from './points.ts';
import { leavesWithInputs } from './reads.ts';

export function rollLeaves(
  plan: ScoringPlan,
  parts: readonly Part[],
  inputs: RolledInputs,
  account: Account,
): void {
  for (const { leaf, reads } of leavesWithInputs(plan)) {
    const all = parts.flatMap((part): Scored[] => {
      const line = part.lines.get(leaf.id);
      return line ? [{ line, part }] : [];
    });
    const told = all.filter(({ line }) => !isLeftOut(line));
    const differ = [...reads].some((id) => inputs.differing.has(id));
    const byPoints = leaf.rule.judged !== undefined || differ || told.some(standsWithoutRule);
    if (told.length === 0 || !byPoints) continue;
    const open = told.filter(({ line }) => line.open);
    for (const { part } of open) account.lacks(part, { indicator: leaf.id, name: leaf.name });
    const weight = told[0]!.line.weight;
    const points = averagePoints(all, parts, weight, averagingOf(plan));
    if (open.length === 0 && !isMissingThroughout(told) && points) account.awards(leaf.id, points);
  }
}

/** Fixed lines that every form declares not applicable. */
export function notApplicableThroughout(parts: readonly Part[]): string[] {
  const [first, ...others] = parts.map(({ scored }) => scored.form.submission.notApplicable ?? []);
  return (first ?? []).filter((id) => others.every((ids) => ids.includes(id)));
}
