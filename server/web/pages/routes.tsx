/** Every page with its address. A page is fetched when it is first gone to; what is not here is linked from nowhere. */
import { type ComponentType, lazy } from 'react';
import type { RightName } from '../../client/rights.generated.ts';
import { type AddressName, addresses } from './addresses.ts';

export interface PageRoute {
  address: AddressName;
  page: ComponentType;
  /** What one must have the right to, at least, to see it; the server decides of each thing on it. `anyone` is shown without a sign-in. */
  right: RightName | 'anyone';
}

const page = (load: () => Promise<{ Page: ComponentType }>): ComponentType =>
  lazy(async () => ({ default: (await load()).Page }));

export const pageRoutes: readonly PageRoute[] = [
  { address: 'signIn', page: page(() => import('./sign-in/page.tsx')), right: 'anyone' },
  { address: 'setUp', page: page(() => import('./set-up/page.tsx')), right: 'anyone' },
  { address: 'newTask', page: page(() => import('./new-task/page.tsx')), right: 'write-tasks' },
  { address: 'task', page: page(() => import('./task/page.tsx')), right: 'read-progress' },
  { address: 'overview', page: page(() => import('./overview/page.tsx')), right: 'read-statistics' },
  { address: 'ranking', page: page(() => import('./ranking/page.tsx')), right: 'read-statistics' },
  { address: 'rollUp', page: page(() => import('./roll-up/page.tsx')), right: 'read-statistics' },
  { address: 'rulebooks', page: page(() => import('./rulebooks/page.tsx')), right: 'own-account' },
  { address: 'rulebook', page: page(() => import('./rulebook/page.tsx')), right: 'own-account' },
  { address: 'people', page: page(() => import('./admin-people/page.tsx')), right: 'manage-people' },
  { address: 'units', page: page(() => import('./admin-units/page.tsx')), right: 'manage-units' },
  { address: 'backup', page: page(() => import('./admin-backup/page.tsx')), right: 'keep-backups' },
  { address: 'log', page: page(() => import('./admin-log/page.tsx')), right: 'read-log' },
  { address: 'welcome', page: page(() => import('./welcome/page.tsx')), right: 'manage-sample' },
  { address: 'tasks', page: page(() => import('./tasks/page.tsx')), right: 'read-tasks' },
  { address: 'form', page: page(() => import('./form/page.tsx')), right: 'read-forms' },
  { address: 'filings', page: page(() => import('./filings/page.tsx')), right: 'read-forms' },
  { address: 'account', page: page(() => import('./account/page.tsx')), right: 'own-account' },
  { address: 'queue', page: page(() => import('./queue/page.tsx')), right: 'read-forms' },
  { address: 'review', page: page(() => import('./review/page.tsx')), right: 'read-forms' },
  { address: 'dossier', page: page(() => import('./dossier/page.tsx')), right: 'read-forms' },
];

export const hasPage = (name: AddressName): boolean => pageRoutes.some(({ address }) => address === name);

export const pathOf = ({ address }: PageRoute): string => addresses[address];
