/** What can be wrong with the shape of a document: keys, types, allowed values. */
import type { CataloguePart } from '../entry.ts';

export const schema = {
  'unknown-key': {
    severity: 'error',
    message: { zh: '{where}没有「{key}」这个键', en: '{where} has no key "{key}"' },
    help: { zh: '{suggestion}', en: '{suggestion}' },
  },
  'missing-key': {
    severity: 'error',
    message: { zh: '{where}缺少「{key}」{title}', en: '{where} lacks the key "{key}"' },
    help: { zh: '请补上「{key}」。', en: 'add "{key}".' },
  },
  'wrong-key': {
    severity: 'error',
    message: {
      zh: '键「{key}」不合要求：应为{expected}',
      en: 'the key "{key}" does not fit: expected {expected}',
    },
  },
  'wrong-type': {
    severity: 'error',
    message: { zh: '{where}应为{expected}，现为{found}', en: '{where} must be {expected}, found {found}' },
  },
  'wrong-value': {
    severity: 'error',
    message: {
      zh: '{where}应为{expected}，现为「{found}」',
      en: '{where} must be {expected}, found "{found}"',
    },
  },
  'unknown-value': {
    severity: 'error',
    message: { zh: '{where}不能是「{found}」', en: '{where} cannot be "{found}"' },
    help: { zh: '{suggestion}', en: '{suggestion}' },
  },
  'too-few': {
    severity: 'error',
    message: { zh: '{where}至少要有 {limit} {unit}', en: '{where} needs at least {limit} {unit}' },
  },
  'too-many': {
    severity: 'error',
    message: { zh: '{where}最多只能有 {limit} {unit}', en: '{where} can have at most {limit} {unit}' },
  },
  'repeated-item': {
    severity: 'error',
    message: {
      zh: '{where}第 {first} 项与第 {second} 项相同',
      en: '{where}: items {first} and {second} are the same',
    },
    help: { zh: '请删去其中一项。', en: 'remove one of them.' },
  },
  'no-choice-fits': {
    severity: 'error',
    message: { zh: '{where}不合任何一种写法', en: '{where} fits none of the forms it can have' },
    help: { zh: '可以是：{choices}。', en: 'it can be: {choices}.' },
  },
  'several-choices-fit': {
    severity: 'error',
    message: {
      zh: '{where}同时合多种写法，只能取其一',
      en: '{where} fits several forms at once; it must be one',
    },
    help: { zh: '可以是：{choices}。', en: 'it can be: {choices}.' },
  },
  'shape-refused': {
    severity: 'error',
    message: { zh: '{where}不合要求：{expected}', en: '{where} does not fit: {expected}' },
  },
} as const satisfies CataloguePart;
