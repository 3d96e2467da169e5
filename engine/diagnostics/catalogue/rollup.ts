/** Why forms cannot be rolled up. */
import type { CataloguePart } from '../entry.ts';

export const rollup = {
  'rollup-undefined': {
    severity: 'error',
    message: { zh: '「{title}」没有写怎样汇总', en: '"{title}" does not say how forms are rolled up' },
    help: { zh: '在规则里写上 rollup。', en: 'write a rollup section in the rulebook.' },
  },
  'rollup-empty': {
    severity: 'error',
    message: { zh: '没有可以汇总的表', en: 'there is no form to roll up' },
    help: { zh: '至少给一张表。', en: 'give at least one form.' },
  },
  'rollup-amount-missing': {
    severity: 'error',
    message: {
      zh: '「{form}」没有填「{name}」，无法按资金额加权',
      en: '"{form}" does not give "{name}", by which it is weighted',
    },
    help: { zh: '补填「{name}」。', en: 'fill in "{name}".' },
  },
  'rollup-amount-zero': {
    severity: 'error',
    message: {
      zh: '各表「{name}」合计为 0，无法按资金额加权',
      en: '"{name}" adds to zero over the forms, so they cannot be weighted by it',
    },
    help: { zh: '核对各表的资金额。', en: 'check the amounts of the forms.' },
  },
  'rollup-repeated': {
    severity: 'error',
    message: {
      zh: '同一张表汇总了两次：第 {first} 张与第 {second} 张「{form}」{same}',
      en: 'the same form is rolled up twice: forms {first} and {second}, "{form}", {same}',
    },
    help: {
      zh: '去掉重复的一张；确是两张表的，请分别写明表号（id）。',
      en: 'leave one of them out; if they are two forms, give each an id of its own.',
    },
  },
  'rollup-of-written': {
    severity: 'warning',
    message: {
      zh: '「{form}」带有写明的汇总得分（rolledUp），汇总照用，没有由数据复算',
      en: '"{form}" brings points of a roll-up (rolledUp); they are taken as written, not computed from data',
    },
    help: {
      zh: '核对这张表是由汇总得出的；最好由各表直接汇总。',
      en: 'make sure that a roll-up made this form; better, roll up the forms it was made of.',
    },
  },
  'rolled-up-form': {
    severity: 'error',
    message: {
      zh: '填报的表不能自带汇总得分（rolledUp）',
      en: 'a form that is filed cannot bring points of a roll-up (rolledUp)',
    },
    help: { zh: '删去 rolledUp；汇总由系统进行。', en: 'remove rolledUp; rolling up is done by the system.' },
  },
} as const satisfies CataloguePart;
