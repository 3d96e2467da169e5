/** The lines that lose the greatest share of their points. */
import type { Statistics } from '../../../../schemas/generated/types.ts';
import { counted, useT } from '../../data/language.ts';
import { ShareBar } from '../../parts/count-bar.tsx';
import { FormsLink } from '../../parts/forms-link.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { toForms } from './to-forms.ts';

const shown = 10;

export function Lines({ statistics: { lines } }: { statistics: Statistics }) {
  const t = useT();
  const losing = lines.filter((line) => line.losing > 0).slice(0, shown);
  if (losing.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{t({ zh: '失分最多的指标', en: 'Lines that lose most' })}</h2>
        <span className="small muted">{t({ zh: '失分占分值', en: 'lost, of what can be won' })}</span>
      </div>
      <ul className="counted lines">
        {losing.map((line) => (
          <li key={`${line.rulebook} ${line.edition} ${line.line} ${line.name}`}>
            <span className="name">
              <FormsLink to={toForms(line.query)}>
                <Theirs>{line.name}</Theirs>
              </FormsLink>
              <span className="small muted under">
                {t({
                  zh: `${line.losing} / ${line.forms} 张失分`,
                  en: `${line.losing} of ${counted(line.forms, 'form')}`,
                })}
              </span>
            </span>
            <ShareBar kind="lost" count={line.lost} of={line.weight} />
            <span className="num">{line.share}%</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
