/** What the environment says is used or refused, one diagnostic for each mistake. */
import { describe, expect, test } from 'vitest';
import { readSettings, variables } from '../../server/settings.ts';
import { shownDatabase } from '../../server/store/database.ts';

test('every variable may be left out, or be empty', () => {
  const nothing = readSettings({});
  const blank = readSettings(Object.fromEntries(variables.map(([name]) => [name, '  '])));
  expect(nothing.diagnostics).toEqual([]);
  expect(blank).toEqual(nothing);
  expect(nothing.settings).toMatchObject({ host: '127.0.0.1', port: 8787, data: 'data' });
  expect(nothing.settings).toMatchObject({ databaseUrl: undefined, openId: undefined, trustProxy: false });
});

test('the defaults that are documented are those that hold', () => {
  const documented = Object.fromEntries(variables.map(([name, value]) => [name, value]));
  expect(readSettings(documented)).toEqual(readSettings({}));
});

const openId = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' };

describe('what cannot be used', () => {
  test.each<[string, Record<string, string>]>([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['PORT', { PORT: '80a' }],
    ['PORT', { PORT: '1e3' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'zhunsheng.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'javascript://x' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
    ['RATE_LIMIT', { RATE_LIMIT: '-5' }],
    ['SIGN_IN_LIMIT', { SIGN_IN_LIMIT: 'many' }],
    ['WORKERS', { WORKERS: '1000' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['OIDC_ISSUER', { ...openId, OIDC_ISSUER: 'id.example' }],
    ['OIDC_CLIENT_ID', { ...openId, OIDC_CLIENT_ID: '' }],
    ['OIDC_CLIENT_SECRET', { ...openId, OIDC_CLIENT_SECRET: '' }],
  ])('%s of %j', (name, environment) => {
    const { diagnostics } = readSettings(environment);
    expect(diagnostics.map(({ code }) => code)).toEqual(['bad-option-value']);
    for (const language of ['zh', 'en'] as const) expect(diagnostics[0]!.message[language]).toContain(name);
    expect(diagnostics[0]!.help?.zh).toMatch(/\p{Script=Han}/u);
  });

  test('several are told together', () => {
    const { diagnostics } = readSettings({ PORT: 'x', LOG_LEVEL: 'x', PUBLIC_URL: 'x' });
    expect(diagnostics).toHaveLength(3);
  });
});

test('OpenID Connect is on when all of it is there', () => {
  expect(readSettings(openId).settings.openId).toEqual({
    issuer: 'https://id.example',
    clientId: 'a',
    clientSecret: 'b',
  });
  expect(readSettings({ PUBLIC_URL: 'https://x.example//' }).settings.publicUrl).toBe('https://x.example');
});

test('the password of a database is never shown', () => {
  const databaseUrl = 'postgres://user:p%40ss@host:5432/name';
  expect(shownDatabase({ data: '', databaseUrl })).toBe('postgres://host:5432/name');
});
