/** What Prometheus may ask: counts and durations, nothing about anyone. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../store/store.ts';

export interface Metrics {
  requests: Histogram<'method' | 'operation' | 'status'>;
  /** All of it in the text format of Prometheus. */
  text(): Promise<string>;
  contentType: string;
}

export function createMetrics({ db }: Store): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'zhunsheng_request_seconds',
    help: 'How long requests took, by operation and status.',
    labelNames: ['method', 'operation', 'status'] as const,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  new Gauge({
    name: 'zhunsheng_submissions',
    help: 'Submissions by state.',
    labelNames: ['state'] as const,
    registers: [registry],
    async collect() {
      const rows = await db
        .selectFrom('submissions')
        .select(['state', db.fn.countAll().as('count')])
        .groupBy('state')
        .execute();
      this.reset();
      for (const { state, count } of rows) this.set({ state }, Number(count));
    },
  });
  return { requests, text: () => registry.metrics(), contentType: registry.contentType };
}
