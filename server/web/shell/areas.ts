/** The areas at the top: each is for whoever has its right, and is shown once it has pages. */
import type { RightName } from '../../client/rights.generated.ts';
import type { Bilingual } from '../data/language.ts';
import type { AddressName } from '../pages/addresses.ts';
import { hasPage } from '../pages/routes.tsx';

export interface Area {
  address: AddressName;
  name: Bilingual;
  /** Whose daily work it is; others may have the right to look at one of its pages all the same. */
  right: RightName;
}

/** In their order; a person begins at the first they have. */
const areas: readonly Area[] = [
  { address: 'tasks', name: { zh: '我的自评', en: 'My forms' }, right: 'write-forms' },
  { address: 'queue', name: { zh: '复核', en: 'Review' }, right: 'review-forms' },
  { address: 'overview', name: { zh: '总览', en: 'Overview' }, right: 'read-statistics' },
  { address: 'tasks', name: { zh: '任务', en: 'Tasks' }, right: 'read-progress' },
  { address: 'people', name: { zh: '人员', en: 'People' }, right: 'manage-people' },
  { address: 'units', name: { zh: '单位', en: 'Units' }, right: 'manage-units' },
  { address: 'log', name: { zh: '日志', en: 'Log' }, right: 'read-log' },
  { address: 'backup', name: { zh: '备份', en: 'Backup' }, right: 'keep-backups' },
  { address: 'rulebooks', name: { zh: '评分规则', en: 'Rulebooks' }, right: 'own-account' },
];

/** The areas of a person, by what they may do. */
export const areasOf = (rights: { readonly [right in RightName]?: unknown }): Area[] =>
  areas.filter(({ address, right }) => rights[right] !== undefined && hasPage(address));
