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
  { address: 'tasks', page: page(() => import('./tasks/page.tsx')) },
  { address: 'form', page: page(() => import('./form/page.tsx')) },
  { address: 'filings', page: page(() => import('./filings/page.tsx')) },
  { address: 'account', page: page(() => import('./account/page.tsx')) },
];

export const hasPage = (name: AddressName): boolean => pageRoutes.some(({ address }) => address === name);

export const pathOf = ({ address }: PageRoute): string => addresses[address];
