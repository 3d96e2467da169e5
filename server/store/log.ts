/** The audit log: every change of state, each entry carrying the hash of the one before. */
import { createHash } from 'node:crypto';
import type { Bilingual } from '../../engine/index.ts';
import type { Database, Writing } from './database.ts';
import type { LogRow } from './tables.ts';

/** What happened to what. `before` and `after` are what can be told of it, never a secret. */
export interface Entry {
  /** As `submission.filed`. */
  action: string;
  kind: string;
  id: string;
  before?: object;
  after?: object;
}

type Unsealed = Omit<LogRow, 'hash'>;

/** The hash of an entry: SHA-256 of its fields, in this order, as a JSON list. */
export function hashOf({
  seq,
  at,
  personId,
  action,
  kind,
  subjectId,
  before,
  after,
  previous,
}: Unsealed): string {
  const fields = [seq, at, personId, action, kind, subjectId, before, after, previous];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Takes the head of the log, so that no other writer comes between; to be called before anything else is written. */
export async function takeHead(db: Writing): Promise<{ seq: number; hash: string }> {
  await db
    .updateTable('logHead')
    .set(({ ref }) => ({ seq: ref('seq') }))
    .where('id', '=', 1)
    .execute();
  return db.selectFrom('logHead').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow();
}

/** Adds entries after the head that was taken. */
export async function append(
  db: Writing,
  head: { seq: number; hash: string },
  entries: readonly Entry[],
  { at, personId }: { at: string; personId: string | null },
): Promise<void> {
  let { seq, hash } = head;
  for (const { action, kind, id, before, after } of entries) {
    seq += 1;
    const unsealed: Unsealed = {
      seq,
      at,
      personId,
      action,
      kind,
      subjectId: id,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
      previous: hash,
    };
    hash = hashOf(unsealed);
    await db
      .insertInto('log')
      .values({ ...unsealed, hash })
      .execute();
  }
  if (entries.length > 0) await db.updateTable('logHead').set({ seq, hash }).where('id', '=', 1).execute();
}

export interface LogVerification {
  intact: boolean;
  entries: number;
  head: string;
  broken?: { seq: number; reason: Bilingual };
}

const perPage = 1000;

const reasons = {
  gap: {
    zh: '序号不连续：前面的条目被删去，或次序被改动',
    en: 'the numbers do not follow on: an entry before it was removed or moved',
  },
  content: {
    zh: '内容与摘要不符：条目被改动',
    en: 'the content does not fit its hash: the entry was changed',
  },
  chain: {
    zh: '与前一条接不上：前一条被改动或换掉',
    en: 'it does not follow the entry before it, which was changed or replaced',
  },
  head: { zh: '末尾的条目被删去', en: 'entries at the end were removed' },
} satisfies Record<string, Bilingual>;

/** Reads the whole log and says whether every entry is as it was written. */
export async function verifyLog(db: Database): Promise<LogVerification> {
  const head = await db
    .selectFrom('logHead')
    .select(['seq', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  let [seq, hash] = [0, ''];
  const broken = (at: number, reason: Bilingual): LogVerification => ({
    intact: false,
    entries: seq,
    head: hash,
    broken: { seq: at, reason },
  });
  for (;;) {
    const rows = await db
      .selectFrom('log')
      .selectAll()
      .where('seq', '>', seq)
      .where('seq', '<=', head.seq)
      .orderBy('seq')
      .limit(perPage)
      .execute();
    for (const row of rows) {
      if (row.seq !== seq + 1) return broken(seq + 1, reasons.gap);
      if (row.previous !== hash) return broken(row.seq, reasons.chain);
      if (hashOf(row) !== row.hash) return broken(row.seq, reasons.content);
      [seq, hash] = [row.seq, row.hash];
    }
    if (rows.length < perPage) break;
  }
  if (seq !== head.seq || hash !== head.hash) return broken(seq + 1, reasons.head);
  return { intact: true, entries: seq, head: hash };
}

/** The number of the entry with that hash; where the log is intact, nothing up to it was ever rewritten. */
export async function findEntry(db: Database, hash: string): Promise<number | undefined> {
  const found = await db.selectFrom('log').select('seq').where('hash', '=', hash).executeTakeFirst();
  return found?.seq;
}
