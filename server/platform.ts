/** Everything the server works with, opened and closed together. */
import pino, { type Logger } from 'pino';
import type { SampleData } from '../schemas/generated/types.ts';
import { findExample } from './http/example.ts';
import { Limits } from './http/limits.ts';
import { createMetrics } from './http/metrics.ts';
import { describeRoutes } from './http/openapi/document.ts';
import { routes } from './http/routes/index.ts';
import type { Services } from './http/services.ts';
import { WebPages } from './http/web-pages.ts';
import { Jobs } from './jobs/jobs.ts';
import { Work } from './jobs/work.ts';
import { Library, type Rulebooks } from './library.ts';
import { OpenId } from './people/open-id.ts';
import { Setup } from './people/setup.ts';
import { type Imported, importRulebooks } from './rulebooks/import.ts';
import { StoredRulebooks } from './rulebooks/stored.ts';
import { sampleIn } from './sample/source.ts';
import type { Settings } from './settings.ts';
import type { Clock } from './store/clock.ts';
import { Store } from './store/store.ts';

export interface Platform {
  services: Services;
  /** What came with the program and was put into the database. */
  imported: Imported;
  close(): Promise<void>;
}

/** Opens the database and puts the given rulebooks into it; `pages` is the folder of the built pages, where they are served. */
export async function openPlatform(
  settings: Settings,
  given: Rulebooks,
  { clock, log = logger(settings), pages }: { clock?: Clock; log?: Logger; pages?: string } = {},
): Promise<Platform> {
  const store = await Store.open(settings, clock);
  try {
    const imported = await importRulebooks(store, given);
    for (const name of imported.differing)
      log.warn(
        { edition: name },
        'published otherwise than it comes with this version; it stays as it was published',
      );
    const services = servicesOf(store, settings, log, {
      sample: given instanceof Library ? sampleIn(given.folder) : undefined,
      webPages: pages ? WebPages.in(pages) : undefined,
    });
    await services.jobs.recover();
    return { services, imported, close: () => closeServices(services) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Stops what is under way beside the main thread, then closes the database. */
export async function closeServices({ jobs, work, store }: Services): Promise<void> {
  await jobs.close();
  await work.close();
  await store.close();
}

/** The services around an open database; `library` where its rulebooks are not those in it. */
export function servicesOf(
  store: Store,
  settings: Settings,
  log: Logger,
  {
    library = new StoredRulebooks(store),
    sample,
    webPages,
  }: { library?: Rulebooks; sample?: SampleData | undefined; webPages?: WebPages | undefined } = {},
): Services {
  const example = once(() => findExample(library));
  return {
    store,
    library,
    sample,
    settings,
    work: new Work(settings),
    jobs: new Jobs(store, log),
    setup: new Setup(store),
    openId: settings.openId && new OpenId(settings.openId, store.clock),
    limits: new Limits(settings),
    metrics: createMetrics(store),
    log,
    webPages,
    example,
    describe: once(async () => describeRoutes(routes, await example())),
  };
}

/** JSON lines on standard error, one for each thing that happened. */
export const logger = ({ logLevel }: Pick<Settings, 'logLevel'>): Logger =>
  pino(
    { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );

/** Remembers a promise that was kept; one that was not is made again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
