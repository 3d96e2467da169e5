/** Where a rule and the text it quotes do not say the same numbers. */
import type { CataloguePart } from '../entry.ts';

export const texts = {
  'number-not-in-text': {
    severity: 'info',
    message: {
      zh: '「{name}」规则里的{numbers}，第 {line} 行的条文里没有',
      en: 'the rule of "{name}" says {numbers}, which its text in line {line} does not',
    },
    help: {
      zh: '与条文核对；文件没有写明的，在口径（reading）里写出这个数。',
      en: 'compare it with the text; where the document leaves it unsaid, name it in the reading.',
    },
  },
  'text-number-unused': {
    severity: 'info',
    message: {
      zh: '「{name}」条文里的{numbers}，第 {line} 行的规则没有用到',
      en: 'the text of "{name}" says {numbers}, which its rule in line {line} does not use',
    },
    help: {
      zh: '与规则核对；与计分无关的，在口径（reading）里提到即可。',
      en: 'compare it with the rule; where it does not bear on the score, mention it in the reading.',
    },
  },
} as const satisfies CataloguePart;
