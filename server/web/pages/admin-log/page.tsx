/** `/admin/log`: every change of state, the newest first, and whether the chain of the log is intact. */
import { useSearch } from 'wouter';
import { useFilters, withQuery } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { wordsOf } from '../../data/words.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { addresses } from '../addresses.ts';
import { Entries } from './entries.tsx';
import { Verification } from './verification.tsx';
import '../../parts/edit.css';
import './admin-log.css';

export function Page() {
  const t = useT();
  const search = useSearch();
  const [{ about, person, action, cursor }, setFilters] = useFilters('about', 'person', 'action', 'cursor');
  const page = useApi('listLog', { query: { about, person, action, cursor, limit: 100 } });
  const isNarrowed = [about, person, action, cursor].some((one) => one !== undefined);
  return (
    <>
      <PageHead title={t({ zh: '日志', en: 'Log' })} />
      <div className="page admin-log">
        <Verification />
        <div className="log-filters">
          <Select
            label={t({ zh: '哪种改动', en: 'Kind of change' })}
            value={action ?? ''}
            onChange={(id) => setFilters({ action: id, cursor: '' })}
            options={[
              { id: '', name: t({ zh: '全部', en: 'All' }) },
              ...wordsOf('logAction').map(({ id, name }) => ({ id, name: t(name) })),
            ]}
          />
          {isNarrowed ? (
            <div className="row wrap">
              <span className="s13 soft">
                {[
                  about ? t({ zh: '只看其中一项的', en: 'Only about one thing' }) : '',
                  person ? t({ zh: '只看一个人做的', en: 'Only what one person did' }) : '',
                  cursor ? t({ zh: '更早的', en: 'Earlier entries' }) : '',
                ]
                  .filter(Boolean)
                  .join(t({ zh: '；', en: '; ' }))}
              </span>
              <Button
                size="small"
                onPress={() => setFilters({ about: '', person: '', action: '', cursor: '' })}
              >
                {t({ zh: '看最新的全部', en: 'Show the newest of all' })}
              </Button>
            </div>
          ) : null}
        </div>
        <Read of={page} lines={10}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={t({ zh: '没有这样的记录', en: 'There are no such entries' })} />
            ) : (
              <>
                <Entries
                  entries={items}
                  onAbout={(id) => setFilters({ about: id, cursor: '' })}
                  onPerson={(id) => setFilters({ person: id, cursor: '' })}
                />
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
