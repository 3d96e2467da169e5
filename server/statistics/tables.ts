/** Statistics and rankings as rows of a table, with a heading. */
import type { Language } from '../../engine/index.ts';
import type { RankedForm, Statistics } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';

const columns = {
  zh: {
    heading: ['类别', '项目', '张数或数值', '次数'],
    state: '状态',
    rate: '得分率（%）',
    scored: '计入张数',
    mean: '平均',
    median: '中位数',
    highest: '最高',
    lowest: '最低',
    distribution: '得分率分布',
    above: '以上',
    grade: '等次',
    none: '不给等次',
    finding: '疑点',
  },
  en: {
    heading: ['kind', 'what', 'forms or value', 'times'],
    state: 'state',
    rate: 'rate (%)',
    scored: 'forms counted',
    mean: 'mean',
    median: 'median',
    highest: 'highest',
    lowest: 'lowest',
    distribution: 'distribution of rates',
    above: ' and above',
    grade: 'grade',
    none: 'none given',
    finding: 'finding',
  },
} as const;

/** One row a figure: what kind it is of, what it is, and its value. */
export function statisticsTable(statistics: Statistics, language: Language): string[][] {
  const w = columns[language];
  const states = Object.entries(statistics.states) as [keyof Statistics['states'], number][];
  const rates = (['mean', 'median', 'highest', 'lowest'] as const).flatMap((name) => {
    const rate = statistics[name];
    return rate === undefined ? [] : [[w.rate, w[name], String(rate), '']];
  });
  const last = statistics.distribution.length - 1;
  return [
    [...w.heading],
    ...states.map(([state, count]) => [w.state, words.submissionState[state][language], String(count), '']),
    [w.rate, w.scored, String(statistics.scored), ''],
    ...rates,
    ...statistics.distribution.map(({ from, to, count }, index) => [
      w.distribution,
      index === last ? `${from}${w.above}` : `${from} – ${to}`,
      String(count),
      '',
    ]),
    ...statistics.grades.map(({ grade, count }) => [w.grade, grade || w.none, String(count), '']),
    ...statistics.findings.map(({ code, title, forms, count }) => [
      w.finding,
      title?.[language] ?? code,
      String(forms),
      String(count),
    ]),
  ];
}

const rankingHeadings = {
  zh: ['名次', '单位', '名称', '规则', '版本', '年度', '状态', '总分', '满分', '得分率（%）', '等次'],
  en: [
    ...['rank', 'unit', 'name', 'rulebook', 'edition', 'year', 'state', 'total', 'out of', 'rate (%)'],
    'grade',
  ],
};

export const rankingTable = (ranking: readonly RankedForm[], language: Language): string[][] => [
  [...rankingHeadings[language]],
  ...ranking.map((one) => [
    String(one.rank),
    one.unit.name,
    one.name,
    one.rulebook,
    one.edition,
    one.year,
    words.submissionState[one.state][language],
    String(one.total),
    String(one.outOf),
    String(one.rate),
    one.grade ?? '',
  ]),
];
