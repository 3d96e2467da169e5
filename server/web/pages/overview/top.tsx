/** The first of the ranking, with the way to all of it. */
import { Link } from 'wouter';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import type { Scope } from '../../data/scope.ts';
import { Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';

const shown = 12;

export function Top({ scope }: { scope: Scope }) {
  const t = useT();
  const ranking = useApi('getRanking', { query: scope.filters });
  return (
    <section className="card">
      <div className="hd">
        <h2 className="grow">{t({ zh: '排名', en: 'Ranking' })}</h2>
        <Link className="s13 noprint" href={scope.at(addressOf('ranking'))}>
          {t({ zh: '看全部', en: 'See all' })}
        </Link>
      </div>
      <Read of={ranking}>
        {({ items }) => (
          <Table
            label={t({ zh: '排名靠前的表', en: 'The first forms' })}
            head={
              <>
                <th scope="col" className="num">
                  {t({ zh: '名次', en: 'Rank' })}
                </th>
                <th scope="col">{t({ zh: '单位', en: 'Unit' })}</th>
                <th scope="col" className="num">
                  {t({ zh: '得分率', en: 'Rate' })}
                </th>
                <th scope="col">{t({ zh: '等次', en: 'Grade' })}</th>
              </>
            }
          >
            {items.slice(0, shown).map((form) => (
              <tr key={form.submissionId}>
                <td className="num muted">{form.rank}</td>
                <th scope="row">
                  <Theirs>{form.unit.name}</Theirs>
                </th>
                <td className="num b">{form.rate}</td>
                <td className="nowrap">
                  <Theirs>{form.grade ?? '—'}</Theirs>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Read>
    </section>
  );
}
