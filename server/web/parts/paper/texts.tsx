/** What the form says beside its numbers: goals with what came of them, a report, a note. */
import { useT } from '../../data/language.ts';
import { type PaperForm, rowsAt, typedAt } from './form.ts';

export function Texts({ of: { description, form } }: { of: PaperForm }) {
  const t = useT();
  return description.texts.map(({ pointer, name, many }) => {
    const steps = pointer.split('/').slice(1);
    if (many) return <Goals key={pointer} name={t(name)} goals={rowsAt(form, ...steps)} />;
    const text = typedAt(form, ...steps);
    return text === '' ? null : (
      <section key={pointer}>
        <h2>{t(name)}</h2>
        <p className="text">{text}</p>
      </section>
    );
  });
}

function Goals({ name, goals }: { name: string; goals: readonly unknown[] }) {
  const t = useT();
  if (goals.length === 0) return null;
  return (
    <section>
      <h2>{name}</h2>
      <table className="goals">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '预期目标', en: 'Expected' })}</th>
            <th scope="col">{t({ zh: '实际完成情况', en: 'What came of it' })}</th>
          </tr>
        </thead>
        <tbody>
          {goals.map((goal, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: goals have nothing else to be known by.
            <tr key={index}>
              <td className="text">{typedAt(goal, 'expected') || '—'}</td>
              <td className="text">{typedAt(goal, 'actual') || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
