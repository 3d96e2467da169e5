/** What is backed up comes back, from either database to either; what is not whole does not come back at all. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Settings } from '../../server/settings.ts';
import { backUp } from '../../server/store/backup.ts';
import { keptTables, rowsOf } from '../../server/store/inventory.ts';
import { verifyLog } from '../../server/store/log.ts';
import { tables } from '../../server/store/migrations/0001-tables.ts';
import { restore } from '../../server/store/restore.ts';
import { Store } from '../../server/store/store.ts';
import { databases } from '../support/databases.ts';
import { fill } from '../support/filled.ts';
import { openTestPlatform, temporaryFolder } from '../support/platform.ts';

type Place = Pick<Settings, 'data' | 'databaseUrl'>;

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);

/** Every row of every table that is kept. */
async function dump(store: Store): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of keptTables) {
    all[table.name] = [];
    for await (const row of rowsOf(store.db, table)) all[table.name]!.push(row);
  }
  return all;
}

async function within<Result>(place: Place, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await Store.openExisting(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const codesOf = ({ diagnostics }: { diagnostics: { code: string }[] }) => diagnostics.map(({ code }) => code);

test('every table is kept but sessions', () => {
  expect(keptTables.map(({ name }) => name).sort()).toEqual(
    [...Object.keys(tables), 'excuses'].filter((name) => name !== 'sessions').sort(),
  );
});

describe.each(databases)('from $name', ({ name, empty }) => {
  const backup = file(`${name}.backup`);
  let before: Awaited<ReturnType<typeof dump>>;
  let source: Store;

  beforeAll(async () => {
    const services = await openTestPlatform(await empty());
    // More rows than one page of any table has.
    await fill(services, 45);
    source = services.store;
    await source.write(null, async ({ log }) => {
      for (let index = 0; index < 1100; index++) log({ action: 'a.b', kind: 'a', id: String(index) });
    });
    before = await dump(source);
    const { backedUp } = await backUp(source, backup);
    expect(backedUp).toMatchObject({ rows: { evaluations: 45, log: before.log!.length } });
    expect(backedUp!.log.head).toBe((before.log!.at(-1) as { hash: string }).hash);
  }, 60_000);

  test('no table is empty, so all of them are tried', () => {
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
  });

  test.each(databases)('to $name: the same state, and the log intact', async (target) => {
    const place = await target.empty();
    const { restored, diagnostics } = await restore(place, backup);
    expect(diagnostics).toEqual([]);
    expect(restored?.log).toEqual({
      intact: true,
      entries: before.log!.length,
      head: (before.log!.at(-1) as { hash: string }).hash,
    });
    await within(place, async (store) => {
      expect(await dump(store)).toEqual(before);
      expect(await store.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
      // Life goes on after the last entry.
      await store.write(null, async ({ log }) => log({ action: 'a.b', kind: 'a', id: 'after' }));
      expect(await verifyLog(store.db)).toMatchObject({ intact: true, entries: before.log!.length + 1 });
      const again = file(`${name}-${target.name}.backup`);
      expect(codesOf(await backUp(store, again))).toEqual([]);
    });
    expect(codesOf(await restore(place, backup))).toEqual(['database-not-empty']);
  });

  test('what is written while it runs is all in it, or not at all', async () => {
    const moving = file(`${name}-moving.backup`);
    let writing = true;
    const other = await Store.openExisting(await placeOf(source, name));
    const writer = (async () => {
      for (let index = 0; writing; index++) {
        await other.write(null, async ({ db, at, log }) => {
          await db
            .updateTable('tasks')
            .set({ note: String(index), createdAt: at })
            .execute();
          log({ action: 'task.changed', kind: 'task', id: String(index), after: { note: String(index) } });
        });
        await setImmediate();
      }
    })();
    const { backedUp } = await backUp(source, moving);
    writing = false;
    await writer;
    await other.close();
    const lines = gunzipSync(readFileSync(moving)).toString('utf8').trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { table?: string; row: Record<string, unknown> });
    const last = rows.filter(({ table }) => table === 'log').at(-1)!.row;
    expect(last.hash).toBe(backedUp!.log.head);
    const note = rows.find(({ table }) => table === 'tasks')!.row.note;
    if (last.action === 'task.changed') expect(last.after).toBe(JSON.stringify({ note }));
    else expect(note).toBeNull();
  });
});

/** Where the database of an open store is. */
async function placeOf({ db }: Store, name: string): Promise<Place> {
  if (name === 'embedded') {
    const { rows } = await sql<{ file: string }>`pragma database_list`.execute(db);
    return { data: rows[0]!.file.replace(/\/zhunsheng\.db$/, ''), databaseUrl: undefined };
  }
  const { rows } = await sql<{ name: string; port: number }>`
    select current_database() as name, inet_server_port() as port`.execute(db);
  return { data: '', databaseUrl: `postgres://tester@127.0.0.1:${rows[0]!.port}/${rows[0]!.name}` };
}

describe('the file', () => {
  const whole = file('whole.backup');
  let lines: string[];
  beforeAll(async () => {
    const services = await openTestPlatform();
    await fill(services, 1);
    await backUp(services.store, whole);
    lines = gunzipSync(readFileSync(whole)).toString('utf8').trimEnd().split('\n');
  });

  test('is only for whoever made it, and nothing is left beside it', () => {
    if (process.platform !== 'win32') expect(statSync(whole).mode & 0o077).toBe(0);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('says what it is first, and at last what should be in it', () => {
    expect(JSON.parse(lines[0]!)).toMatchObject({ format: 'zhunsheng-backup', version: 1 });
    const sha256 = createHash('sha256')
      .update(`${lines.slice(0, -1).join('\n')}\n`)
      .digest('hex');
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ end: { sha256, rows: { submissions: 1 } } });
  });

  test('is not written over, unless it is wished', async () => {
    const { store } = await openTestPlatform();
    const place = file('kept.backup');
    writeFileSync(place, 'kept');
    expect(codesOf(await backUp(store, place))).toEqual(['backup-exists']);
    expect(readFileSync(place, 'utf8')).toBe('kept');
    expect(codesOf(await backUp(store, place, { replace: true }))).toEqual([]);
    expect(readFileSync(place).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  });

  test('that cannot be written is told', async () => {
    const { store } = await openTestPlatform();
    expect(codesOf(await backUp(store, file('nowhere/x.backup')))).toEqual(['file-unwritable']);
    expect(codesOf(await backUp(store, folder, { replace: true }))).toEqual(['file-unwritable']);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  /** The same lines with another last line that fits them. */
  const sealed = (changed: string[]): Buffer => {
    const body = `${changed.slice(0, -1).join('\n')}\n`;
    const { end } = JSON.parse(changed.at(-1)!) as { end: { rows: object } };
    const sha256 = createHash('sha256').update(body).digest('hex');
    return gzipSync(`${body}${JSON.stringify({ end: { ...end, sha256 } })}\n`);
  };
  const packed = (changed: string[]): Buffer => gzipSync(`${changed.join('\n')}\n`);
  const at = (table: string) => lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  const without = (index: number) => lines.filter((_line, one) => one !== index);
  const replaced = (index: number, line: string) => lines.map((one, here) => (here === index ? line : one));

  test.each<[string, string, () => Uint8Array]>([
    ['empty', 'not-a-backup', () => Buffer.alloc(0)],
    ['of text', 'not-a-backup', () => Buffer.from('hello\n')],
    ['of something else, compressed', 'not-a-backup', () => gzipSync('{"a":1}\n')],
    ['cut off anywhere', 'backup-damaged', () => readFileSync(whole).subarray(0, -3000)],
    ['cut off at once', 'not-a-backup', () => readFileSync(whole).subarray(0, 30)],
    ['without its last line', 'backup-damaged', () => packed(lines.slice(0, -1))],
    ['without a row', 'backup-damaged', () => packed(without(at('people')))],
    ['without a row, its hash made anew', 'backup-damaged', () => sealed(without(at('people')))],
    [
      'with a letter changed',
      'backup-damaged',
      () => packed(lines.map((one) => one.replace('甲市', '丙市'))),
    ],
    ['with something after its end', 'backup-damaged', () => packed([...lines, lines[1]!])],
    ['with a line that is no JSON', 'backup-damaged', () => packed(replaced(5, '{'))],
    [
      'with a table that is not kept',
      'backup-damaged',
      () => sealed(replaced(2, '{"table":"sessions","row":{}}')),
    ],
    [
      'with tables out of order',
      'backup-damaged',
      () => sealed([lines[0]!, lines.at(-2)!, ...lines.slice(1, -2), lines.at(-1)!]),
    ],
    [
      'with a list for a value',
      'backup-damaged',
      () => sealed(replaced(2, '{"table":"units","row":{"id":[]}}')),
    ],
    [
      'of a later version',
      'backup-of-other-version',
      () => sealed(replaced(0, lines[0]!.replace('"version":1', '"version":2'))),
    ],
    [
      'with later tables',
      'backup-of-other-version',
      () => sealed(replaced(0, lines[0]!.replace('"tables":"0', '"tables":"9'))),
    ],
  ])('%s is refused, and no database is made', async (what, code, make) => {
    const damaged = file(`${what}.backup`);
    writeFileSync(damaged, make());
    const data = join(folder, `none ${what}`);
    const { restored, diagnostics } = await restore({ data, databaseUrl: undefined }, damaged);
    expect([restored, diagnostics.map((one) => one.code)]).toEqual([undefined, [code]]);
    expect(existsSync(data)).toBe(false);
  });

  test.each([
    ['that is not there', () => file('gone.backup'), 'file-not-found'],
    ['that is a folder', () => folder, 'not-a-backup'],
  ])('%s is told', async (_what, path, code) => {
    const data = join(folder, 'none');
    expect(codesOf(await restore({ data, databaseUrl: undefined }, path()))).toEqual([code]);
    expect(existsSync(data)).toBe(false);
  });

  test.each(databases)(
    'made by hand, that fits its hash but not the tables, leaves $name as it was',
    async ({ empty }) => {
      const forged = file('forged.backup');
      writeFileSync(
        forged,
        sealed(replaced(at('people'), lines[at('people')]!.replace('"unitId":"', '"unitId":"no'))),
      );
      const place = await empty();
      await expect(restore(place, forged)).rejects.toThrow(/foreign key/i);
      await within(place, async (store) => {
        expect((await dump(store)).units).toEqual([]);
      });
      expect((await restore(place, whole)).diagnostics).toEqual([]);
    },
  );

  test('of a log that was tampered with is restored as it is, and the log is told to be broken', async () => {
    const index = at('log') + 2;
    const row = JSON.parse(lines[index]!) as { row: object };
    const line = JSON.stringify({ table: 'log', row: { ...row.row, action: 'other' } });
    const tampered = file('tampered.backup');
    writeFileSync(tampered, sealed(replaced(index, line)));
    const { restored } = await restore({ data: temporaryFolder(), databaseUrl: undefined }, tampered);
    expect(restored?.log).toMatchObject({ intact: false, broken: { seq: 3 } });
  });
});
