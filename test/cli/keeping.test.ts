/** The commands that keep, bring back and check what is stored. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { validateValue } from '../../engine/validate/schema.ts';
import type { Services } from '../../server/http/services.ts';
import { fill } from '../support/filled.ts';
import { openTestPlatform, temporaryFolder } from '../support/platform.ts';
import { cli, json } from './cli.ts';

const folder = temporaryFolder();
const backup = join(folder, 'all.backup');
mkdirSync(join(folder, 'odd'));
writeFileSync(
  join(folder, 'odd', 'zhunsheng.db'),
  'no database, but long enough to be read as one. '.repeat(20),
);
let data: string;
let services: Services;
beforeAll(async () => {
  services = await openTestPlatform();
  await fill(services, 2);
  data = services.settings.data;
  await cli(['backup', backup, '--data', data]);
});
afterEach(() => {
  delete process.env.ZHUNSHENG_DATA;
  delete process.env.DATABASE_URL;
});

test('backup, restore elsewhere, verify, replay: in words and for machines', async () => {
  const elsewhere = join(folder, 'elsewhere');
  const restored = await json(['restore', backup, '--data', elsewhere]);
  expect([restored.code, validateValue(restored.value, 'restored')]).toEqual([0, []]);
  process.env.ZHUNSHENG_DATA = elsewhere;
  const verified = await json(['verify-log', '--expect', restored.value.log.head.toUpperCase()]);
  expect([verified.code, validateValue(verified.value, 'logVerification')]).toEqual([0, []]);
  expect(verified.value.expected).toMatchObject({ found: true, seq: verified.value.entries });
  const replayed = await json(['replay']);
  expect([replayed.code, validateValue(replayed.value, 'replay'), replayed.value.equal]).toEqual([0, [], 2]);
  const again = await json(['backup', join(folder, 'again.backup')]);
  expect([again.code, validateValue(again.value, 'backedUp')]).toEqual([0, []]);
  expect((await cli(['verify-log'])).out).toContain('日志完好');
  expect((await cli(['replay'])).out).toContain('重做 2 次评价：相同 2');
  expect((await cli(['replay', '--lang', 'en'])).out).toContain('2 evaluations: 2 equal');
  expect((await cli(['backup', join(folder, 'b.backup'), '--lang', 'en'])).out).toContain('wrote ');
  expect((await cli(['restore', backup, '--data', join(folder, 'third'), '--lang', 'en'])).out).toContain(
    'the log is intact',
  );
});

test('a hash that is not in the log is told', async () => {
  const { code, out } = await cli(['verify-log', '--data', data, '--expect', 'ab'.repeat(32)]);
  expect([code, out.includes('被重写过')]).toEqual([1, true]);
});

test('a log that was tampered with is told, and where; a hash behind that place vouches for nothing', async () => {
  const tampered = join(folder, 'tampered');
  await cli(['restore', backup, '--data', tampered]);
  const { store } = await openTestPlatform({ data: tampered });
  await sql`drop trigger "log_no_update"`.execute(store.db);
  await store.db.updateTable('log').set({ action: 'other' }).where('seq', '=', 4).execute();
  const { head } = (await json(['verify-log', '--data', data])).value;
  const { code, value } = await json(['verify-log', '--data', tampered, '--expect', head]);
  expect([code, value.broken.seq, value.expected]).toEqual([1, 4, { hash: head, found: false }]);
  expect((await cli(['verify-log', '--data', tampered])).out).toContain('第 4 条');
});

test('an evaluation that was changed is told, and where', async () => {
  const changed = join(folder, 'changed');
  await cli(['restore', backup, '--data', changed]);
  const { store } = await openTestPlatform({ data: changed });
  await sql`drop trigger "evaluations_no_update"`.execute(store.db);
  await store.db.updateTable('evaluations').set({ total: '100' }).execute();
  const { code, out } = await cli(['replay', '--data', changed]);
  expect([code, out.includes('不同，第一处在 /total')]).toEqual([1, true]);
});

const refused: [string, string, () => string[], Record<string, string>?][] = [
  ['no database', 'no-database', () => ['verify-log', '--data', join(folder, 'none')]],
  [
    'no database of the environment',
    'no-database',
    () => ['replay'],
    { ZHUNSHENG_DATA: join(folder, 'none') },
  ],
  [
    'no database to back up',
    'no-database',
    () => ['backup', join(folder, 'x'), '--data', join(folder, 'none')],
  ],
  [
    'a database that is no database',
    'cannot-open-database',
    () => ['verify-log', '--data', join(folder, 'odd')],
  ],
  [
    'a server that is not there',
    'cannot-open-database',
    () => ['verify-log', '--database', 'postgres://127.0.0.1:1/x'],
  ],
  ['an address that is none', 'bad-option-value', () => ['verify-log', '--database', 'mysql://x']],
  ['two databases', 'options-exclude', () => ['verify-log', '--data', 'a', '--database', 'postgres://b/c']],
  ['a hash that is none', 'bad-option-value', () => ['verify-log', '--data', data, '--expect', 'xyz']],
  ['a backup that is there', 'backup-exists', () => ['backup', backup, '--data', data]],
  [
    'a backup that is none',
    'not-a-backup',
    () => ['restore', 'package.json', '--data', join(folder, 'none')],
  ],
  [
    'a backup that is not there',
    'file-not-found',
    () => ['restore', join(folder, 'gone'), '--data', join(folder, 'none')],
  ],
  ['a database that is not empty', 'database-not-empty', () => ['restore', backup, '--data', data]],
  ['an evaluation that is not there', 'unknown-reference', () => ['replay', 'gone', '--data', data]],
  ['no file', 'missing-argument', () => ['backup']],
];

test.each(refused)('%s is told as %s, and makes nothing', async (_what, code, argv, environment = {}) => {
  Object.assign(process.env, environment);
  const { code: exit, value } = await json(argv());
  expect([exit, value.diagnostics.map((one: { code: string }) => one.code)]).toEqual([2, [code]]);
  expect(validateValue(value, 'diagnostics')).toEqual([]);
  const { err } = await cli(argv());
  expect(err).toContain(code);
  expect(err).toMatch(/\p{Script=Han}/u);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('a folder that is named goes before a shared database of the environment', async () => {
  process.env.DATABASE_URL = 'postgres://127.0.0.1:1/x';
  expect((await cli(['verify-log', '--data', data])).code).toBe(0);
});
