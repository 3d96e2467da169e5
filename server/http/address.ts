/** Where a request comes from, and where it was sent to. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Settings } from '../settings.ts';

/** The client's address; a proxy is believed only where the settings say so. */
export function clientAddress(c: Context, { trustProxy }: Pick<Settings, 'trustProxy'>): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return forwarded || incoming?.socket?.remoteAddress || 'local';
}

/** The address people type to reach this server. */
export const ownOrigin = (c: Context, { publicUrl }: Pick<Settings, 'publicUrl'>): string =>
  publicUrl ?? new URL(c.req.url).origin;
