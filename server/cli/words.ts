/** The words of the tables and summaries, in both languages. Messages of findings bring their own. */
import type { LedgerNode, Severity } from '../../engine/index.ts';

const zh = {
  indicator: '指标',
  weight: '分值',
  target: '目标',
  actual: '完成',
  claimed: '自评',
  computed: '复算',
  difference: '差',
  points: '得分',
  lost: '扣分',
  total: '合计',
  rulebook: '评分规则',
  file: '文件',
  grade: '等次',
  noGrade: '不给等次',
  incomplete: '有缺数据的项，总分不完整',
  findings: '疑点',
  noFindings: '没有疑点',
  across: '各表之间',
  losses: { lost: '扣分', won: '加分', unscored: '缺数据未计分' },
  range: '补齐后总分',
  to: '至',
  summary: '汇总',
  form: '表',
  score: '总分',
  outOf: '满分',
  status: '状态',
  title: '名称',
  subjects: '申报对象',
  cases: '用例',
  expected: '应为',
  got: '得到',
  nothing: '没有',
  help: '→ ',
};
export type Words = typeof zh;
const en: Words = {
  indicator: 'indicator',
  weight: 'weight',
  target: 'target',
  actual: 'actual',
  claimed: 'claim',
  computed: 'rule',
  difference: 'off',
  points: 'points',
  lost: 'lost',
  total: 'total',
  rulebook: 'rulebook',
  file: 'file',
  grade: 'grade',
  noGrade: 'no grade',
  incomplete: 'some lines lack data, so the total is not complete',
  findings: 'findings',
  noFindings: 'no findings',
  across: 'across the forms',
  losses: { lost: 'points lost', won: 'points won on top', unscored: 'not scored for want of data' },
  range: 'once filled in',
  to: 'to',
  summary: 'summary',
  form: 'form',
  score: 'total',
  outOf: 'out of',
  status: 'status',
  title: 'title',
  subjects: 'subjects',
  cases: 'cases',
  expected: 'expected',
  got: 'got',
  nothing: 'nothing',
  help: '→ ',
};
export const words = { zh, en };

export const severities: Record<Severity, { zh: string; en: string }> = {
  error: { zh: '错误', en: 'errors' },
  warning: { zh: '提醒', en: 'warnings' },
  info: { zh: '说明', en: 'notes' },
};

/** How a line that won no points by the rule is shown in the points column. */
export const absences: Record<LedgerNode['status'], { zh: string; en: string }> = {
  scored: { zh: '', en: '' },
  'not-applicable': { zh: '不适用', en: 'n/a' },
  missing: { zh: '缺数据', en: 'no data' },
  excluded: { zh: '不评', en: 'left out' },
};

export const subjects = {
  project: { zh: '项目', en: 'project' },
  department: { zh: '部门整体', en: 'department' },
};

export const statuses = {
  draft: { zh: '草案', en: 'draft' },
  published: { zh: '已发布', en: 'published' },
  retired: { zh: '已停用', en: 'retired' },
  broken: { zh: '有错误', en: 'has errors' },
};
