/** Lists that are read to their end: the pages of an operation, one after the other, as one list. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Call } from '../../client/client.ts';
import type { Operations } from '../../client/operations.generated.ts';
import { ask } from './api.ts';

/** Operations that answer a page of items with a cursor for the next. */
type Paged = {
  [Name in keyof Operations]: Operations[Name] extends {
    answer: { items: readonly unknown[]; next?: string };
    query: { cursor?: string | number };
  }
    ? Name
    : never;
}[keyof Operations];

type Item<Name extends Paged> = Operations[Name]['answer']['items'][number];

/** Every item of a list: `useWhole('listUnits', {})`. Read again after `changed('listUnits')`. */
export const useWhole = <Name extends Paged>(
  name: Name,
  query: Omit<Operations[Name]['query'], 'limit' | 'cursor'>,
  /** Whether what was read stays in sight until another order of it is there. */
  { isKept = false } = {},
) =>
  useQuery<Item<Name>[]>({
    queryKey: [name, 'whole', query],
    ...(isKept ? { placeholderData: keepPreviousData } : {}),
    queryFn: async ({ signal }) => {
      const items: Item<Name>[] = [];
      let cursor: string | undefined;
      do {
        const parts = { query: { ...query, limit: 200, cursor }, signal } as unknown as Call<Name>;
        const page = (await ask(name, parts)) as { items: Item<Name>[]; next?: string };
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      return items;
    },
  });
