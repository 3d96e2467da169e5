/** `/admin/log`: every change of state, the newest first, and whether the chain of the log is intact. */
import { useSearch } from 'wouter';
import type { LogEntry } from '../../../../schemas/generated/types.ts';
import { useFilters, withQuery } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { clockOf, dayOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { addresses } from '../addresses.ts';
import { Verification } from './verification.tsx';
import '../../parts/edit.css';
import './admin-log.css';

export function Page() {
  const t = useT();
  const search = useSearch();
  const [{ about, cursor }, setFilters] = useFilters('about', 'cursor');
  const page = useApi('listLog', { query: { about, cursor, limit: 100 } });
  return (
    <>
      <PageHead title={t({ zh: '日志', en: 'Log' })} />
      <div className="page admin-log">
        <Verification />
        {about || cursor ? (
          <div className="row wrap narrowed">
            <span className="s13 soft">
              {about
                ? t({ zh: `只看关于 ${about} 的`, en: `Only about ${about}` })
                : t({ zh: '更早的', en: 'Earlier entries' })}
            </span>
            <Button size="small" onPress={() => setFilters({ about: '', cursor: '' })}>
              {t({ zh: '看最新的全部', en: 'Show the newest of all' })}
            </Button>
          </div>
        ) : null}
        <Read of={page} lines={10}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={t({ zh: '没有这样的记录', en: 'There are no such entries' })} />
            ) : (
              <>
                <Entries entries={items} onAbout={(id) => setFilters({ about: id, cursor: '' })} />
                {next ? (
                  <div className="more">
                    <LinkButton to={withQuery(addresses.log, search, { cursor: next })}>
                      {t({ zh: '看更早的', en: 'Earlier' })}
                    </LinkButton>
                  </div>
                ) : null}
              </>
            )
          }
        </Read>
      </div>
    </>
  );
}

function Entries({ entries, onAbout }: { entries: readonly LogEntry[]; onAbout: (id: string) => void }) {
  const t = useT();
  return (
    <div className="card">
      <Table
        label={t({ zh: '日志', en: 'Log' })}
        head={
          <>
            <th scope="col" className="num">
              {t({ zh: '序号', en: 'No.' })}
            </th>
            <th scope="col">{t({ zh: '时间', en: 'When' })}</th>
            <th scope="col">{t({ zh: '谁', en: 'Who' })}</th>
            <th scope="col">{t({ zh: '做了什么', en: 'What' })}</th>
            <th scope="col">{t({ zh: '关于', en: 'About' })}</th>
            <th scope="col">{t({ zh: '之前与之后', en: 'Before and after' })}</th>
          </>
        }
      >
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td className="num muted">{entry.seq}</td>
            <td className="nowrap">
              {t(dayOf(entry.at))} {clockOf(entry.at, true)}
            </td>
            <td className="nowrap">
              {entry.who?.name ?? <span className="muted">{t({ zh: '系统', en: 'the system' })}</span>}
            </td>
            <td className="nowrap">{t(word('logAction', entry.action))}</td>
            <td>
              <Button
                look="text"
                size="small"
                label={t({ zh: `只看关于 ${entry.about.id} 的`, en: `Only about ${entry.about.id}` })}
                onPress={() => onAbout(entry.about.id)}
              >
                <span className="id" title={entry.about.id}>
                  {entry.about.id}
                </span>
              </Button>
            </td>
            <td>
              <Change entry={entry} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** What was there and what is, as it was recorded. */
function Change({ entry: { before, after, hash, previous } }: { entry: LogEntry }) {
  const t = useT();
  return (
    <details>
      <summary className="small">{t({ zh: '看记录', en: 'See the entry' })}</summary>
      <dl className="recorded">
        {before ? (
          <>
            <dt>{t({ zh: '之前', en: 'Before' })}</dt>
            <dd>{JSON.stringify(before)}</dd>
          </>
        ) : null}
        {after ? (
          <>
            <dt>{t({ zh: '之后', en: 'After' })}</dt>
            <dd>{JSON.stringify(after)}</dd>
          </>
        ) : null}
        <dt>{t({ zh: '前一条的摘要', en: 'Hash of the one before' })}</dt>
        <dd>{previous}</dd>
        <dt>{t({ zh: '本条的摘要', en: 'Hash of this one' })}</dt>
        <dd>{hash}</dd>
      </dl>
    </details>
  );
}
