/** Whether a request may do what only somebody at this machine, trying the system out, may do. */
import type { Context } from 'hono';
import { isLoopback } from '../loopback.ts';
import { clientAddress } from './address.ts';
import type { Services } from './services.ts';

/** A trial is for this machine alone, whatever the server listens on. */
export const isTrial = (c: Context, { settings }: Pick<Services, 'settings'>): boolean =>
  settings.trial && (clientAddress(c, settings) === 'local' || isLoopback(clientAddress(c, settings)));
