/** A form of the whole unit is begun with one press; a project is named first, and one that is there already is not begun twice unasked. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SubmissionSummary, Task } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { useSignedIn } from '../../data/session.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSending } from '../../parts/sending.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed } from '../../parts/states.tsx';
import { addressOf } from '../addresses.ts';

export function Begin({ task, forms }: { task: Task; forms: readonly SubmissionSummary[] }) {
  const t = useT();
  const [, go] = useLocation();
  const { person } = useSignedIn();
  const isProject = task.subject === 'project';
  const isFirst = forms.length === 0;
  const [name, setName] = useState('');
  const [twin, setTwin] = useState<SubmissionSummary>();
  const { isPending, failure, send } = useSending();
  const named = name.trim();
  const begin = () =>
    void send(async () => {
      const { rulebook, edition, subject, year, id } = task;
      const body = {
        ...{ rulebook, edition, subject, year, taskId: id },
        name: isProject ? named : person.unit.name,
      };
      const made = await ask('createSubmission', { body });
      void changed('listSubmissions');
      go(addressOf('form', { submission: made.id }));
    });
  const asked = () => {
    if (isPending || (isProject && named === '')) return;
    const same = isProject ? forms.find((form) => form.name === named) : undefined;
    if (same) setTwin(same);
    else begin();
  };
  return (
    <form
      className="begin"
      onSubmit={(event) => {
        event.preventDefault();
        asked();
      }}
    >
      {isProject ? (
        <TextField
          label={t({ zh: '项目名称', en: 'Name of the project' })}
          value={name}
          onChange={(text) => {
            setName(text);
            setTwin(undefined);
          }}
        />
      ) : null}
      <Button
        look={isFirst ? 'primary' : 'plain'}
        type="submit"
        isPending={isPending}
        isDisabled={isProject && named === ''}
      >
        {isFirst
          ? t({ zh: '开始填报', en: 'Begin' })
          : t({ zh: '再填一个项目', en: 'Begin another project' })}
      </Button>
      {twin ? (
        <div className="note warn twin" role="alert">
          <StateShape shape="warning" label={null} />
          <span className="grow">
            {t({
              zh: '这项任务里已有同名项目。要接着填那一张，还是另建一张？',
              en: 'There is a project of that name in this task. Go on with it, or begin another?',
            })}
          </span>
          <LinkButton to={addressOf('form', { submission: twin.id })} size="small">
            {t({ zh: '打开已有的', en: 'Open it' })}
          </LinkButton>
          <Button size="small" isPending={isPending} onPress={begin}>
            {t({ zh: '仍另建一张', en: 'Begin another' })}
          </Button>
        </div>
      ) : null}
      {failure ? <Failed error={failure} /> : null}
    </form>
  );
}
