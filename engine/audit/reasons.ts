/** Reasons that do not fit their line: it was missed, and they say that all was done. */
import type { Finding } from '../../schemas/generated/types.ts';
import { Exact, sum } from '../decimal.ts';
import { leavesOf, nodesOf, placeOf, reasonOf, rowAchievement, type ScoredForm } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { own } from '../own.ts';
import { hasClaimsBelow } from './claimed.ts';

/** A clause that says no more than that everything went as planned. */
const saysDone =
  /^(?:该项|本项|指标|各项|工作|任务|项目|年度)*(?:已|均|都|全部|按照?|计划|预期|目标|要求|按时|按期|如期|圆满|顺利|年度|指标值?|严格)*(?:完成|达标|达到|达成|实现)(?:了|全部|年度|预期|预定|既定|绩效|各项|工作|任务|指标值?|目标|要求|计划|值)*$/u;
const saysNoGap = /^(?:不存在|无|没有|未出现|未发生)(?:任何|明显)?(?:偏差|差异|偏离)(?:情况|问题)?$/u;

/** True where every clause says so and none says more. */
function saysAllDone(reason: string): boolean {
  const clauses = reason
    .split(/[，,。；;！!\s]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  return clauses.length > 0 && clauses.every((clause) => saysDone.test(clause) || saysNoGap.test(clause));
}

export const reasonFindings = (scored: ScoredForm): Finding[] => [
  ...contradicted(scored),
  ...emptyOfGroups(scored),
];

/** A group that claims one score for all its lines, and of which a cell that says nothing is the reason: 无, /. */
const emptyOfGroups = ({ whole, form, plan }: ScoredForm): Finding[] =>
  nodesOf(whole).flatMap((node) => {
    const written = own(form.submission.reasons, node.id);
    const isOne = node !== whole && node.children.length > 0 && node.claimed !== undefined;
    if (!isOne || !plan.frame || written === undefined || hasClaimsBelow(node)) return [];
    const limit = plan.frame.reasonBelow;
    const missed = leavesOf(node).filter(
      (line) =>
        (rowAchievement(line)?.compare(limit) ?? 0) < 0 &&
        !reasonOf(form.submission, line) &&
        line.status === 'scored',
    );
    if (missed.length === 0 || reasonOf(form.submission, node)) return [];
    const lost = sum(missed.map(({ weight, points }) => weight.minus(points)));
    if (lost.sign() <= 0) return [];
    return [find('reason-missing', { name: node.name, lost: lost.toText() }, placeOf(node, 'reason'))];
  });

const contradicted = ({ whole, form }: ScoredForm): Finding[] =>
  leavesOf(whole).flatMap((line) => {
    const { row, name, status } = line;
    const achievement = rowAchievement(line);
    const reason = reasonOf(form.submission, line);
    const isMissed = achievement !== undefined && achievement.compare(Exact.one) < 0 && status === 'scored';
    if (!row || !isMissed || row.remarks.has('met-in-words') || !reason || !saysAllDone(reason)) return [];
    const parameters = { name, reason: reason.trim(), target: row.target.text, actual: row.actual.text };
    return [find('reason-contradicts', parameters, placeOf(line, 'reason'))];
  });
