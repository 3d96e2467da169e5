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
  'number-unreadable': {
    severity: 'error',
    message: {
      zh: '「{name}」的评分比例「{text}」不是数',
      en: 'the share "{text}" judged for "{name}" is not a number',
    },
    help: { zh: '写百分数，如 90%。', en: 'write a percentage such as 90%.' },
  },
} as const satisfies CataloguePart;
