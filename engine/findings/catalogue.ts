/** The closed catalogue of findings the engine makes by itself. Checks of a rulebook bring their own codes. */
import type { CataloguePart } from '../diagnostics/index.ts';
import { cells } from './cells.ts';
import { figures } from './figures.ts';
import { points } from './points.ts';
import { rolled } from './rolled.ts';
import { texts } from './texts.ts';
import { unknowns } from './unknowns.ts';
import { weights } from './weights.ts';

export const findings = {
  ...weights,
  ...cells,
  ...figures,
  ...points,
  ...unknowns,
  ...rolled,
  ...texts,
  'divided-by-zero': {
    severity: 'warning',
    message: {
      zh: '「{name}」公式除数为 0，无法计算；{reading}',
      en: 'the printed formula for "{name}" divides by zero; {reading}',
    },
    help: { zh: '口径见评分规则。', en: 'the reading is given in the rulebook.' },
  },
  'negative-target': {
    severity: 'info',
    message: {
      zh: '「{name}」的年度指标值「{target}」为负，公式不适用，{reading}',
      en: 'the target "{target}" of "{name}" is below zero, so the formula does not apply; {reading}',
    },
    help: { zh: '口径见规则。', en: 'the reading is given in the rulebook.' },
  },
  'negative-undirected': {
    severity: 'error',
    message: {
      zh: '「{name}」的年度指标值「{target}」未注明不低于或不高于，实际完成值「{actual}」是否达到无法判定，未计分',
      en: 'the target "{target}" of "{name}" does not say at least or at most, so it cannot be told whether "{actual}" met it; it was not scored',
    },
    help: { zh: '在年度指标值前写上 ≥ 或 ≤。', en: 'write ≥ or ≤ before the target.' },
  },
  'range-without-rule': {
    severity: 'error',
    message: {
      zh: '「{name}」的年度指标值「{target}」是一个区间，本规则没有写区间目标怎样计分，实际完成值「{actual}」未计分',
      en: 'the target "{target}" of "{name}" is a range, and this rulebook has no rule for range targets; "{actual}" was not scored',
    },
    help: {
      zh: '请制定规则的部门在规则里写明区间目标（range）的计分办法，或把指标值写成 ≥ 或 ≤ 一个数。',
      en: 'ask those who keep the rulebook to say how range targets are scored, or write the target as ≥ or ≤ one number.',
    },
  },
  'no-band': {
    severity: 'error',
    message: { zh: '「{name}」{what}没有一档适用', en: 'no single band of "{name}" fits {what}' },
    help: { zh: '{todo}', en: '{todo}' },
  },
  'data-missing': {
    severity: 'warning',
    message: {
      zh: '「{name}」缺数据（{what}），未计分',
      en: '"{name}" lacks data ({what}) and was not scored',
    },
    help: { zh: '补填{what}。', en: 'fill in {what}.' },
  },
  'not-applicable-forbidden': {
    severity: 'error',
    message: {
      zh: '「{name}」不允许申明不适用，仍按规则计分',
      en: '"{name}" may not be declared not applicable; it was scored all the same',
    },
    help: { zh: '删去不适用的申明。', en: 'remove the declaration.' },
  },
  'limit-applied': {
    severity: 'warning',
    message: { zh: '适用「{name}」：{effect}', en: '"{name}" applies: {effect}' },
    help: { zh: '见规则的否决与封顶条款。', en: 'see the limits of the rulebook.' },
  },
  'total-mismatch': {
    severity: 'error',
    message: {
      zh: '自评总分 {claimed} 与各行自评得分之和 {sum} 不等，相差 {difference}{cause}',
      en: 'the claimed total {claimed} is not the sum of the claimed rows {sum}: off by {difference}{cause}',
    },
    help: { zh: '重新加总各行得分。', en: 'add the rows again.' },
  },
  'subtotal-mismatch': {
    severity: 'error',
    message: {
      zh: '「{name}」小计 {claimed} 与其下各行之和 {sum} 不等{cause}',
      en: 'the claimed subtotal {claimed} of "{name}" is not the sum of its rows {sum}{cause}',
    },
    help: { zh: '重新加总。', en: 'add the rows again.' },
  },
  'total-missing': {
    severity: 'error',
    message: {
      zh: '总分空着；各行自评得分之和为 {sum}',
      en: 'the total is empty; the claimed rows add to {sum}',
    },
    help: { zh: '填上总分。', en: 'fill in the total.' },
  },
  'total-leaves-out': {
    severity: 'error',
    message: {
      zh: '自评总分 {claimed} 没有计入「{left}」（应得 {points} 分）',
      en: 'the claimed total {claimed} leaves out "{left}" ({points} points)',
    },
    help: { zh: '总分应包括每一个计分项。', en: 'the total must include every scored line.' },
  },
  'score-mismatch': {
    severity: 'error',
    message: {
      zh: '「{name}」自评 {claimed} 分，按规则应为 {computed} 分：{formula}{cause}',
      en: '"{name}" claims {claimed}, the rule gives {computed}: {formula}{cause}',
    },
    help: { zh: '按规则重算此行。', en: 'compute this row again by the rule.' },
  },
  'score-above-weight': {
    severity: 'error',
    message: {
      zh: '「{name}」自评 {claimed} 分，超过分值 {weight} 分{cause}',
      en: '"{name}" claims {claimed}, above its weight {weight}{cause}',
    },
    help: { zh: '得分不得超过分值。', en: 'a score may not exceed the weight.' },
  },
  'cell-misplaced': {
    severity: 'error',
    message: {
      zh: '「{name}」得分一格填的是 {claimed}，那是{whose}；此行应为 {computed} 分',
      en: 'the score cell of "{name}" holds {claimed}, which is {whose}; this row scores {computed}',
    },
    help: { zh: '把数填回各自的格子。', en: 'put each number in its own cell.' },
  },
  'score-without-value': {
    severity: 'error',
    message: {
      zh: '「{name}」{empty}空着，却自评 {claimed} 分',
      en: '"{name}" claims {claimed} but its {empty} is empty',
    },
    help: {
      zh: '补填目标值与完成值；没有数据不得分。',
      en: 'fill in target and actual; without them there are no points.',
    },
  },
  'unexplained-deduction': {
    severity: 'error',
    message: {
      zh: '「{name}」已达到目标，却扣了 {lost} 分（自评 {claimed}），没有说明原因',
      en: '"{name}" met its target, yet {lost} points were taken off (claimed {claimed}) without a reason',
    },
    help: { zh: '说明扣分原因，或给满分。', en: 'give the reason, or full marks.' },
  },
  'explained-deduction': {
    severity: 'info',
    message: {
      zh: '「{name}」按规则可得 {computed} 分，自评 {claimed} 分，已说明原因',
      en: '"{name}" could have {computed} by the rule and claims {claimed}, with a reason',
    },
  },
  'reason-missing': {
    severity: 'warning',
    message: {
      zh: '「{name}」失 {lost} 分，没有说明原因',
      en: '"{name}" lost {lost} points and gives no reason',
    },
    help: { zh: '填写偏差原因分析及改进措施。', en: 'say why and what will be done.' },
  },
  'rate-mismatch': {
    severity: 'error',
    message: {
      zh: '「{name}」填 {stated}，按表内数据应为 {computed}：{formula}',
      en: '"{name}" states {stated}, the figures of the form give {computed}: {formula}',
    },
    help: { zh: '核对比率与所依据的金额。', en: 'check the rate against its amounts.' },
  },
  'goal-is-amount': {
    severity: 'error',
    message: {
      zh: '年度目标一格填的是数「{text}」，不是目标',
      en: 'the goal cell holds a number, "{text}", not a goal',
    },
    help: {
      zh: '写明要做什么、做到什么程度；金额填在预算执行情况里。',
      en: 'say what is to be achieved; amounts belong to the budget part.',
    },
  },
  'cost-overrun': {
    severity: 'warning',
    message: {
      zh: '「{name}」实际 {actual} 超出成本目标 {target}，却得满分',
      en: '"{name}" spent {actual}, above its cost target {target}, at full marks',
    },
    help: {
      zh: '说明超支原因；成本超出目标不应视为完成得好。',
      en: 'explain the overrun; spending above a cost target is not good performance.',
    },
  },
  'over-target': {
    severity: 'warning',
    message: {
      zh: '「{name}」完成值 {actual} 为目标 {target} 的 {ratio}{judgement}',
      en: 'the actual {actual} of "{name}" is {ratio} of its target {target}{judgement}',
    },
    help: {
      zh: '目标可能定得偏低；超出较多的应说明原因。',
      en: 'the target may have been too low; say why it was exceeded so far.',
    },
  },
  'no-evidence': {
    severity: 'warning',
    message: {
      zh: '「{name}」自评满分 {claimed} 分，没有可以计算的数据',
      en: '"{name}" claims full marks, {claimed}, with no data to compute them from',
    },
    help: { zh: '补填计分所需的数据：{needed}。', en: 'fill in the data it is computed from: {needed}.' },
  },
  'duplicate-indicator': {
    severity: 'warning',
    message: {
      zh: '「{name}」在「{first}」与「{second}」重复出现{differs}',
      en: '"{name}" stands under both "{first}" and "{second}"{differs}',
    },
    help: { zh: '同一件事只设一个指标。', en: 'declare one thing once.' },
  },
  'no-rule': {
    severity: 'info',
    message: {
      zh: '文件没有印出「{name}」的计分规则，按推定口径处理：{reading}',
      en: 'the document prints no rule for "{name}"; scored by an inferred reading: {reading}',
    },
  },
  'grade-mismatch': {
    severity: 'error',
    message: {
      zh: '自评等次「{claimed}」，按总分 {total}{limits}应为「{computed}」',
      en: 'the claimed grade is "{claimed}"; a total of {total}{limits} gives "{computed}"',
    },
    help: { zh: '按总分对应的等次填写。', en: 'give the grade of the total.' },
  },
  'year-mismatch': {
    severity: 'error',
    message: {
      zh: '表是 {year} 年度的，{what}是 {other} 年度的',
      en: 'the form is for {year}, {what} is for {other}',
    },
    help: { zh: '核对年度。', en: 'check the year.' },
  },
  'claim-mismatch': {
    severity: 'error',
    message: {
      zh: '{where}称「{text}」，与{against}不符',
      en: '{where} says "{text}", which contradicts {against}',
    },
    help: { zh: '使报告与表内数据一致。', en: 'make the report agree with the form.' },
  },
  'reason-owed': {
    severity: 'warning',
    message: { zh: '「{name}」的评分须说明理由', en: 'the judgement of "{name}" owes a reason' },
    help: { zh: '填写评分的理由。', en: 'give the reason for the judgement.' },
  },
} as const satisfies CataloguePart;

/** Every code the engine's own findings can have. */
export type FindingCode = keyof typeof findings;
