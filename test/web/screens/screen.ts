/** One picture of a page in one state, to be looked at. */
import type { Page } from 'playwright-core';
import type { Role } from '../../../server/people/rights.ts';

/** What the server holds: nothing at all, an administrator and an empty town, or the sample data. */
export type Scene = 'new' | 'town' | 'sample';

/** Reads an operation of the API as whoever is signed in: `await get('/api/tasks')`. */
export type Get = <Value>(address: string) => Promise<Value>;

export interface Screen {
  /** Of the file; those of one page begin alike. */
  name: string;
  scene: Scene;
  /** Nobody where it is left out. */
  as?: Role;
  address: string | ((get: Get) => Promise<string>);
  /** Brings the page into its state, after it is there. */
  act?: (page: Page) => Promise<unknown>;
  /** All three where it is left out. */
  widths?: readonly number[];
  /** Only in Chinese where it is left out. */
  languages?: readonly ('zh' | 'en')[];
}

/** Offices, small screens of offices, and a phone. */
export const widths: readonly number[] = [1366, 1024, 390];
