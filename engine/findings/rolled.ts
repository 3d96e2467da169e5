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
