/** The typed client against a server: what is generated is up to date, and it does what a page needs. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ApiProblem, createClient } from '../../server/client/client.ts';
import { createApp } from '../../server/http/app.ts';
import { Library } from '../../server/library.ts';
import { pages, withTable } from '../../server/tools/client/documentation.ts';
import { generateOperations } from '../../server/tools/client/generate.ts';
import { generateRights } from '../../server/tools/client/rights.ts';
import { reform } from '../http/client.ts';
import { servicesWith } from '../support/platform.ts';
import { root } from '../support/repository.ts';

const client = (name: string): string => readFileSync(`${root}server/client/${name}.generated.ts`, 'utf8');

test('what is generated is up to date (npm run generate)', () => {
  expect(client('operations') === generateOperations()).toBe(true);
  expect(client('rights') === generateRights()).toBe(true);
  for (const { path, mark, table } of pages) {
    const page = readFileSync(root + path, 'utf8');
    expect(withTable(page, mark, table) === page, `the table in ${path} is out of date`).toBe(true);
  }
});

/** A browser as far as cookies go. */
async function browser() {
  const services = await servicesWith(new Library());
  const app = createApp(services);
  let cookie = '';
  const fetch = async (address: unknown, init?: RequestInit): Promise<Response> => {
    const headers = { ...(init?.headers as Record<string, string>), ...(cookie ? { Cookie: cookie } : {}) };
    const response = await app.request(String(address), { ...init, headers });
    cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  return { services, client: createClient({ fetch: fetch as typeof globalThis.fetch, language: 'en' }) };
}

test('sets up, carries the token against forgery, changes by version, signs out', async () => {
  const { services, client } = await browser();
  expect((await client.call('getSetup', {})).value).toEqual({ needed: true });
  const { value: session } = await client.call('setUp', {
    body: {
      code: services.setup.code,
      name: 'admin',
      displayName: '管理员',
      password: 'correct horse battery',
      region: '某市',
    },
  });
  const { value: unit, etag } = await client.call('createUnit', {
    body: { kind: 'unit', name: '某局', parentId: session.person.unit.id },
  });
  const change = { path: { unit: unit.id }, body: { name: '某某局', active: true } };
  const changed = await client.call('changeUnit', { ...change, headers: { 'If-Match': etag! } });
  expect(changed).toMatchObject({ value: { name: '某某局', version: 2 }, etag: '"2"' });
  const stale = await client
    .call('changeUnit', { ...change, headers: { 'If-Match': etag! } })
    .catch((error) => error);
  expect(stale).toBeInstanceOf(ApiProblem);
  expect(stale).toMatchObject({ etag: '"2"', problem: { code: 'version-changed', status: 412 } });
  expect((await client.call('listUnits', { query: { limit: 1 } })).value.items).toHaveLength(1);
  expect((await client.call('signOut', {})).value).toBeUndefined();
  await expect(client.call('getSession', {})).rejects.toMatchObject({ problem: { code: 'not-signed-in' } });
});

test('scores without signing in', async () => {
  const { client } = await browser();
  expect((await client.call('evaluateForm', { body: reform() })).value.total).toBe('92.52');
});
