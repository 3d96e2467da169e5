/** Both databases, for suites that must hold on each: `describe.each(databases)`. */
import { afterAll } from 'vitest';
import type { Settings } from '../../server/settings.ts';
import { temporaryFolder } from './platform.ts';
import { type Postgres, startPostgres } from './postgres.ts';

let running: Promise<Postgres> | undefined;
afterAll(async () => {
  await (await running)?.stop();
  running = undefined;
});

export interface TestedDatabase {
  name: string;
  /** Where a new, empty database is. */
  empty(): Promise<Pick<Settings, 'data' | 'databaseUrl'>>;
}

export const databases: readonly TestedDatabase[] = [
  { name: 'embedded', empty: async () => ({ data: temporaryFolder(), databaseUrl: undefined }) },
  {
    name: 'PostgreSQL',
    empty: async () => {
      running ??= startPostgres();
      return { data: '', databaseUrl: await (await running).newDatabase() };
    },
  },
];
