/**
 * Who may do what: the one table. The server asks it for every request, the tests try every row of it, and the
 * documentation prints it.
 */
import type { Bilingual } from '../../engine/index.ts';
import type { Role } from '../../schemas/generated/types.ts';

export type { Role };
export const roles = ['administrator', 'policy', 'unit', 'reviewer'] as const satisfies readonly Role[];

/** How far a right goes: everything; what belongs to the person's node of the tree or below it; to exactly that node; to the person. */
export type Reach = 'all' | 'below' | 'own' | 'self';

interface Right extends Bilingual {
  reach: Partial<Record<Role, Reach>>;
}

const everyone = (reach: Reach): Record<Role, Reach> => ({
  administrator: reach,
  policy: reach,
  unit: reach,
  reviewer: reach,
});

export const rights = {
  'own-account': {
    zh: '自己的登录、密码与接口令牌',
    en: 'your own session, password and API tokens',
    reach: everyone('self'),
  },
  'read-units': {
    zh: '查看地区与单位',
    en: 'see regions and units',
    reach: { administrator: 'all', policy: 'below', unit: 'own', reviewer: 'below' },
  },
  'manage-units': {
    zh: '建立、更改地区与单位',
    en: 'create and change regions and units',
    reach: { administrator: 'all' },
  },
  'manage-people': {
    zh: '建立、更改、停用人员',
    en: 'create, change and remove people',
    reach: { administrator: 'all' },
  },
  'read-drafts': {
    zh: '查看规则草案与它的历史',
    en: 'see draft rulebooks and their history',
    reach: { administrator: 'all', policy: 'below' },
  },
  'write-drafts': { zh: '起草规则', en: 'write draft rulebooks', reach: { policy: 'below' } },
  'publish-rulebooks': {
    zh: '发布、停用规则',
    en: 'publish and retire rulebooks',
    reach: { policy: 'below' },
  },
  'read-tasks': {
    zh: '查看填报任务',
    en: 'see tasks',
    reach: { administrator: 'all', policy: 'below', unit: 'own', reviewer: 'below' },
  },
  'read-progress': {
    zh: '查看谁报了、谁没报',
    en: 'see who has filed and who has not',
    reach: { administrator: 'all', policy: 'below', reviewer: 'below' },
  },
  'write-tasks': {
    zh: '布置填报任务',
    en: 'ask units to file',
    reach: { policy: 'below', reviewer: 'below' },
  },
  'ask-excuse': {
    zh: '申请免报',
    en: 'say that no form is owed',
    reach: { unit: 'own' },
  },
  'read-forms': {
    zh: '查看自评表与历次报送',
    en: 'see forms and their filings',
    reach: { administrator: 'all', unit: 'own', reviewer: 'below' },
  },
  'write-forms': { zh: '填写、报送自评表', en: 'fill in and file forms', reach: { unit: 'own' } },
  'review-forms': {
    zh: '评分、退回、通过自评表',
    en: 'score, return and accept forms',
    reach: { reviewer: 'below' },
  },
  'read-statistics': {
    zh: '查看统计、排名、汇总',
    en: 'see statistics, rankings and roll-ups',
    reach: { administrator: 'all', policy: 'below', reviewer: 'below' },
  },
  'measure-impact': {
    zh: '比较两版规则，对已报的表测算影响',
    en: 'compare rulebooks and measure their impact on filed forms',
    reach: { policy: 'below' },
  },
  'own-jobs': {
    zh: '查看、取消自己的作业',
    en: 'see and cancel your own jobs',
    reach: { administrator: 'self', policy: 'self' },
  },
  'manage-sample': {
    zh: '装入、移除演示数据',
    en: 'load and remove the sample data',
    reach: { administrator: 'all' },
  },
  'keep-backups': {
    zh: '备份、核对、下载、删除备份',
    en: 'make, check, download and remove backups',
    reach: { administrator: 'all' },
  },
  'read-log': { zh: '查看、核验日志', en: 'see and verify the log', reach: { administrator: 'all' } },
} as const satisfies Record<string, Right>;

export type RightName = keyof typeof rights;

/** What is asked about: whose it is, by node of the tree (its path) or by person. */
export interface Owned {
  unitPath?: string;
  personId?: string;
}

/** The person who asks, as far as rights go. */
export interface Asking {
  id: string;
  role: Role;
  /** The ids from the root to the person's node, as `/root/below/`. */
  unitPath: string;
}

/** How far a person's right goes; undefined where there is none. */
export const reachOf = ({ role }: Pick<Asking, 'role'>, right: RightName): Reach | undefined =>
  (rights[right].reach as Partial<Record<Role, Reach>>)[role];

/** Whether the person may do this to what is owned so; where nothing is asked about, whether at all. */
export function mayDo(person: Asking, right: RightName, owned?: Owned): boolean {
  const reach = reachOf(person, right);
  if (reach === undefined) return false;
  if (owned === undefined || reach === 'all') return true;
  if (reach === 'self') return owned.personId === person.id;
  if (owned.unitPath === undefined) return false;
  return reach === 'own' ? owned.unitPath === person.unitPath : owned.unitPath.startsWith(person.unitPath);
}

/** Everything a person may do, and how far. */
export const rightsOf = (person: Pick<Asking, 'role'>): Partial<Record<RightName, Reach>> =>
  Object.fromEntries(
    (Object.keys(rights) as RightName[]).flatMap((right) => {
      const reach = reachOf(person, right);
      return reach ? [[right, reach]] : [];
    }),
  );
