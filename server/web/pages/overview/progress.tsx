/** The forms by where they stand, as a strip whose parts lead to them. */
import { Link } from 'wouter';
import type { Statistics } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import type { Scope } from '../../data/scope.ts';
import { useRight } from '../../data/session.ts';
import { word } from '../../data/words.ts';
import { FormsLink } from '../../parts/forms-link.tsx';
import { StateShape, stateShapes } from '../../parts/state-shape.tsx';
import { addressOf } from '../addresses.ts';

const parts = ['draft', 'filed', 'returned', 'accepted'] as const;

export function Progress({
  statistics: { states, scored },
  scope,
}: {
  statistics: Statistics;
  scope: Scope;
}) {
  const t = useT();
  const mayReview = useRight('review-forms');
  return (
    <section className="card progress" aria-label={t({ zh: '进度', en: 'Progress' })}>
      <div className="nowrap">
        <b className="filed">{scored}</b>{' '}
        <span className="soft">{t({ zh: '张已报并计分', en: 'forms filed and scored' })}</span>
      </div>
      <ul className="strip">
        {parts
          .filter((state) => states[state] > 0)
          .map((state) => (
            <li key={state} className={state} style={{ flexGrow: states[state] }}>
              <FormsLink to={scope.at(addressOf('queue'), { state })}>
                <StateShape shape={stateShapes[state]} label={null} /> {t(word('submissionState', state))}{' '}
                <b>{states[state]}</b>
              </FormsLink>
            </li>
          ))}
      </ul>
      {mayReview && states.filed > 0 ? (
        <Link
          className="s13 nowrap noprint"
          href={scope.at(addressOf('queue'), { state: 'filed', severity: 'error' })}
        >
          {t({ zh: '去复核有错误的', en: 'Review those with errors' })}
        </Link>
      ) : null}
    </section>
  );
}
