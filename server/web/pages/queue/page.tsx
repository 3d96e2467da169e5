/** `/queue`: the forms to be reviewed, narrowed, in order, and gone through by keyboard. */
import { useRef, useState } from 'react';
import { Redirect } from 'wouter';
import { counted, useT } from '../../data/language.ts';
import { useQueue } from '../../data/queue.ts';
import { queueQuery } from '../../data/queue-query.ts';
import { useRight } from '../../data/session.ts';
import { queryOf, searchOf, useAddressQuery, withValue } from '../../parts/address-query.ts';
import { usePageKeys } from '../../parts/keys.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { LeftPane, Panes, WorkPane } from '../../parts/panes.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty, Failed, Loading, NothingFound } from '../../parts/states.tsx';
import { addresses } from '../addresses.ts';
import { BulkBar, BulkWork } from './bulk.tsx';
import { Filters } from './filters.tsx';
import { List } from './list.tsx';
import { Narrowed } from './narrowed.tsx';
import { useSelection } from './selection.ts';
import { everything, toReview, Views } from './views.tsx';
import { orders, usualOrder } from './words.ts';
import type { Work } from './work.ts';
import './queue.css';

/** What is read before anything is known of what is in view. */
const begin = { first: 0, last: 40 };

export function Page() {
  const t = useT();
  const [query, change] = useAddressQuery();
  const [range, setRange] = useState(begin);
  const search = useRef<HTMLInputElement>(null);
  const asked = queueQuery({ sort: usualOrder, ...query });
  const queue = useQueue(asked, range);
  const selection = useSelection();
  const [work, setWork] = useState<Work>();
  const isReviewer = useRight('review-forms');
  usePageKeys({ '/': () => search.current?.focus() });
  // An address that asks for nothing is that of the forms to be reviewed, or of all where one only reads.
  if (searchOf(query) === '')
    return <Redirect to={addresses.queue + (isReviewer ? toReview : everything)} replace />;
  const count = queue.total ?? 0;
  return (
    <>
      <PageHead
        title={isReviewer ? t({ zh: '复核', en: 'Review' }) : t({ zh: '自评表', en: 'Forms' })}
        state={
          <span className="small muted" aria-live="polite">
            {queue.total === undefined ? '' : t({ zh: `${count} 张`, en: counted(count, 'form') })}
          </span>
        }
        actions={
          <>
            <div className="queue-order">
              <Select
                label={t({ zh: '怎样排', en: 'Order' })}
                isLabelHidden
                options={orders.map(({ id, name }) => ({ id, name: t(name) }))}
                value={asked.sort}
                onChange={(sort) => change(withValue(query, 'sort', sort))}
              />
            </div>
            <a className="btn" href={`/api/submissions${searchOf({ ...asked, format: 'csv' })}`} download>
              {t({ zh: '导出', en: 'Export' })}
            </a>
          </>
        }
      />
      <Panes columns="queue-panes">
        <LeftPane label={t({ zh: '筛选', en: 'Filters' })} className="queue-filters">
          <Filters query={query} change={change} facets={queue.facets} searchRef={search} />
        </LeftPane>
        <WorkPane label={t({ zh: '自评表', en: 'Forms' })} className="queue-work">
          <Views query={query} change={change} isReviewer={isReviewer} />
          <Narrowed query={query} change={change} facets={queue.facets} lostOn={queue.lostOn} />
          {selection.ids.size > 0 ? <BulkBar selection={selection} work={work} choose={setWork} /> : null}
          {work ? (
            <BulkWork
              key={work}
              work={work}
              selection={selection}
              facets={queue.facets}
              close={() => setWork(undefined)}
            />
          ) : null}
          {queue.error && queue.total === undefined ? (
            <div className="queue-told">
              <Failed error={queue.error} retry={queue.refetch} />
            </div>
          ) : queue.total === undefined ? (
            <div className="queue-told">
              <Loading lines={8} retry={queue.refetch} />
            </div>
          ) : queue.total === 0 ? (
            <div className="queue-told">
              <None query={query} clear={() => change(withValue(query, 'q', undefined))} />
            </div>
          ) : (
            <List
              queue={queue}
              count={queue.total}
              query={query}
              change={change}
              see={setRange}
              selection={isReviewer ? selection : undefined}
            />
          )}
        </WorkPane>
      </Panes>
    </>
  );
}

/** Nothing is in the queue: because of the words, because of the filters, or because all is done. */
function None({ query, clear }: { query: Record<string, string>; clear: () => void }) {
  const t = useT();
  if (query.q)
    return (
      <NothingFound
        words={query.q}
        clear={clear}
        among={t({
          zh: '查的是单位名称、单位代码和表名，在所选的筛选之内。',
          en: 'Names and codes of units and names of forms were searched, within the filters.',
        })}
      />
    );
  if (searchOf(queueQuery(query)) === searchOf(queueQuery(queryOf(toReview))))
    return (
      <Empty title={t({ zh: '没有待复核的表', en: 'Nothing waits for a review' })}>
        {t({
          zh: '单位申报之后出现在这里。已退回、已通过的表在“全部”里。',
          en: 'Forms appear here once units file them. Those returned or accepted are under “All”.',
        })}
      </Empty>
    );
  return (
    <Empty title={t({ zh: '没有符合筛选的表', en: 'No form fits these filters' })}>
      {t({ zh: '去掉左边的一两项再看。', en: 'Take away one or two of them.' })}
    </Empty>
  );
}
