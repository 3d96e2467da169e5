/** What the unit wrote beside its lines: goals, a report, inputs nothing is scored by. Read when it is opened. */
import { useState } from 'react';
import type { Filing, FormDescription, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { inputText, rowsAt, typedAt } from '../../parts/paper/form.ts';
import { Read } from '../../parts/states.tsx';
import { Apart, Theirs } from '../../parts/theirs.tsx';
import './written.css';

export function Written({ record, number }: { record: SubmissionRecord; number: number }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const { id: submission, rulebook, edition } = record;
  const enabled = isOpen;
  const description = useApi('getForm', { path: { rulebook, edition } }, { enabled });
  const filing = useApi('getFiling', { path: { submission, number } }, { enabled });
  return (
    <section className="written" aria-label={t({ zh: '单位所写', en: 'What the unit wrote' })}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'up' : 'down'} />{' '}
        {t({
          zh: '单位所写：年度目标、报告等文字，和不计分的栏',
          en: 'What the unit wrote: goals, report, inputs that score nothing',
        })}
      </button>
      {isOpen ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section className="written-texts" tabIndex={0} aria-label={t({ zh: '文字', en: 'Texts' })}>
          <Read of={description} lines={3}>
            {(form) => (
              <Read of={filing} lines={3}>
                {(filed) => <Told description={form} filed={filed} record={record} />}
              </Read>
            )}
          </Read>
        </section>
      ) : null}
    </section>
  );
}

function Told({
  description: { texts, sections },
  filed: { form },
  record,
}: {
  description: FormDescription;
  filed: Filing;
  record: SubmissionRecord;
}) {
  const t = useT();
  const inputs = sections
    .flatMap((section) => section.inputs)
    .filter(({ lines, subjects }) => lines.length === 0 && (!subjects || subjects.includes(record.subject)));
  const blank = <span className="muted">{t({ zh: '未填写', en: 'left blank' })}</span>;
  if (texts.length === 0 && inputs.length === 0)
    return (
      <p className="soft">
        {t({ zh: '这张表没有文字栏，各栏都计分。', en: 'This form has no texts; every input is scored.' })}
      </p>
    );
  return (
    <dl>
      {inputs.map((input) => (
        <div key={input.id}>
          <dt>
            <Theirs>{input.name}</Theirs>
          </dt>
          <dd>
            {typedAt(form, 'inputs', input.id) === '' ? blank : <Apart>{inputText(form, input, t)}</Apart>}
          </dd>
        </div>
      ))}
      {texts.map(({ pointer, name, many }) => {
        const steps = pointer.split('/').slice(1);
        const text = typedAt(form, ...steps);
        return (
          <div key={pointer}>
            <dt>{t(name)}</dt>
            <dd className="text">
              {many ? (
                <Goals goals={rowsAt(form, ...steps)} blank={blank} />
              ) : text === '' ? (
                blank
              ) : (
                <Theirs>{text}</Theirs>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Goals({ goals, blank }: { goals: readonly unknown[]; blank: React.ReactNode }) {
  const t = useT();
  if (goals.length === 0) return blank;
  return (
    <ol>
      {goals.map((goal, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: goals have nothing else to be known by.
        <li key={index}>
          <Theirs>{typedAt(goal, 'expected')}</Theirs>
          <p className="soft">
            {t({ zh: '完成情况：', en: 'What came of it: ' })}
            {typedAt(goal, 'actual') ? <Theirs>{typedAt(goal, 'actual')}</Theirs> : blank}
          </p>
        </li>
      ))}
    </ol>
  );
}
