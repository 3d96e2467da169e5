/** What can be wrong with the parameters of a scoring method, and with the bands it makes. */
import type { CataloguePart } from '../entry.ts';

export const methods = {
  'metric-missing': {
    severity: 'error',
    message: {
      zh: '「{name}」用 {method} 计分，但没有 metric',
      en: '"{name}" is scored by {method} but has no metric',
    },
    help: { zh: '写上 metric，例如 executed / budget。', en: 'write a metric, such as executed / budget.' },
  },
  'target-missing': {
    severity: 'error',
    message: {
      zh: '「{name}」用 {method} 计分，但没有 target',
      en: '"{name}" is scored by {method} but has no target',
    },
    help: { zh: '在方法里写上 target。', en: 'write a target in the method.' },
  },
  gap: {
    severity: 'error',
    message: {
      zh: '「{name}」有空档：{witness} 时没有一档适用',
      en: '"{name}" has a gap: no band applies when {witness}',
    },
    help: {
      zh: '补上这一档，或在末档不写范围。',
      en: 'add a band for it, or leave the last band without bounds.',
    },
  },
  overlap: {
    severity: 'error',
    message: {
      zh: '「{name}」有重叠：{witness} 时 {bands} 同时适用',
      en: '"{name}" has an overlap: {bands} all apply when {witness}',
    },
    help: { zh: '改动界限，使每种情形恰有一档。', en: 'move the bounds so that exactly one band applies.' },
  },
  'unreachable-band': {
    severity: 'error',
    message: { zh: '「{name}」的「{band}」永远到不了', en: '"{band}" of "{name}" can never apply' },
    help: {
      zh: '检查各档的次序与界限；按选项的，核对选项的写法。',
      en: 'check the order and bounds of the bands, and how options are written.',
    },
  },
  'checklist-sum': {
    severity: 'error',
    message: {
      zh: '「{name}」各条合计 {sum} 分，应为 {weight} 分',
      en: 'the criteria of "{name}" add to {sum}, not {weight}',
    },
    help: { zh: '改各条的分，或改分值。', en: 'change the points of the criteria or the weight.' },
  },
  'points-above-cap': {
    severity: 'error',
    message: {
      zh: '「{name}」的「{band}」给 {points} 分，超过最多可得的 {cap} 分',
      en: '"{band}" of "{name}" gives {points}, more than the most that can be won, {cap}',
    },
    help: { zh: '降低得分，或用 cap 说明可以超过分值。', en: 'lower the points, or allow more with cap.' },
  },
  'range-method': {
    severity: 'error',
    message: {
      zh: '「{name}」用 {method} 给区间目标计分，而这种方法只看一个目标值',
      en: '"{name}" scores range targets by {method}, which looks at one target only',
    },
    help: {
      zh: '区间目标改用 equality（在区间内得满分）、proportional（按与较近一端的比例），或按差距 outside 的 bands、steps 等。',
      en: 'score range targets by equality (full marks inside), proportional (to the nearer end), or bands, steps and the like on the distance outside.',
    },
  },
  'range-as': {
    severity: 'error',
    message: {
      zh: '「{kind}」不能与「{other}」同样处理：区间有两端，其他目标只有一个数',
      en: '"{kind}" cannot be treated as "{other}": a range has two ends, other targets one number',
    },
    help: { zh: '另写 method。', en: 'write a method of its own.' },
  },
  'percent-of-row': {
    severity: 'error',
    message: {
      zh: '「{name}」拿完成值与 {written} 相比，而自设指标的目标可以是人数、金额等任何单位',
      en: '"{name}" compares the actual with {written}, but rows may have a target in any unit',
    },
    help: {
      zh: '按完成率分档的，写成 {target}；piecewise、anchors 只收确定的数，改用 bands。',
      en: 'to go by the share of the target that was achieved, write {target}; piecewise and anchors take fixed numbers only: use bands instead.',
    },
  },
  'edge-in-both': {
    severity: 'warning',
    message: {
      zh: '「{name}」的 {edge} 同时在两档之内，按写在前面的一档计',
      en: '{edge} is in two bands of "{name}"; the one written first takes it',
    },
    help: {
      zh: '归前一档的，这一档写 {instead}；归后一档的，改前一档。',
      en: 'write {instead} here if the first is meant to take it, else change the first.',
    },
  },
  'anchors-equal': {
    severity: 'error',
    message: { zh: '「{name}」最差与最好相同', en: 'the worst and best of "{name}" are equal' },
    help: { zh: '写两个不同的值。', en: 'write two different values.' },
  },
  'not-ascending': {
    severity: 'error',
    message: {
      zh: '「{name}」的折点没有由小到大排列',
      en: 'the points of "{name}" are not in ascending order',
    },
    help: { zh: '按 at 由小到大排列，不得重复。', en: 'sort by "at", without repeats.' },
  },
  'not-positive': {
    severity: 'error',
    message: { zh: '「{name}」的 {key} 应大于 0', en: '{key} of "{name}" must be above zero' },
    help: {
      zh: '写一个大于 0 的数；目标就是 0 的，用 equality 或 inverse 计分。',
      en: 'write a number above zero; a target of zero is scored by equality or inverse.',
    },
  },
  'not-constant': {
    severity: 'error',
    message: {
      zh: '「{name}」的 {key} 要写确定的数，不能用填报项',
      en: '{key} of "{name}" must be a fixed number, not one from the form',
    },
    help: { zh: '写一个数，如 80%。', en: 'write a number such as 80%.' },
  },
  'row-incomplete': {
    severity: 'error',
    message: { zh: '「{name}」的一行缺少 {keys}', en: 'a row of "{name}" lacks {keys}' },
    help: {
      zh: '写 points，或同时写 fromPoints、toPoints 与两端。',
      en: 'write points, or fromPoints and toPoints with both bounds.',
    },
  },
  'otherwise-not-last': {
    severity: 'error',
    message: {
      zh: '「{name}」每一档要么写 when，要么在末档写 otherwise: true',
      en: 'each band of "{name}" has a when, or is the last and has otherwise: true',
    },
    help: { zh: '只有末档可以写 otherwise。', en: 'only the last band may say otherwise.' },
  },
} as const satisfies CataloguePart;
