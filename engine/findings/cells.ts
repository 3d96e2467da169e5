/** Findings about cells that are not what stands beside them: in words, without a unit, in another one. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const cells = {
  'not-numeric': {
    severity: 'warning',
    message: {
      zh: '「{name}」目标是数（{target}），完成值写的是{written}（{actual}）；{reading}',
      en: 'the target of "{name}" is a number ({target}) but its actual is {written} ({actual}); {reading}',
    },
    help: { zh: '填实际完成的数值。', en: 'give the number achieved.' },
  },
  'not-a-date': {
    severity: 'warning',
    message: {
      zh: '「{name}」目标是日期（{target}），完成值写的是{written}（{actual}）；{reading}',
      en: 'the target of "{name}" is a date ({target}) but its actual is {written} ({actual}); {reading}',
    },
    help: {
      zh: '填实际完成的日期，如 2000-06-30。',
      en: 'give the day it was achieved, such as 2000-06-30.',
    },
  },
  'unit-missing': {
    severity: 'warning',
    message: {
      zh: '「{name}」{cell}「{written}」没有写单位，按「{unit}」读',
      en: 'the {cell} "{written}" of "{name}" has no unit; read as "{unit}"',
    },
    help: { zh: '补上单位「{unit}」。', en: 'write the unit "{unit}".' },
  },
  'units-missing': {
    severity: 'warning',
    message: {
      zh: '{names}等 {count} 项未注明计量单位，按指标值与完成值中已注明的单位计',
      en: '{count} lines, {names} among them, lack a unit in one cell; the unit of the other is taken',
    },
    help: { zh: '请补上计量单位。', en: 'write the units.' },
  },
  'unit-mismatch': {
    severity: 'error',
    message: {
      zh: '「{name}」年度指标值「{target}」与实际完成值「{actual}」计量单位不同，无法比较，未计分',
      en: 'the target "{target}" and the actual "{actual}" of "{name}" have units that cannot be compared, so it was not scored',
    },
    help: { zh: '用同一单位填报。', en: 'use one unit for both.' },
  },
  'operator-in-actual': {
    severity: 'warning',
    message: {
      zh: '「{name}」完成值「{actual}」照抄了目标的符号，不是实际完成的数',
      en: 'the actual "{actual}" of "{name}" repeats a sign of the target; it is not what was achieved',
    },
    help: { zh: '填实际完成的数，不带 ≥、≤ 等符号。', en: 'give the number achieved, without a sign.' },
  },
  'claim-unreadable': {
    severity: 'error',
    message: {
      zh: '「{name}」得分一格写的是「{text}」，读不出分数',
      en: 'the score cell of "{name}" holds "{text}", which is not a score',
    },
    help: { zh: '填一个数。', en: 'give a number.' },
  },
  'input-unreadable': {
    severity: 'error',
    message: { zh: '「{name}」填的「{text}」读不出来', en: 'the "{text}" given for "{name}" cannot be read' },
    help: { zh: '应填{expected}。', en: 'give {expected}.' },
  },
  'input-not-an-option': {
    severity: 'error',
    message: { zh: '「{name}」没有选项「{text}」', en: '"{text}" is not an option of "{name}"' },
    help: { zh: '{suggestion}', en: '{suggestion}' },
  },
  'input-out-of-range': {
    severity: 'error',
    message: {
      zh: '「{name}」填的「{text}」超出范围',
      en: 'the "{text}" given for "{name}" is out of range',
    },
    help: { zh: '应为 {range} 的数。', en: 'it must be {range}.' },
  },
  'number-unreadable': {
    severity: 'error',
    message: {
      zh: '「{name}」的评分比例「{text}」不是数',
      en: 'the share "{text}" judged for "{name}" is not a number',
    },
    help: { zh: '写百分数，如 90%。', en: 'write a percentage such as 90%.' },
  },
  'rate-as-share': {
    severity: 'warning',
    message: {
      zh: '「{name}」实际完成值「{written}」未写百分号，按 {read} 计',
      en: 'the actual "{written}" of "{name}" has no % sign; it is read as {read}',
    },
    help: {
      zh: '请写百分号；如不是 {read}，请改正。',
      en: 'write the % sign; correct it where {read} is not meant.',
    },
  },
  'rate-unclear': {
    severity: 'error',
    message: {
      zh: '「{name}」年度指标值「{target}」与实际完成值「{actual}」一个写百分号、一个未写，无法判断是 {one} 还是 {other}，未计分',
      en: 'of the target "{target}" and the actual "{actual}" of "{name}" only one has a % sign; it may be {one} or {other}, so it was not scored',
    },
    help: { zh: '请补写百分号或计量单位。', en: 'write the % sign, or the unit.' },
  },
  'target-unread': {
    severity: 'error',
    message: {
      zh: '「{name}」年度指标值「{target}」无法识别（{why}），未计分',
      en: 'the target "{target}" of "{name}" cannot be made out ({why}), so it was not scored',
    },
    help: {
      zh: '请写明比较符号、数值和计量单位，如 ≥80%、≤5万元、2000年12月31日前。',
      en: 'give a sign, a number and a unit, such as ≥80%, ≤5万元, or a day.',
    },
  },
  'direction-unclear': {
    severity: 'error',
    message: {
      zh: '「{name}」年度指标值「{target}」与实际完成值「{actual}」升降口径不一致，无法比较，未计分',
      en: 'the target "{target}" and the actual "{actual}" of "{name}" do not say rise or fall in the same way, so it was not scored',
    },
    help: { zh: '请按同一口径填写，如“下降3.5%”。', en: 'say both in the same way, such as 下降3.5%.' },
  },
  'actual-vague': {
    severity: 'warning',
    message: {
      zh: '「{name}」实际完成值「{actual}」为约数，与年度指标值「{target}」相近，无法确认是否达到',
      en: 'the actual "{actual}" of "{name}" is approximate and close to the target "{target}"; whether it was met cannot be told',
    },
    help: { zh: '请填写实际完成的准确数值。', en: 'give the exact number achieved.' },
  },
  'deadline-unclear': {
    severity: 'warning',
    message: {
      zh: '「{name}」年度指标值「{target}」与实际完成值「{actual}」在同一个月内，是否按期无法确认，均按月末计',
      en: 'the target "{target}" and the actual "{actual}" of "{name}" are in the same month, so whether it was in time cannot be told; either is read as the end of the month',
    },
    help: { zh: '请填写具体日期。', en: 'give the day.' },
  },
  'figures-missed': {
    severity: 'warning',
    message: {
      zh: '「{name}」年度指标值「{target}」中的「{figures}」在实际完成值「{actual}」中未见或未达到',
      en: 'of the target "{target}" of "{name}", "{figures}" is not found in the actual "{actual}", or not reached there',
    },
    help: { zh: '请逐项填写实际完成的数值。', en: 'give the number achieved for each.' },
  },
  'none-as-zero': {
    severity: 'info',
    message: {
      zh: '「{name}」实际完成值「{actual}」按 0 计',
      en: 'the actual "{actual}" of "{name}" is counted as 0',
    },
    help: { zh: '请填写数值 0。', en: 'write 0.' },
  },
  'counted-alike': {
    severity: 'info',
    message: {
      zh: '「{name}」年度指标值「{target}」与实际完成值「{actual}」量词不同，按同一单位计',
      en: 'the target "{target}" and the actual "{actual}" of "{name}" use different counting words; they are taken to be alike',
    },
    help: { zh: '请使用同一计量单位。', en: 'use one unit for both.' },
  },
} as const satisfies CataloguePart;
