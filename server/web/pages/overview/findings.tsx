/** The commonest findings, by how many forms have them. */
import type { Statistics } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { ShareBar } from '../../parts/count-bar.tsx';
import { FormsLink } from '../../parts/forms-link.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Quoting } from '../../parts/theirs.tsx';
import { toForms } from './to-forms.ts';

const shown = 10;

const kinds = { error: 'lost', warning: 'warn', info: 'open' } as const;

export function Findings({ statistics: { findings, scored } }: { statistics: Statistics }) {
  const t = useT();
  return (
    <section className="card">
      <div className="hd">
        <h2>{t({ zh: '常见疑点', en: 'Commonest findings' })}</h2>
        <span className="small muted">{t({ zh: '有它的张数', en: 'forms that have it' })}</span>
      </div>
      {findings.length === 0 ? (
        <p className="bd soft">{t({ zh: '没有疑点。', en: 'There are none.' })}</p>
      ) : (
        <ul className="counted">
          {findings.slice(0, shown).map(({ code, severity, title, forms, query }) => {
            const name = <Quoting>{title ?? { zh: code, en: code }}</Quoting>;
            return (
              <li key={`${code} ${severity}`}>
                <StateShape shape={severity} label={word('severity', severity)} />
                <span className="name">
                  <FormsLink to={toForms(query)}>{name}</FormsLink>
                </span>
                <ShareBar kind={kinds[severity]} count={forms} of={scored} />
                <span className="num">
                  {forms} <span className="muted">/ {scored}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
