/** Every page with its address. A page is fetched when it is first gone to; what is not here is linked from nowhere. */
import { type ComponentType, lazy } from 'react';
import { type AddressName, addresses } from './addresses.ts';

export interface PageRoute {
  address: AddressName;
  page: ComponentType;
  /** Shown to anybody; all others ask for a sign-in first. */
  isOpen?: boolean;
}

const page = (load: () => Promise<{ Page: ComponentType }>): ComponentType =>
  lazy(async () => ({ default: (await load()).Page }));

export const pageRoutes: readonly PageRoute[] = [
  { address: 'signIn', page: page(() => import('./sign-in/page.tsx')), isOpen: true },
  { address: 'setUp', page: page(() => import('./set-up/page.tsx')), isOpen: true },
  { address: 'newTask', page: page(() => import('./new-task/page.tsx')) },
  { address: 'task', page: page(() => import('./task/page.tsx')) },
  { address: 'overview', page: page(() => import('./overview/page.tsx')) },
  { address: 'ranking', page: page(() => import('./ranking/page.tsx')) },
  { address: 'rollUp', page: page(() => import('./roll-up/page.tsx')) },
  { address: 'rulebooks', page: page(() => import('./rulebooks/page.tsx')) },
  { address: 'rulebook', page: page(() => import('./rulebook/page.tsx')) },
  { address: 'people', page: page(() => import('./admin-people/page.tsx')) },
  { address: 'units', page: page(() => import('./admin-units/page.tsx')) },
  { address: 'log', page: page(() => import('./admin-log/page.tsx')) },
  { address: 'welcome', page: page(() => import('./welcome/page.tsx')) },
  { address: 'tasks', page: page(() => import('./tasks/page.tsx')) },
  { address: 'form', page: page(() => import('./form/page.tsx')) },
  { address: 'filings', page: page(() => import('./filings/page.tsx')) },
  { address: 'account', page: page(() => import('./account/page.tsx')) },
  { address: 'queue', page: page(() => import('./queue/page.tsx')) },
  { address: 'review', page: page(() => import('./review/page.tsx')) },
  { address: 'dossier', page: page(() => import('./dossier/page.tsx')) },
];

export const hasPage = (name: AddressName): boolean => pageRoutes.some(({ address }) => address === name);

export const pathOf = ({ address }: PageRoute): string => addresses[address];
