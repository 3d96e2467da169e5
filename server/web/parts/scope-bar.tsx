/** Chooses the region, the year and the edition that a page is about; on paper it tells what was chosen. */
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
  const region = { value: filters.unit ?? own.id, options: regionOptions(regions, own) };
  const year = {
    value: filters.year ?? all,
    options: [
      { id: all, name: t({ zh: '全部年度', en: 'All years' }) },
      ...years.map((one) => ({ id: one, name: t({ zh: `${one}年度`, en: one }) })),
    ],
  };
  const rulebook = {
    value: edition ?? (needsEdition ? undefined : all),
    options: [
      ...(needsEdition ? [] : [{ id: all, name: t({ zh: '全部评分规则', en: 'All rulebooks' }) }]),
      ...editions.map((one) => ({
        id: `${one.rulebook}/${one.edition}`,
        name: `${one.title} ${one.edition}`,
      })),
    ],
  };
  const chosen = [region, year, rulebook].flatMap(
    ({ value, options }) => options.find(({ id }) => id === value)?.name.trim() ?? [],
  );
  return (
    <>
      <p className="scope-said">{chosen.join(' · ')}</p>
      <div className="scope-bar row wrap noprint">
        <Select
          {...region}
          label={t({ zh: '地区', en: 'Region' })}
          isLabelHidden
          onChange={(id) => set({ unit: id === own.id ? '' : id })}
        />
        <Select
          {...year}
          label={t({ zh: '年度', en: 'Year' })}
          isLabelHidden
          onChange={(id) => set({ year: id === all ? '' : id })}
        />
        <Select
          {...rulebook}
          label={t({ zh: '评分规则', en: 'Rulebook' })}
          isLabelHidden
          onChange={(id) => {
            const [name = '', edited = ''] = id === all ? [] : id.split('/');
            set({ rulebook: name, edition: edited });
          }}
        />
      </div>
    </>
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
