/** Who asks, and whether they may: the one place where requests are let in. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { mayDo, type Owned, type RightName } from '../people/rights.ts';
import { whyNot } from '../people/rights-said.ts';
import { sameSecret } from '../people/secrets.ts';
import { personOfSession, personOfToken, type SignedIn, tokenPrefix } from '../people/sessions.ts';
import { clientAddress } from './address.ts';
import { Refusal } from './problems.ts';
import type { AnyRoute } from './route.ts';
import type { Services } from './services.ts';

export const sessionCookie = 'zhunsheng_session';
export const csrfHeader = 'X-CSRF-Token';

/** Lets a request in as far as its route goes; what it is about is held against the right later. */
export async function admit(c: Context, route: AnyRoute, services: Services): Promise<SignedIn | undefined> {
  const { limits, settings } = services;
  const address = clientAddress(c, settings);
  if (route.right === 'anyone') {
    await limits.countRequest(address);
    return undefined;
  }
  const asking = await whoAsks(c, services);
  await limits.countRequest(asking?.person.id ?? address);
  if (!asking) throw new Refusal('not-signed-in', { headers: { 'WWW-Authenticate': 'Bearer' } });
  checkCsrf(c, asking);
  permit(asking, route.right);
  return asking;
}

/** Refuses what is outside the right of who asks. */
export function permit({ person }: SignedIn, right: RightName, owned?: Owned): void {
  if (!mayDo(person, right, owned)) throw new Refusal('not-allowed', { detail: whyNot(person, right) });
}

async function whoAsks(c: Context, { store }: Services): Promise<SignedIn | undefined> {
  const [scheme, token = ''] = (c.req.header('Authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer')
    return token.startsWith(tokenPrefix) ? personOfToken(store, token) : undefined;
  const secret = getCookie(c, sessionCookie);
  return secret ? personOfSession(store, secret) : undefined;
}

/** A page of another site can make a browser send a cookie, but cannot read the token that goes with it. */
function checkCsrf(c: Context, { session }: SignedIn): void {
  if (!session || ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return;
  if (!sameSecret(c.req.header(csrfHeader) ?? '', session.csrfToken))
    throw new Refusal('csrf-token-missing', {
      detail: {
        zh: `请在请求头 ${csrfHeader} 带上登录时给出的防伪令牌（GET /api/session 可再取）。`,
        en: `send the token that signing in gave in the header ${csrfHeader}; GET /api/session tells it again.`,
      },
    });
}
