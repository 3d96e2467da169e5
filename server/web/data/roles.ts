/** What people are called by what they do here. */
import type { Person } from '../../../schemas/generated/types.ts';
import type { Bilingual } from './language.ts';

export type Role = Person['role'];

export const roles: { readonly [role in Role]: Bilingual } = {
  administrator: { zh: '管理员', en: 'administrator' },
  policy: { zh: '规则人员', en: 'policy' },
  unit: { zh: '填报', en: 'unit' },
  reviewer: { zh: '审核', en: 'reviewer' },
};
