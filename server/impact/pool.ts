/** Worker threads that assess batches: under tsx from the sources, when built from what was built. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Assessed, RulebookText } from '../../engine/index.ts';
import type { LineBatch } from './lines.ts';

/** More in hand than this for each worker only fills memory. */
const inHand = 3;

function startWorker(workerData: { before: RulebookText; after: RulebookText }): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./worker.js', import.meta.url), { workerData });
  // A thread does not inherit what reads TypeScript in its parent.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const api = new URL('./dist/esm/api/index.mjs', tsx).href;
  const script = new URL('./worker.ts', import.meta.url).href;
  const start = `import { register } from ${JSON.stringify(api)}; register(); await import(${JSON.stringify(script)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(start)}`), {
    workerData,
    execArgv: [],
  });
}

export class Pool {
  private readonly workers: { worker: Worker; waiting: number }[];
  private readonly pending = new Map<number, (assessed: Assessed[]) => void>();
  private readonly free: (() => void)[] = [];
  private failed: ((error: Error) => void) | undefined;
  private next = 0;
  /** Rejects when a worker fails; never resolves. */
  readonly failure: Promise<never>;

  constructor(size: number, before: RulebookText, after: RulebookText) {
    this.failure = new Promise((_, reject) => {
      this.failed = reject;
    });
    this.failure.catch(() => {});
    this.workers = Array.from({ length: size }, () => {
      const one = { worker: startWorker({ before, after }), waiting: 0 };
      one.worker.on('message', ({ id, assessed }: { id: number; assessed: Assessed[] }) => {
        one.waiting -= 1;
        this.pending.get(id)?.(assessed);
        this.pending.delete(id);
        this.free.shift()?.();
      });
      one.worker.on('error', (error) => this.failed?.(error as Error));
      return one;
    });
  }

  /** Hands a batch over as soon as a worker can take it; its answer comes with the inner promise. */
  async submit(batch: LineBatch): Promise<{ answer: Promise<Assessed[]> }> {
    for (;;) {
      const one = this.workers.reduce((a, b) => (b.waiting < a.waiting ? b : a));
      if (one.waiting < inHand) {
        one.waiting += 1;
        const id = this.next++;
        const answer = new Promise<Assessed[]>((resolve) => this.pending.set(id, resolve));
        one.worker.postMessage({ id, batch }, [batch.bytes.buffer as ArrayBuffer]);
        return { answer };
      }
      await Promise.race([new Promise<void>((resolve) => this.free.push(resolve)), this.failure]);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()));
  }
}
