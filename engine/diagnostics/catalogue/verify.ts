/** What verification says of a rulebook that can be used: what its rules do that they should not, each with a witness. */
import type { CataloguePart } from '../entry.ts';

export const verify = {
  'redundant-band': {
    severity: 'warning',
    message: {
      zh: '「{name}」的「{band}」与相邻的「{other}」给分相同，可以并作一档',
      en: '"{band}" of "{name}" gives what its neighbour "{other}" gives; they can be one band',
    },
    help: { zh: '并作一档，或改正其中一档的分。', en: 'merge them, or mend the points of one.' },
  },
  'cap-above-weight': {
    severity: 'warning',
    message: {
      zh: '「{name}」最多可得 {cap} 分，超过分值 {weight} 分',
      en: '"{name}" can win {cap}, more than its weight of {weight}',
    },
    help: {
      zh: '降低 cap；确要超过分值的，写作 bonus 行或加以认可。',
      en: 'lower the cap; where more than the weight is meant, make it a bonus line or accept it.',
    },
  },
  'full-unreachable': {
    severity: 'warning',
    message: {
      zh: '「{name}」怎样填也得不到满分 {weight} 分，最多 {most} 分',
      en: 'no form gets the full {weight} points of "{name}"; the most is {most}',
    },
    help: { zh: '改各档的分，或改分值。', en: 'change the points of the bands, or the weight.' },
  },
  'zero-unreachable': {
    severity: 'info',
    message: {
      zh: '「{name}」怎样填也不会得 0 分，最少 {least} 分',
      en: 'no form gets zero points for "{name}"; the least is {least}',
    },
  },
  'not-monotone': {
    severity: 'error',
    message: {
      zh: '「{name}」结果更好反而得分更低：{better} 得 {lower} 分，{worse} 得 {higher} 分',
      en: '"{name}" gives a better result less: {lower} at {better}, {higher} at {worse}',
    },
    help: {
      zh: '检查各档的次序与分；文件本来如此的，在 accepted 里说明。',
      en: 'check the order and points of the bands; where the document says so, accept it with a reason.',
    },
  },
  peak: {
    severity: 'warning',
    message: {
      zh: '「{name}」先升后降：{better} 得 {higher} 分，越过之后 {worse} 只得 {lower} 分',
      en: '"{name}" rises and then falls: {higher} at {better}, but {lower} at {worse}',
    },
    help: {
      zh: '如果不是越接近中间越好，改正各档；本来如此的，在 accepted 里说明。',
      en: 'unless the middle is meant to be best, mend the bands; where it is, accept it with a reason.',
    },
  },
  cliff: {
    severity: 'info',
    message: {
      zh: '「{name}」的断崖共 {count} 处，最大一处：{from} → {to}，由 {high} 分到 {low} 分，差 {size} 分（分值 {weight}）',
      en: '"{name}" jumps at {count} places, most from {from} → {to}: {high} becomes {low}, {size} of {weight} points',
    },
  },
  'boundary-against-text': {
    severity: 'error',
    message: {
      zh: '「{name}」恰为 {boundary} 时得 {points} 分，归入{side}；条文写「{quote}」，应归入{other}',
      en: 'at exactly {boundary} "{name}" gives {points}, with what lies {side}; the text says "{quote}", so it belongs {other}',
    },
    help: {
      zh: '改界限的开闭：含写 from 或 upTo，不含写 above 或 below。',
      en: 'open or close the bound: from and upTo include it, above and below do not.',
    },
  },
  'text-missing': {
    severity: 'warning',
    message: {
      zh: '「{name}」没有照录条文，也没有说明是推定',
      en: '"{name}" quotes no text and is not marked as inferred',
    },
    help: {
      zh: '写 text；文件没有印计分规则的，写 inferred: true 和 reading。',
      en: 'write its text; where the document states no rule, say inferred: true with a reading.',
    },
  },
  'source-missing': {
    severity: 'warning',
    message: { zh: '「{name}」没有写出处', en: '"{name}" names no source' },
    help: { zh: '写 source，指向 sources 中的一项。', en: 'write its source, one of those under "sources".' },
  },
  'never-fires': {
    severity: 'error',
    message: {
      zh: '「{name}」的条件没有一份自评表能满足',
      en: 'no form can satisfy the condition of "{name}"',
    },
    help: {
      zh: '检查条件里各项的界限与方向。',
      en: 'check the bounds and directions of its comparisons.',
    },
  },
  'grade-unreachable': {
    severity: 'error',
    message: {
      zh: '等次「{name}」从 {from} 分起，而总分最多 {most} 分',
      en: 'the grade "{name}" starts at {from}, and the greatest total is {most}',
    },
    help: { zh: '改等次的起点。', en: 'change where the grade starts.' },
  },
  'limit-idle': {
    severity: 'error',
    message: {
      zh: '限制「{name}」把总分限在 {total}，而总分本来最多 {most}',
      en: 'the limit "{name}" caps the total at {total}, and it can be no more than {most}',
    },
    help: { zh: '改限制的总分。', en: 'change the total of the limit.' },
  },
  'no-score': {
    severity: 'info',
    message: {
      zh: '「{name}」在 {witness} 时没有得分：{why}',
      en: '"{name}" gets no score when {witness}: {why}',
    },
    help: {
      zh: '按缺数据处理；要给分的，写 zeroDivision、zeroTarget 等。',
      en: 'it counts as missing; to score it, write zeroDivision or zeroTarget.',
    },
  },
  undecided: {
    severity: 'info',
    message: {
      zh: '「{name}」未能判定：{question}（{why}）',
      en: '"{name}" is undecided: {question} ({why})',
    },
  },
  'acceptance-unused': {
    severity: 'warning',
    message: {
      zh: '认可「{code}」没有对应到任何结论',
      en: 'the acceptance of "{code}" matches nothing that was found',
    },
    help: { zh: '缺陷已改正的，删去这条认可。', en: 'where the defect is mended, remove the acceptance.' },
  },
} as const satisfies CataloguePart;
