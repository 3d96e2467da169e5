/** What narrows the queue now, each with a way to take it away. */
import type { QueueFacets, SubmissionPage } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useRulebookTitle } from '../../data/rulebooks.ts';
import { type Query, toggled, valuesOf, withValue } from '../../parts/address-query.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useUnits } from './units.ts';
import { told, valueName } from './words.ts';

const lists = ['state', 'severity', 'difference', 'grade', 'finding', 'assignee'] as const;

type List = (typeof lists)[number];

export function Narrowed({
  query,
  change,
  facets,
  lostOn,
}: {
  query: Query;
  change: (query: Query) => void;
  facets: QueueFacets | undefined;
  lostOn: SubmissionPage['lostOn'];
}) {
  const t = useT();
  const tasks = useApi('listTasks', { query: { limit: 200 } });
  const units = useUnits();
  const chips: { key: string; text: string; without: Query }[] = [];
  const nameOf = (list: List, value: string): string => {
    if (list === 'finding') {
      const title = facets?.finding.find((one) => one.value === value)?.title;
      return title ? t(title) : value;
    }
    if (list === 'assignee' && value === 'me') return t({ zh: '分给我的', en: 'given to me' });
    const name = list === 'assignee' && facets?.assignee.find((one) => one.value === value)?.name;
    return name || t(valueName(list, value));
  };
  for (const list of lists)
    for (const value of valuesOf(query, list))
      chips.push({
        key: `${list} ${value}`,
        text: nameOf(list, value),
        without: toggled(query, list, value),
      });
  const one = (name: string, text: string) =>
    chips.push({ key: name, text, without: withValue(query, name, undefined) });
  if (query.task) one('task', tasks.data?.items.find(({ id }) => id === query.task)?.title ?? query.task);
  if (query.unit) one('unit', units.find(({ id }) => id === query.unit)?.name ?? query.unit);
  const titleOf = useRulebookTitle();
  const { rulebook, edition } = query;
  const called: { readonly [name: string]: string | undefined } = {
    lostOn: lostOn?.name,
    rulebook: rulebook && edition ? titleOf({ rulebook, edition }) : undefined,
  };
  for (const [name, tell] of Object.entries(told))
    if (query[name]) one(name, t(tell(called[name] ?? query[name])));
  if (query.q) one('q', t({ zh: `查找“${query.q}”`, en: `search “${query.q}”` }));
  if (chips.length === 0) return null;
  const all: Query = query.sort ? { sort: query.sort } : {};
  return (
    <div className="narrowed">
      <span className="small muted">{t({ zh: '筛选', en: 'Filters' })}</span>
      <ul>
        {chips.map(({ key, text, without }) => (
          <li key={key}>
            <button type="button" className="chip on" onClick={() => change({ ...all, ...without })}>
              <span className="ell">{text}</span>
              <span className="vh">{t({ zh: '，去掉', en: ', take away' })}</span>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {chips.length > 1 ? (
        <Button look="text" size="small" onPress={() => change({ sort: '-difference', ...all })}>
          {t({ zh: '全部去掉', en: 'Take all away' })}
        </Button>
      ) : null}
    </div>
  );
}
