/** The day a task is due, set later or earlier; and its end. */
import { useState } from 'react';
import type { TaskChange, TaskProgress } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useSending } from '../../parts/sending.ts';
import { Failed } from '../../parts/states.tsx';

export function Change({ progress: { task, units } }: { progress: TaskProgress }) {
  const t = useT();
  const [due, setDue] = useState(task.due);
  const at = { path: { task: task.id }, headers: { 'If-Match': `"${task.version}"` } };
  const missing = units.filter(({ filedAt, state }) => filedAt === undefined && state !== 'excused');
  const { isPending, failure, send } = useSending();
  const sent = (work: () => Promise<unknown>) =>
    send(async () => {
      try {
        await work();
      } finally {
        await changed('getTaskProgress', 'listTasks', 'getReminder');
      }
    });
  const { title, note, state } = task;
  const save = (change: Partial<TaskChange>) =>
    sent(() =>
      call('changeTask', {
        ...at,
        body: { title, due: task.due, state, ...(note === undefined ? {} : { note }), ...change },
      }),
    );
  const extend = () =>
    sent(() => call('extendTask', { ...at, body: { units: missing.map(({ unit }) => unit.id), due } }));
  const isOpen = task.state === 'open';
  return (
    <section className="card">
      <div className="hd">
        <h2>{t({ zh: '截止与结束', en: 'Due day and end' })}</h2>
      </div>
      <div className="bd change">
        <DayField label={t({ zh: '截止日期', en: 'Due day' })} value={due} onChange={setDue} />
        <div className="row wrap">
          <Button
            onPress={() => void save({ due })}
            isPending={isPending}
            isDisabled={due === task.due || due === ''}
            describedBy="due-same"
          >
            {t({ zh: '改截止日期', en: 'Change the day' })}
          </Button>
          {isOpen && missing.length > 0 ? (
            <Button
              onPress={() => void extend()}
              isPending={isPending}
              isDisabled={due === task.due || due === ''}
              describedBy="due-same"
            >
              {t({
                zh: `只给未报的 ${missing.length} 个延期`,
                en: `Only for the ${missing.length} not filed`,
              })}
            </Button>
          ) : null}
          <Button
            look={isOpen ? 'danger' : 'plain'}
            isPending={isPending}
            onPress={() => void save({ state: isOpen ? 'closed' : 'open' })}
          >
            {isOpen
              ? t({ zh: '结束任务', en: 'Close the task' })
              : t({ zh: '重新开放', en: 'Open it again' })}
          </Button>
        </div>
        <p id="due-same" className="small muted">
          {isOpen
            ? t({
                zh: '改期只影响逾期的算法；任务结束后不再收表，还可重新开放。',
                en: 'The day decides who is late. A closed task takes no more forms; it can be opened again.',
              })
            : t({ zh: '已结束，不再收表。', en: 'Closed: it takes no more forms.' })}
        </p>
        {failure === undefined ? null : <Failed error={failure} />}
      </div>
    </section>
  );
}
