/** The words of a comparison as a document, in both languages. What changed brings its own. */
import type { Bilingual, ComparedLine, Language, WrittenChange } from '../../../engine/index.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const titles = {
  page: both('两版比较', 'Two editions compared'),
  before: both('前一版', 'before'),
  after: both('后一版', 'after'),
  conclusion: both('结论', 'In short'),
  scores: both('逐行：得分与档次怎样变', 'Line by line: scores and tiers'),
  grades: both('等次', 'Grades'),
  whole: both('全表', 'The whole form'),
  cases: both('实例：同一张表，两版各算一次', 'Filed forms, scored by both'),
  written: both('写法改了什么', 'What was written differently'),
  equal: both('得分相同的行', 'What scores the same'),
  when: both('何时', 'When'),
  difference: both('差', 'Difference'),
  gain: both('最多高', 'At most higher'),
  loss: both('最多低', 'At most lower'),
  situation: both('情形', 'Situation'),
  example: both('例', 'Example'),
  line: both('行', 'Line'),
  weight: both('分值', 'Weight'),
  target: both('目标', 'Target'),
  actual: both('完成', 'Actual'),
  claimed: both('自评', 'Claimed'),
  total: both('合计', 'Total'),
  nothing: both('没有改动', 'Nothing changed'),
  place: both('位置', 'Place'),
} as const;

export const groupTitles: Record<WrittenChange['group'], Bilingual> = {
  general: both('总体', 'General'),
  indicators: both('指标与分值', 'Indicators and weights'),
  methods: both('计分方法', 'Scoring methods'),
  inputs: both('填报项', 'Inputs'),
  outcomes: both('等次、否决与封顶', 'Grades, vetoes and caps'),
  checks: both('校验', 'Checks'),
  rollup: both('汇总', 'Roll-up'),
  wording: both('条文、口径与出处', 'Texts, readings and sources'),
};

export const verdicts: Record<ComparedLine['verdict'], Bilingual> = {
  equal: both('得分相同', 'scores the same'),
  neverLower: both('只升不降', 'never lower'),
  neverHigher: both('只降不升', 'never higher'),
  both: both('有升有降', 'higher and lower'),
  undecided: both('未能判定', 'undecided'),
};

/** A line that scores the same but falls into other tiers, or is treated otherwise in some situation. */
export const sameScore = {
  tiers: both('得分相同，档次不同', 'same score, other tiers'),
  situations: both('得分相同，情形不同', 'same score, other situations'),
};

/** The conclusion of a line in a few words. */
export const verdictOf = ({ presence, verdict, classifications, situations }: ComparedLine): Bilingual =>
  presence !== 'both'
    ? presences[presence]
    : verdict !== 'equal'
      ? verdicts[verdict]
      : classifications.length > 0
        ? sameScore.tiers
        : situations.length > 0
          ? sameScore.situations
          : verdicts.equal;

export const presences: Record<ComparedLine['presence'], Bilingual> = {
  both: both('', ''),
  added: both('新增', 'added'),
  removed: both('删去', 'removed'),
};

export const say = (words: Bilingual, language: Language): string => words[language];
