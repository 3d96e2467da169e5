/** The cookie that carries a session: scripts cannot read it, other sites cannot have it sent with a change. */
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { OpenedSession } from '../people/sessions.ts';
import type { Settings } from '../settings.ts';
import { ownOrigin } from './address.ts';
import { sessionCookie } from './admission.ts';

const attributes = (c: Context, settings: Settings) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Lax' as const,
  secure: ownOrigin(c, settings).startsWith('https:'),
});

export const setSessionCookie = (
  c: Context,
  settings: Settings,
  { secret, expiresAt }: OpenedSession,
): void => setCookie(c, sessionCookie, secret, { ...attributes(c, settings), expires: new Date(expiresAt) });

export const clearSessionCookie = (c: Context, settings: Settings): void => {
  deleteCookie(c, sessionCookie, attributes(c, settings));
};
