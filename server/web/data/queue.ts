/** The queue of a reviewer: a part of it at a time, as it comes into view, with its counts. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { QueueFacets, SubmissionPage, SubmissionSummary } from '../../../schemas/generated/types.ts';
import type { Operations } from '../../client/operations.generated.ts';
import { ask } from './api.ts';
import { queryKey } from './queries.ts';
import { offsetsOf, pageSize } from './queue-query.ts';

type Asked = Operations['listSubmissions']['query'];

export interface Queue {
  total: number | undefined;
  facets: QueueFacets | undefined;
  /** The line that points were lost on, where the query asks for one. */
  lostOn: SubmissionPage['lostOn'];
  /** The form at a place; undefined while it is not read. */
  at: (place: number) => SubmissionSummary | undefined;
  /** What is read by now. */
  read: readonly SubmissionSummary[];
  /** Whether what is shown is still that of the filters before. */
  isStale: boolean;
  error: unknown;
  refetch: () => void;
}

const asking = (query: Asked, offset: number) => {
  const parts = { query: { ...query, limit: pageSize, offset } };
  return {
    queryKey: queryKey('listSubmissions', parts),
    queryFn: ({ signal }: { signal: AbortSignal }) => ask('listSubmissions', { ...parts, signal }),
  };
};

/** The queue of a query, read for the places from `first` to `last`. */
export function useQueue(query: Asked, { first, last }: { first: number; last: number }): Queue {
  const begin = useQuery({ ...asking(query, 0), placeholderData: keepPreviousData });
  const offsets = offsetsOf(first, last).filter((offset) => offset > 0);
  const others = useQueries({ queries: offsets.map((offset) => asking(query, offset)) });
  const pages = new Map([[0, begin.data?.items]]);
  for (const [index, offset] of offsets.entries()) pages.set(offset, others[index]?.data?.items);
  const failed = [begin, ...others].find(({ error }) => error !== null);
  return {
    total: begin.data?.total,
    facets: begin.data?.facets,
    lostOn: begin.data?.lostOn,
    at: (place) => pages.get(place - (place % pageSize))?.[place % pageSize],
    read: [...pages.values()].flatMap((items) => items ?? []),
    isStale: begin.isPlaceholderData,
    error: failed?.error,
    refetch: () => {
      for (const one of [begin, ...others]) if (one.error !== null) void one.refetch();
    },
  };
}
