/** What becomes of each form under another rulebook, beside the sums of it: read a page at a time. */
import { type Kysely, type Migration, PostgresAdapter, sql } from 'kysely';

export const impactForms: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: a migration knows no later types of tables.
  async up(db: Kysely<any>) {
    const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    const text = isPostgres ? sql`text collate "C"` : 'text';
    await db.schema.alterTable('jobs').addColumn('forms', text).execute();
  },
};
