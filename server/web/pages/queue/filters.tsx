/** What the queue can be narrowed by, each value with how many forms it would leave. */

import { type Ref, useState } from 'react';
import type { QueueFacets } from '../../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { type Query, toggled, valuesOf, withValue } from '../../parts/address-query.ts';
import { Button } from '../../parts/button.tsx';
import { QueueSearch } from '../../parts/queue-search.tsx';
import { Select } from '../../parts/select.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Apart, Quoting } from '../../parts/theirs.tsx';
import { useUnits } from './units.ts';
import { valueName } from './words.ts';
import '../../parts/chip.css';

interface Filtering {
  query: Query;
  change: (query: Query, replace?: boolean) => void;
}

export function Filters({
  query,
  change,
  facets,
  searchRef,
}: Filtering & { facets: QueueFacets | undefined; searchRef: Ref<HTMLInputElement> }) {
  const filtering = { query, change };
  return (
    <>
      <div className="queue-search">
        <QueueSearch
          words={query.q}
          search={(words) => change(withValue(query, 'q', words), true)}
          inputRef={searchRef}
        />
      </div>
      <Belonging {...filtering} />
      <Group {...filtering} name="state" title={{ zh: '状态', en: 'State' }} counts={facets?.state} />
      <Group
        {...filtering}
        name="severity"
        title={{ zh: '疑点', en: 'Findings' }}
        counts={facets?.severity}
      />
      <Group
        {...filtering}
        name="difference"
        title={{ zh: '自评与复算', en: 'Claimed against recomputed' }}
        counts={facets?.difference}
      />
      <Group {...filtering} name="grade" title={{ zh: '等次', en: 'Grade' }} counts={facets?.grade} />
      <Group
        {...filtering}
        name="assignee"
        title={{ zh: '分给', en: 'Given to' }}
        counts={facets?.assignee}
      />
      <FindingKinds {...filtering} counts={facets?.finding} />
    </>
  );
}

/** Whose forms, and for which task. */
function Belonging({ query, change }: Filtering) {
  const t = useT();
  const tasks = useApi('listTasks', { query: { limit: 200 } });
  const units = useUnits();
  const all = { id: '', name: t({ zh: '全部', en: 'All' }) };
  return (
    <div className="belonging">
      <Select
        label={t({ zh: '任务', en: 'Task' })}
        options={[all, ...(tasks.data?.items.map(({ id, title }) => ({ id, name: title })) ?? [])]}
        value={query.task ?? ''}
        onChange={(task) => change(withValue(query, 'task', task))}
      />
      <Select
        label={t({ zh: '地区或单位', en: 'Region or unit' })}
        options={[all, ...units.map(({ id, name }) => ({ id, name }))]}
        value={query.unit ?? ''}
        onChange={(unit) => change(withValue(query, 'unit', unit))}
      />
    </div>
  );
}

interface Counted {
  value: string;
  name?: string;
  /** Not known before the queue is read. */
  count?: number;
}

/** A few values; those that are chosen stay, whatever is counted. */
function Group({
  query,
  change,
  name,
  title,
  counts,
}: Filtering & { name: string; title: Bilingual; counts?: readonly Counted[] | undefined }) {
  const t = useT();
  const chosen = valuesOf(query, name);
  const missing = chosen.filter((value) => !counts?.some((one) => one.value === value) && value !== 'me');
  const none = counts ? 0 : undefined;
  const values: readonly Counted[] = [...(counts ?? []), ...missing.map((value) => ({ value, count: none }))];
  if (values.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{t(title)}</legend>
      <div className="chips">
        {values.map(({ value, name: given, count }) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(value)}
            onClick={() => change(toggled(query, name, value))}
          >
            <Apart>{given ?? t(valueName(name, value))}</Apart> {count === undefined ? null : <b>{count}</b>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** How many kinds of finding are shown before one asks for the rest. */
const fewKinds = 6;

function FindingKinds({
  query,
  change,
  counts = [],
}: Filtering & { counts?: QueueFacets['finding'] | undefined }) {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const chosen = valuesOf(query, 'finding');
  const shown = counts.filter((one, index) => isWhole || index < fewKinds || chosen.includes(one.value));
  if (counts.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{t({ zh: '哪种疑点', en: 'Which finding' })}</legend>
      <ul className="kinds">
        {shown.map(({ value, severity, title, count }) => (
          <li key={value}>
            <button
              type="button"
              className="kind"
              title={title ? t(title) : value}
              aria-pressed={chosen.includes(value)}
              onClick={() => change(toggled(query, 'finding', value))}
            >
              <StateShape shape={severity} />
              <span className="grow">{title ? <Quoting>{title}</Quoting> : value}</span>
              <b>{count}</b>
            </button>
          </li>
        ))}
      </ul>
      {counts.length > fewKinds ? (
        <Button look="text" size="small" onPress={() => setWhole(!isWhole)} expanded={isWhole}>
          {isWhole
            ? t({ zh: '只看多的几种', en: 'Show the commonest only' })
            : t({ zh: `全部 ${counts.length} 种`, en: `All ${counts.length} kinds` })}
        </Button>
      ) : null}
    </fieldset>
  );
}
