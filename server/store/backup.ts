/** Everything in one file, as it stood at one moment, while others go on writing. */
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Diagnostic, diagnose, engineVersion } from '../../engine/index.ts';
import type { BackedUp } from '../../schemas/generated/types.ts';
import { type BackupEnd, type BackupHead, backupFormat, backupVersion, type Watched } from './backup-file.ts';
import { isoTime } from './clock.ts';
import { isDatabaseFailure, reading, tablesVersion, type Writing } from './database.ts';
import { countRows, keptTables, rowsOf } from './inventory.ts';
import type { Store } from './store.ts';

/** Writes the backup beside its name, and gives it its name once it is whole; what was there stays until then. */
export async function backUp(
  store: Store,
  file: string,
  { replace = false, told, signal }: { replace?: boolean } & Watched = {},
): Promise<{ backedUp?: BackedUp; diagnostics: Diagnostic[] }> {
  if (!replace && existsSync(file)) return { diagnostics: [diagnose('backup-exists', { name: file })] };
  const unfinished = `${file}.${process.pid}.unfinished`;
  const backedUp: BackedUp = { file, at: isoTime(store.clock), rows: {}, log: { entries: 0, head: '' } };
  try {
    await reading(store.db, async (db) => {
      const telling = told && { told, of: await countRows(db) };
      await pipeline(
        Readable.from(joined(watched(linesOf(db, backedUp), telling))),
        createGzip(),
        // Only for whoever runs this: it holds what passwords are checked against.
        createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
        { signal },
      );
    });
    renameSync(unfinished, file);
    return { backedUp, diagnostics: [] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(unfinished, { force: true });
    if (signal?.aborted) throw error;
    if (isDatabaseFailure(error) || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    const reason = (error as Error).message.split(',')[0]!;
    return { diagnostics: [diagnose('file-unwritable', { name: file, reason: { zh: reason, en: reason } })] };
  }
}

async function* linesOf(db: Writing, { at, rows, log }: BackedUp): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (value: object) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  const head: BackupHead = {
    format: backupFormat,
    version: backupVersion,
    tables: tablesVersion,
    engine: engineVersion,
    at,
  };
  yield line(head);
  for (const table of keptTables) {
    rows[table.name] = 0;
    for await (const row of rowsOf(db, table)) {
      rows[table.name]! += 1;
      if (table.name === 'logHead') Object.assign(log, { entries: row.seq, head: row.hash });
      yield line({ table: table.name, row });
    }
  }
  const end: BackupEnd = { end: { rows, sha256: hash.digest('hex') } };
  yield `${JSON.stringify(end)}\n`;
}

/** Short lines together, so that each is not compressed and written by itself. */
async function* joined(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const line of lines) {
    held += line;
    if (held.length < 64 * 1024) continue;
    yield held;
    held = '';
  }
  yield held;
}

/** The same lines, telling now and then how many there were. */
async function* watched(
  lines: AsyncIterable<string>,
  telling: { told: NonNullable<Watched['told']>; of: number } | undefined,
): AsyncGenerator<string> {
  let done = 0;
  for await (const line of lines) {
    done += 1;
    if (telling && done % 200 === 0) await telling.told(Math.min(done, telling.of), telling.of);
    yield line;
  }
}
