/** Signing in at an OpenID Connect provider: there, and back. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { personOfIdentity } from '../../people/identity.ts';
import { type OpenId, OpenIdFailure, underwayLife } from '../../people/open-id.ts';
import { openSession } from '../../people/sessions.ts';
import { ownOrigin } from '../address.ts';
import { setSessionCookie } from '../cookies.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';

const path = '/api/sign-in/open-id';
const callback = `${path}/callback`;
const underwayCookie = 'zhunsheng_open_id';

const underwayAttributes = (c: Context, { settings }: Services) => ({
  path,
  httpOnly: true,
  // The provider sends the browser back, which is a visit from another site.
  sameSite: 'Lax' as const,
  secure: ownOrigin(c, settings).startsWith('https:'),
});

function providerOf({ openId }: Services): OpenId {
  if (openId) return openId;
  throw new Refusal('not-found', {
    detail: { zh: '这台服务器没有设统一认证。', en: 'this server has no OpenID Connect provider.' },
  });
}

/** A path of this server and nothing else, to go to afterwards. */
function localPath(text: string): string {
  const here = 'http://here.invalid';
  const isPath = /^\/(?![/\\])[\x21-\x7e]{0,1000}$/.test(text) && !text.includes('\\');
  if (isPath && URL.canParse(text, here)) {
    const url = new URL(text, here);
    if (url.origin === here && !url.pathname.startsWith('//')) return url.pathname + url.search + url.hash;
  }
  throw new Refusal('bad-parameter', {
    detail: {
      zh: 'return 应是本站的路径，如 /forms，至多一千个字符。',
      en: 'return must be a path of this site, as /forms, of at most a thousand characters.',
    },
  });
}

/** The answer to what went wrong with the provider; the log is told its code. */
function failed(error: unknown, { log }: Services): Refusal {
  if (!(error instanceof OpenIdFailure)) throw error;
  log.warn({ reason: error.reason, code: error.code }, 'open id');
  return error.reason === 'unreachable'
    ? new Refusal('not-ready', {
        detail: {
          zh: '统一认证没有答复，请稍后再试，或用密码登录。',
          en: 'the identity provider does not answer; try later, or sign in with a password.',
        },
      })
    : new Refusal('sign-in-refused', {
        detail: {
          zh: '统一认证的答复不能采信，或已过时。请重新登录。',
          en: 'what the identity provider answered cannot be trusted, or is too old; sign in again.',
        },
      });
}

export const begin = route({
  method: 'get',
  path,
  id: 'beginOpenIdSignIn',
  tag: 'session',
  right: 'anyone',
  summary: { zh: '去统一认证登录', en: 'Sign in at the identity provider' },
  description: {
    zh: '把浏览器转到统一认证（OpenID Connect）；登录后回到 return 所指的页面。',
    en: 'Sends the browser to the OpenID Connect provider, and afterwards to the page that return names.',
  },
  parameters: [
    {
      in: 'query',
      name: 'return',
      description: { zh: '登录后去哪里：本站的路径。', en: 'Where to go afterwards: a path of this site.' },
      schema: { type: 'string', default: '/' },
    },
  ],
  answer: { status: 302, description: { zh: '去统一认证。', en: 'To the provider.' }, content: {} },
  problems: ['bad-parameter', 'not-found', 'not-ready'],
  handle: async ({ c, services }) => {
    const provider = providerOf(services);
    const returnTo = localPath(c.req.query('return') ?? '/');
    const redirectUri = ownOrigin(c, services.settings) + callback;
    const { url, sealed } = await provider.begin(redirectUri, returnTo).catch((error) => {
      throw failed(error, services);
    });
    setCookie(c, underwayCookie, sealed, {
      ...underwayAttributes(c, services),
      maxAge: underwayLife / 1000,
    });
    return c.redirect(url, 302);
  },
});

export const finish = route({
  method: 'get',
  path: callback,
  id: 'finishOpenIdSignIn',
  tag: 'session',
  openQuery: true,
  right: 'anyone',
  summary: { zh: '从统一认证回来', en: 'Come back from the identity provider' },
  description: {
    zh: '核对统一认证的答复，找到人员：已绑定的，或登录名与统一认证所证明的登录名、邮箱相同而尚未绑定的（随即绑定）。没有这个人，请管理员先建立。',
    en: 'Checks what the provider answered, and finds the person: who was linked before, or whose name is the name or verified mail address the provider vouches for and who is linked to nobody yet; they are linked from then on. Nobody is created: an administrator does that.',
  },
  answer: {
    status: 302,
    description: { zh: '已登录，去 return 所指的页面。', en: 'Signed in; to the page that return named.' },
    content: {},
  },
  problems: ['not-found', 'sign-in-refused', 'not-ready'],
  handle: async ({ c, services }) => {
    const provider = providerOf(services);
    const sealed = getCookie(c, underwayCookie) ?? '';
    deleteCookie(c, underwayCookie, underwayAttributes(c, services));
    const address = new URL(callback + new URL(c.req.url).search, ownOrigin(c, services.settings));
    const { identity, returnTo } = await provider.finish(address, sealed).catch((error) => {
      throw failed(error, services);
    });
    const session = await services.store.write(null, async (write) => {
      const person = await personOfIdentity(write, identity);
      if (!person)
        throw new Refusal('sign-in-refused', {
          detail: {
            zh: '这里没有与您的统一认证身份对应的在用人员。请管理员以您在统一认证的登录名或邮箱建立人员。',
            en: 'no active person here belongs to your identity; ask an administrator to create one by the name or mail address you have at the provider.',
          },
        });
      write.log({ action: 'session.opened', kind: 'person', id: person.id, after: { by: 'open-id' } });
      return openSession(write, person.id);
    });
    setSessionCookie(c, services.settings, session);
    return c.redirect(returnTo, 302);
  },
});
