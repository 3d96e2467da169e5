/** The judged lines of a fixed rubric in a roll-up: shares averaged as the rulebook says. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { leavesOf } from '../evaluate/index.ts';
import { average, type Part, percentText } from './parts.ts';

export function rolledJudgements(
  plan: ScoringPlan,
  parts: readonly Part[],
): NonNullable<Submission['judgements']> {
  const judgements: NonNullable<Submission['judgements']> = {};
  for (const indicator of plan.byId.values()) {
    if (indicator.kind !== 'leaf' || indicator.rule.judged !== 'share') continue;
    const shares = parts.flatMap(({ scored, amount }) => {
      const line = leavesOf(scored.whole).find((one) => one.id === indicator.id);
      const share = line?.status === 'scored' ? line.points.over(line.weight) : undefined;
      return share ? [{ value: share, amount }] : [];
    });
    const share = average(shares, plan.rulebook.rollup!.qualitative);
    if (share) judgements[indicator.id] = { share: percentText(share), reason: '各表得分加权平均' };
  }
  return judgements;
}
