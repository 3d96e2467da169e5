/** How many forms got which grade. */
import type { Statistics } from '../../../../schemas/generated/types.ts';
import { counted, useT } from '../../data/language.ts';
import { ShareBar } from '../../parts/count-bar.tsx';
import { FormsLink } from '../../parts/forms-link.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { toForms } from './to-forms.ts';

export function Grades({ statistics: { grades, scored } }: { statistics: Statistics }) {
  const t = useT();
  if (grades.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{t({ zh: '等次', en: 'Grades' })}</h2>
        <span className="small muted">
          {t({ zh: `共 ${scored} 张`, en: `of ${counted(scored, 'form')}` })}
        </span>
      </div>
      <ul className="counted grades">
        {grades.map(({ grade, count, query }) => {
          const name = grade || t({ zh: '没有等次', en: 'none given' });
          return (
            <li key={grade}>
              <span className="name">
                <FormsLink to={toForms(query)}>
                  <Theirs>{name}</Theirs>
                </FormsLink>
              </span>
              <ShareBar kind="done" count={count} of={scored} />
              <span className="num">{count}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
