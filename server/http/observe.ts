/** What is measured and logged of each request: which operation, its status, how long it took. Never who asked, or for what. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Services } from './services.ts';

/** Is told of what should never happen; the client is only told that it did. */
export type Report = (error: unknown) => void;

declare module 'hono' {
  interface ContextVariableMap {
    /** The id of the operation that answers. */
    operation: string;
  }
}

export const observe =
  ({ log, metrics }: Services): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now();
    const id = randomUUID();
    c.header('X-Request-Id', id);
    await next();
    const operation = c.get('operation') ?? 'none';
    const seconds = (performance.now() - started) / 1000;
    const { status } = c.res;
    metrics.requests.observe({ method: c.req.method, operation, status }, seconds);
    log.info({ id, method: c.req.method, operation, status, seconds }, 'request');
  };
