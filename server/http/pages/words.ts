/** The words of the start page. */
import type { Language } from '../../../engine/index.ts';

export interface StartWords {
  /** The headline, in lines. */
  promise: readonly string[];
  what: string;
  points: readonly (readonly [string, string])[];
  reference: string;
  toRulebooks: string;
  rulebooks: string;
  aboutRulebooks: string;
  noRulebooks: string;
  agrees(claimed: string): string;
  line: string;
  how: string;
  pointsOfWeight: string;
  total: string;
  clause: string;
  reading: string;
  title: string;
  edition: string;
  subjects: string;
  outOf: string;
  grades: string;
  open: string;
  noGrades: string;
  from(points: string): string;
  unusable(errors: number): string;
  tryIt: string;
  aboutTrying: string;
}

export const startTitle = {
  zh: '准绳 · 绩效自评的计分与稽核',
  en: 'Zhunsheng · scoring and audit of budget-performance self-evaluations',
};

export const startWords: Record<Language, StartWords> = {
  zh: {
    promise: ['绩效自评，', '每一分都有来历。'],
    what: '各地的评分办法各写成一份评分规则；自评表照规则计分、稽核，逐行说明依据哪一条、代入哪些数、怎样舍入。',
    points: [
      ['逐位计算', '数是十进制的数，不经过浮点，该舍入处舍入一次。'],
      ['条文在旁', '每行附公布文件的原文；可作两种理解的，写明口径。'],
      ['自评与重算对照', '算错、漏填、前后不符，逐条列为疑点。'],
    ],
    reference: '接口参考',
    toRulebooks: '看评分规则',
    rulebooks: '评分规则',
    aboutRulebooks:
      '每份规则是一个 YAML 文件，条文、出处、口径都在其中；换地区、换年度、改界限，只改规则，不改程序。',
    noRulebooks: '这里还没有评分规则。',
    agrees: (claimed) => `自评 ${claimed}，相符`,
    line: '指标',
    how: '怎样得来',
    pointsOfWeight: '得分 / 分值',
    total: '总分',
    clause: '条文',
    reading: '口径',
    title: '名称',
    edition: '年度',
    subjects: '申报对象',
    outOf: '满分',
    grades: '等次',
    open: '查看',
    noGrades: '不设等次',
    from: (points) => `≥ ${points}`,
    unusable: (errors) => `有 ${errors} 处错误，暂不能使用`,
    tryIt: '试一试',
    aboutTrying:
      '取一张真实填报的自评表，请服务器逐行讲清楚。JSON 与 YAML 都可以；不用命令行，也可在接口参考里直接试。',
  },
  en: {
    promise: ['Every point', 'accounted for.'],
    what: 'Each region’s scoring scheme is one rulebook. A self-evaluation is scored and audited by it, and every line says which clause it rests on, the numbers put in, and how it was rounded.',
    points: [
      ['Exact', 'Numbers are decimals, never doubles, rounded once, where the rulebook says.'],
      ['With its clause', 'Each line quotes the published text, and how it is read where it is ambiguous.'],
      ['Claimed against computed', 'Slips, gaps and contradictions are listed as findings.'],
    ],
    reference: 'API reference',
    toRulebooks: 'See the rulebooks',
    rulebooks: 'Rulebooks',
    aboutRulebooks:
      'Each is one YAML file with clauses, sources and readings. A new region, year or threshold changes the rulebook, not the program.',
    noRulebooks: 'There are no rulebooks here yet.',
    agrees: (claimed) => `claimed ${claimed}: agrees`,
    line: 'Indicator',
    how: 'How it came about',
    pointsOfWeight: 'Points / weight',
    total: 'Total',
    clause: 'Clause',
    reading: 'Reading',
    title: 'Title',
    edition: 'Edition',
    subjects: 'Subjects',
    outOf: 'Out of',
    grades: 'Grades',
    open: 'Open',
    noGrades: 'none',
    from: (points) => `≥ ${points}`,
    unusable: (errors) => `has ${errors} errors and cannot be used`,
    tryIt: 'Try it',
    aboutTrying:
      'Take a form that was really filed and have it explained line by line. JSON and YAML both do; the API reference lets you try without a command line.',
  },
};
