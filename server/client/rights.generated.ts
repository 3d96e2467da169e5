// Generated from the table of rights (npm run generate) – do not edit.

/** What each right lets one do, and the roles that have it. */
export const rights = {
  'own-account': {
    zh: '自己的登录、密码与接口令牌',
    en: 'your own session, password and API tokens',
    roles: ['administrator', 'policy', 'unit', 'reviewer'],
  },
  'read-units': {
    zh: '查看地区与单位',
    en: 'see regions and units',
    roles: ['administrator', 'policy', 'unit', 'reviewer'],
  },
  'manage-units': {
    zh: '建立、更改地区与单位',
    en: 'create and change regions and units',
    roles: ['administrator'],
  },
  'manage-people': {
    zh: '建立、更改、停用人员',
    en: 'create, change and remove people',
    roles: ['administrator'],
  },
  'read-drafts': {
    zh: '查看规则草案与它的历史',
    en: 'see draft rulebooks and their history',
    roles: ['administrator', 'policy'],
  },
  'write-drafts': {
    zh: '起草规则',
    en: 'write draft rulebooks',
    roles: ['policy'],
  },
  'publish-rulebooks': {
    zh: '发布、停用规则',
    en: 'publish and retire rulebooks',
    roles: ['policy'],
  },
  'read-tasks': {
    zh: '查看填报任务',
    en: 'see tasks',
    roles: ['administrator', 'policy', 'unit', 'reviewer'],
  },
  'read-progress': {
    zh: '查看谁报了、谁没报',
    en: 'see who has filed and who has not',
    roles: ['administrator', 'policy', 'reviewer'],
  },
  'write-tasks': {
    zh: '布置填报任务',
    en: 'ask units to file',
    roles: ['policy', 'reviewer'],
  },
  'ask-excuse': {
    zh: '申请免报',
    en: 'say that no form is owed',
    roles: ['unit'],
  },
  'read-forms': {
    zh: '查看自评表与历次报送',
    en: 'see forms and their filings',
    roles: ['administrator', 'unit', 'reviewer'],
  },
  'write-forms': {
    zh: '填写、报送自评表',
    en: 'fill in and file forms',
    roles: ['unit'],
  },
  'review-forms': {
    zh: '评分、退回、通过自评表',
    en: 'score, return and accept forms',
    roles: ['reviewer'],
  },
  'read-statistics': {
    zh: '查看统计、排名、汇总',
    en: 'see statistics, rankings and roll-ups',
    roles: ['administrator', 'policy', 'reviewer'],
  },
  'measure-impact': {
    zh: '比较两版规则，对已报的表测算影响',
    en: 'compare rulebooks and measure their impact on filed forms',
    roles: ['policy'],
  },
  'own-jobs': {
    zh: '查看、取消自己的作业',
    en: 'see and cancel your own jobs',
    roles: ['administrator', 'policy'],
  },
  'manage-sample': {
    zh: '装入、移除演示数据',
    en: 'load and remove the sample data',
    roles: ['administrator'],
  },
  'keep-backups': {
    zh: '备份、核对、下载、删除备份',
    en: 'make, check, download and remove backups',
    roles: ['administrator'],
  },
  'read-log': {
    zh: '查看、核验日志',
    en: 'see and verify the log',
    roles: ['administrator'],
  },
} as const;

export type RightName = keyof typeof rights;
