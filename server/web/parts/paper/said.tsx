/** Everything that is said of the form: what cannot be read, what is missing, reasons owed, and findings. */
import type { Diagnostic, Finding } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { StateShape } from '../state-shape.tsx';
import type { PaperForm } from './form.ts';

export function Said({ of: { preview } }: { of: PaperForm }) {
  const t = useT();
  if (!preview) return null;
  const { diagnostics, lacking, owed, findings } = preview;
  // What is lacking says so of a place; the others name theirs themselves.
  const all: readonly (Finding | Diagnostic)[] = [...diagnostics, ...lacking, ...owed, ...findings];
  const lacks = new Set<Finding | Diagnostic>(lacking);
  return (
    <section className="sheet">
      <h2>{t({ zh: '疑点和待办', en: 'Findings' })}</h2>
      {all.length === 0 ? <p>{t({ zh: '没有疑点。', en: 'None.' })}</p> : null}
      <ul className="said">
        {all.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice.
          <li key={index}>
            <StateShape shape={one.severity} label={null} />
            <span>
              <b>{t(word('severity', one.severity))}</b>
              {lacks.has(one) && one.place?.name ? ` ${one.place.name}` : null} {t(one.message)}
              {one.help ? <span className="soft"> {t(one.help)}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
