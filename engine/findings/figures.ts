/** Findings about figures that are beyond what they can be, or stand where another should. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const figures = {
  'score-above-most': {
    severity: 'error',
    message: {
      zh: '「{name}」自评 {claimed} 分，其下各项按规则至多 {most} 分',
      en: '"{name}" claims {claimed}, while the lines under it come to {most} at most',
    },
    help: { zh: '请按规则重新计算其下各项得分。', en: 'compute the lines under it again by the rule.' },
  },
  overspent: {
    severity: 'warning',
    message: {
      zh: '「{executed}」{spent} 超过「{budget}」{granted}，超出 {excess}（{rate}）',
      en: '"{executed}" {spent} is above "{budget}" {granted} by {excess} ({rate})',
    },
    help: {
      zh: '请核对金额；确属超预算支出的，请说明资金来源与依据。',
      en: 'check the amounts; where more was spent than granted, say from what and on what ground.',
    },
  },
  'spent-without-budget': {
    severity: 'error',
    message: {
      zh: '「{budget}」为 0，「{executed}」却为 {spent}；{reading}',
      en: '"{budget}" is 0, yet "{executed}" is {spent}; {reading}',
    },
    help: { zh: '请核对金额。', en: 'check the amounts.' },
  },
  'amount-unit': {
    severity: 'warning',
    message: {
      zh: '「{one}」{first} 与「{other}」{second} 相差约一万倍，可能一为元、一为万元',
      en: '"{one}" {first} and "{other}" {second} differ by about ten thousand times: one may be in 元, the other in 万元',
    },
    help: { zh: '请核对金额的单位。', en: 'check the units of the amounts.' },
  },
  'exclusive-limit': {
    severity: 'info',
    message: {
      zh: '「{name}」年度指标值为「{target}」，实际完成值「{actual}」恰在界限上；「＞」「＜」不含界限本身，按本规则计 {points} 分',
      en: 'the actual "{actual}" of "{name}" is just the limit "{target}", which the sign leaves out; the rule gives {points}',
    },
  },
  'claim-noise': {
    severity: 'info',
    message: {
      zh: '「{names}」填写的 {written} 带有电子表格计算留下的尾数，按 {taken} 计',
      en: 'the numbers of "{names}", {written}, carry a remainder of spreadsheet arithmetic; taken as {taken}',
    },
  },
  'weight-copied': {
    severity: 'warning',
    message: {
      zh: '「{name}」分值 {weight} 与年度指标值「{target}」的数相同，疑似误填{rest}',
      en: 'the weight {weight} of "{name}" is the number of its target "{target}": it may have been copied{rest}',
    },
    help: { zh: '请核对该项分值。', en: 'check the weight.' },
  },
  'cost-above-spending': {
    severity: 'info',
    message: {
      zh: '「{name}」实际完成值「{actual}」高于「{executed}」{spent}；如有尚未支付的款项，请说明',
      en: 'the actual "{actual}" of "{name}" is above "{executed}" {spent}; say where some is still owed',
    },
  },
} as const satisfies CataloguePart;
