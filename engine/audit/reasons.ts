/** Reasons that do not fit their line: it was missed, and they say that all was done. */
import type { Finding } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { leavesOf, placeOf, reasonOf, rowAchievement, type ScoredForm } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';

/** A clause that says no more than that everything went as planned. */
const saysDone =
  /^(?:该项|本项|指标|各项|工作|任务|项目|年度)*(?:已|均|都|全部|按照?|计划|预期|目标|要求|按时|按期|如期|圆满|顺利|年度|指标值?|严格)*(?:完成|达标|达到|达成|实现)(?:了|全部|年度|预期|预定|既定|绩效|各项|工作|任务|指标值?|目标|要求|计划|值)*$/u;
const saysNoGap = /^(?:不存在|无|没有|未出现|未发生)(?:任何|明显)?(?:偏差|差异|偏离)(?:情况|问题)?$/u;

/** True where every clause says so and none says more. */
export function saysAllDone(reason: string): boolean {
  const clauses = reason
    .split(/[，,。；;！!\s]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  return clauses.length > 0 && clauses.every((clause) => saysDone.test(clause) || saysNoGap.test(clause));
}

export const reasonFindings = ({ whole, form }: ScoredForm): Finding[] =>
  leavesOf(whole).flatMap((line) => {
    const { row, name, status } = line;
    const achievement = rowAchievement(line);
    const reason = reasonOf(form.submission, line);
    const isMissed = achievement !== undefined && achievement.compare(Exact.one) < 0 && status === 'scored';
    if (!row || !isMissed || row.remarks.has('met-in-words') || !reason || !saysAllDone(reason)) return [];
    const parameters = { name, reason: reason.trim(), target: row.target.text, actual: row.actual.text };
    return [find('reason-contradicts', parameters, placeOf(line, 'reason'))];
  });
