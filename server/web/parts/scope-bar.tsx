/** Chooses the region, the year and the edition that a page is about. */
import type { Unit } from '../../../schemas/generated/types.ts';
import { useT } from '../data/language.ts';
import type { Scope } from '../data/scope.ts';
import { Select } from './select.tsx';
import { inTree } from './unit-rows.ts';
import './scope-bar.css';

const all = '*';

export function ScopeBar({
  scope: { filters, set, regions, own, years, editions },
  needsEdition = false,
}: {
  scope: Scope;
  needsEdition?: boolean;
}) {
  const t = useT();
  const edition = filters.rulebook && filters.edition ? `${filters.rulebook}/${filters.edition}` : undefined;
  return (
    <div className="scope-bar row wrap noprint">
      <Select
        label={t({ zh: '地区', en: 'Region' })}
        isLabelHidden
        value={filters.unit ?? own.id}
        options={regionOptions(regions, own)}
        onChange={(id) => set({ unit: id === own.id ? '' : id })}
      />
      <Select
        label={t({ zh: '年度', en: 'Year' })}
        isLabelHidden
        value={filters.year ?? all}
        options={[
          { id: all, name: t({ zh: '全部年度', en: 'All years' }) },
          ...years.map((year) => ({ id: year, name: t({ zh: `${year}年度`, en: year }) })),
        ]}
        onChange={(year) => set({ year: year === all ? '' : year })}
      />
      <Select
        label={t({ zh: '评分规则', en: 'Rulebook' })}
        isLabelHidden
        value={edition ?? (needsEdition ? undefined : all)}
        options={[
          ...(needsEdition ? [] : [{ id: all, name: t({ zh: '全部评分规则', en: 'All rulebooks' }) }]),
          ...editions.map((one) => ({
            id: `${one.rulebook}/${one.edition}`,
            name: `${one.title} ${one.edition}`,
          })),
        ]}
        onChange={(id) => {
          const [rulebook = '', name = ''] = id === all ? [] : id.split('/');
          set({ rulebook, edition: name });
        }}
      />
    </div>
  );
}

/** The own node comes first; regions below it are set in. */
function regionOptions(regions: readonly Unit[], own: { id: string; name: string }) {
  const rows = inTree(regions).map(({ unit, depth }) => ({
    id: unit.id,
    name: `${'\u3000'.repeat(depth)}${unit.name}`,
  }));
  return rows.some(({ id }) => id === own.id) ? rows : [{ id: own.id, name: own.name }, ...rows];
}
