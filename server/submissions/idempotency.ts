/** Keys that a client gives its requests, so that one sent twice is done once and answered twice. */
import { createHash } from 'node:crypto';
import type { Database, Writing } from '../store/database.ts';
import type { Write } from '../store/store.ts';

/** Milliseconds a key is remembered: thirty days. */
export const keyLife = 30 * 24 * 60 * 60 * 1000;

/** What was answered to the request of a key. */
export interface Answered {
  status: number;
  version: number;
  body: string;
}

/** A request as its key knows it: who sent it, and a hash of everything it asked. */
export interface KeyedRequest {
  personId: string;
  key: string;
  fingerprint: string;
}

/** The hash of what a request asks; two that ask the same have the same. */
export const fingerprintOf = (...asked: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('hex');

/** What the same request was answered before, or that its key was another's. `at` is the time now. */
export async function answeredBefore(
  db: Database | Writing,
  { personId, key, fingerprint }: KeyedRequest,
  at: string,
): Promise<Answered | 'key-reused' | undefined> {
  const found = await db
    .selectFrom('idempotencyKeys')
    .select(['fingerprint', 'status', 'version', 'body'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .where('createdAt', '>', oldest(at))
    .executeTakeFirst();
  if (found && found.fingerprint !== fingerprint) return 'key-reused';
  return found;
}

/** Remembers an answer with what it was given for, and forgets keys that are too old. */
export async function rememberAnswer(
  { db, at }: Write,
  request: KeyedRequest,
  { status, version, body }: Answered,
): Promise<void> {
  await db.deleteFrom('idempotencyKeys').where('createdAt', '<=', oldest(at)).execute();
  await db
    .insertInto('idempotencyKeys')
    .values({ ...request, status, version, body, createdAt: at })
    .execute();
}

const oldest = (at: string): string => new Date(Date.parse(at) - keyLife).toISOString();
