/** The findings about what cannot be told because data is not there, or cannot be as it is written. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const unknowns = {
  'limit-undecided': {
    severity: 'error',
    message: {
      zh: '「{name}」是否适用未能判定：{blanks}',
      en: 'whether "{name}" applies could not be decided: {blanks}',
    },
    help: {
      zh: '补填后重新计分；判定前不给等次。',
      en: 'fill it in and score again; no grade is given until it is decided.',
    },
  },
  'check-undecided': {
    severity: 'info',
    message: {
      zh: '未能校验{checks}：{blanks}',
      en: 'could not be checked: {checks} ({blanks})',
    },
    help: {
      zh: '补填或更正所列各项后再校验。',
      en: 'fill in or correct what is named, then check again.',
    },
  },
  'not-applicable-undecided': {
    severity: 'warning',
    message: {
      zh: '「{name}」是否不适用未能判定：{blanks}；按适用计分',
      en: 'whether "{name}" is not applicable could not be decided: {blanks}; it was scored as one that applies',
    },
    help: { zh: '补填所列各项。', en: 'fill in what is named.' },
  },
  'count-not-whole': {
    severity: 'error',
    message: {
      zh: '「{name}」{cell}填报「{text}」，计数应为整数',
      en: '{cell}"{name}" is "{text}"; a count is a whole number',
    },
    help: { zh: '核对数量。', en: 'check the count.' },
  },
  'total-without-rows': {
    severity: 'error',
    message: {
      zh: '自评总分 {claimed}，各项没有填报得分，且「{lacking}」缺少数据，总分无从核对',
      en: 'a total of {claimed} is claimed while no row claims a score and "{lacking}" lacks data: the total rests on nothing',
    },
    help: {
      zh: '填报各项的数据与得分，再填总分。',
      en: 'fill in the data and the score of each row, then the total.',
    },
  },
} as const satisfies CataloguePart;
