/** Work beside the main thread: what a person sent is compiled, verified and run in threads that can be stopped. */
import type { TransferListItem } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Settings } from '../settings.ts';
import { threadOf } from '../thread.ts';
import type * as tasks from './tasks.ts';
import { Turns } from './turns.ts';

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type InputOf<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type OutputOf<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

/** Why work was given up: it ran out of time or of memory. */
export class Stopped extends Error {
  readonly reason: 'time' | 'memory';

  constructor(reason: 'time' | 'memory') {
    super(`stopped: out of ${reason}`);
    this.name = 'Stopped';
    this.reason = reason;
  }
}

/** Milliseconds work may take, once it is begun: what somebody waits for, and a job. */
const limits = { live: 30_000, job: 60 * 60_000 };
/** How much one person, or one address, may have waiting of live work. */
const liveEach = 12;
/** Milliseconds a thread is kept that has nothing to do; it remembers what it compiled. */
const idle = 10 * 60_000;
const megabytes = 1024;

export interface Asked {
  /** Who asks; everyone who waits gets a turn. */
  who: string;
  /** Milliseconds it may take. */
  limit?: number;
  signal?: AbortSignal;
  /** Told when its turn has come. */
  begun?(): Promise<void>;
  /** What of the input is handed over, not copied. */
  transferList?: TransferListItem[];
}

/** Threads of one kind, started when they are first needed. */
class Crew {
  private threads: Piscina | undefined;
  private readonly size: number;
  private readonly turns: Turns;
  private closed = false;

  constructor(size: number, each: number) {
    this.size = size;
    this.turns = new Turns(size, each);
  }

  async run<Name extends TaskName>(
    name: Name,
    input: InputOf<Name>,
    asked: Asked & { limit: number },
  ): Promise<OutputOf<Name>> {
    const end = await this.turns.take(asked.who);
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), asked.limit);
    try {
      asked.signal?.throwIfAborted();
      if (this.closed) throw new Error('the work is closed');
      await asked.begun?.();
      const signal = AbortSignal.any([timeout.signal, ...(asked.signal ? [asked.signal] : [])]);
      const { transferList } = asked;
      return (await this.started().run(input, { name, signal, transferList })) as OutputOf<Name>;
    } catch (error) {
      if (timeout.signal.aborted) throw new Stopped('time');
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Stopped('memory');
      throw error;
    } finally {
      clearTimeout(timer);
      end();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.threads?.destroy();
  }

  private started(): Piscina {
    this.threads ??= new Piscina({
      ...threadOf(import.meta.url, 'tasks'),
      minThreads: 0,
      maxThreads: this.size,
      idleTimeout: idle,
      // A thread that waits for messages can be ended at once, and what it reads from a port arrives.
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    return this.threads;
  }
}

export class Work {
  private readonly live: Crew;
  private readonly long: Crew;

  private readonly limits: typeof limits;

  /** As many threads for live work as the settings say, and as many for jobs, so that neither waits for the other. */
  constructor({ workers }: Pick<Settings, 'workers'>, given: Partial<typeof limits> = {}) {
    this.limits = { ...limits, ...given };
    this.live = new Crew(workers, liveEach);
    this.long = new Crew(workers, Number.POSITIVE_INFINITY);
  }

  /** Does what somebody waits for. Rejects with Stopped, or with TooMuchWaiting. */
  run<Name extends TaskName>(name: Name, input: InputOf<Name>, asked: Asked): Promise<OutputOf<Name>> {
    return this.live.run(name, input, { limit: this.limits.live, ...asked });
  }

  /** Does what nobody waits for; it may take long. */
  runJob<Name extends TaskName>(name: Name, input: InputOf<Name>, asked: Asked): Promise<OutputOf<Name>> {
    return this.long.run(name, input, { limit: this.limits.job, ...asked });
  }

  async close(): Promise<void> {
    await Promise.all([this.live.close(), this.long.close()]);
  }
}
