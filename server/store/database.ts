/** Opens the embedded database or a shared PostgreSQL. The only file that knows their drivers. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, Migrator, PostgresDialect, SqliteDialect, type Transaction } from 'kysely';
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

  constructor(name: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(reason, { cause });
    this.name = 'CannotOpen';
    this.diagnostic = diagnose('cannot-open-database', { name, reason: { zh: reason, en: reason } });
  }
}

/** What a person may read of where the database is: never its password. */
export const shownDatabase = ({ data, databaseUrl }: Pick<Settings, 'data' | 'databaseUrl'>): string =>
  databaseUrl ? databaseUrl.replace(/\/\/[^@/]*@/, '//') : databaseFile({ data });

/** Opens the database the settings name, and brings its tables up to date. Rejects with CannotOpen. */
export async function openDatabase(settings: Pick<Settings, 'data' | 'databaseUrl'>): Promise<Database> {
  let database: Database | undefined;
  try {
    const dialect = settings.databaseUrl ? shared(settings.databaseUrl) : embedded(databaseFile(settings));
    database = new Kysely<Tables>({ dialect });
    await migrate(database);
    return database;
  } catch (error) {
    await database?.destroy();
    throw new CannotOpen(shownDatabase(settings), error);
  }
}

/** One writer at a time; what was acknowledged is on the disk. */
function embedded(file: string): SqliteDialect {
  mkdirSync(dirname(file), { recursive: true });
  const database = new EmbeddedDatabase(file);
  // First, so that the other settings wait as well where another process has the file.
  database.pragma('busy_timeout = 10000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return new SqliteDialect({ database });
}

function shared(connectionString: string): PostgresDialect {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle is replaced by the next that is needed.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

async function migrate(database: Database): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  if (error) throw error;
}
