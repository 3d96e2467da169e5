/** Which forms a page is about – a region, a year, an edition – kept in its address, and what there is to choose from. */
import type { Unit } from '../../../schemas/generated/types.ts';
import { type Filters, useFilters, withQuery } from './filters.ts';
import { useRulebookTitle } from './rulebooks.ts';
import { useSignedIn } from './session.ts';
import { useWhole } from './whole.ts';

type Name = 'unit' | 'year' | 'rulebook' | 'edition';

export interface Scope {
  filters: Filters<Name>;
  set: (changes: Filters<Name>) => void;
  /** The regions to choose from, each after the one above it. */
  regions: readonly Unit[];
  /** The node that is meant where none is chosen. */
  own: { id: string; name: string };
  years: readonly string[];
  editions: readonly { rulebook: string; edition: string; title: string }[];
  /** The same scope, on another page. */
  at: (path: string, more?: { readonly [name: string]: string | undefined }) => string;
}

/** Years and editions are those that units were asked to file for. */
export function useScope(): Scope {
  const [filters, set] = useFilters('unit', 'year', 'rulebook', 'edition');
  const { person } = useSignedIn();
  const units = useWhole('listUnits', {});
  const tasks = useWhole('listTasks', {});
  const titleOf = useRulebookTitle();
  const asked = tasks.data ?? [];
  const editions = new Map(
    asked.map(({ rulebook, edition }) => [
      `${rulebook}/${edition}`,
      { rulebook, edition, title: titleOf({ rulebook, edition }) },
    ]),
  );
  return {
    filters,
    set,
    regions: (units.data ?? []).filter(({ kind }) => kind === 'region'),
    own: person.unit,
    years: [...new Set(asked.map(({ year }) => year))].sort().reverse(),
    editions: [...editions.keys()].sort().map((key) => editions.get(key)!),
    at: (path, more = {}) => withQuery(path, '', { ...filters, ...more }),
  };
}
