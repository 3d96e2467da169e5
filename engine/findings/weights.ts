/** Findings about the weights of lines and groups. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const weights = {
  'form-excerpt': {
    severity: 'info',
    message: {
      zh: '本表为节选：未录入的指标和分值合计不作核对，不评定等次',
      en: 'this is an excerpt: lines that are not in it and the sum of weights are not checked, and no grade is given',
    },
  },
  'weights-not-printed': {
    severity: 'info',
    message: {
      zh: '表上各行未印分值，不计算得分，只核对完成情况、金额和文字',
      en: 'the form prints no weights: nothing is scored; what was achieved, amounts and texts are checked',
    },
  },
  'target-missed': {
    severity: 'warning',
    message: {
      zh: '「{name}」实际完成值「{actual}」未达到年度指标值「{target}」{rate}',
      en: 'the actual "{actual}" of "{name}" misses its target "{target}"{rate}',
    },
    help: { zh: '请说明偏差原因。', en: 'give the reason.' },
  },
  'parts-above-whole': {
    severity: 'error',
    message: {
      zh: '「{name}」{cell}为「{whole}」，其中项合计 {terms} = {sum}，超过总数',
      en: 'the {cell} of "{name}" is "{whole}", yet its parts come to {terms} = {sum}, which is more',
    },
    help: { zh: '请核对总数与各其中项。', en: 'check the whole and its parts.' },
  },
  'column-above-weight': {
    severity: 'error',
    message: {
      zh: '{column}栏「{name}」为 {score} 分，超过分值 {weight} 分',
      en: 'the column "{column}" gives "{name}" {score} points, more than its weight {weight}',
    },
    help: { zh: '得分不得超过分值。', en: 'no score may be above its weight.' },
  },
  'column-sum': {
    severity: 'error',
    message: {
      zh: '{column}栏合计为 {total}，各行相加为 {sum}，相差 {difference}',
      en: 'the column "{column}" totals {total}, its lines add to {sum}, {difference} apart',
    },
    help: { zh: '请重新合计该栏得分。', en: 'add the column again.' },
  },
  'weight-sum': {
    severity: 'error',
    message: {
      zh: '「{name}」各项分值合计 {terms} = {sum}，应为 {weight}',
      en: 'the weights of "{name}" add to {terms} = {sum}, not {weight}',
    },
    help: {
      zh: '核对各行分值，使合计等于上级分值；改正前不给等次。',
      en: 'make the weights add up; no grade is given until they do.',
    },
  },
  'rows-missing': {
    severity: 'error',
    message: {
      zh: '「{name}」（{weight} 分）下还没有填报指标',
      en: 'no indicators are declared under "{name}" ({weight} points) yet',
    },
    help: {
      zh: '逐行填报指标，分值合计 {weight} 分；填报前不给等次。',
      en: 'declare indicators whose weights come to {weight}; no grade is given before.',
    },
  },
  'weight-moved': {
    severity: 'warning',
    message: {
      zh: '「{name}」内部挪动了分值：{moved}，合计仍为 {weight}',
      en: 'weights were moved inside "{name}": {moved}; they still add to {weight}',
    },
    help: {
      zh: '按规定的分值填报，或说明挪动的依据。',
      en: 'use the prescribed weights, or say on what ground they were moved.',
    },
  },
  'weight-missing': {
    severity: 'error',
    message: { zh: '「{name}」没有分值，无法计分', en: '"{name}" has no weight and cannot be scored' },
    help: { zh: '填上分值。', en: 'fill in the weight.' },
  },
} as const satisfies CataloguePart;
