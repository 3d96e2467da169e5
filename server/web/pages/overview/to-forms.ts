/** The way from a figure to its forms: what the server says to ask the queue for. */
import type { QueueQuery } from '../../../../schemas/generated/types.ts';
import { withQuery } from '../../data/filters.ts';
import { addressOf } from '../addresses.ts';

export const toForms = (query: QueueQuery): string =>
  withQuery(
    addressOf('queue'),
    '',
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  );
