/** Every migration, in order. */
import type { Migration } from 'kysely';
import { platformTables } from './0001-platform.ts';
import { workbench } from './0002-workbench.ts';
import { listing } from './0003-listing.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-platform': platformTables,
  '0002-workbench': workbench,
  '0003-listing': listing,
};
