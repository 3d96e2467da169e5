/** The database with the one way to write to it: a transaction that leaves its entries in the log. */
import type { Settings } from '../settings.ts';
import { type Clock, isoTime, newId } from './clock.ts';
import { type Database, openDatabase, openExistingDatabase, type Writing } from './database.ts';
import { append, type Entry, takeHead } from './log.ts';

/** What a piece of work that writes is given. */
export interface Write {
  db: Writing;
  /** The time of this write: one for all it does. */
  at: string;
  newId(): string;
  /** Tells the log what happened; entries are written with the work, or not at all. */
  log(entry: Entry): void;
}

export class Store {
  readonly db: Database;
  readonly clock: Clock;

  constructor(db: Database, clock: Clock = () => new Date()) {
    this.db = db;
    this.clock = clock;
  }

  static async open(settings: Pick<Settings, 'data' | 'databaseUrl'>, clock?: Clock): Promise<Store> {
    return new Store(await openDatabase(settings), clock);
  }

  /** A store that must be there already. Rejects with CannotOpen. */
  static async openExisting(settings: Pick<Settings, 'data' | 'databaseUrl'>): Promise<Store> {
    return new Store(await openExistingDatabase(settings));
  }

  /**
   * Does the work and keeps it, or nothing of it where the work throws. Writers follow one another. `personId` is who
   * does it; null is the system itself. When this resolves, what was written outlives the process.
   */
  async write<Result>(personId: string | null, work: (write: Write) => Promise<Result>): Promise<Result> {
    return this.db.transaction().execute(async (db) => {
      const head = await takeHead(db);
      const at = isoTime(this.clock);
      const entries: Entry[] = [];
      const result = await work({
        db,
        at,
        newId: () => newId(this.clock),
        log: (entry) => void entries.push(entry),
      });
      await append(db, head, entries, { at, personId });
      return result;
    });
  }

  close(): Promise<void> {
    return this.db.destroy();
  }
}
