/** What a unit is asked to file: by when, against which edition, and where each form stands. */
import type { SubmissionSummary, Task } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useRulebookTitle } from '../../data/rulebooks.ts';
import { dayOf, localDay } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Apart, Theirs } from '../../parts/theirs.tsx';
import { Begin } from './begin.tsx';
import { FormRow } from './form-row.tsx';
import { byUrgency, inOrder } from './order.ts';
import './tasks.css';

export function MyTasks() {
  const t = useT();
  const tasks = useApi('listTasks', { query: { limit: 100 } });
  const forms = useApi('listSubmissions', { query: { limit: 200 } });
  return (
    <>
      <PageHead title={t({ zh: '我的自评', en: 'My forms' })} />
      <div className="page">
        <Read of={tasks} lines={6}>
          {({ items }) => (
            <Read of={forms} lines={6}>
              {(mine) => <All tasks={items} forms={mine.items} />}
            </Read>
          )}
        </Read>
      </div>
    </>
  );
}

function All({ tasks, forms }: { tasks: readonly Task[]; forms: readonly SubmissionSummary[] }) {
  const t = useT();
  const others = forms.filter(({ taskId }) => !tasks.some(({ id }) => id === taskId));
  if (tasks.length === 0 && forms.length === 0)
    return (
      <Empty title={t({ zh: '现在没有要填的自评表', en: 'Nothing to fill in now' })}>
        {t({
          zh: '财政部门布置任务后会出现在这里。要是你知道有任务而这里没有，可能是没有布置给你的单位，找布置的人问一下。',
          en: 'Tasks appear here once your finance bureau sets them. If you know of one that is missing, ask who set it.',
        })}
      </Empty>
    );
  return (
    <>
      {inOrder(tasks, forms).map(({ task, forms: its }) => (
        <TaskCard key={task.id} task={task} forms={its} />
      ))}
      {others.length > 0 ? (
        <section className="card task">
          <div className="hd">
            <h2>{t({ zh: '其他自评表', en: 'Other forms' })}</h2>
          </div>
          <Forms forms={byUrgency(others)} />
        </section>
      ) : null}
    </>
  );
}

function TaskCard({ task, forms }: { task: Task; forms: readonly SubmissionSummary[] }) {
  const t = useT();
  const titleOf = useRulebookTitle();
  const due = dayOf(task.due);
  const isOpen = task.state === 'open';
  const mayBegin = isOpen && (task.subject === 'project' || forms.length === 0);
  return (
    <section className="card task" aria-label={task.title}>
      <div className="hd">
        <h2>
          <Theirs>{task.title}</Theirs>
        </h2>
        {isOpen ? null : <span className="tag">{t(word('taskState', task.state))}</span>}
        <span className="grow" />
        {isOpen && isPast(task.due) ? (
          <span className="tag warn">{t({ zh: '已过截止日', en: 'past due' })}</span>
        ) : null}
        <span className="s13 nowrap">{t({ zh: `截止 ${due.zh}`, en: `due ${due.en}` })}</span>
      </div>
      <div className="bd">
        <p className="s13 soft">
          <Apart>
            {t({
              zh: `${task.issuer.name} 布置　${task.year}年度　`,
              en: `${task.issuer.name} · ${task.year} · `,
            })}
          </Apart>
          {t(word('subject', task.subject))}
          <Apart>{t({ zh: `　按《${titleOf(task)}》`, en: ` · by ${titleOf(task)}` })}</Apart>
        </p>
        {task.note ? (
          <p className="s13">
            <Theirs>{task.note}</Theirs>
          </p>
        ) : null}
      </div>
      <Forms forms={forms} />
      {mayBegin ? <Begin task={task} forms={forms} /> : null}
    </section>
  );
}

/** Whether a day, as 2026-11-20, is before today. */
const isPast = (day: string): boolean => day < localDay(new Date());

function Forms({ forms }: { forms: readonly SubmissionSummary[] }) {
  if (forms.length === 0) return null;
  return (
    <ul className="forms">
      {forms.map((form) => (
        <FormRow key={form.id} form={form} />
      ))}
    </ul>
  );
}
