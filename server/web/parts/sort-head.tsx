/** The head of a column by which a list can be put in order; the order stands in the address. */
import { useFilters } from '../data/filters.ts';
import { type Bilingual, useT } from '../data/language.ts';
import { Icon } from './icon.tsx';
import './sort-head.css';

const turned = (sort: string): string => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`);

export function SortHead({
  sort,
  name,
  usual,
  className,
}: {
  /** The order of the first press, as the API has it: with - before it the greatest first. The next press turns it. */
  sort: string;
  name: Bilingual;
  /** The order where the address says nothing. */
  usual: string;
  className?: string;
}) {
  const t = useT();
  const [{ sort: now = usual }, setFilters] = useFilters('sort');
  const isThis = now === sort || now === turned(sort);
  const order = isThis ? (now.startsWith('-') ? 'descending' : 'ascending') : undefined;
  const next = now === sort ? turned(sort) : sort;
  return (
    <th scope="col" className={className} aria-sort={order}>
      <button
        type="button"
        className="sort-head"
        onClick={() => setFilters({ sort: next === usual ? '' : next })}
      >
        {t(name)}
        {order ? <Icon name={order === 'descending' ? 'down' : 'up'} /> : null}
      </button>
    </th>
  );
}
