/** The three totals; the reviewed one is the server's, of what was kept last. */
import { useSyncExternalStore } from 'react';
import type { FilingComparison } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { Difference } from '../../parts/difference.tsx';
import { Points } from '../../parts/points.tsx';
import type { ReviewDraft } from './draft.ts';

/** The word says which way it is. */
const unsigned = (text: string): string => text.replace(/^-/, '');

export function Totals({ comparison, draft }: { comparison: FilingComparison; draft: ReviewDraft }) {
  const t = useT();
  const total = useSyncExternalStore(draft.subscribe, draft.total);
  const standing = useSyncExternalStore(draft.subscribe, draft.standing);
  const { claimed, computed, difference, reviewed, outOf, grade, sums } = comparison;
  const isOld = standing.kind !== 'clean' && standing.kind !== 'saved';
  return (
    <section className="totals" aria-label={t({ zh: '三个总分', en: 'Three totals' })}>
      <dl>
        <div>
          <dt>{t({ zh: '自评', en: 'Claimed' })}</dt>
          <dd>{claimed ?? '—'}</dd>
        </div>
        <div>
          <dt>{t({ zh: '复算', en: 'Recomputed' })}</dt>
          <dd>
            <Points value={computed} />
          </dd>
        </div>
        <div>
          <dt>{t({ zh: '复核', en: 'Reviewed' })}</dt>
          <dd className={isOld ? 'muted' : 'acc'} aria-live="polite">
            <Points value={total ?? reviewed ?? computed} />
          </dd>
        </div>
      </dl>
      <p className="small soft">
        {t({ zh: `满分 ${outOf}，`, en: `out of ${outOf}, ` })}
        {grade ? t({ zh: `等次 ${grade}`, en: `grade ${grade}` }) : t({ zh: '暂不评定等次', en: 'no grade' })}
        {difference === undefined ? null : (
          <>
            {t({ zh: '；自评 − 复算 ', en: '; claimed less recomputed ' })}
            <Difference value={difference} />
          </>
        )}
      </p>
      {sums.rows > 0 ? (
        <p className="small soft">
          {t({
            zh: `${sums.rows} 行不同：多报 ${sums.over}，少报 ${unsigned(sums.under)}`,
            en: `${sums.rows} lines differ: over by ${sums.over}, under by ${unsigned(sums.under)}`,
          })}
        </p>
      ) : null}
    </section>
  );
}
