/** A server's services on a database of their own, for tests; what is opened is closed when the tests of a file end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import type { Services } from '../../server/http/services.ts';
import { Library, type Rulebooks } from '../../server/library.ts';
import { closeServices, openPlatform, servicesOf } from '../../server/platform.ts';
import { readSettings, type Settings } from '../../server/settings.ts';
import { Store } from '../../server/store/store.ts';

const closing: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A folder that is gone when the tests of the file end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Settings with nothing limited and nothing logged. */
export const testSettings = (given: Partial<Settings> = {}): Settings => ({
  ...readSettings({ RATE_LIMIT: '0', SIGN_IN_LIMIT: '0', LOG_LEVEL: 'silent', PORT: '0' }).settings,
  ...given,
});

export const silent = pino({ level: 'silent' });

/** Services on an empty database, with the rulebooks of a collection as they stand. */
export async function servicesWith(library: Rulebooks, settings: Partial<Settings> = {}): Promise<Services> {
  const all = testSettings({ data: temporaryFolder(), ...settings });
  const store = await Store.open(all);
  const services = servicesOf(store, all, silent, { library });
  closing.push(() => closeServices(services));
  return services;
}

/** Services as the server opens them: the rulebooks of the repository put into the database. */
export async function openTestPlatform(settings: Partial<Settings> = {}): Promise<Services> {
  const all = testSettings({ data: settings.databaseUrl ? '' : temporaryFolder(), ...settings });
  const platform = await openPlatform(all, new Library(), { log: silent });
  closing.push(() => platform.close());
  return platform.services;
}

export const appOf = (services: Services) => createApp(services);
