/** The words of an impact told to a reader, in both languages. */
import type { Impact, Language } from '../../../engine/index.ts';

const zh = {
  title: '规则修改的影响',
  method: '怎样归因',
  before: '前一版',
  after: '后一版',
  change: '变化',
  total: '总分',
  mean: '平均',
  median: '中位数',
  least: '最低',
  most: '最高',
  sum: '合计',
  edit: '改动',
  editsTitle: '由哪一处改动引起',
  higher: '升',
  lower: '降',
  same: '不变',
  forms: '张数',
  largestGain: '最多升',
  largestLoss: '最多降',
  none: '没有作用的改动',
  gains: '升得最多的表',
  losses: '降得最多的表',
  name: '名称',
  place: '位置',
  grade: '等次',
  grades: '等次变化',
  noGrade: '不给等次',
  rank: '名次',
  parts: '归因',
  needs: '后一版需要、前一版没有问的',
  readBy: '用于',
  kind: '种类',
  lacking: '因此不能比较的表',
  distribution: '总分分布',
  changeDistribution: '变化分布',
  id: '表号',
  unit: '单位',
  unchanged: '两版之间没有会影响得分的改动。',
  nothingCompared: '没有一张表能按两版都完整计分，没有可比较的数字。',
  wording: '写法',
  from: '由',
  to: '改为',
  apart: '没有比较的表',
  diagnostics: '读不出或不能计分的表',
};
export type ImpactWords = typeof zh;
const en: ImpactWords = {
  title: 'What the change does',
  method: 'How it is attributed',
  before: 'before',
  after: 'after',
  change: 'change',
  total: 'total',
  mean: 'mean',
  median: 'median',
  least: 'least',
  most: 'most',
  sum: 'sum',
  edit: 'edit',
  editsTitle: 'Which edit caused it',
  higher: 'up',
  lower: 'down',
  same: 'same',
  forms: 'forms',
  largestGain: 'most gained',
  largestLoss: 'most lost',
  none: 'Edits without effect',
  gains: 'Forms that gain most',
  losses: 'Forms that lose most',
  name: 'name',
  place: 'place',
  grade: 'grade',
  grades: 'Changes of grade',
  noGrade: 'no grade',
  rank: 'rank',
  parts: 'caused by',
  needs: 'What the later rulebook needs and the earlier never asked',
  readBy: 'read by',
  kind: 'kind',
  lacking: 'forms not compared for it',
  distribution: 'Totals',
  changeDistribution: 'Changes',
  id: 'id',
  unit: 'unit',
  unchanged: 'No edit between the two can move a score.',
  nothingCompared: 'No form can be scored in full under both: there is nothing to compare.',
  wording: 'as written',
  from: 'from',
  to: 'to',
  apart: 'Forms that were not compared',
  diagnostics: 'Forms that cannot be read or scored',
};
export const impactWords: Record<Language, ImpactWords> = { zh, en };

export const needKinds: Record<Impact['needs'][number]['kind'], { zh: string; en: string }> = {
  input: { zh: '填报项', en: 'input' },
  judgement: { zh: '评价人评分', en: 'judgement' },
  group: { zh: '没有对应的指标组', en: 'group with no counterpart' },
  line: { zh: '缺数据的指标', en: 'line without data' },
  other: { zh: '后一版不能接受', en: 'refused by the later rulebook' },
};

/** `+1.5`, `−2`, `0`. */
export const signed = (text: string): string =>
  text.startsWith('-') ? `−${text.slice(1)}` : text === '0' ? '0' : `+${text}`;

export const nameOf = ({ before, after }: Impact): string =>
  `${before.rulebook}@${before.edition} → ${after.rulebook}@${after.edition}`;

export const colon = (language: Language): string => (language === 'zh' ? '：' : ': ');

/** What an edit is called, by its code. */
export const titleIn = (impact: Impact, code: string, language: Language): string =>
  impact.edits.find((one) => one.code === code)?.title[language] ?? code;

/** How many forms were read and what became of them, in one sentence. */
export function countsText({ counts }: Impact, language: Language): string {
  const { read, compared, lacking, incomplete, unusable, broken } = counts;
  const parts =
    language === 'zh'
      ? ([
          [lacking, '缺后一版所需的数据'],
          [incomplete, '按前一版本来就缺数据'],
          [unusable, '按前一版不能计分'],
          [broken, '读不出来'],
        ] as const)
      : ([
          [lacking, 'lack what the later rulebook needs'],
          [incomplete, 'were incomplete before'],
          [unusable, 'cannot be scored by the earlier rulebook'],
          [broken, 'cannot be read'],
        ] as const);
  const apart = parts.filter(([count]) => count > 0);
  if (language === 'zh')
    return `读到 ${read} 张表，比较 ${compared} 张${apart.map(([count, why]) => `；${count} 张${why}`).join('')}。${apart.length > 0 ? '未比较的单独计数，不作猜测。' : ''}`;
  return `${read} forms read, ${compared} compared${apart.map(([count, why]) => `; ${count} ${why}`).join('')}.${apart.length > 0 ? ' Those not compared are counted apart; nothing is guessed.' : ''}`;
}

/** Who gains and who loses, in one sentence. */
export function verdictText({ counts, higher, lower, same, change }: Impact, language: Language): string {
  if (!change || counts.compared === 0) return impactWords[language].nothingCompared;
  return language === 'zh'
    ? `升 ${higher} 张，降 ${lower} 张，不变 ${same} 张；平均 ${signed(change.mean)} 分，最多升 ${change.most.startsWith('-') ? '0' : change.most} 分，最多降 ${change.least.startsWith('-') ? change.least.slice(1) : '0'} 分。`
    : `${higher} up, ${lower} down, ${same} the same; ${signed(change.mean)} points on average, at most ${change.most.startsWith('-') ? '0' : change.most} up and ${change.least.startsWith('-') ? change.least.slice(1) : '0'} down.`;
}

export function ranksText({ ranks }: Impact, language: Language): string {
  const { up, down, same, largestRise, largestFall } = ranks;
  return language === 'zh'
    ? `名次升 ${up} 张（最多升 ${largestRise} 名），降 ${down} 张（最多降 ${largestFall} 名），不变 ${same} 张。`
    : `Rank: ${up} up (at most by ${largestRise}), ${down} down (at most by ${largestFall}), ${same} the same.`;
}

/** A bar of the changes as a label. */
export const changeLabel = ({ from, to }: Impact['changeDistribution'][number]): string => {
  if (from === to) return '0';
  const short = (text: string) => text.replace('-', '−');
  return from.startsWith('-') ? `${short(from)} … ${short(to)}` : `+${from === '0' ? '0' : from} … +${to}`;
};
