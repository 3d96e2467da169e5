/**
 * The forms, one line each. Only those in view are drawn, and pages of them are read as they come into view, so that
 * thousands scroll alike. J and K, or the arrows, go from line to line; Enter opens one.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { type Bilingual, useT } from '../../data/language.ts';
import type { Queue } from '../../data/queue.ts';
import { pageSize, queueQuery } from '../../data/queue-query.ts';
import { useSignedIn } from '../../data/session.ts';
import { useQueueWidths, type Widths } from '../../data/widths.ts';
import { type Query, withValue } from '../../parts/address-query.ts';
import { ColumnEdge } from '../../parts/column-edge.tsx';
import { Icon } from '../../parts/icon.tsx';
import { usePageKeys } from '../../parts/keys.ts';
import { decimalsOf } from '../../parts/points.tsx';
import { Row } from './row.tsx';
import { firstOf, most, type Selection } from './selection.ts';
import { usualOrder } from './words.ts';

/** The height of a line; `queue.css` says the same. */
const lineHeight = 36;

interface Column {
  id: string;
  name: Bilingual;
  /** Pixels it usually has; those without share what is left. */
  usual?: number;
  /** By which it can be put in order; the second is the other way round. */
  orders?: readonly string[];
  isNumber?: boolean;
}

const columns: readonly Column[] = [
  { id: 'unit', name: { zh: '单位', en: 'Unit' }, orders: ['unit', '-unit'] },
  { id: 'form', name: { zh: '表名', en: 'Form' } },
  { id: 'state', name: { zh: '状态', en: 'State' }, usual: 84 },
  { id: 'claimed', name: { zh: '自评', en: 'Claimed' }, usual: 68, isNumber: true },
  {
    id: 'computed',
    name: { zh: '复算', en: 'Computed' },
    usual: 68,
    orders: ['total', '-total'],
    isNumber: true,
  },
  {
    id: 'difference',
    name: { zh: '差（自评−复算）', en: 'Difference' },
    usual: 112,
    orders: ['-difference', 'difference'],
    isNumber: true,
  },
  { id: 'grade', name: { zh: '等次', en: 'Grade' }, usual: 84 },
  { id: 'findings', name: { zh: '疑点', en: 'Findings' }, usual: 116, orders: ['-severity', 'severity'] },
  { id: 'assignee', name: { zh: '分给', en: 'Given to' }, usual: 76 },
  { id: 'filed', name: { zh: '申报', en: 'Filed' }, usual: 156, orders: ['-filed', 'filed'] },
];

/** Pixels below which the list scrolls sideways, and those of a column without a usual width by then. */
const narrowest = 1000;
const shared = 130;

/** What columns that were made wider need beyond that. */
const widened = (widths: Widths): number =>
  columns.reduce(
    (all, { id, usual = shared }) => all + Math.max(0, (widths[id] ?? usual) - usual),
    narrowest,
  );

