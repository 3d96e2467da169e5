/** A server started to be tried: sample data from the start, and anybody of it without a password – on this machine alone. */
import { afterAll, describe, expect, it } from 'vitest';
import type { Session, SignInMethods } from '../../schemas/generated/types.ts';
import { repositoryRulebooks } from '../../server/library.ts';
import { isLoopback } from '../../server/loopback.ts';
import { CannotTry } from '../../server/sample/trial.ts';
import { type Serving, serve } from '../../server/serve.ts';
import { people } from '../support/people.ts';
import { openTestPlatform, silent, temporaryFolder, testSettings } from '../support/platform.ts';

const running: Serving[] = [];
afterAll(async () => {
  for (const one of running) await one.close();
});

async function start(given: Parameters<typeof testSettings>[0] = {}): Promise<Serving> {
  const settings = testSettings({ data: temporaryFolder(), trial: true, ...given });
  const serving = await serve({ settings, rulebooks: repositoryRulebooks(), log: silent });
  running.push(serving);
  return serving;
}

const signIn = (url: string, role: string): Promise<Response> =>
  fetch(`${url}/api/session/sample`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ role }),
  });

describe('a trial', async () => {
  const data = temporaryFolder();
  const { url } = await start({ data });

  it('offers one of each role, and signs in as them', async () => {
    const methods = (await (await fetch(`${url}/api/sign-in`)).json()) as SignInMethods;
    expect(methods.sampleRoles!.map(({ role }) => role).sort()).toEqual([
      'administrator',
      'policy',
      'reviewer',
      'unit',
    ]);
    for (const { role, name } of methods.sampleRoles!) {
      const response = await signIn(url, role);
      expect(response.status).toBe(201);
      const session = (await response.json()) as Session;
      expect(session).toMatchObject({ sample: true, person: { role, name, sample: true } });
      const Cookie = response.headers.get('Set-Cookie')!.split(';')[0]!;
      const asked = await fetch(`${url}/api/session`, { headers: { Cookie } });
      expect(((await asked.json()) as Session).person.name).toBe(name);
    }
  });

  it('needs no set-up, and keeps what it was started with', async () => {
    expect(await (await fetch(`${url}/api/setup`)).json()).toEqual({ needed: false });
    const response = await signIn(url, 'administrator');
    const { csrfToken } = (await response.json()) as Session;
    const headers = {
      Cookie: response.headers.get('Set-Cookie')!.split(';')[0]!,
      'X-CSRF-Token': csrfToken!,
    };
    const removal = await fetch(`${url}/api/sample-data`, { method: 'DELETE', headers });
    expect(removal.status).toBe(409);
  });

  it('starts again on what it made', async () => {
    const again = await start({ data });
    expect((await signIn(again.url, 'unit')).status).toBe(201);
  });
});

describe('where there is no trial', () => {
  it('nobody is let in without a password, though the sample is loaded', async () => {
    const { url, platform } = await start({ trial: false });
    const { as } = await people(platform.services);
    expect((await as('administrator').post('/api/sample-data')).status).toBe(201);
    expect((await signIn(url, 'reviewer')).status).toBe(404);
    const methods = (await (await fetch(`${url}/api/sign-in`)).json()) as SignInMethods;
    expect(methods.sampleRoles).toBeUndefined();
  });

  it.each([
    [{ host: '0.0.0.0' }, '--host'],
    [{ publicUrl: 'https://example.org' }, 'PUBLIC_URL'],
    [{ trustProxy: true }, 'TRUST_PROXY'],
  ])('%o is refused', async (given, name) => {
    const error = await start(given).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CannotTry);
    expect((error as CannotTry).diagnostic.message.zh).toContain(name);
  });

  it('a database with anything else in it is refused, and left as it is', async () => {
    const data = temporaryFolder();
    const services = await openTestPlatform({ data });
    await people(services);
    const error = await start({ data }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CannotTry);
    const sample = await services.store.db.selectFrom('units').select('id').where('sample', '=', 1).execute();
    expect(sample).toEqual([]);
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['127.0.0.1.example.org', false],
  ['localhost.example.org', false],
])('%s is this machine alone: %s', (host, expected) => expect(isLoopback(host)).toBe(expected));
