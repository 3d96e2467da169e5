/** The log on both databases: it grows only, and tells when it was tampered with. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { verifyLog } from '../../server/store/log.ts';
import { Store } from '../../server/store/store.ts';
import { databases } from '../support/databases.ts';

describe.each(databases)('$name', ({ name, empty }) => {
  async function filled(): Promise<Store> {
    const store = await Store.open(await empty());
    for (let index = 1; index <= 5; index++)
      await store.write(null, async ({ log }) => {
        log({
          action: 'thing.changed',
          kind: 'thing',
          id: `t${index}`,
          before: { n: index - 1 },
          after: { n: index },
        });
      });
    return store;
  }

  test('entries follow one another, however many write at once', async () => {
    const store = await filled();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.write(null, async ({ log }) => {
          log({ action: 'thing.changed', kind: 'thing', id: `p${index}`, after: { index } });
          log({ action: 'thing.changed', kind: 'thing', id: `q${index}` });
        }),
      ),
    );
    expect(await verifyLog(store.db)).toMatchObject({ intact: true, entries: 45 });
    await store.close();
  });

  test('work that fails leaves no entry', async () => {
    const store = await filled();
    await expect(
      store.write(null, async ({ log }) => {
        log({ action: 'thing.changed', kind: 'thing', id: 'x' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await verifyLog(store.db)).toMatchObject({ intact: true, entries: 5 });
    await store.close();
  });

  test('entries cannot be changed or removed by any program that uses the tables', async () => {
    const store = await filled();
    await expect(
      store.db.updateTable('log').set({ action: 'other' }).where('seq', '=', 2).execute(),
    ).rejects.toThrow('only ever added');
    await expect(store.db.deleteFrom('log').where('seq', '=', 5).execute()).rejects.toThrow(
      'only ever added',
    );
    await store.close();
  });

  const unseal = (store: Store) =>
    name === 'embedded'
      ? Promise.all(
          ['update', 'delete'].map((change) => sql.raw(`drop trigger "log_no_${change}"`).execute(store.db)),
        )
      : sql.raw('drop trigger "log_no_change" on "log"').execute(store.db);

  test.each([
    [
      'an entry changed',
      3,
      (store: Store) => store.db.updateTable('log').set({ after: '{"n":9}' }).where('seq', '=', 3),
    ],
    ['an entry removed', 2, (store: Store) => store.db.deleteFrom('log').where('seq', '=', 2)],
    ['the last entry removed', 5, (store: Store) => store.db.deleteFrom('log').where('seq', '=', 5)],
  ] as const)('%s behind its back is told', async (_what, seq, tamper) => {
    const store = await filled();
    await unseal(store);
    await tamper(store).execute();
    const verification = await verifyLog(store.db);
    expect(verification).toMatchObject({ intact: false, broken: { seq } });
    expect(verification.broken?.reason.zh).toMatch(/\p{Script=Han}/u);
    await store.close();
  });
});
