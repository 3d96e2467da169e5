/** Opens the embedded database or a shared PostgreSQL. The only file that knows their drivers. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  Kysely,
  Migrator,
  PostgresAdapter,
  PostgresDialect,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
  sql,
  type Transaction,
} from 'kysely';
import EmbeddedDatabase from 'libsql';
import pg from 'pg';
import { type Diagnostic, diagnose } from '../../engine/index.ts';
import { databaseFile, type Settings } from '../settings.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
/** The same while something is being written. */
export type Writing = Transaction<Tables>;

/** Why the database cannot be used. */
export class CannotOpen extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic, cause?: unknown) {
    super(diagnostic.message.en, { cause });
    this.name = 'CannotOpen';
    this.diagnostic = diagnostic;
  }
}

type Place = Pick<Settings, 'data' | 'databaseUrl'>;

/** What a person may read of where the database is: never its password. */
export const shownDatabase = ({ data, databaseUrl }: Place): string =>
  databaseUrl ? databaseUrl.replace(/\/\/[^@/]*@/, '//') : databaseFile({ data });

/** Opens the database the settings name, and brings its tables up to date. Rejects with CannotOpen. */
export const openDatabase = (settings: Place): Promise<Database> =>
  opened(settings, () => mkdirSync(dirname(databaseFile(settings)), { recursive: true }), migrate);

/** Opens a database that must be there, with its tables as this version has them; makes neither. Rejects with CannotOpen. */
export async function openExistingDatabase(settings: Place): Promise<Database> {
  const name = shownDatabase(settings);
  const missing = () => new CannotOpen(diagnose('no-database', { name }));
  const find = () => {
    if (!existsSync(databaseFile(settings))) throw missing();
  };
  return opened(settings, find, async (database) => {
    if ((await migrationsOf(database)).length === 0) throw missing();
    if (!(await isUpToDate(database))) throw new CannotOpen(diagnose('database-of-other-version', { name }));
  });
}

/** Opens, then looks at what was opened; `before` is for the folder of the embedded database. */
async function opened(
  settings: Place,
  before: () => void,
  after: (database: Database) => Promise<void>,
): Promise<Database> {
  let database: Database | undefined;
  try {
    if (!settings.databaseUrl) before();
    const dialect = settings.databaseUrl ? shared(settings.databaseUrl) : embedded(databaseFile(settings));
    database = new Kysely<Tables>({ dialect });
    await after(database);
    return database;
  } catch (error) {
    await database?.destroy();
    if (error instanceof CannotOpen) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const name = shownDatabase(settings);
    throw new CannotOpen(
      diagnose('cannot-open-database', { name, reason: { zh: reason, en: reason } }),
      error,
    );
  }
}

/** One writer at a time; what was acknowledged is on the disk. */
function embedded(file: string): SqliteDialect {
  const database = new EmbeddedDatabase(file);
  // First, so that the other settings wait as well where another process has the file.
  database.pragma('busy_timeout = 10000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return new SqliteDialect({ database: rememberStatements(database) });
}

/** Statements kept for each database. */
const mostStatements = 500;

/** The same database, each statement prepared once. One connection is used by one piece of work at a time. */
function rememberStatements(database: EmbeddedDatabase.Database): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    prepare: (text) => {
      const found = known.get(text) ?? (database.prepare(text) as unknown as SqliteStatement);
      known.delete(text);
      known.set(text, found);
      const [oldest] = known.keys();
      if (known.size > mostStatements && oldest !== undefined) known.delete(oldest);
      return found;
    },
    close: () => {
      known.clear();
      database.close();
    },
  };
}

function shared(connectionString: string): PostgresDialect {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle is replaced by the next that is needed.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

const migratorOf = (db: Database) =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });

/** Brings the tables up to date, all or nothing, and one process at a time. PostgreSQL is locked by the migrator itself. */
async function migrate(database: Database): Promise<void> {
  if (await isUpToDate(database)) return;
  if (isShared(database)) return migrateOn(database);
  await database.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await migrateOn(connection);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

async function migrateOn(database: Database): Promise<void> {
  const { error } = await migratorOf(database).migrateToLatest();
  if (error) throw error;
}

const isUpToDate = async (database: Database): Promise<boolean> =>
  (await migrationsOf(database)).join() === Object.keys(migrations).sort().join();

/** The names of the migrations a database has been through, also of those this version does not know. */
async function migrationsOf(database: Database): Promise<string[]> {
  const known = await migratorOf(database).getMigrations();
  if (known.every(({ executedAt }) => executedAt === undefined)) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    database,
  );
  return rows.map(({ name }) => name);
}

/** Everything the work reads is as it stood at one moment, whatever is written meanwhile. It may not write. */
export async function reading<Result>(
  database: Database,
  work: (db: Writing) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction();
  const steady = isShared(database)
    ? transaction.setIsolationLevel('repeatable read').setAccessMode('read only')
    : transaction;
  return steady.execute(work);
}

const isShared = (database: Database): boolean => database.getExecutor().adapter instanceof PostgresAdapter;

/** Whether the database, or the way to it, is what failed. */
export const isDatabaseFailure = (error: unknown): error is Error =>
  error instanceof pg.DatabaseError ||
  (error instanceof Error &&
    (error.name === 'SqliteError' || /^Connection terminated|ECONN|EPIPE|ETIMEDOUT/.test(error.message)));

/** The newest migration this version knows: what its tables are called by. */
export const tablesVersion = Object.keys(migrations).sort().at(-1)!;
