/** The database a command works on: the one the environment names, unless the command says which. */
import { Option } from 'commander';
import { type Diagnostic, diagnose } from '../../engine/index.ts';
import { readSettings, type Settings } from '../settings.ts';
import { CannotOpen, isDatabaseFailure, shownDatabase } from '../store/database.ts';
import { Store } from '../store/store.ts';
import type { Cli } from './command.ts';
import type { ExitCode, Session } from './session.ts';

export interface DatabaseOptions {
  data?: string;
  database?: string;
}

/** The options that say which database. */
export const databaseOptions = ({ say }: Cli): Option[] => [
  new Option(
    `--data <${say('目录', 'folder')}>`,
    say(
      '内嵌数据库的目录，省略为环境变量 ZHUNSHENG_DATA 或 data',
      'folder of the embedded database; ZHUNSHENG_DATA or data when left out',
    ),
  ),
  new Option(
    `--database <${say('网址', 'address')}>`,
    say(
      '共用的 PostgreSQL，省略为环境变量 DATABASE_URL（密码宜放在环境变量里）',
      'a shared PostgreSQL; DATABASE_URL when left out, which is the better place for a password',
    ),
  ),
];

/** Where the database is; a folder that was named goes before a shared database of the environment. */
function settingsOf({ data, database }: DatabaseOptions): { settings: Settings; diagnostics: Diagnostic[] } {
  const { DATABASE_URL, ZHUNSHENG_DATA } = process.env;
  const { settings, diagnostics } = readSettings({
    ZHUNSHENG_DATA: data ?? ZHUNSHENG_DATA,
    DATABASE_URL: database ?? (data === undefined ? DATABASE_URL : undefined),
  });
  const excluded =
    data !== undefined && database !== undefined
      ? [diagnose('options-exclude', { name: '--data', other: '--database' })]
      : [];
  return { settings, diagnostics: [...excluded, ...diagnostics] };
}

/** Does the work of a command on the place of a database; what goes wrong there is told. */
export async function withDatabase(
  session: Session,
  options: DatabaseOptions,
  work: (settings: Settings) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { settings, diagnostics } = settingsOf(options);
  if (diagnostics.length > 0) return session.refuse(diagnostics);
  try {
    return await work(settings);
  } catch (error) {
    if (error instanceof CannotOpen) return session.refuse([error.diagnostic]);
    if (!isDatabaseFailure(error)) throw error;
    const reason = { zh: error.message, en: error.message };
    return session.refuse([diagnose('database-failed', { name: shownDatabase(settings), reason })]);
  }
}

/** The same on a database that is there already, opened and closed around the work. */
export const withStore = (
  session: Session,
  options: DatabaseOptions,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> =>
  withDatabase(session, options, async (settings) => {
    const store = await Store.openExisting(settings);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
