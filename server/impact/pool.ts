/** Threads that assess batches. */
import { Piscina } from 'piscina';
import type { Assessed, RulebookText } from '../../engine/index.ts';
import { threadOf } from '../thread.ts';
import type { LineBatch } from './lines.ts';

/** More in hand than this for each thread only fills memory. */
const inHand = 3;

export class Pool {
  private readonly threads: Piscina<LineBatch, Assessed[]>;
  private readonly most: number;
  private readonly pending = new Set<Promise<unknown>>();

  constructor(size: number, before: RulebookText, after: RulebookText) {
    this.most = size * inHand;
    this.threads = new Piscina({
      ...threadOf(import.meta.url, 'worker'),
      minThreads: size,
      maxThreads: size,
      workerData: { before, after },
    });
  }

  /** Hands a batch over as soon as a thread can take it; its answer comes with the inner promise. */
  async submit(batch: LineBatch): Promise<{ answer: Promise<Assessed[]> }> {
    while (this.pending.size >= this.most) await Promise.race(this.pending);
    const answer = this.threads.run(batch, { transferList: [batch.bytes.buffer as ArrayBuffer] });
    const settled = answer.then(
      () => void this.pending.delete(settled),
      () => void this.pending.delete(settled),
    );
    this.pending.add(settled);
    return { answer };
  }

  close(): Promise<void> {
    return this.threads.destroy();
  }
}
