/** Signing in at a provider: who is let in, what is remembered of them, and everything that must not be believed. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { Library } from '../../server/library.ts';
import { OpenId } from '../../server/people/open-id.ts';
import { appOf, servicesWith } from '../support/platform.ts';
import { clientId, clientSecret, Provider, type Spoilt } from '../support/provider.ts';
import { makeWorld, type World } from '../support/world.ts';

const provider = new Provider();
let services: Services;
let world: World;
let app: ReturnType<typeof appOf>;

beforeAll(() => provider.start());
afterAll(() => provider.stop());
beforeEach(async () => {
  provider.user = { sub: 'subject-1', preferred_username: 'clerk' };
  provider.spoilt = {};
  provider.userinfo = undefined;
  provider.asked.length = 0;
  services = await withProvider(provider.issuer);
  world = await makeWorld(services);
  app = appOf(services);
});

const withProvider = (issuer: string) =>
  servicesWith(new Library(), { openId: { issuer, clientId, clientSecret } });

/** Where the browser is sent, with the cookie it is given. */
async function begin(query = ''): Promise<{ url: string; cookie: string }> {
  const response = await app.request(`/api/sign-in/open-id${query}`);
  expect(response.status).toBe(302);
  const cookie = response.headers.get('Set-Cookie')!;
  return { url: response.headers.get('Location')!, cookie: cookie.split(';')[0]! };
}

const finish = (back: URL, cookie: string) =>
  app.request(`${back.pathname}${back.search}`, { headers: { Cookie: cookie } });

/** There and back. */
async function signIn(query = ''): Promise<Response> {
  const { url, cookie } = await begin(query);
  return finish(provider.authorize(url), cookie);
}

/** The id of who is signed in by an answer. */
async function whoIs(response: Response): Promise<string> {
  const cookies = response.headers.getSetCookie();
  const cookie = cookies.find((one) => one.startsWith('zhunsheng_session='))!.split(';')[0]!;
  const session = await app.request('/api/session', { headers: { Cookie: cookie } });
  return ((await session.json()) as { person: { id: string } }).person.id;
}

async function expectRefused(response: Response, code = 'sign-in-refused', status = 403): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  expect([response.status, problem.code]).toEqual([status, code]);
  expect(response.headers.getSetCookie().join()).not.toContain('zhunsheng_session');
  return problem;
}

const subjectOf = async (id: string) =>
  (await services.store.db.selectFrom('people').select('subject').where('id', '=', id).executeTakeFirst())
    ?.subject;

describe('who is let in', () => {
  test('the person of that name, who is linked from then on, whatever the name becomes', async () => {
    const first = await signIn(`?return=${encodeURIComponent('/forms?state=draft')}`);
    expect([first.status, first.headers.get('Location')]).toEqual([302, '/forms?state=draft']);
    expect(await whoIs(first)).toBe(world.clerk.id);
    expect(await subjectOf(world.clerk.id)).toBe(`${provider.issuer} subject-1`);
    provider.user = { sub: 'subject-1', preferred_username: 'somebody.else' };
    expect(await whoIs(await signIn())).toBe(world.clerk.id);
    const log = await services.store.db.selectFrom('log').select('action').orderBy('seq').execute();
    expect(log.slice(-3).map(({ action }) => action)).toEqual([
      'person.linked',
      'session.opened',
      'session.opened',
    ]);
  });

  test.each([
    ['a name in capitals and wide letters', { preferred_username: 'ＣＬＥＲＫ' }],
    ['a verified mail address', { preferred_username: 'x', email: 'clerk', email_verified: true }],
  ])('by %s', async (_what, claims) => {
    provider.user = { sub: 'subject-1', ...claims };
    expect(await whoIs(await signIn())).toBe(world.clerk.id);
  });

  test('by what the provider tells only when it is asked for more', async () => {
    provider.user = { sub: 'subject-1' };
    provider.userinfo = { preferred_username: 'clerk' };
    expect(await whoIs(await signIn())).toBe(world.clerk.id);
    expect(provider.asked).toContain('/userinfo');
  });

  test.each<[string, Record<string, unknown>]>([
    ['an unknown name', { preferred_username: 'nobody' }],
    ['no name', {}],
    ['a mail address nobody verified', { email: 'clerk', email_verified: false }],
    ['a mail address said to be verified in words', { email: 'clerk', email_verified: 'true' }],
    ['a name that is no text', { preferred_username: ['clerk'] }],
  ])('but not by %s, and is told whom to ask', async (_what, claims) => {
    provider.user = { sub: 'subject-1', ...claims };
    const { detail } = await expectRefused(await signIn());
    expect(detail).toContain('管理员');
    expect(await subjectOf(world.clerk.id)).toBeNull();
  });

  test('nobody takes over a person who is linked to another identity', async () => {
    await signIn();
    provider.user = { sub: 'subject-2', preferred_username: 'clerk' };
    await expectRefused(await signIn());
    expect(await subjectOf(world.clerk.id)).toBe(`${provider.issuer} subject-1`);
  });

  test.each([true, false])('nor who was removed (linked before: %s)', async (isLinked) => {
    if (isLinked) await signIn();
    const { db } = services.store;
    await db.updateTable('people').set({ active: 0 }).where('id', '=', world.clerk.id).execute();
    await expectRefused(await signIn());
  });
});

