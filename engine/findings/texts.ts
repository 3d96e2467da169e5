/** Findings about running text: goals, reports, reasons, and cells that hold the prompt of the form. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const texts = {
  'prompt-left': {
    severity: 'error',
    message: {
      zh: '{where}填写的是「{text}」，没有实际内容',
      en: '{where} holds "{text}", which says nothing',
    },
    help: { zh: '请填写实际内容。', en: 'fill in what was meant to stand there.' },
  },
  'figure-mismatch': {
    severity: 'error',
    message: {
      zh: '{where}写「{text}」，{against}，两处不一致',
      en: '{where} says "{text}", but {against}',
    },
    help: { zh: '请核对，使文字与表内数据一致。', en: 'check both and make them agree.' },
  },
  'sum-mismatch': {
    severity: 'error',
    message: {
      zh: '{where}写「{text}」，各数相加为 {sum}，不是 {stated}，相差 {difference}',
      en: '{where} says "{text}": the numbers add to {sum}, not {stated}, off by {difference}',
    },
    help: { zh: '请核对各数与合计。', en: 'check the numbers and their sum.' },
  },
  'text-rate-mismatch': {
    severity: 'error',
    message: {
      zh: '{where}写「{text}」，按其中的金额应为 {computed}：{formula}',
      en: '{where} says "{text}": its own amounts give {computed}, {formula}',
    },
    help: { zh: '请核对比率与金额。', en: 'check the rate against the amounts.' },
  },
  'reason-contradicts': {
    severity: 'warning',
    message: {
      zh: '「{name}」的原因写「{reason}」，而该项未达到指标值（{target}，{actual}）',
      en: 'the reason of "{name}" says "{reason}", while the line missed its target ({target}, {actual})',
    },
    help: { zh: '请说明未达到指标值的原因。', en: 'say why the target was missed.' },
  },
} as const satisfies CataloguePart;
