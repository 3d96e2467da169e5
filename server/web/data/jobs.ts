/** A long work that somebody began: read again and again while it is under way, so that a page shows how far it is. */
import { useQuery } from '@tanstack/react-query';
import type { Job } from '../../../schemas/generated/types.ts';
import { ask } from './api.ts';
import { queryKey } from './queries.ts';

export const isUnderWay = ({ state }: Pick<Job, 'state'>): boolean =>
  state === 'queued' || state === 'running';

/** Milliseconds between two looks. */
const between = 700;

/** A job by its id; undefined where none is followed. */
export const useJob = (id: string | undefined) => {
  const parts = { path: { job: id ?? '' } };
  return useQuery<Job>({
    queryKey: queryKey('getJob', parts),
    queryFn: ({ signal }) => ask('getJob', { ...parts, signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (data && !isUnderWay(data) ? false : between),
  });
};
