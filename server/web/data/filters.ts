/** What a list is narrowed by, kept in its address: it survives reload, the back button, and being sent to somebody. */
import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';

export type Filters<Name extends string> = { readonly [name in Name]?: string };

/** The filters of these names, and what sets some of them; an empty text takes a filter away. */
export function useFilters<Name extends string>(
  ...names: readonly Name[]
): [Filters<Name>, (changes: Filters<Name>) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const given = new URLSearchParams(search);
  const filters: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = given.get(name);
    if (value) filters[name] = value;
  }
  const set = useCallback(
    (changes: Filters<Name>) => go(withQuery(path, search, changes), { replace: true }),
    [go, path, search],
  );
  return [filters, set];
}

/** An address with some parameters set; what is empty or undefined is left out. */
export function withQuery(
  path: string,
  search: string,
  changes: { readonly [name: string]: string | undefined },
): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes))
    if (value) next.set(name, value);
    else next.delete(name);
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}
