/** The jobs of whoever keeps the data: everything written to a file, and such a file read from end to end. */
import { basename } from 'node:path';
import type { BackedUp, CheckedBackup } from '../../schemas/generated/types.ts';
import type { Settings } from '../settings.ts';
import { backUp } from '../store/backup.ts';
import { readBackup, UnusableBackup } from '../store/backup-file.ts';
import { newBackup } from '../store/backups.ts';
import { isoTime } from '../store/clock.ts';
import { Store } from '../store/store.ts';
import { type JobWork, NotDone } from './jobs.ts';

type Place = Pick<Settings, 'data' | 'databaseUrl'>;

/** On a connection of its own, so that everybody else goes on meanwhile. */
export const backupJob =
  (settings: Place): JobWork =>
  async ({ signal, begun, tell: told }) => {
    await begun();
    const store = await Store.openExisting(settings);
    try {
      const file = newBackup(settings, isoTime(store.clock));
      const { backedUp, diagnostics } = await backUp(store, file, { told, signal });
      if (!backedUp) throw new NotDone(diagnostics[0]!.message);
      const document: BackedUp = { ...backedUp, file: basename(file) };
      return { document: JSON.stringify(document) };
    } finally {
      await store.close();
    }
  };

export const backupCheckJob =
  (file: string): JobWork =>
  async ({ signal, begun, tell: told }) => {
    await begun();
    const rows: Record<string, number> = {};
    const lines = readBackup(file, { told, signal });
    try {
      for (;;) {
        const next = await lines.next();
        if (next.done) {
          const { at, engine } = next.value;
          const document: CheckedBackup = { file: basename(file), at, engine, rows };
          return { document: JSON.stringify(document) };
        }
        const { table } = next.value;
        rows[table] = (rows[table] ?? 0) + 1;
      }
    } catch (error) {
      if (error instanceof UnusableBackup) throw new NotDone(error.diagnostic.message);
      throw error;
    }
  };
