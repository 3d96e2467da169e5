/** Claimed against computed, line by line. */
import type { Finding } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import {
  leavesOf,
  percent,
  placeOf,
  reasonOf,
  rowAchievement,
  type ScoredForm,
  type ScoredNode,
} from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { sameDimension } from '../read/index.ts';
import { causeOf } from './causes.ts';
import { neededBy } from './evidence.ts';

type Line = ScoredNode<Exact>;

/** The findings about every line of the form. */
export const lineFindings = (scored: ScoredForm): Finding[] =>
  leavesOf(scored.whole)
    .filter((line) => line.plan !== undefined && (line.plan.kind !== 'declared' || line.row))
    .flatMap((line) => [...claimFindings(line, scored), ...achievementFindings(line, scored)]);

/** True where a line's score cell holds another cell's number: the claimed total. */
export const isMisplaced = (line: Line, { whole }: ScoredForm): boolean =>
  line.claimed !== undefined &&
  line.claimed.compare(line.weight) > 0 &&
  whole.claimed !== undefined &&
  line.claimed.equals(whole.claimed);

function claimFindings(line: Line, scored: ScoredForm): Finding[] {
  const { name, claimed, points, weight, row } = line;
  if (
    claimed === undefined ||
    line.status === 'excluded' ||
    line.status === 'not-applicable' ||
    line.unscored === 'no-weight'
  )
    return [];
  const place = placeOf(line, 'claimed');
  const figures = { name, claimed: claimed.toText(), computed: points.toText() };
  if (isMisplaced(line, scored)) {
    const whose = { zh: '总分', en: 'the total' };
    return [find('cell-misplaced', { ...figures, whose }, place)];
  }
  if (claimed.compare(weight) > 0 && line.plan?.line !== 'penalty')
    return [find('score-above-weight', { name, claimed: claimed.toText(), weight: weight.toText() }, place)];
  if (row && (row.target.kind === 'blank' || row.actual.kind === 'blank')) {
    if (claimed.isZero()) return [];
    return [find('score-without-value', { name, claimed: claimed.toText(), empty: emptyCells(row) }, place)];
  }
  if (line.basis === 'claimed') {
    if (!claimed.equals(weight)) return [];
    return [
      find('no-evidence', { name, claimed: claimed.toText(), needed: neededBy(line, scored.plan) }, place),
    ];
  }
  if (line.status === 'missing' && !(line.plan?.kind === 'leaf' && line.plan.missing === 'zero')) return [];
  const reason = reasonOf(scored.form.submission, line);
  if (claimed.equals(points)) return agreed(line, reason, scored);
  if (points.equals(weight) && claimed.compare(points) < 0) return deduction(line, reason);
  const cause = causeOf(line, claimed, scored.plan.rounding);
  return [find('score-mismatch', { ...figures, formula: formulaOf(line), cause }, place)];
}

/** Claimed is computed: a loss may still owe a reason, and words equal to the target may have been cut. */
function agreed(line: Line, reason: string | undefined, scored: ScoredForm): Finding[] {
  const { name, claimed, weight, row, plan } = line;
  const lost = weight.minus(claimed!);
  if (lost.sign() <= 0 || reason) return [];
  if (row?.kind === 'words') return row.target.text === row.actual.text ? deduction(line, reason) : [];
  const achievement = rowAchievement(line);
  const frame = scored.plan.frame;
  if (plan?.role === 'execution' || !row || !frame) return [];
  const missed = achievement === undefined || achievement.compare(frame.reasonBelow) < 0;
  return missed ? [find('reason-missing', { name, lost: lost.toText() }, placeOf(line, 'reason'))] : [];
}

function deduction(line: Line, reason: string | undefined): Finding[] {
  const { name, claimed, points, weight } = line;
  if (reason)
    return [
      find(
        'explained-deduction',
        { name, computed: points.toText(), claimed: claimed!.toText() },
        placeOf(line, 'claimed'),
      ),
    ];
  return [
    find(
      'unexplained-deduction',
      { name, claimed: claimed!.toText(), lost: weight.minus(claimed!).toText() },
      placeOf(line, 'claimed'),
    ),
  ];
}

function emptyCells(row: NonNullable<Line['row']>) {
  const target = row.target.kind === 'blank';
  const actual = row.actual.kind === 'blank';
  if (target && actual) return { zh: '目标值与完成值', en: 'target and actual' };
  return target ? { zh: '目标值', en: 'target' } : { zh: '完成值', en: 'actual' };
}

/** The last formula of the line with its numbers put in: `20 × 63.34 ÷ 101.17 = 12.5215…`. */
function formulaOf(line: Line): string {
  const computed = line.steps.filter((step) => step.step === 'compute').at(-1);
  return computed ? `${computed.substituted} = ${computed.value}` : line.points.toText();
}

/** Targets left far behind, and costs above their target. */
function achievementFindings(line: Line, { plan, form }: ScoredForm): Finding[] {
  const { row, name } = line;
  if (!row?.targetNumber || !row.actualNumber || row.kind === 'atMost' || row.remarks.has('met-in-words'))
    return [];
  const achievement = rowAchievement(line);
  if (!achievement || achievement.compare(Exact.one) <= 0) return [];
  const target = row.target.text;
  const actual = row.actual.text;
  if (line.plan?.role === 'cost' && sameDimension(row.target.unit, '万元')) {
    const full = (line.claimed ?? line.points).equals(line.weight);
    return full ? [find('cost-overrun', { name, target, actual }, placeOf(line, 'actual'))] : [];
  }
  const far = plan.frame !== undefined && achievement.compare(plan.frame.overTarget) >= 0;
  const silent = far && !reasonOf(form.submission, line);
  const judgement = silent ? { zh: '，没有说明原因', en: ', without a reason' } : { zh: '', en: '' };
  const parameters = { name, target, actual, ratio: percent(achievement), judgement };
  return [find('over-target', parameters, placeOf(line, 'actual'), silent ? 'warning' : 'info')];
}
