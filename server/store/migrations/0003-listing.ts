/**
 * Lists of forms without the forms: the embedded database keeps a row in one piece, so that what follows a document is read
 * through all of it. These indexes hold what lists ask for. PostgreSQL keeps documents apart and needs none.
 */
import { type Kysely, type Migration, PostgresAdapter } from 'kysely';

const listed: Readonly<Record<string, readonly string[]>> = {
  submissions: [
    ...['unitId', 'id', 'taskId', 'rulebook', 'edition', 'year', 'state', 'name', 'filings', 'updatedAt'],
    'assigneeId',
  ],
  evaluations: ['submissionId', 'filing', 'total', 'outOf', 'grade', 'claimed', 'findings', 'createdAt'],
};

export const listing: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: a migration knows no later types of tables.
  async up(db: Kysely<any>) {
    if (db.getExecutor().adapter instanceof PostgresAdapter) return;
    for (const [table, columns] of Object.entries(listed))
      await db.schema
        .createIndex(`${table}_listed`)
        .on(table)
        .columns([...columns])
        .execute();
  },
};
