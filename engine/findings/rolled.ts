/** What is said of a form that was rolled up. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const rolled = {
  'rolled-up': {
    severity: 'info',
    message: {
      zh: '本表由 {forms} 张表汇总；{names}的得分为各表得分的平均',
      en: 'rolled up from {forms} forms; the points of {names} are averages of their points',
    },
  },
  'rolled-up-as-written': {
    severity: 'error',
    message: {
      zh: '{names}的得分是表中写明的汇总得分（rolledUp），不是由数据算出的',
      en: 'the points of {names} are those the form brings along (rolledUp); they were not computed from data',
    },
    help: {
      zh: '由各表重新汇总得出；单位填报的表不能写 rolledUp。',
      en: 'roll the forms up again; a form filled in by a unit cannot bring rolledUp.',
    },
  },
  'part-missing': {
    severity: 'warning',
    message: {
      zh: '汇总不完整：「{form}」的「{name}」缺数据',
      en: 'the roll-up is incomplete: "{form}" lacks data for "{name}"',
    },
    help: {
      zh: '补填「{form}」的「{name}」后重新汇总。',
      en: 'fill in "{name}" of "{form}" and roll up again.',
    },
  },
} as const satisfies CataloguePart;
