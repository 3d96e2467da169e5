/** What an address asks after its question mark, so that filters are shared, kept over a reload and undone by going back. */
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

export type Query = { readonly [name: string]: string };

/** What the address says, without names that say nothing. */
export const queryOf = (search: string): Query =>
  Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ''));

/** The same as it stands in an address, with its question mark; empty where nothing is asked. */
export function searchOf(query: Query): string {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  // Commas stand between values of a list and need no escape.
  return text === '' ? '' : `?${text.replaceAll('%2C', ',')}`;
}

/** The values of a list: `filed,returned`. */
export const valuesOf = (query: Query, name: string): readonly string[] =>
  query[name]?.split(',').filter(Boolean) ?? [];

/** With another value of a name, or without it. */
export function withValue(query: Query, name: string, value: string | undefined): Query {
  const { [name]: _, ...rest } = query;
  return value === undefined || value === '' ? rest : { ...rest, [name]: value };
}

/** With a value of a list added, or taken away where it is there. */
export function toggled(query: Query, name: string, value: string): Query {
  const values = valuesOf(query, name);
  const after = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return withValue(query, name, after.join(','));
}

/** The query of the address, and a way to change it; `replace` where going back shall not return to what it was. */
export function useAddressQuery(): [query: Query, change: (query: Query, replace?: boolean) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const query = useMemo(() => queryOf(search), [search]);
  return [query, (next, replace = false) => go(path + searchOf(next), { replace })];
}
