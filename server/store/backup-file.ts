/**
 * The one file everything is kept in: gzip, JSON lines. First what it is; then each row with its table, in an order in
 * which rows come after those they name; last how many rows each table has, and the SHA-256 of all lines before.
 */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Bilingual, type Diagnostic, diagnose } from '../../engine/index.ts';
import { tablesVersion } from './database.ts';
import { keptTables, type Row } from './inventory.ts';

export const backupFormat = 'zhunsheng-backup';
export const backupVersion = 1;

export interface BackupHead {
  format: typeof backupFormat;
  version: number;
  /** The newest migration the tables have been through. */
  tables: string;
  engine: string;
  at: string;
}

export interface BackupEnd {
  end: { rows: Record<string, number>; sha256: string };
}

/** How a long work is watched, and given up. */
export interface Watched {
  /** Told how far it is. */
  told?: (done: number, of: number) => Promise<void>;
  signal?: AbortSignal;
}

export interface BackupRow {
  table: string;
  row: Row;
  /** Characters of the line. */
  size: number;
}

/** Why a file cannot be restored. */
export class UnusableBackup extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic, cause?: unknown) {
    super(diagnostic.message.en, { cause });
    this.name = 'UnusableBackup';
    this.diagnostic = diagnostic;
  }
}

const reasons = {
  compression: {
    zh: '压缩的内容残缺或被改动',
    en: 'the compressed content is cut off or altered',
  },
  line: { zh: '不是备份里该有的一行', en: 'it is not a line that a backup has' },
  order: { zh: '各表的次序不对', en: 'the tables are out of order' },
  counts: { zh: '各表的行数与末行所记不符', en: 'the tables do not have the rows its last line says' },
  hash: { zh: '内容与末行的摘要不符', en: 'the content does not fit the hash of its last line' },
  end: { zh: '没有末行：文件不全', en: 'the last line is missing: the file is cut off' },
  more: { zh: '末行之后还有内容', en: 'something follows the last line' },
} satisfies Record<string, Bilingual>;

/** No line may have more bytes: what has is no backup, and is not held. */
const longestLine = 256 * 1024 * 1024;

/**
 * The rows of a backup, one after the other. Throws UnusableBackup where it is none, or, at its end, where it is not
 * whole: what was read until then must not be kept.
 */
export async function* readBackup(
  file: string,
  watched: Watched = {},
): AsyncGenerator<BackupRow, BackupHead, undefined> {
  const reading = new Reading(file);
  const broken = (cause: unknown) => reading.damaged(reasons.compression, cause);
  for await (const line of linesOf(file, broken, watched)) {
    const row = reading.take(line);
    if (row) yield row;
  }
  return reading.finish();
}

/** How far a backup has been read, and whether it is as it should be up to there. */
class Reading {
  private readonly file: string;
  private readonly hash = createHash('sha256');
  private readonly rows: Record<string, number> = {};
  private line = 0;
  private table = 0;
  private head: BackupHead | undefined;
  private isEnded = false;

  constructor(file: string) {
    this.file = file;
  }

  /** What is wrong with it; without a head it is no backup at all. */
  damaged(reason: Bilingual, cause?: unknown): UnusableBackup {
    const { file: name, line } = this;
    const diagnostic = this.head
      ? diagnose('backup-damaged', { name, line, reason })
      : diagnose('not-a-backup', { name });
    return new UnusableBackup(diagnostic, cause);
  }

  /** The row of the next line; undefined for the first line and the last. */
  take(line: Buffer): BackupRow | undefined {
    this.line += 1;
    const value = parsed(line);
    if (!value) throw this.damaged(reasons.line);
    if (this.isEnded) throw this.damaged(reasons.more);
    if (isEnd(value)) this.takeEnd(value);
    else {
      this.hash.update(line);
      if (this.head) return this.takeRow(value, line.length);
      if (!isHead(value)) throw this.damaged(reasons.line);
      this.head = checkedHead(value, this.file);
    }
    return undefined;
  }

  finish(): BackupHead {
    if (!this.head || !this.isEnded) throw this.damaged(reasons.end);
    return this.head;
  }

  private takeRow(value: Value, size: number): BackupRow {
    if (!isRow(value)) throw this.damaged(reasons.line);
    const { table, row } = value;
    const at = keptTables.findIndex(({ name }) => name === table);
    if (at < this.table) throw this.damaged(at < 0 ? reasons.line : reasons.order);
    this.table = at;
    this.rows[table] = (this.rows[table] ?? 0) + 1;
    return { table, row, size };
  }

  private takeEnd({ end }: BackupEnd): void {
    if (!this.head) throw this.damaged(reasons.line);
    if (this.hash.digest('hex') !== end.sha256) throw this.damaged(reasons.hash);
    if (!sameCounts(this.rows, end.rows)) throw this.damaged(reasons.counts);
    this.isEnded = true;
  }
}

/** The lines of the file with their ends, unpacked as they are wanted. */
async function* linesOf(
  file: string,
  broken: (cause: unknown) => UnusableBackup,
  { told, signal }: Watched,
): AsyncGenerator<Buffer> {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats)
    throw new UnusableBackup(diagnose('file-not-found', { name: file, suggestion: { zh: '', en: '' } }));
  if (!stats.isFile()) throw new UnusableBackup(diagnose('not-a-backup', { name: file }));
  const packed = createReadStream(file);
  const unpacked = pipeline(packed, createGunzip(), () => {});
  let [held, size]: [Buffer[], number] = [[], 0];
  const chunks = unpacked[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (;;) {
    const { value: chunk, done } = await chunks.next().catch((error: NodeJS.ErrnoException) => {
      if (error.syscall === undefined) throw broken(error);
      const reason = { zh: error.message, en: error.message };
      throw new UnusableBackup(diagnose('file-unreadable', { name: file, reason }), error);
    });
    if (done) break;
    signal?.throwIfAborted();
    await told?.(packed.bytesRead, stats.size);
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...held, chunk.subarray(from, at + 1)]);
      [held, size, from] = [[], 0, at + 1];
    }
    held.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > longestLine) throw broken(undefined);
  }
  if (size > 0) yield Buffer.concat(held);
}

type Value = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(line: Buffer): Value | undefined {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isHead = (value: object): value is BackupHead => 'format' in value && value.format === backupFormat;

function checkedHead(head: BackupHead, file: string): BackupHead {
  if (head.version === backupVersion && head.tables === tablesVersion) return head;
  const version = `${head.engine}, ${head.version}, ${head.tables}`;
  throw new UnusableBackup(diagnose('backup-of-other-version', { name: file, version }));
}

const isEnd = (value: Value): value is Value & BackupEnd => isObject(value.end);

const isRow = (value: Value): value is Value & { table: string; row: Row } =>
  typeof value.table === 'string' &&
  isObject(value.row) &&
  Object.values(value.row).every((one) => one === null || ['string', 'number'].includes(typeof one));

const sameCounts = (counted: Record<string, number>, said: unknown): boolean =>
  isObject(said) && keptTables.every(({ name }) => (counted[name] ?? 0) === said[name]);
