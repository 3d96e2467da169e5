/** Every migration, in order. */
import type { Migration } from 'kysely';
import { platformTables } from './0001-platform.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-platform': platformTables,
};
