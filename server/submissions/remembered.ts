/** What was made of everything that is stored, remembered while nothing has changed: the log tells whether anything has. */
import type { Database } from '../store/database.ts';

/** Answers remembered for each database; the one that was asked for longest ago makes room. */
const most = 12;

interface Remembered {
  head: string;
  value: Promise<unknown>;
}

const databases = new WeakMap<Database, Map<string, Remembered>>();

/** The same as `make`, which must depend on nothing but `key` and on what every change of is told to the log. */
export async function remembered<Value>(
  db: Database,
  key: string,
  make: () => Promise<Value>,
): Promise<Value> {
  // Before anything is read: what comes in meanwhile is then never taken for older than it is.
  const { seq, hash } = await db
    .selectFrom('logHead')
    .select(['seq', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const head = `${seq} ${hash}`;
  const answers = databases.get(db) ?? new Map<string, Remembered>();
  databases.set(db, answers);
  const known = answers.get(key);
  const value = known?.head === head ? (known.value as Promise<Value>) : make();
  answers.delete(key);
  answers.set(key, { head, value });
  const [oldest] = answers.keys();
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  // What failed is tried again.
  value.catch(() => answers.delete(key));
  return value;
}
