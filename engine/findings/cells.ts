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
    severity: 'warning',
    message: {
      zh: '「{name}」目标「{target}」与完成值「{actual}」单位不同',
      en: 'the target "{target}" and the actual "{actual}" of "{name}" have different units',
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
} as const satisfies CataloguePart;
