/** What handlers work with. */
import type { Logger } from 'pino';
import type { Evaluation, Submission } from '../../engine/index.ts';
import type { SampleData } from '../../schemas/generated/types.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Work } from '../jobs/work.ts';
import type { Rulebooks } from '../library.ts';
import type { OpenId } from '../people/open-id.ts';
import type { Setup } from '../people/setup.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { WebPages } from './web-pages.ts';

/** A form that was filed, with what it scored. */
export interface Example {
  submission: Submission;
  evaluation: Evaluation;
}

export interface Services {
  store: Store;
  library: Rulebooks;
  /** What the system can be tried with, where there is anything. */
  sample: SampleData | undefined;
  settings: Settings;
  /** What is done beside the main thread while somebody waits. */
  work: Work;
  /** What is done beside it while nobody does. */
  jobs: Jobs;
  /** The one-time code that makes the first administrator. */
  setup: Setup;
  /** The provider people may sign in at, where one is set. */
  openId: OpenId | undefined;
  limits: Limits;
  metrics: Metrics;
  log: Logger;
  /** The pages as they were built; undefined where they were not. */
  webPages: WebPages | undefined;
  /** The API's document. */
  describe(): Promise<Readonly<Record<string, unknown>>>;
  /** A form that was really filed, to show what the server does; undefined where the library has none. */
  example(): Promise<Example | undefined>;
}
