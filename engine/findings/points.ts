/** Findings about what was judged, weighed or claimed that cannot be so, and about words beside the points. */
import type { CataloguePart } from '../diagnostics/index.ts';

export const points = {
  'judgement-out-of-range': {
    severity: 'error',
    message: {
      zh: '「{name}」评价人给了 {written}，超出 {range}，按 {taken} 计',
      en: 'the judgement of "{name}" gives {written}, beyond {range}; {taken} is taken for it',
    },
    help: { zh: '核对评价人所给的比例或得分。', en: 'check the share or points that were given.' },
  },
  'judgement-not-used': {
    severity: 'info',
    message: {
      zh: '「{name}」由数据算分，所给的评分不采用',
      en: '"{name}" is scored from data; the judgement given for it is not used',
    },
    help: { zh: '要改得分的，核对完成值。', en: 'to change its points, check what was achieved.' },
  },
  'tier-unknown': {
    severity: 'error',
    message: {
      zh: '「{name}」评为「{tier}」，规则没有这一档，未计分',
      en: '"{name}" is judged "{tier}", which is no tier of its rule; it was not scored',
    },
    help: { zh: '{todo}', en: '{todo}' },
  },
  'tier-contradicted': {
    severity: 'error',
    message: {
      zh: '「{name}」评为「{tier}」，所给的 {written} 不属于这一档，未计分',
      en: '"{name}" is judged "{tier}", but {written} does not belong to it; it was not scored',
    },
    help: { zh: '改正档次或比例，使两者一致。', en: 'make the tier and the share agree.' },
  },
  'share-contradicted': {
    severity: 'error',
    message: {
      zh: '「{name}」评价人给了 {share}，又给了 {points} 分，两者不符，未计分',
      en: 'the judgement of "{name}" gives {share} and also {points} points, which disagree; it was not scored',
    },
    help: { zh: '比例与得分只填一项，或使两者一致。', en: 'give one of the two, or make them agree.' },
  },
  'share-without-percent': {
    severity: 'warning',
    message: {
      zh: '「{name}」评价人所给比例写作 {written}，按 {written}% 计',
      en: 'the share of "{name}" is written {written}; it is read as {written}%',
    },
    help: {
      zh: '请写百分号；如为 {percent}，请改正。',
      en: 'write the % sign; where {percent} is meant, say so.',
    },
  },
  'weights-not-equal': {
    severity: 'warning',
    message: {
      zh: '「{name}」各项应平分分值，表上为 {weights}，合计 {sum}，按表上分值计',
      en: 'the lines of "{name}" share its weight equally, but the form gives {weights}, which add to {sum} and are taken',
    },
    help: {
      zh: '请核对各项分值，相差不应超过末位 1。',
      en: 'check the weights: they should not differ by more than one in the last place.',
    },
  },
  'weights-not-taken': {
    severity: 'warning',
    message: {
      zh: '「{name}」各项平分分值 {weight}，表上所填分值为 {weights}，未加到 {weight}，按平分计',
      en: 'the lines of "{name}" share its weight {weight} equally; the weights on the form, {weights}, do not come to it and are not taken',
    },
    help: { zh: '请改正所填分值，或留空由系统平分。', en: 'correct the weights, or leave them out.' },
  },
  'score-below-zero': {
    severity: 'error',
    message: {
      zh: '「{name}」自评 {claimed} 分，得分不得低于 0',
      en: '"{name}" claims {claimed}; a score is never below 0',
    },
    help: { zh: '请改正该项自评得分。', en: 'correct the claimed score.' },
  },
  'rate-above-whole': {
    severity: 'warning',
    message: {
      zh: '「{name}」完成值 {actual} 超过 100%，此类比率不会超过 100%',
      en: 'the actual {actual} of "{name}" is above 100%, which such a rate cannot be',
    },
    help: { zh: '请核对实际完成值。', en: 'check the actual.' },
  },
  'words-against-points': {
    severity: 'warning',
    message: {
      zh: '「{name}」实际完成值填写的是「{actual}」，得分却为满分 {points} 分',
      en: 'the actual of "{name}" says "{actual}", yet it has full marks, {points}',
    },
    help: { zh: '请核对完成情况与得分是否一致。', en: 'check whether what was achieved earns the points.' },
  },
} as const satisfies CataloguePart;
