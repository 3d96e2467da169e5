/** What the store promises, whichever database it is on. */
import { spawn } from 'node:child_process';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { CannotOpen } from '../../server/store/database.ts';
import { verifyLog } from '../../server/store/log.ts';
import { tables } from '../../server/store/migrations/0001-tables.ts';
import { migrations } from '../../server/store/migrations/index.ts';
import { Store } from '../../server/store/store.ts';
import { databases } from '../support/databases.ts';
import { awkward, fill } from '../support/filled.ts';
import { openTestPlatform, temporaryFolder } from '../support/platform.ts';

describe.each(databases)('$name', ({ name, empty }) => {
  test('opening again changes nothing, and every migration is made once', async () => {
    const place = await empty();
    const first = await Store.open(place);
    await first.write(null, async ({ log }) => log({ action: 'a.b', kind: 'a', id: '1' }));
    await first.close();
    const [second, third] = await Promise.all([Store.open(place), Store.open(place)]);
    expect(await verifyLog(second.db)).toMatchObject({ intact: true, entries: 1 });
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(third.db);
    expect(rows.map((one) => one.name)).toEqual(Object.keys(migrations));
    await second.close();
    await third.close();
  });

  test('a database that a later version wrote is not touched', async () => {
    const place = await empty();
    const store = await Store.open(place);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2000')`.execute(store.db);
    await store.close();
    await expect(Store.open(place)).rejects.toThrow(CannotOpen);
    const error = await Store.openExisting(place).catch((one) => one);
    expect(error.diagnostic.code).toBe('database-of-other-version');
  });

  test('a database that was never set up is not set up by looking at it', async () => {
    const place = await empty();
    for (let times = 0; times < 2; times++) {
      const error = await Store.openExisting(place).catch((one) => one);
      expect(error.diagnostic.code).toBe('no-database');
    }
  });

  test('rows name rows that are there', async () => {
    const store = await Store.open(await empty());
    const orphan = store.db
      .insertInto('sessions')
      .values({ hash: 'h', personId: 'nobody', csrfToken: 'c', createdAt: 'x', expiresAt: 'y' })
      .execute();
    await expect(orphan).rejects.toThrow(/foreign key/i);
    await store.close();
  });

  test.each([
    '1.10',
    '0.10',
    '100',
    '-0',
    '92.520',
    '123456789012345678901234567890.123456789',
    '1e3',
    awkward,
  ])('%j comes back as it was written', async (text) => {
    const store = await Store.open(await empty());
    await store.db
      .insertInto('units')
      .values({
        id: 'u',
        kind: 'unit',
        name: text,
        code: null,
        parentId: null,
        path: '/u/',
        active: 1,
        sample: 0,
        version: 1,
        createdAt: text,
        updatedAt: text,
      })
      .execute();
    expect(await store.db.selectFrom('units').selectAll().executeTakeFirst()).toEqual({
      id: 'u',
      kind: 'unit',
      name: text,
      code: null,
      parentId: null,
      path: '/u/',
      active: 1,
      sample: 0,
      version: 1,
      createdAt: text,
      updatedAt: text,
    });
    await store.close();
  });

  test('texts are in the order of their bytes', async () => {
    const store = await Store.open(await empty());
    const paths = ['/~', '/a-b/', '/a/', '/a/b/', '/B/', '/ä/', '/一/', '/ab/'];
    for (const path of paths)
      await store.db
        .insertInto('units')
        .values({
          id: path,
          kind: 'unit',
          name: path,
          code: null,
          parentId: null,
          path,
          active: 1,
          sample: 0,
          version: 1,
          createdAt: '',
          updatedAt: '',
        })
        .execute();
    const rows = await store.db.selectFrom('units').select('path').orderBy('path').execute();
    expect(rows.map(({ path }) => path)).toEqual([...paths].sort());
    const below = await store.db
      .selectFrom('units')
      .select('path')
      .where('path', '>=', '/a/')
      .where('path', '<', '/a/~')
      .execute();
    expect(below.map(({ path }) => path).sort()).toEqual(['/a/', '/a/b/']);
    await store.close();
  });

  describe('what is kept for ever', () => {
    const sealed: Record<string, string> = {
      log: 'action',
      filings: 'document',
      evaluations: 'result',
      draftVersions: 'text',
    };

    test('is not changed and not removed', async () => {
      const services = await openTestPlatform(await empty());
      await fill(services, 1);
      const { db } = services.store;
      for (const [table, column] of Object.entries(sealed)) {
        const update = sql`update ${sql.table(table)} set ${sql.ref(column)} = 'x'`.execute(db);
        await expect(update, table).rejects.toThrow('only ever added');
        const removal = sql`delete from ${sql.table(table)}`.execute(db);
        await expect(removal, table).rejects.toThrow('only ever added');
      }
      if (name === 'PostgreSQL')
        for (const table of Object.keys(sealed))
          await expect(sql`truncate ${sql.table(table)} cascade`.execute(db)).rejects.toThrow(
            'only ever added',
          );
    });

    test('a published edition stays as it is; that it is retired may be added; a draft may go', async () => {
      const { store } = await openTestPlatform(await empty());
      const published = store.db.updateTable('editions').where('state', '=', 'published');
      for (const change of [
        { text: 'x' },
        { hash: 'x' },
        { rulebook: 'x' },
        { edition: 'x' },
        { note: 'x' },
        { publishedAt: 'x' },
      ])
        await expect(published.set(change).execute(), JSON.stringify(change)).rejects.toThrow('not changed');
      await expect(
        store.db.deleteFrom('editions').where('state', '=', 'published').execute(),
      ).rejects.toThrow('not changed');
      await expect(
        store.db.deleteFrom('editionCases').where('rulebook', '=', 'xiangyang').execute(),
      ).rejects.toThrow('not changed');
      await published
        .set({ state: 'retired', retiredAt: 'now', retirementNote: 'x' })
        .where('rulebook', '=', 'xiangyang')
        .execute();
      await expect(
        store.db.updateTable('editions').set({ text: 'x' }).where('state', '=', 'retired').execute(),
      ).rejects.toThrow('not changed');
      await expect(store.db.deleteFrom('editions').where('state', '=', 'retired').execute()).rejects.toThrow(
        'not changed',
      );
      await store.db.updateTable('editions').set({ text: 'x' }).where('state', '=', 'draft').execute();
      await store.db
        .deleteFrom('editionCases')
        .where('rulebook', '=', 'ningxia')
        .where('edition', '=', '2022')
        .execute();
      await store.db.deleteFrom('editions').where('state', '=', 'draft').execute();
    });
  });
});

