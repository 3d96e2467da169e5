/** What can be wrong with a submission that has the right shape, so that it cannot be scored. */
import type { CataloguePart } from '../entry.ts';

export const submission = {
  'wrong-rulebook': {
    severity: 'error',
    message: {
      zh: '这张表适用「{asked}」，不是「{given}」',
      en: 'this form is for "{asked}", not "{given}"',
    },
    help: {
      zh: '改表上的 rulebook 与 edition，或换用对应的规则。',
      en: "change the form's rulebook and edition, or use the rulebook it names.",
    },
  },
  'wrong-subject': {
    severity: 'error',
    message: { zh: '本规则不适用于「{subject}」', en: 'this rulebook is not for "{subject}"' },
    help: { zh: '可申报：{subjects}。', en: 'it is for {subjects}.' },
  },
  'input-not-asked': {
    severity: 'warning',
    message: { zh: '这类申报对象不填「{name}」', en: '"{name}" is not asked of this kind of subject' },
    help: { zh: '删去这一项。', en: 'remove it.' },
  },
  'duplicate-row': {
    severity: 'error',
    message: {
      zh: '第 {row} 行的标识「{id}」与{other}相同',
      en: 'the id "{id}" of row {row} is that of {other} as well',
    },
    help: { zh: '改其中一个，或省略标识。', en: 'change one of them, or leave the ids out.' },
  },
} as const satisfies CataloguePart;