describe('what comes back is not believed', () => {
  const past = Math.floor(Date.now() / 1000) - 3600;
  const bare = '{"access_token":"a","token_type":"Bearer"}';

  test.each<[string, Spoilt]>([
    ['signed with another key', { key: Provider.foreignKey() }],
    ['signed not at all', { header: { alg: 'none' } }],
    ['signed by a key that is not there', { header: { kid: 'two' } }],
    ['for another audience', { claims: { aud: 'another' } }],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['for another sign-in', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['expired', { claims: { exp: past } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['an error', { answer: { status: 400, body: '{"error":"invalid_grant"}' } }],
    ['a failure', { answer: { status: 500, body: '{}' } }],
    ['nonsense', { answer: { status: 200, body: 'no json' } }],
    ['no identity', { answer: { status: 200, body: bare } }],
  ])('where it is %s', async (_what, spoilt) => {
    const { url, cookie } = await begin();
    provider.spoilt = spoilt;
    await expectRefused(await finish(provider.authorize(url), cookie));
    expect(await subjectOf(world.clerk.id)).toBeNull();
  });

  test.each<[string, Record<string, string | undefined>]>([
    ['another state', { state: 'another' }],
    ['no state', { state: undefined }],
    ['another code', { code: 'another' }],
    ['no code', { code: undefined }],
    ['a refusal', { code: undefined, error: 'access_denied' }],
  ])('where it comes with %s', async (_what, change) => {
    const { url, cookie } = await begin();
    const back = provider.authorize(url);
    for (const [name, value] of Object.entries(change))
      if (value === undefined) back.searchParams.delete(name);
      else back.searchParams.set(name, value);
    await expectRefused(await finish(back, cookie));
  });

  test('a second time', async () => {
    const { url, cookie } = await begin();
    const back = provider.authorize(url);
    expect((await finish(back, cookie)).status).toBe(302);
    await expectRefused(await finish(back, cookie));
  });

  test('in a browser that was not sent there, of another sign-in, or after changes to its cookie', async () => {
    const { url, cookie } = await begin();
    const other = await begin();
    const back = provider.authorize(url);
    provider.asked.length = 0;
    for (const wrong of ['', other.cookie, cookie.slice(0, -2), `${cookie}AAAA`, 'zhunsheng_open_id=x'])
      await expectRefused(await finish(back, wrong));
    expect(provider.asked, 'the provider is not even asked').toEqual([]);
    expect((await finish(back, cookie)).status).toBe(302);
  });

  test('too late', async () => {
    const { url, cookie } = await begin();
    const later = () => new Date(Date.now() + 11 * 60 * 1000);
    app = appOf({ ...services, openId: new OpenId(services.settings.openId!, later) });
    await expectRefused(await finish(provider.authorize(url), cookie));
  });
});

describe('on the way', () => {
  test('another server with the same settings takes who was sent by the first', async () => {
    const { url, cookie } = await begin();
    app = appOf({ ...services, openId: (await withProvider(provider.issuer)).openId });
    expect((await finish(provider.authorize(url), cookie)).status).toBe(302);
  });

  test('the cookie is unreadable, for this way only, and gone afterwards', async () => {
    const response = await app.request('/api/sign-in/open-id');
    const attributes = response.headers.get('Set-Cookie')!;
    expect(attributes).toMatch(/Max-Age=600; Path=\/api\/sign-in\/open-id; HttpOnly; SameSite=Lax$/);
    const state = new URL(response.headers.get('Location')!).searchParams.get('state')!;
    const bytes = Buffer.from(attributes.split(/[=;]/)[1]!, 'base64url').toString('latin1');
    expect(bytes).not.toContain(state);
    const back = await signIn();
    expect(back.headers.getSetCookie().join()).toMatch(
      /zhunsheng_open_id=; Max-Age=0; Path=\/api\/sign-in\/open-id/,
    );
  });

  test.each(['/forms', '/', '/a?b=c#d', '/@x'])('%s is a place to return to', async (path) => {
    expect((await signIn(`?return=${encodeURIComponent(path)}`)).headers.get('Location')).toBe(path);
  });

  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\/elsewhere.example',
    '/..//elsewhere.example',
    '/\t/elsewhere.example',
    'forms',
    '',
    ' /forms',
    'javascript:alert(1)',
    `/${'x'.repeat(2000)}`,
  ])('%j is not', async (path) => {
    const response = await app.request(`/api/sign-in/open-id?return=${encodeURIComponent(path)}`);
    await expectRefused(response, 'bad-parameter', 400);
  });

  test('the address people type is the one the provider sends them back to', async () => {
    const { settings } = services;
    app = appOf({ ...services, settings: { ...settings, publicUrl: 'https://zhunsheng.example' } });
    const response = await app.request('/api/sign-in/open-id');
    expect(response.headers.get('Set-Cookie')).toContain('; Secure');
    expect(new URL(response.headers.get('Location')!).searchParams.get('redirect_uri')).toBe(
      'https://zhunsheng.example/api/sign-in/open-id/callback',
    );
  });
});

describe('a provider', () => {
  test('that is not there is told, and asked again the next time', async () => {
    const gone = await new Provider().start();
    await gone.stop();
    app = appOf({ ...services, openId: (await withProvider(gone.issuer)).openId });
    await expectRefused(await app.request('/api/sign-in/open-id'), 'not-ready', 503);
    await expectRefused(await app.request('/api/sign-in/open-id'), 'not-ready', 503);
  });

  test('that is gone when the browser comes back is told', async () => {
    const short = await new Provider().start();
    app = appOf({ ...services, openId: (await withProvider(short.issuer)).openId });
    const { url, cookie } = await begin();
    const back = short.authorize(url);
    await short.stop();
    await expectRefused(await finish(back, cookie), 'not-ready', 503);
  });

  test('that is found at another address than it says is not believed', async () => {
    app = appOf({ ...services, openId: (await withProvider(`${provider.issuer}/other`)).openId });
    await expectRefused(await app.request('/api/sign-in/open-id'), 'not-ready', 503);
  });

  test('is asked nothing before somebody wants to sign in there', async () => {
    await app.request('/readyz');
    await app.request('/api/sign-in');
    expect(provider.asked).toEqual([]);
  });

  test.each(['', '/callback'])('that is not set is not there: %j', async (path) => {
    app = appOf(await servicesWith(new Library()));
    await expectRefused(await app.request(`/api/sign-in/open-id${path}`), 'not-found', 404);
  });
});
