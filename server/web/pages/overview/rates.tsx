/** How the rates are distributed, over the grades of the edition where one is chosen. */
import type { Statistics } from '../../../../schemas/generated/types.ts';
import { counted, useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import type { Scope } from '../../data/scope.ts';
import { Distribution } from '../../parts/distribution.tsx';
import { FormsLink } from '../../parts/forms-link.tsx';
import { toForms } from './to-forms.ts';

export function Rates({ statistics, scope }: { statistics: Statistics; scope: Scope }) {
  const t = useT();
  const { rulebook = '', edition = '' } = scope.filters;
  const chosen = useApi(
    'getRulebook',
    { path: { rulebook, edition } },
    { enabled: rulebook !== '' && edition !== '' },
  );
  const { content } = chosen.data ?? {};
  // Bounds of grades are points; they are rates where there are a hundred to win.
  const grades = content?.total === '100' ? (content.grades ?? []) : [];
  const { mean, median, highest, lowest, distribution, scored } = statistics;
  const formsOf = ({ query }: Statistics['distribution'][number]) => toForms(query);
  return (
    <section className="card">
      <div className="hd wrap">
        <h2>{t({ zh: '得分率分布', en: 'Distribution of rates' })}</h2>
        {mean === undefined ? null : (
          <span className="small muted">
            {t({
              zh: `平均 ${mean}，中位数 ${median}，最高 ${highest}，最低 ${lowest}（得分占满分的 %）`,
              en: `mean ${mean}, median ${median}, highest ${highest}, lowest ${lowest} (% of what can be won)`,
            })}
          </span>
        )}
      </div>
      <div className="bd">
        {scored === 0 ? (
          <p className="soft">{t({ zh: '还没有申报的表。', en: 'No form has been filed yet.' })}</p>
        ) : (
          <>
            <Distribution
              bands={distribution}
              grades={grades.map(({ name, from }) => ({ name, from: String(from) }))}
              mean={mean === undefined ? undefined : String(mean)}
            />
            <ul className="row wrap small ranges" aria-label={t({ zh: '各段的表', en: 'Forms by rate' })}>
              {distribution
                .filter(({ count }) => count > 0)
                .map((band) => (
                  <li key={band.from}>
                    <FormsLink to={formsOf(band)}>
                      {band.from}—{band.to}
                    </FormsLink>{' '}
                    {t({ zh: `${band.count} 张`, en: counted(band.count, 'form') })}
                  </li>
                ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
