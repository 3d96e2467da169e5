/** The areas at the top, by what a person does here. An area is shown once it has pages. */
import type { Bilingual } from '../data/language.ts';
import type { Role } from '../data/roles.ts';
import type { AddressName } from '../pages/addresses.ts';

export interface Area {
  address: AddressName;
  name: Bilingual;
}

const tasks = (zh: string, en: string): Area => ({ address: 'tasks', name: { zh, en } });
const overview: Area = { address: 'overview', name: { zh: '总览', en: 'Overview' } };
const queue: Area = { address: 'queue', name: { zh: '复核', en: 'Review' } };
const rulebooks: Area = { address: 'rulebooks', name: { zh: '评分规则', en: 'Rulebooks' } };
const people: Area = { address: 'people', name: { zh: '人员', en: 'People' } };
const units: Area = { address: 'units', name: { zh: '单位', en: 'Units' } };
const log: Area = { address: 'log', name: { zh: '日志', en: 'Log' } };
const backup: Area = { address: 'backup', name: { zh: '备份', en: 'Backup' } };

/** In their order; the first that has pages is where a person begins. */
export const areasOf: { readonly [role in Role]: readonly Area[] } = {
  unit: [tasks('我的自评', 'My forms'), rulebooks],
  reviewer: [queue, overview, tasks('任务', 'Tasks'), rulebooks],
  policy: [overview, tasks('任务', 'Tasks'), rulebooks],
  administrator: [overview, tasks('任务', 'Tasks'), people, units, log, backup, rulebooks],
};
