/** Claimed against computed, line by line. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { Exact, sum } from '../decimal.ts';
import {
  leavesOf,
  nodesOf,
  percent,
  placeOf,
  reasonOf,
  rowAchievement,
  type ScoredForm,
} from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { sameDimension } from '../read/index.ts';
import { causeOf } from './causes.ts';
import { claimedOf, isAsComputed, type Line } from './claimed.ts';
import { eitherIsWrong } from './either.ts';
import { neededBy } from './evidence.ts';
import { isPrompt } from './prompts.ts';
import { isShareOfWhole } from './shares.ts';
import { speakAgainst } from './words.ts';

/** The findings about every line of the form. */
export const lineFindings = (scored: ScoredForm): Finding[] =>
  leavesOf(scored.whole)
    .filter((line) => line.plan !== undefined && (line.plan.kind !== 'declared' || line.row))
    .flatMap((line) => [
      ...claimFindings(line, scored),
      ...wordFindings(line),
      ...achievementFindings(line, scored),
      ...limitFindings(line),
    ]);

/** Whose number a line's score cell holds, where that is another cell's: the total, or a subtotal of other lines. */
export function otherCellOf(line: Line, { whole }: ScoredForm): Bilingual | undefined {
  const { claimed } = line;
  if (claimed === undefined || !isTooMuch(line)) return undefined;
  if (whole.claimed?.equals(claimed)) return { zh: '总分', en: 'the total' };
  const other = nodesOf(whole).find(
    (node) =>
      node !== whole &&
      node.children.length > 0 &&
      node.claimed?.equals(claimed) &&
      !sum(leavesOf(node).flatMap((one) => one.claimed ?? [])).equals(claimed),
  );
  return other && { zh: `「${other.name}」的小计`, en: `the subtotal of "${other.name}"` };
}

/** Above the weight, where the rule does not itself give more than the weight. */
const isTooMuch = ({ claimed, weight, points, plan, basis }: Line): boolean =>
  claimed !== undefined &&
  // What is beyond a claim that was taken is told where it is scored.
  basis !== 'claimed' &&
  claimed.compare(weight) > 0 &&
  points.compare(weight) <= 0 &&
  plan?.line !== 'penalty';

function claimFindings(line: Line, scored: ScoredForm): Finding[] {
  const { name, points, weight, row } = line;
  const claimed = claimedOf(line);
  if (
    claimed === undefined ||
    line.status === 'excluded' ||
    line.status === 'not-applicable' ||
    line.unscored === 'no-weight'
  )
    return [];
  const place = placeOf(line, 'claimed');
  const figures = { name, claimed: claimed.toText(), computed: points.toText() };
  const whose = otherCellOf(line, scored);
  if (whose) return [find('cell-misplaced', { ...figures, whose }, place)];
  const cause = eitherIsWrong(line, claimed, scored) ?? causeOf(line, claimed, scored.plan.rounding);
  if (isTooMuch(line))
    return [
      find('score-above-weight', { name, claimed: claimed.toText(), weight: weight.toText(), cause }, place),
    ];
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
  if (line.status === 'missing' && line.open) return [];
  const reason = reasonOf(scored.form.submission, line);
  if (isAsComputed(line, scored)) return agreed(line, reason, scored);
  if (points.equals(weight) && claimed.compare(points) < 0) return deduction(line, reason);
  return [find('score-mismatch', { ...figures, formula: formulaOf(line), cause }, place)];
}

