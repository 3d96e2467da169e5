/** JSON as bytes: long answers that are asked for often are encoded once, not measured first and encoded then. */
import type { Context } from 'hono';

export const encodedJson = (c: Context, value: unknown): Response =>
  c.body(new Uint8Array(Buffer.from(JSON.stringify(value))), 200, { 'Content-Type': 'application/json' });
