/** The queue at the left of a form: the same filters and the same order, the form itself marked. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { SubmissionSummary } from '../../../../schemas/generated/types.ts';
import { counted, useT } from '../../data/language.ts';
import { useQueue } from '../../data/queue.ts';
import { pageSize } from '../../data/queue-query.ts';
import { type Query, searchOf, toggled, valuesOf, withValue } from '../../parts/address-query.ts';
import { Difference } from '../../parts/difference.tsx';
import { Icon } from '../../parts/icon.tsx';
import { usePageKeys } from '../../parts/keys.ts';
import { Points } from '../../parts/points.tsx';
import { QueueSearch } from '../../parts/queue-search.tsx';
import { SeverityCounts } from '../../parts/severity-counts.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import '../../parts/chip.css';
import { addresses, addressOf } from '../addresses.ts';
import { askedOf, type Neighbours } from './neighbours.ts';

/** The height of an entry; `review.css` says the same. */
const entryHeight = 68;

const chips = [
  { filter: 'severity', value: 'error', name: { zh: '有错误', en: 'errors' } },
  { filter: 'difference', value: 'over', name: { zh: '自评高', en: 'over' } },
  { filter: 'difference', value: 'under', name: { zh: '自评低', en: 'under' } },
  { filter: 'severity', value: 'clean', name: { zh: '没有错误和提醒', en: 'clean' } },
] as const;

export function QueuePane({
  submission,
  query,
  change,
  neighbours: { place },
}: {
  submission: string;
  query: Query;
  change: (query: Query, replace?: boolean) => void;
  neighbours: Neighbours;
}) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  usePageKeys({ '/': () => searchRef.current?.focus() });
  const [range, setRange] = useState({ first: 0, last: 20 });
  const queue = useQueue(askedOf(query), range);
  const count = queue.total ?? 0;
  const isKnown = queue.total !== undefined;
  const lines = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => entryHeight,
    overscan: 8,
  });
  const shown = lines.getVirtualItems();
  const [first = 0, last = 0] = [shown[0]?.index, shown.at(-1)?.index];
  const from = first - (first % pageSize);
  const to = last - (last % pageSize);
  useEffect(() => setRange({ first: from, last: to }), [from, to]);
  const isRead = count > 0;
  const { scrollToIndex } = lines;
  useEffect(() => {
    if (isRead && place !== undefined) scrollToIndex(place);
  }, [scrollToIndex, isRead, place]);
  const search = searchOf(query);
  const countOf = (filter: (typeof chips)[number]['filter'], value: string) =>
    queue.facets?.[filter].find((one) => one.value === value)?.count ?? 0;
  return (
    <>
      <div className="review-queue-head">
        <div className="row between">
          <Link href={addresses.queue + search}>
            <Icon name="left" /> {t({ zh: '复核队列', en: 'Queue' })}
          </Link>
          <span className="small muted">
            {isKnown ? t({ zh: `${count} 张`, en: counted(count, 'form') }) : ''}
          </span>
        </div>
        <QueueSearch
          words={query.q}
          search={(words) => change(withValue(query, 'q', words), true)}
          inputRef={searchRef}
        />
        <div className="chips">
          {chips.map(({ filter, value, name }) => (
            <button
              key={value}
              type="button"
              className="chip"
              aria-pressed={valuesOf(query, filter).includes(value)}
              onClick={() => change(toggled(query, filter, value), true)}
            >
              {t(name)} {isKnown ? <b>{countOf(filter, value)}</b> : null}
            </button>
          ))}
        </div>
      </div>
      <div ref={box} className="review-queue-list">
        {queue.total === undefined ? (
          <div className="review-queue-told">
            {queue.error ? <Failed error={queue.error} retry={queue.refetch} /> : <Loading lines={6} />}
          </div>
        ) : (
          <ol style={{ height: lines.getTotalSize(), paddingTop: shown[0]?.start }}>
            {shown.map(({ index }) => (
              <li key={index}>
                <Entry form={queue.at(index)} search={search} isHere={queue.at(index)?.id === submission} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

function Entry({
  form,
  search,
  isHere,
}: {
  form: SubmissionSummary | undefined;
  search: string;
  isHere: boolean;
}) {
  const t = useT();
  if (!form) return <div className="entry" aria-busy="true" />;
  return (
    <Link
      className="entry"
      href={addressOf('review', { submission: form.id }) + search}
      title={`${form.unit.name} ${form.name}`}
      aria-current={isHere ? 'true' : undefined}
    >
      <span className="row">
        <span className="b grow ell">
          <Theirs>{form.unit.name}</Theirs>
        </span>
        <span className="num">
          <Points value={form.total} />
        </span>
      </span>
      <span className="row small">
        <span className="grow ell muted">
          <Theirs>{form.name}</Theirs>
        </span>
        <span className="num">
          <Difference value={form.difference} />
        </span>
      </span>
      <span className="small">
        <SeverityCounts
          counts={form.findings}
          withWords
          empty={form.findings ? t({ zh: '没有疑点', en: 'no findings' }) : '—'}
        />
      </span>
    </Link>
  );
}