/** Claimed is computed: a loss may still owe a reason, and words equal to the target may have been cut. */
function agreed(line: Line, reason: string | undefined, scored: ScoredForm): Finding[] {
  const { name, points, weight, row, plan } = line;
  const lost = weight.minus(points);
  if (lost.sign() <= 0 || reason) return [];
  if (row?.kind === 'words' && row.target.text === row.actual.text) return deduction(line, reason);
  const achievement = rowAchievement(line);
  const frame = scored.plan.frame;
  if (plan?.role === 'execution' || plan?.line || !row || !frame) return [];
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

/** How the points came about: `20 × 63.34 ÷ 101.17 = 12.5215…`, or what was looked at and the band it fell in. */
function formulaOf({ steps, row, points }: Line): Bilingual {
  const cells = row && {
    zh: `目标值「${row.target.text}」，完成值「${row.actual.text}」`,
    en: `target "${row.target.text}", actual "${row.actual.text}"`,
  };
  const chosen = steps.flatMap((step) => (step.step === 'choose' ? [step.label] : []));
  const computed = steps.flatMap((step) => (step.step === 'compute' ? [step] : []));
  const last = computed.at(-1);
  if (chosen.length === 0 && !last)
    return cells
      ? { zh: `${cells.zh}，无法比较`, en: `${cells.en}: cannot be compared` }
      : { zh: points.toText(), en: points.toText() };
  if (last && last.substituted !== last.value) {
    const formula = `${last.substituted} = ${last.value}`;
    return { zh: formula, en: formula };
  }
  const formulas = computed.filter(({ substituted, value }) => substituted !== value);
  const looked = [
    ...formulas.map(({ substituted, value }) => `${substituted} = ${value}`),
    ...(formulas.length > 0
      ? []
      : steps.flatMap((step) => (step.step === 'compare' ? [`${step.fact} ${step.value}`] : []))),
  ];
  const zh = [...(cells ? [cells.zh] : new Set(looked)), chosen.map((label) => label.zh).join('；')];
  const en = [...(cells ? [cells.en] : new Set(looked)), chosen.map((label) => label.en).join('; ')];
  return { zh: zh.join('，'), en: en.join(', ') };
}

/** Words that say the opposite of the full marks beside them, and cells that hold the prompt of the form. */
function wordFindings(line: Line): Finding[] {
  const { row, name, claimed, points, weight } = line;
  if (!row || weight.sign() <= 0) return [];
  const { actual, target } = row;
  const isWords = row.kind === 'words';
  if (isPrompt(target.text)) {
    const severity = (claimed ?? points).sign() > 0 ? 'error' : 'warning';
    return [
      find(
        'prompt-left',
        { where: cellOf(name, 'target'), text: target.text },
        placeOf(line, 'target'),
        severity,
      ),
    ];
  }
  const isFull = (claimed ?? points).equals(weight);
  // Words that are read as a number are scored by it.
  const isRead = !isWords && row.actualNumber !== undefined;
  if (isRead || (actual.kind !== 'words' && actual.kind !== 'compound')) return [];
  if (!isWords && isPrompt(actual.text))
    return [
      find('prompt-left', { where: cellOf(name, 'actual'), text: actual.text }, placeOf(line, 'actual')),
    ];
  if (!isFull || !(speakAgainst(actual.text, target.text) || isPrompt(actual.text))) return [];
  const parameters = { name, actual: actual.text, points: weight.toText() };
  // Against a number such words are no figure at all: the points rest on nothing.
  return [find('words-against-points', parameters, placeOf(line, 'actual'), isWords ? 'warning' : 'error')];
}

/** The cell of a line, as it is called. */
const cellOf = (name: string, cell: 'target' | 'actual'): Bilingual => ({
  zh: `「${name}」${words.cell[cell].zh}`,
  en: `the ${words.cell[cell].en} of "${name}"`,
});

/** Targets left far behind, shares above their whole, and costs above their target. */
function achievementFindings(line: Line, { plan, form }: ScoredForm): Finding[] {
  const { row, name } = line;
  if (!row?.targetNumber || !row.actualNumber || row.remarks.has('met-in-words')) return [];
  const target = row.target.text;
  const actual = row.actual.text;
  const isShare = row.target.unit === '%' && isShareOfWhole(name) && row.targetNumber.compare(Exact.one) <= 0;
  if (isShare && row.actualNumber.compare(Exact.one) > 0)
    return [find('rate-above-whole', { name, actual }, placeOf(line, 'actual'))];
  const achievement = rowAchievement(line);
  if (row.kind === 'atMost' || !achievement || achievement.compare(Exact.one) <= 0) return [];
  if (line.plan?.role === 'cost' && sameDimension(row.target.unit, '万元')) {
    const full = (line.claimed ?? line.points).equals(line.weight);
    return full ? [find('cost-overrun', { name, target, actual }, placeOf(line, 'actual'))] : [];
  }
  const isFar = plan.frame !== undefined && achievement.compare(plan.frame.overTarget) >= 0;
  if (isShare || !isFar) return [];
  const isSilent = !reasonOf(form.submission, line);
  const judgement = isSilent ? { zh: '，没有说明原因', en: ', without a reason' } : { zh: '', en: '' };
  const parameters = { name, target, actual, ratio: percent(achievement), judgement };
  return [find('over-target', parameters, placeOf(line, 'actual'), isSilent ? 'warning' : 'info')];
}

/** An actual that is just the number its target leaves out: ＞90% and 90%. */
function limitFindings({ row, name, points, status, id }: Line): Finding[] {
  if (!row?.targetNumber || !row.actualNumber || status !== 'scored' || row.remarks.has('met-in-words'))
    return [];
  const { comparator } = row.target;
  if (comparator !== '>' && comparator !== '<') return [];
  if (
    row.actual.comparator !== undefined ||
    row.actual.approximate ||
    !row.targetNumber.equals(row.actualNumber)
  )
    return [];
  const parameters = { name, target: row.target.text, actual: row.actual.text, points: points.toText() };
  return [find('exclusive-limit', parameters, { indicator: id, name, cell: 'actual' })];
}
