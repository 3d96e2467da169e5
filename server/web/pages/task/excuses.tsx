/** Units that say they owe no form, and the answer to them. */
import { useState } from 'react';
import type { TaskProgress } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSending } from '../../parts/sending.ts';
import { Failed } from '../../parts/states.tsx';
import { Theirs } from '../../parts/theirs.tsx';

type OfUnit = TaskProgress['units'][number];

export function Excuses({ progress: { task, units } }: { progress: TaskProgress }) {
  const t = useT();
  const asked = units.filter(({ excuse }) => excuse?.state === 'asked');
  if (asked.length === 0) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2>{t({ zh: '申请免报', en: 'Asked to be excused' })}</h2>
        <span className="small muted">
          {t({ zh: `${asked.length} 个待答复`, en: `${asked.length} to answer` })}
        </span>
      </div>
      {asked.map((one) => (
        <Answer key={one.unit.id} task={task.id} of={one} />
      ))}
    </section>
  );
}

function Answer({ task, of: { unit, excuse } }: { task: string; of: OfUnit }) {
  const t = useT();
  const [answer, setAnswer] = useState('');
  const { isPending, failure, send } = useSending();
  const say = (granted: boolean) =>
    void send(async () => {
      await call('answerExcuse', {
        path: { task, unit: unit.id },
        body: { granted, ...(answer.trim() ? { answer } : {}) },
      });
      await changed('getTaskProgress', 'listTasks', 'getReminder');
    });
  return (
    <div className="bd change">
      <div>
        <b>
          <Theirs>{unit.name}</Theirs>
        </b>
        <p className="quote">
          <Theirs>{excuse?.reason}</Theirs>
        </p>
      </div>
      <TextField
        label={t({ zh: `答复${unit.name}（可不写）`, en: `Answer to ${unit.name} (optional)` })}
        value={answer}
        onChange={setAnswer}
      />
      {failure === undefined ? null : <Failed error={failure} />}
      <div className="row wrap">
        <Button isPending={isPending} onPress={() => say(true)}>
          {t({ zh: '同意免报', en: 'Excuse it' })}
        </Button>
        <Button isPending={isPending} onPress={() => say(false)}>
          {t({ zh: '仍须申报', en: 'It is owed' })}
        </Button>
      </div>
    </div>
  );
}