test('the embedded database keeps what it acknowledged, and holds rows to each other', async () => {
  const store = await Store.open({ data: temporaryFolder(), databaseUrl: undefined });
  const pragma = async (name: string) =>
    Object.values(
      (await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(store.db)).rows[0]!,
    )[0];
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('foreign_keys')).toBe(1);
  expect(await pragma('busy_timeout')).toBe(10_000);
  await store.close();
});

test('no column holds a number with a fraction', () => {
  const kinds = Object.values(tables).flatMap(({ columns }) => Object.values(columns));
  expect([...new Set(kinds)].sort()).toEqual(['integer', 'text']);
});

/** Writes so many entries from a process of its own. */
const writing = (data: string, who: string, count: number): Promise<string> =>
  new Promise((resolve) => {
    const program = `
      import { Store } from './server/store/store.ts';
      const store = await Store.open({ data: ${JSON.stringify(data)}, databaseUrl: undefined });
      for (let index = 0; index < ${count}; index++)
        await store.write(null, async ({ log }) => log({ action: 'a.b', kind: 'a', id: '${who}' + index }));
      await store.close();`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('close', (code) => resolve(code === 0 ? '' : told));
  });

test('several processes may write to the embedded database: all of it is there, one after the other', async () => {
  const data = temporaryFolder();
  const told = await Promise.all(['a', 'b', 'c'].map((who) => writing(data, who, 60)));
  expect(told).toEqual(['', '', '']);
  const store = await Store.open({ data, databaseUrl: undefined });
  expect(await verifyLog(store.db)).toMatchObject({ intact: true, entries: 180 });
  const rows = await store.db.selectFrom('log').select('subjectId').execute();
  expect(new Set(rows.map(({ subjectId }) => subjectId)).size).toBe(180);
  await store.close();
});

test('a process that is killed while it makes the tables leaves none, and the next makes all of them', async () => {
  const data = temporaryFolder();
  const place = { data, databaseUrl: undefined };
  const program = `
    import { tables } from './server/store/migrations/0001-tables.ts';
    import { Store } from './server/store/store.ts';
    Object.defineProperty(tables, 'log', { enumerable: true, get: () => process.kill(process.pid, 'SIGKILL') });
    await Store.open({ data: ${JSON.stringify(data)}, databaseUrl: undefined });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  expect(await new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))).toBe(
    'SIGKILL',
  );
  const store = await Store.open(place);
  expect(await verifyLog(store.db)).toMatchObject({ intact: true, entries: 0 });
  await store.close();
});
