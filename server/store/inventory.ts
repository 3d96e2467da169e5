/** Every table that is kept, for what goes through all of them: in an order in which each row comes after those it names. */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Database, Writing } from './database.ts';
import type { Tables } from './tables.ts';

export interface KeptTable {
  name: keyof Tables;
  /** The columns that tell rows apart and put them in order. */
  key: readonly string[];
  /** Rows read at once: fewer where a row holds whole documents. */
  page: number;
}

const [small, large] = [1000, 20];

/** All tables but `sessions`: whoever is signed in signs in again. */
export const keptTables: readonly KeptTable[] = [
  // By path, so that each node comes after the one above it.
  { name: 'units', key: ['path'], page: small },
  { name: 'people', key: ['id'], page: small },
  { name: 'apiTokens', key: ['id'], page: small },
  { name: 'editions', key: ['rulebook', 'edition'], page: large },
  { name: 'editionCases', key: ['rulebook', 'edition', 'path'], page: large },
  { name: 'drafts', key: ['id'], page: small },
  { name: 'draftFiles', key: ['draftId', 'path'], page: large },
  { name: 'draftVersions', key: ['draftId', 'version', 'path'], page: large },
  { name: 'tasks', key: ['id'], page: small },
  { name: 'taskUnits', key: ['taskId', 'unitId'], page: small },
  { name: 'excuses', key: ['taskId', 'unitId'], page: small },
  { name: 'submissions', key: ['id'], page: large },
  { name: 'evaluations', key: ['id'], page: large },
  { name: 'filings', key: ['submissionId', 'number'], page: large },
  { name: 'reviews', key: ['submissionId', 'filing'], page: large },
  { name: 'jobs', key: ['id'], page: large },
  { name: 'idempotencyKeys', key: ['personId', 'key'], page: large },
  { name: 'log', key: ['seq'], page: small },
  { name: 'logHead', key: ['id'], page: small },
];

export type Row = Readonly<Record<string, string | number | null>>;

/** Every row of a table in the order of its key, read page by page. */
export async function* rowsOf(
  db: Database | Writing,
  { name, key, page }: KeptTable,
): AsyncGenerator<Row, void, undefined> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const after: Expression<SqlBool> = last
      ? sql<SqlBool>`(${columns}) > (${sql.join(key.map((column) => last![column]))})`
      : sql<SqlBool>`1 = 1`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(name)} where ${after} order by ${columns} limit ${page}`.execute(db);
    yield* rows;
    if (rows.length < page) return;
    last = rows.at(-1);
  }
}

/** How many rows there are in all of them. */
export async function countRows(db: Database | Writing): Promise<number> {
  let count = 0;
  for (const { name } of keptTables) {
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as "count" from ${sql.table(name)}`.execute(db);
    count += Number(rows[0]!.count);
  }
  return count;
}
