/** Who is asking: sessions in cookies, tokens of machines. A person who was removed is nobody from that moment on. */
import { isoTime } from '../store/clock.ts';
import type { Store, Write } from '../store/store.ts';
import { findPerson, type StoredPerson, withUnits } from './person.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** Milliseconds a session lasts: a working day. */
export const sessionLife = 12 * 60 * 60 * 1000;

/** Tokens are told from session secrets by their beginning. */
export const tokenPrefix = 'zs_';

export interface SignedIn {
  person: StoredPerson;
  /** Present where the person signed in with a cookie. */
  session?: { hash: string; csrfToken: string; expiresAt: string };
}

export interface OpenedSession {
  secret: string;
  csrfToken: string;
  expiresAt: string;
}

/** Opens a session for a person, and forgets those that have run out. */
export async function openSession({ db, at }: Write, personId: string): Promise<OpenedSession> {
  const secret = newSecret();
  const csrfToken = newSecret();
  const expiresAt = new Date(Date.parse(at) + sessionLife).toISOString();
  await db.deleteFrom('sessions').where('expiresAt', '<=', at).execute();
  await db
    .insertInto('sessions')
    .values({ hash: hashSecret(secret), personId, csrfToken, createdAt: at, expiresAt })
    .execute();
  await db.updateTable('people').set({ signedInAt: at }).where('id', '=', personId).execute();
  return { secret, csrfToken, expiresAt };
}

/** Whose session this is, or nobody's. */
export async function personOfSession({ db, clock }: Store, secret: string): Promise<SignedIn | undefined> {
  const hash = hashSecret(secret);
  const found = await withUnits(db)
    .innerJoin('sessions', 'sessions.personId', 'people.id')
    .select(['sessions.csrfToken', 'sessions.expiresAt'])
    .where('sessions.hash', '=', hash)
    .where('sessions.expiresAt', '>', isoTime(clock))
    .executeTakeFirst();
  if (!found?.active) return undefined;
  const { csrfToken, expiresAt, ...person } = found;
  return { person, session: { hash, csrfToken, expiresAt } };
}

/** Whose token this is, or nobody's. That it was used is noted by the day. */
export async function personOfToken({ db, clock }: Store, token: string): Promise<SignedIn | undefined> {
  const now = isoTime(clock);
  const found = await db
    .selectFrom('apiTokens')
    .select(['id', 'personId', 'usedAt'])
    .where('hash', '=', hashSecret(token))
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  const person = found && (await findPerson(db, found.personId));
  if (!person?.active) return undefined;
  if (found!.usedAt?.slice(0, 10) !== now.slice(0, 10))
    await db.updateTable('apiTokens').set({ usedAt: now }).where('id', '=', found!.id).execute();
  return { person };
}

export interface OpenSession {
  /** A part of what is stored of it; nobody can sign in with it. */
  id: string;
  createdAt: string;
  expiresAt: string;
  isCurrent: boolean;
}

/** Where a person is signed in, the latest first. */
export async function sessionsOf(
  { db, clock }: Store,
  personId: string,
  current: string | undefined,
): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['hash', 'createdAt', 'expiresAt'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', isoTime(clock))
    .orderBy('createdAt', 'desc')
    .orderBy('hash')
    .execute();
  return rows.map(({ hash, ...times }) => ({ id: hash.slice(0, 16), ...times, isCurrent: hash === current }));
}

/** Ends the sessions of a person, but for the one given. */
export async function endSessions(
  { db }: Pick<Write, 'db'>,
  personId: string,
  except?: string,
): Promise<void> {
  const all = db.deleteFrom('sessions').where('personId', '=', personId);
  await (except === undefined ? all : all.where('hash', '!=', except)).execute();
}
