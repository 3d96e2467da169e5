/** Forms that are chosen to be done together. */
import { useState } from 'react';
import { ask } from '../../data/api.ts';

/** How many the server does at a time. */
export const most = 500;
const pageSize = 100;

export interface Selection {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  set: (ids: Iterable<string>) => void;
  clear: () => void;
}

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle: (id) =>
      setIds((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    set: (chosen) => setIds(new Set(chosen)),
    clear: () => setIds(new Set()),
  };
}

/** The forms of a queue from the first on, as many as can be done at a time. */
export async function firstOf(query: { [name: string]: string }): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < most) {
    const { items } = await ask('listSubmissions', {
      query: { ...query, limit: pageSize, offset: ids.length },
    });
    ids.push(...items.map(({ id }) => id));
    if (items.length < pageSize) break;
  }
  return ids;
}
