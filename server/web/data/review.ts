/** A form under review: its record with the version to be sent back, and its latest filing three ways. */
import { useQuery } from '@tanstack/react-query';
import type { FilingComparison, SubmissionRecord } from '../../../schemas/generated/types.ts';
import { ask, call } from './api.ts';
import { queryClient } from './queries.ts';

export interface Reviewed {
  record: SubmissionRecord;
  etag: string | undefined;
  /** Undefined where nothing was filed yet. */
  comparison: FilingComparison | undefined;
}

const key = (submission: string) => ['review', submission] as const;

export async function readReviewed(submission: string, signal?: AbortSignal): Promise<Reviewed> {
  const path = { submission };
  const { value: record, etag } = await call('getSubmission', { path, ...(signal ? { signal } : {}) });
  const { filings } = record;
  const comparison =
    filings === 0
      ? undefined
      : await ask('compareFiling', {
          path: { ...path, number: filings },
          ...(signal ? { signal } : {}),
        });
  return { record, etag, comparison };
}

/** Read when it is opened, and not behind the back of who types on it: its version is the one that was seen. */
export const useReviewed = (submission: string) =>
  useQuery({
    queryKey: key(submission),
    queryFn: ({ signal }) => readReviewed(submission, signal),
    staleTime: 10_000,
    gcTime: 10_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Reads the next form before it is gone to. */
export const readAhead = (submission: string): Promise<void> =>
  queryClient.prefetchQuery({
    queryKey: key(submission),
    queryFn: ({ signal }) => readReviewed(submission, signal),
    staleTime: 10_000,
  });

/** What was read is not what is there any more. */
export const forgetReviewed = (submission: string): void =>
  queryClient.removeQueries({ queryKey: key(submission) });

export const keepReviewed = (submission: string, read: Reviewed): void => {
  queryClient.setQueryData(key(submission), read);
};
