/** Queues one goes to by a press: those everybody has, and those a person keeps under a name. */
import { type FormEvent, useState } from 'react';
import { useT } from '../../data/language.ts';
import { queueQuery } from '../../data/queue-query.ts';
import { useSignedIn } from '../../data/session.ts';
import { useViews } from '../../data/views.ts';
import { type Query, queryOf, searchOf } from '../../parts/address-query.ts';
import { Button } from '../../parts/button.tsx';
import { CellInput } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';

/** The queue one begins with: what is filed and not decided, the largest differences first. */
export const toReview = '?state=filed&sort=-difference';

/** All forms, those that changed last first. */
export const everything = '?sort=-updated';

const reviewers = [
  { name: { zh: '待复核', en: 'To review' }, search: toReview },
  { name: { zh: '分给我的', en: 'Given to me' }, search: '?state=filed&assignee=me&sort=-difference' },
];

const everybodys = [
  { name: { zh: '已退回', en: 'Returned' }, search: '?state=returned&sort=-updated' },
  { name: { zh: '已通过', en: 'Accepted' }, search: '?state=accepted&sort=-updated' },
  { name: { zh: '全部', en: 'All' }, search: everything },
];

const filed = { name: { zh: '已报', en: 'Filed' }, search: '?state=filed&sort=-updated' };

/** The same filters in the same order of names, so that they can be told to be the same. */
const same = (search: string): string => searchOf(queueQuery(queryOf(search)));

export function Views({
  query,
  change,
  isReviewer,
}: {
  query: Query;
  change: (query: Query) => void;
  /** Who only reads has no forms waiting for them. */
  isReviewer: boolean;
}) {
  const t = useT();
  const { views, keep, forget } = useViews(useSignedIn().person.id);
  const [name, setName] = useState<string>();
  const here = searchOf(queueQuery(query));
  const view = (label: string, search: string) => (
    <button
      type="button"
      key={search}
      className="view"
      aria-pressed={same(search) === here}
      onClick={() => change(queryOf(search))}
    >
      {label}
    </button>
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    const given = name?.trim();
    if (given) keep({ name: given, search: here });
    setName(undefined);
  };
  return (
    <fieldset className="views" aria-label={t({ zh: '常用的队列', en: 'Queues' })}>
      {(isReviewer ? [...reviewers, ...everybodys] : [filed, ...everybodys]).map((one) =>
        view(t(one.name), one.search),
      )}
      {views.map((one) => (
        <span key={one.name} className="kept-view">
          {view(one.name, one.search)}
          <button
            type="button"
            className="forget"
            aria-label={t({ zh: `不再保留“${one.name}”`, en: `Forget “${one.name}”` })}
            onClick={() => forget(one.name)}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {name === undefined ? (
        <Button look="text" size="small" onPress={() => setName('')}>
          {t({ zh: '存为常用', en: 'Keep this queue' })}
        </Button>
      ) : (
        <form className="row" onSubmit={save}>
          <CellInput
            label={t({ zh: '常用队列的名称', en: 'Name of the queue' })}
            placeholder={t({ zh: '名称', en: 'name' })}
            value={name}
            onChange={setName}
            autoFocus
          />
          <Button size="small" type="submit">
            {t({ zh: '保存', en: 'Keep' })}
          </Button>
          <Button look="text" size="small" onPress={() => setName(undefined)}>
            {t({ zh: '取消', en: 'Cancel' })}
          </Button>
        </form>
      )}
    </fieldset>
  );
}
