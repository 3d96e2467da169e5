/** Every region and unit that the person may see, of however many pages. */
import { useQuery } from '@tanstack/react-query';
import type { Unit } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { queryKey } from '../../data/queries.ts';

async function allUnits(signal: AbortSignal): Promise<Unit[]> {
  const all: Unit[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask('listUnits', { query: { limit: 200, ...(cursor ? { cursor } : {}) }, signal });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

const none: readonly Unit[] = [];

export function useUnits(): readonly Unit[] {
  const { data } = useQuery({
    queryKey: [...queryKey('listUnits'), 'all'],
    queryFn: ({ signal }) => allUnits(signal),
    staleTime: 300_000,
  });
  return data ?? none;
}
