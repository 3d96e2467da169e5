/** The forms that went into the roll-up. */
import { Link } from 'wouter';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useRight } from '../../data/session.ts';
import { decimalsOf, Points } from '../../parts/points.tsx';
import { DownloadLink } from '../../parts/print.tsx';
import { Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { addressOf } from '../addresses.ts';
import type { RolledState } from './states.ts';

export function Parts({
  query,
}: {
  query: {
    unit?: string | undefined;
    year?: string | undefined;
    rulebook: string;
    edition: string;
    state: RolledState;
  };
}) {
  const t = useT();
  const mayRead = useRight('read-forms');
  const parts = useApi('getRanking', { query });
  return (
    <section className="card">
      <div className="hd">
        <h2 className="grow">{t({ zh: '汇入的表', en: 'What went in' })}</h2>
        <span className="noprint">
          <DownloadLink operation="ranking" query={query} />
        </span>
      </div>
      <Read of={parts}>
        {({ items }) => {
          const decimals = decimalsOf(items.map(({ total }) => String(total)));
          return (
            <Table
              label={t({ zh: '汇入的表', en: 'What went in' })}
              head={
                <>
                  <th scope="col">{t({ zh: '单位', en: 'Unit' })}</th>
                  <th scope="col" className="num">
                    {t({ zh: '总分', en: 'Total' })}
                  </th>
                  <th scope="col">{t({ zh: '等次', en: 'Grade' })}</th>
                </>
              }
            >
              {items.map((form) => (
                <tr key={form.submissionId}>
                  <th scope="row">
                    {form.unit.name}
                    <div className="small muted">
                      {mayRead ? (
                        <Link href={addressOf('review', { submission: form.submissionId })}>{form.name}</Link>
                      ) : (
                        form.name
                      )}
                    </div>
                  </th>
                  <td className="num">
                    <Points value={String(form.total)} decimals={decimals} />
                  </td>
                  <td className="nowrap">{form.grade ?? '—'}</td>
                </tr>
              ))}
            </Table>
          );
        }}
      </Read>
    </section>
  );
}
