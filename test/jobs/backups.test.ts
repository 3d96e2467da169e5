/** Backups asked for through the API, on both databases: watched, whole, downloaded, checked, cancelled, and restored elsewhere. */
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BackedUp, BackupList, CheckedBackup, Job } from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { verifyLog } from '../../server/store/log.ts';
import { restore } from '../../server/store/restore.ts';
import { Store } from '../../server/store/store.ts';
import { databases } from '../support/databases.ts';
import { makeForms } from '../support/forms.ts';
import { begin, ended } from '../support/jobs.ts';
import { type Browser, people } from '../support/people.ts';
import { appOf, openTestPlatform, temporaryFolder } from '../support/platform.ts';

describe.each(databases)('$name', ({ empty }) => {
  let services: Services;
  let admin: Browser;
  const folder = temporaryFolder();

  beforeAll(async () => {
    // Where the database is elsewhere, backups still go to the folder of the server's data.
    const { databaseUrl, data } = await empty();
    services = await openTestPlatform({ databaseUrl, data: data || folder });
    Object.assign(services.settings, { data: data || folder });
    const who = await people(services);
    admin = who.as('administrator');
    await makeForms(services, who, 45);
  }, 60_000);

  const listed = async () => (await admin.get<BackupList>('/api/backups')).value;
  const resultOf = async <Value>(job: string) => (await admin.get<Value>(`${job}/result`)).value;

  const made = async (): Promise<BackedUp> => {
    const job = await begin(admin, '/api/backups');
    expect(await ended(admin, job)).toMatchObject({ kind: 'backup', state: 'done' });
    return resultOf<BackedUp>(job);
  };

  test('one is made, listed, and restored to the state it holds', async () => {
    expect((await listed()).items).toEqual([]);
    const { file, rows, log } = await made();
    const { items, folder: where } = await listed();
    expect(items.map(({ name }) => name)).toEqual([file]);
    expect(rows).toMatchObject({ submissions: 45 });
    expect(readdirSync(where)).toEqual([file]);
    const to = { data: temporaryFolder(), databaseUrl: undefined };
    const { restored, diagnostics } = await restore(to, join(where, file));
    expect(diagnostics).toEqual([]);
    expect(restored?.log).toEqual({ intact: true, ...log });
    const store = await Store.openExisting(to);
    expect((await verifyLog(store.db)).entries).toBe(log.entries);
    await store.close();
  });

  test('others go on writing while one is made', async () => {
    const job = await begin(admin, '/api/backups');
    const { status } = await admin.post('/api/units', { kind: 'region', name: '新区' });
    expect([201, 422]).toContain(status);
    expect((await ended(admin, job)).state).toBe('done');
  });

  test('the file that is downloaded is the file that was made, and the log says who took it', async () => {
    const { items, folder: where } = await listed();
    const { name, size } = items[0]!;
    const { app, headers } = signed(services, admin);
    const response = await app.request(`/api/backups/${name}`, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Disposition')).toContain(name);
    const bytes = Buffer.from(await response.arrayBuffer());
    const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    expect(hash(bytes)).toBe(hash(readFileSync(join(where, name))));
    expect(bytes.length).toBe(size);
    const { value } = await admin.get<{ items: { action: string; about: { id: string } }[] }>(
      '/api/log?action=backup.downloaded',
    );
    expect(value.items.map(({ about }) => about.id)).toEqual([name]);
  });

  test('one is checked from end to end; one that was altered is told where', async () => {
    const { items, folder: where } = await listed();
    const { name } = items[0]!;
    const check = async () => ended(admin, await begin(admin, `/api/backups/${name}/check`));
    const whole = await check();
    expect(whole).toMatchObject({ kind: 'backup-check', state: 'done', about: name });
    const told = await resultOf<CheckedBackup>(`/api/jobs/${whole.id}`);
    expect(told).toMatchObject({ file: name, rows: { submissions: 45 } });
    const content = readFileSync(join(where, name));
    writeFileSync(join(where, name), content.subarray(0, content.length - 40));
    const cut = await check();
    expect(cut.state).toBe('failed');
    expect(cut.message?.zh).toContain('残缺');
    writeFileSync(join(where, name), content);
    appendFileSync(join(where, name), 'more');
    expect((await check()).state).toBe('failed');
    writeFileSync(join(where, name), content);
  });

  test('one that is cancelled leaves nothing behind', async () => {
    const { folder: place } = await listed();
    const before = readdirSync(place).length;
    const job = await begin(admin, '/api/backups');
    const cancelled = await admin.delete<Job>(job);
    // It may have been done in the meantime, and then stays.
    if (cancelled.status === 200) {
      expect((await ended(admin, job)).state).toBe('cancelled');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(readdirSync(place)).toHaveLength(before);
    } else expect(cancelled.status).toBe(409);
  });

  test('one is removed; what is no backup of the server is not to be had', async () => {
    const { name } = (await listed()).items[0]!;
    expect((await admin.delete(`/api/backups/${name}`)).status).toBe(204);
    expect((await listed()).items.map((one) => one.name)).not.toContain(name);
    for (const other of [name, 'zhunsheng.db', '..%2Fzhunsheng.db', 'zhunsheng-1.backup'])
      for (const asked of [admin.get(`/api/backups/${other}`), admin.delete(`/api/backups/${other}`)])
        expect((await admin.refusal(asked)).code).toBe('not-found');
  });
});

/** The same person's headers, for an answer that is no text. */
function signed(services: Services, browser: Browser) {
  const { headers } = browser as unknown as { headers: Record<string, string> };
  return { app: appOf(services), headers };
}
