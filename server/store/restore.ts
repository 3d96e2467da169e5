/** From one file back to an empty database, of either kind: all of it, or nothing. */
import { sql } from 'kysely';
import { type Diagnostic, diagnose } from '../../engine/index.ts';
import type { Restored } from '../../schemas/generated/types.ts';
import type { Settings } from '../settings.ts';
import { type BackupRow, readBackup, UnusableBackup } from './backup-file.ts';
import { CannotOpen, shownDatabase, type Writing } from './database.ts';
import { keptTables } from './inventory.ts';
import { takeHead, verifyLog } from './log.ts';
import { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Reads the file to its end before a database is made or touched; then puts its rows into an empty one. */
export async function restore(
  settings: Pick<Settings, 'data' | 'databaseUrl'>,
  file: string,
): Promise<{ restored?: Restored; diagnostics: Diagnostic[] }> {
  let store: Store | undefined;
  try {
    await readThrough(file, async () => {});
    store = await Store.open(settings);
    const rows: Record<string, number> = {};
    const at = await store.db.transaction().execute(async (db) => {
      await takeHead(db);
      await checkEmpty(db, shownDatabase(settings));
      return readThrough(file, (batch) => insert(db, batch, rows));
    });
    return { restored: { file, at, rows, log: await verifyLog(store.db) }, diagnostics: [] };
  } catch (error) {
    if (error instanceof UnusableBackup || error instanceof CannotOpen || error instanceof NotEmpty)
      return { diagnostics: [error.diagnostic] };
    throw error;
  } finally {
    await store?.close();
  }
}

class NotEmpty extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message.en);
    this.diagnostic = diagnostic;
  }
}

/** There may be nothing but the head of a log without entries. */
async function checkEmpty(db: Writing, name: string): Promise<void> {
  for (const { name: table } of keptTables) {
    const { rows } = await sql<{ count: number | string }>`
      select count(*) as "count" from ${sql.table(table)}`.execute(db);
    const count = String(rows[0]!.count);
    if (count !== '0' && table !== 'logHead')
      throw new NotEmpty(diagnose('database-not-empty', { name, table, count }));
  }
}

const [mostRows, mostCharacters] = [100, 1024 * 1024];

/** Hands over the rows of a table in batches, so that memory does not grow with the file. Resolves to when it was made. */
async function readThrough(
  file: string,
  handOver: (batch: readonly BackupRow[]) => Promise<void>,
): Promise<string> {
  const rows = readBackup(file);
  let [batch, size]: [BackupRow[], number] = [[], 0];
  for (;;) {
    const next = await rows.next();
    const isFull =
      next.done || next.value.table !== batch[0]?.table || batch.length === mostRows || size > mostCharacters;
    if (isFull && batch.length > 0) {
      await handOver(batch);
      [batch, size] = [[], 0];
    }
    if (next.done) return next.value.at;
    batch.push(next.value);
    size += next.value.size;
  }
}

async function insert(
  db: Writing,
  batch: readonly BackupRow[],
  counts: Record<string, number>,
): Promise<void> {
  const table = batch[0]!.table as keyof Tables;
  const rows = batch.map(({ row }) => row);
  if (table === 'logHead') await db.updateTable('logHead').set(rows[0]!).execute();
  else
    await db
      .insertInto(table)
      .values(rows as never)
      .execute();
  counts[table] = (counts[table] ?? 0) + rows.length;
}
