/** Jobs: what nobody waits for. Each is stored when it is asked for, done beside the main thread, and can be cancelled. */
import type { Logger } from 'pino';
import type { Bilingual, Diagnostic } from '../../engine/index.ts';
import type { Measured } from '../rulebooks/measure.ts';
import { isoTime } from '../store/clock.ts';
import type { Store } from '../store/store.ts';
import type { JobRow } from '../store/tables.ts';
import { addJob, countUnderWay, type End, endJob, listUnderWay, type StoredJob } from './stored.ts';
import { TooMuchWaiting } from './turns.ts';
import { Stopped } from './work.ts';

/** Jobs that one person may have waiting or running. */
const each = 20;
/** Milliseconds between two notes of how far a job is. */
const between = 1000;

/** What is handed to the work of a job. */
export interface Running {
  signal: AbortSignal;
  /** To be called when the work has begun. */
  begun(): Promise<void>;
  /** Tells how far it is; noted now and then. */
  tell(done: number, of: number): Promise<void>;
}

/** Thrown by work that cannot go on, with what is told to who asked for it. */
export class NotDone extends Error {
  readonly told: Bilingual;

  constructor(said: Bilingual) {
    super(said.en);
    this.told = said;
  }
}

export type JobWork = (running: Running) => Promise<Measured>;

const told = {
  closed: {
    zh: '服务器停了，作业没有做完；请重新发起。',
    en: 'the server stopped before it was done; start it again.',
  },
  time: { zh: '用时过长，已停止。', en: 'it took too long and was stopped.' },
  memory: { zh: '占用内存过多，已停止。', en: 'it needed too much memory and was stopped.' },
  unexpected: { zh: '服务器内部错误，没有做成。', en: 'something went wrong inside the server.' },
} satisfies Record<string, Bilingual>;

export class Jobs {
  private readonly store: Store;
  private readonly log: Logger;
  private readonly underWay = new Map<string, { stop: AbortController; ended: Promise<void> }>();
  private closing = false;

  constructor(store: Store, log: Logger) {
    this.store = store;
    this.log = log;
  }

  /** Marks what a process that ended left undone. To be called before the first job. */
  async recover(): Promise<void> {
    const { db } = this.store;
    const left = await db
      .selectFrom('jobs')
      .select('id')
      .where('state', 'in', ['queued', 'running'])
      .execute();
    if (left.length === 0) return;
    await this.store.write(null, async (write) => {
      for (const { id } of await listUnderWay(write.db))
        await endJob(write, id, { state: 'failed', message: told.closed });
    });
  }

  /** Stores a job and begins it as soon as it is its turn. Rejects with TooMuchWaiting. */
  async start(job: Pick<JobRow, 'personId' | 'kind' | 'about'>, work: JobWork): Promise<StoredJob> {
    const stored = await this.store.write(job.personId, async (write) => {
      if (this.closing || (await countUnderWay(write.db, job.personId)) >= each) throw new TooMuchWaiting();
      return addJob(write, job);
    });
    const stop = new AbortController();
    const ended = this.run(stored, work, stop.signal)
      .catch((error: unknown) => this.log.error(error))
      .finally(() => this.underWay.delete(stored.id));
    this.underWay.set(stored.id, { stop, ended });
    return stored;
  }

  /** Stops the work of a job that was cancelled. */
  stop(id: string): void {
    this.underWay.get(id)?.stop.abort();
  }

  /** Stops every job; each is marked as not done. */
  async close(): Promise<void> {
    this.closing = true;
    const all = [...this.underWay.values()];
    for (const { stop } of all) stop.abort();
    await Promise.all(all.map(({ ended }) => ended));
  }

  private async run({ id, personId }: StoredJob, work: JobWork, signal: AbortSignal): Promise<void> {
    const end = await this.endOf(id, work, signal);
    await this.store.write(personId, (write) => endJob(write, id, end));
  }

  private async endOf(id: string, work: JobWork, signal: AbortSignal): Promise<End> {
    try {
      const measured = await work({ signal, ...this.notes(id) });
      return measured.document === undefined
        ? { state: 'failed', message: unusable(measured.diagnostics) }
        : { state: 'done', result: measured.document };
    } catch (error) {
      if (this.closing) return { state: 'failed', message: told.closed };
      if (signal.aborted) return { state: 'cancelled' };
      if (error instanceof NotDone) return { state: 'failed', message: error.told };
      if (error instanceof Stopped) return { state: 'failed', message: told[error.reason] };
      this.log.error(error);
      return { state: 'failed', message: told.unexpected };
    }
  }

  private notes(id: string): Pick<Running, 'begun' | 'tell'> {
    let last = 0;
    const { db, clock } = this.store;
    return {
      begun: async () => {
        await db
          .updateTable('jobs')
          .set({ state: 'running', startedAt: isoTime(clock) })
          .where('id', '=', id)
          .where('state', '=', 'queued')
          .execute();
      },
      tell: async (done, of) => {
        const now = performance.now();
        if (done < of && now - last < between) return;
        last = now;
        await db
          .updateTable('jobs')
          .set({ progressDone: done, progressOf: of })
          .where('id', '=', id)
          .where('state', '=', 'running')
          .execute();
      },
    };
  }
}

/** The first mistake, which says where it is. */
function unusable(diagnostics: readonly Diagnostic[]): Bilingual {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const { file = '', line } = first?.place ?? {};
  const at = line === undefined ? file : `${file}:${line}`;
  return {
    zh: `评分规则有错误，不能比较：${at} ${first?.message.zh ?? ''}`.trim(),
    en: `a rulebook has errors and cannot be compared: ${at} ${first?.message.en ?? ''}`.trim(),
  };
}
