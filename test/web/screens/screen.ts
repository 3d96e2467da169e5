/** One picture of a page in one state, to be looked at. */
import type { Page } from 'playwright-core';
import type { Role } from '../../../server/people/rights.ts';
import type { AddressName } from '../../../server/web/pages/addresses.ts';

/**
 * What the server holds: nothing at all; an administrator and an empty town; the sample data; or a town with sixty units,
 * long names, and sixty forms, one of them with sixty rows.
 */
export type Scene = 'new' | 'town' | 'sample' | 'crowd';

/** Reads an operation of the API as whoever is signed in: `await get('/api/tasks')`. */
export type Get = <Value>(address: string) => Promise<Value>;

export type Address = string | ((get: Get) => Promise<string>);

export interface Screen {
  /** Of the file; those of one page begin alike. */
  name: string;
  /** The page that is seen; left out where an address is no page. */
  page?: AddressName;
  scene: Scene;
  /** Nobody where it is left out. */
  as?: Role;
  address: Address;
  /** Who finds the address, where it is not who sees it. */
  foundAs?: Role;
  /** Bars or delays the API before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** The page as it usually is for who sees it: tried for barriers and keys, too. */
  isUsual?: boolean;
  /** Brings the page into its state, after it is there. */
  act?: (page: Page) => Promise<unknown>;
  /** Waits only this long before the picture: the page does not come to rest. */
  after?: number;
  /** All three where it is left out. */
  widths?: readonly number[];
  /** Only in Chinese where it is left out. */
  languages?: readonly ('zh' | 'en')[];
  /** As it is printed, too. */
  isPrinted?: boolean;
  /** Its session is over afterwards. */
  endsSession?: boolean;
  /** What this state makes the browser say by itself. */
  expected?: RegExp;
}

/** Offices, small screens of offices, and a phone. */
export const widths: readonly number[] = [1366, 1024, 390];
export const both = ['zh', 'en'] as const;
