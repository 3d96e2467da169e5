/** `/ranking`: filed forms by rate; equal rates share a rank. */
import type { RankedForm } from '../../../../schemas/generated/types.ts';
import { useFilters } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useScope } from '../../data/scope.ts';
import { word } from '../../data/words.ts';
import { FormsLink } from '../../parts/forms-link.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { decimalsOf, Points } from '../../parts/points.tsx';
import { DownloadLink, PrintButton } from '../../parts/print.tsx';
import { ScopeBar } from '../../parts/scope-bar.tsx';
import { SegmentedFilter } from '../../parts/segmented.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import './ranking.css';

const states = ['filed', 'returned', 'accepted'] as const;

export function Page() {
  const t = useT();
  const scope = useScope();
  const [{ state }, setState] = useFilters('state');
  const wanted = states.find((one) => one === state);
  const query = { ...scope.filters, state: wanted };
  const ranking = useApi('getRanking', { query });
  return (
    <>
      <PageHead
        crumbs={[{ name: t({ zh: '总览', en: 'Overview' }), to: scope.at(addressOf('overview')) }]}
        title={t({ zh: '排名', en: 'Ranking' })}
        state={<ScopeBar scope={scope} />}
        actions={
          <>
            <DownloadLink operation="ranking" query={query} />
            <PrintButton />
          </>
        }
      />
      <div className="page">
        <div className="row wrap ranking-filters">
          <SegmentedFilter
            label={t({ zh: '状态', en: 'State' })}
            value={wanted ?? ''}
            onChange={(id) => setState({ state: id })}
            options={[
              { id: '', name: t({ zh: '报过的', en: 'All filed' }) },
              ...states.map((id) => ({ id, name: t(word('submissionState', id)) })),
            ]}
          />
          <span className="small muted">
            {t({
              zh: '按最近一次申报的得分率排，同分同名次。',
              en: 'By the rate of the latest filing; equal rates have one rank.',
            })}
          </span>
        </div>
        <Read of={ranking} lines={8}>
          {({ items }) =>
            items.length > 0 ? (
              <Ranked items={items} />
            ) : (
              <Empty title={t({ zh: '没有可排的表', en: 'There is nothing to rank' })}>
                {t({
                  zh: '这个范围里还没有申报过的表；换一个地区、年度或状态看看。',
                  en: 'No form was filed in this scope; try another region, year or state.',
                })}
              </Empty>
            )
          }
        </Read>
      </div>
    </>
  );
}

function Ranked({ items }: { items: readonly RankedForm[] }) {
  const t = useT();
  const decimals = decimalsOf(items.map(({ total }) => String(total)));
  return (
    <div className="card">
      <Table
        className="ranking-table"
        label={t({ zh: '排名', en: 'Ranking' })}
        head={
          <>
            <th scope="col" className="num rank">
              {t({ zh: '名次', en: 'Rank' })}
            </th>
            <th scope="col">{t({ zh: '单位', en: 'Unit' })}</th>
            <th scope="col">{t({ zh: '自评表', en: 'Form' })}</th>
            <th scope="col" className="wide-only">
              {t({ zh: '年度', en: 'Year' })}
            </th>
            <th scope="col" className="num wide-only">
              {t({ zh: '总分', en: 'Total' })}
            </th>
            <th scope="col" className="num wide-only">
              {t({ zh: '满分', en: 'Out of' })}
            </th>
            <th scope="col" className="num">
              {t({ zh: '得分率 %', en: 'Rate %' })}
            </th>
            <th scope="col">{t({ zh: '等次', en: 'Grade' })}</th>
            <th scope="col" className="wide-only">
              {t({ zh: '状态', en: 'State' })}
            </th>
          </>
        }
      >
        {items.map((form) => (
          <tr key={form.submissionId}>
            <td className="num muted">{form.rank}</td>
            <th scope="row">
              <Theirs>{form.unit.name}</Theirs>
            </th>
            <td>
              <FormsLink to={addressOf('review', { submission: form.submissionId })}>
                <Theirs>{form.name}</Theirs>
              </FormsLink>
            </td>
            <td className="wide-only">{form.year}</td>
            <td className="num b wide-only">
              <Points value={String(form.total)} decimals={decimals} />
            </td>
            <td className="num muted wide-only">{form.outOf}</td>
            <td className="num">{form.rate}</td>
            <td className="nowrap">
              <Theirs>{form.grade ?? '—'}</Theirs>
            </td>
            <td className="nowrap wide-only">{t(word('submissionState', form.state))}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