export function List({
  queue,
  count,
  query,
  change,
  see,
  selection,
}: {
  queue: Queue;
  count: number;
  query: Query;
  change: (query: Query) => void;
  /** Told which places are in view. */
  see: (range: { first: number; last: number }) => void;
  /** Which are chosen; undefined for who may not review. */
  selection: Selection | undefined;
}) {
  const t = useT();
  const { widths, set } = useQueueWidths(useSignedIn().person.id);
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const isGoing = useRef(false);
  const lines = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 12,
    scrollPaddingStart: lineHeight,
  });
  const shown = lines.getVirtualItems();
  const [first = 0, last = 0] = [shown[0]?.index, shown.at(-1)?.index];
  const from = first - (first % pageSize);
  const to = last - (last % pageSize);
  useEffect(() => see({ first: from, last: to }), [see, from, to]);
  const [, setMoves] = useState(0);
  const go = (by: number) => {
    // The first press goes to the line that is marked; only then to others.
    const isInside = isGoing.current || (box.current?.contains(document.activeElement) ?? false);
    const next = Math.min(count - 1, Math.max(0, current + (isInside ? by : 0)));
    isGoing.current = true;
    setCurrent(next);
    setMoves((moves) => moves + 1);
    lines.scrollToIndex(next);
  };
  const openId = queue.at(current)?.id;
  useEffect(() => {
    if (!isGoing.current || openId === undefined) return;
    const frame = requestAnimationFrame(() => {
      const link = box.current?.querySelector<HTMLElement>(`[data-place="${current}"] a`);
      if (!link) return;
      isGoing.current = false;
      link.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  });
  usePageKeys({
    j: () => go(1),
    k: () => go(-1),
    x: selection && openId !== undefined ? () => selection.toggle(openId) : undefined,
  });
  const byArrows = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(by);
  };
  const latest = useRef(selection);
  latest.current = selection;
  const choose = useCallback((id: string) => latest.current?.toggle(id), []);
  const isChosen = (place: number) => selection?.ids.has(queue.at(place)?.id ?? '') ?? false;
  const claimed = decimalsOf(queue.read.map((one) => one.claimed));
  const computed = decimalsOf(queue.read.map((one) => one.total));
  const difference = decimalsOf(queue.read.map((one) => one.difference));
  const stop = shown.some(({ index }) => index === current) ? current : first;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go between the links in it.
    <div ref={box} className="queue-list" onKeyDown={byArrows}>
      <div
        className="queue-lines"
        style={{
          height: lines.getTotalSize() + lineHeight,
          paddingTop: shown[0]?.start,
          minWidth: widened(widths),
        }}
      >
        <table
          aria-label={t({ zh: '自评表', en: 'Forms' })}
          aria-rowcount={count + 1}
          aria-busy={queue.isStale}
        >
          <colgroup>
            {selection ? <col className="choosing" /> : null}
            {columns.map(({ id, usual }) => (
              <col key={id} style={{ width: widths[id] ?? usual }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {selection ? (
                <th scope="col" className="choose">
                  <ChooseAll selection={selection} count={count} query={query} />
                </th>
              ) : null}
              {columns.map((column) => (
                <Heading key={column.id} {...column} query={query} change={change} set={set} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ index }) => (
              <Row
                key={index}
                place={index}
                form={queue.at(index)}
                query={query}
                isCurrent={index === current}
                isStop={index === stop}
                decimals={{ claimed, computed, difference }}
                take={setCurrent}
                isChosen={isChosen(index)}
                choose={selection ? choose : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Chooses every form of the queue, or none. */
function ChooseAll({ selection, count, query }: { selection: Selection; count: number; query: Query }) {
  const t = useT();
  const isAll = selection.ids.size > 0 && selection.ids.size >= Math.min(count, most);
  const some = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (some.current) some.current.indeterminate = selection.ids.size > 0 && !isAll;
  }, [selection.ids, isAll]);
  return (
    <input
      ref={some}
      type="checkbox"
      checked={isAll}
      aria-label={
        count > most
          ? t({ zh: `选中前 ${most} 张`, en: `Choose the first ${most}` })
          : t({ zh: `选中全部 ${count} 张`, en: `Choose all ${count}` })
      }
      onChange={() => {
        if (isAll) selection.clear();
        else void firstOf(queueQuery({ sort: usualOrder, ...query })).then(selection.set);
      }}
    />
  );
}

function Heading({
  id,
  name,
  orders,
  isNumber,
  query,
  change,
  set,
}: Column & {
  query: Query;
  change: (query: Query) => void;
  set: (column: string, width: number | undefined) => void;
}) {
  const t = useT();
  const now = query.sort ?? usualOrder;
  const isSorted = orders?.includes(now);
  const sorted = !isSorted ? undefined : now.startsWith('-') ? 'descending' : 'ascending';
  const [usual = '', other = ''] = orders ?? [];
  return (
    <th scope="col" className={isNumber ? 'num' : ''} aria-sort={sorted}>
      {orders ? (
        <button type="button" onClick={() => change(withValue(query, 'sort', now === usual ? other : usual))}>
          {t(name)}
          {isSorted ? <Icon name={sorted === 'descending' ? 'down' : 'up'} /> : null}
        </button>
      ) : (
        t(name)
      )}
      <ColumnEdge name={t(name)} set={(width) => set(id, width)} />
    </th>
  );
}
