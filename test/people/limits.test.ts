/** How often one may ask, and how often one may be wrong. */
import { expect, test } from 'vitest';
import { Library } from '../../server/library.ts';
import type { Settings } from '../../server/settings.ts';
import { servicesWith } from '../support/platform.ts';
import { codeOf, password, Visitor } from './visitor.ts';

async function server(settings: Partial<Settings>) {
  const services = await servicesWith(new Library(), settings);
  const admin = new Visitor(services);
  await admin.setUp(services);
  return { services, admin };
}

const from = (address: string) => ({ 'X-Forwarded-For': address });
const signIn = (visitor: Visitor, name: string, secret: string, address = '192.0.2.1') =>
  visitor.ask('POST', '/api/session', { name, password: secret }, from(address));

test('after some wrong passwords the right one does not help either, and it is said how long', async () => {
  const { services } = await server({ signInLimit: 3, trustProxy: true });
  const visitor = new Visitor(services);
  for (let times = 0; times < 3; times++) expect((await signIn(visitor, 'admin', 'wrong')).status).toBe(401);
  const refused = await signIn(visitor, 'admin', password);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await codeOf(refused)).toEqual([429, 'too-many-requests']);
  expect((await signIn(visitor, 'admin', password, '192.0.2.2')).status, 'the name counts').toBe(429);
  expect((await signIn(visitor, 'other', password)).status, 'the address counts').toBe(429);
  expect((await signIn(visitor, 'other', password, '192.0.2.3')).status).toBe(401);
});

test('many at once are not more than many one after the other', async () => {
  const { services } = await server({ signInLimit: 3 });
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => signIn(new Visitor(services), 'admin', 'wrong')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
});

test('the right password is never held against anyone', async () => {
  const { services } = await server({ signInLimit: 3 });
  for (let times = 0; times < 10; times++)
    expect((await signIn(new Visitor(services), 'admin', password)).status).toBe(201);
  expect((await signIn(new Visitor(services), 'admin', 'wrong')).status).toBe(401);
});

test('the one-time code cannot be tried for ever', async () => {
  const services = await servicesWith(new Library(), { signInLimit: 3 });
  const statuses: number[] = [];
  for (let times = 0; times < 5; times++)
    statuses.push((await new Visitor(services).setUp(services, 'admin', 'wrong')).status);
  expect(statuses).toEqual([403, 403, 403, 429, 429]);
});

test('requests are limited for each person, and for each address that is not signed in', async () => {
  const { services, admin } = await server({ rateLimit: 5, trustProxy: true });
  const stranger = new Visitor(services);
  const statuses = async (visitor: Visitor, address: string) => {
    const all: number[] = [];
    for (let times = 0; times < 7; times++)
      all.push((await visitor.ask('GET', '/api/session', undefined, from(address))).status);
    return all;
  };
  expect(await statuses(stranger, '192.0.2.1')).toEqual([401, 401, 401, 401, 401, 429, 429]);
  expect(await statuses(admin, '192.0.2.1')).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect((await stranger.ask('GET', '/api/session', undefined, from('192.0.2.2'))).status).toBe(401);
  const { services: direct } = await server({ rateLimit: 2 });
  const forged = await Promise.all(
    ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'].map((address) =>
      new Visitor(direct).ask('GET', '/api/session', undefined, from(address)),
    ),
  );
  expect(
    forged.map(({ status }) => status),
    'without a proxy the header says nothing',
  ).toContain(429);
});
