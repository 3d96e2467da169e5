/** The queue around a form: its place, and the forms before and after it, also once it has left the queue. */
import { useRef } from 'react';
import type { SubmissionSummary } from '../../../../schemas/generated/types.ts';
import { useApi } from '../../data/queries.ts';
import { queueQuery } from '../../data/queue-query.ts';
import type { Query } from '../../parts/address-query.ts';

export interface Neighbours {
  /** Counted from 0; undefined where the form is not in the queue. */
  place: number | undefined;
  total: number | undefined;
  previous: SubmissionSummary | undefined;
  next: SubmissionSummary | undefined;
}

/** The order of the queue where the address says none, as on the page of the queue. */
const usual = { sort: '-difference' } as const;

export const askedOf = (query: Query) => queueQuery({ ...usual, ...query });

export function useNeighbours(submission: string, query: Query): Neighbours {
  const asked = askedOf(query);
  const whole = useApi('listSubmissions', { query: { ...asked, limit: 1, place: submission } });
  const last = useRef<{ submission: string; place: number }>(undefined);
  const place = whole.data?.place;
  if (place !== undefined) last.current = { submission, place };
  const known = last.current?.submission === submission ? last.current.place : undefined;
  const start = Math.max(0, (known ?? 1) - 1);
  const around = useApi(
    'listSubmissions',
    { query: { ...asked, limit: 3, offset: start } },
    { enabled: whole.data !== undefined },
  );
  const items = around.data?.items ?? [];
  const at = items.findIndex(({ id }) => id === submission);
  // A form that left the queue has the next one at its place.
  const after = at === -1 ? (known === undefined || known === 0 ? 0 : 1) : at + 1;
  return {
    place,
    total: whole.data?.total,
    previous: items[after - (at === -1 ? 1 : 2)],
    next: items[after],
  };
}
