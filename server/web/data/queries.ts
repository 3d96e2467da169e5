/** What is read from the server, and for how long it is taken as fresh. */
import { QueryClient, useQuery } from '@tanstack/react-query';
import { ApiProblem, type Call } from '../../client/client.ts';
import type { Operations } from '../../client/operations.generated.ts';
import { ask } from './api.ts';

/** A refusal is an answer and is not asked for again; a server that was not reached is, three times. */
const shouldRetry = (failures: number, error: unknown): boolean =>
  !(error instanceof ApiProblem && error.problem.status < 500) && failures < 3;

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: shouldRetry, staleTime: 15_000, refetchOnWindowFocus: true } },
});

/** The key an operation's answer is kept under; its name alone is the key of all its answers. */
export const queryKey = <Name extends keyof Operations>(name: Name, parts?: Call<Name>): unknown[] =>
  parts === undefined ? [name] : [name, parts];

/** Reads an operation's answer, and keeps it: `useApi('listTasks', { query: {} })`. */
export const useApi = <Name extends keyof Operations>(
  name: Name,
  parts: Call<Name>,
  { enabled = true }: { enabled?: boolean } = {},
) =>
  useQuery<Operations[Name]['answer']>({
    queryKey: queryKey(name, parts),
    queryFn: ({ signal }) => ask(name, { ...parts, signal }),
    enabled,
  });

/** Everything that is shown is read again: the server was not reached, and may be now. */
export const readAgain = (): void => void queryClient.refetchQueries({ type: 'active' });

/** After a change: what these operations answered is read again where it is shown. */
export const changed = (...names: (keyof Operations)[]): Promise<unknown> =>
  Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
