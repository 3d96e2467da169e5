/** A form that was never filed is called otherwise or removed; what is lost with it is said first. */
import { type SyntheticEvent, useState } from 'react';
import type { SubmissionSummary } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useSending } from '../../parts/sending.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed } from '../../parts/states.tsx';
import { Quoting } from '../../parts/theirs.tsx';

type Asked = 'name' | 'remove' | undefined;

export function DraftTools({ form }: { form: SubmissionSummary }) {
  const t = useT();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const way = (to: Exclude<Asked, undefined>, words: { zh: string; en: string }) => (
    <Button
      look="text"
      size="small"
      expanded={asked === to}
      label={t({ zh: `${words.zh}：${form.name}`, en: `${words.en}: ${form.name}` })}
      onPress={() => setAsked(asked === to ? undefined : to)}
    >
      {t(words)}
    </Button>
  );
  return (
    <>
      {form.subject === 'project' ? way('name', { zh: '改名', en: 'Rename' }) : null}
      {way('remove', { zh: '删除', en: 'Remove' })}
      {asked === 'name' ? <Rename form={form} close={close} /> : null}
      {asked === 'remove' ? <Remove form={form} close={close} /> : null}
    </>
  );
}

interface Tool {
  form: SubmissionSummary;
  close: () => void;
}

/** The version that is there now, which a change is sent with. */
async function versionOf(submission: string): Promise<{ 'If-Match': string }> {
  const { etag } = await call('getSubmission', { path: { submission } });
  return { 'If-Match': etag ?? '' };
}

function Rename({ form, close }: Tool) {
  const t = useT();
  const [name, setName] = useState(form.name);
  const { isPending, failure, send } = useSending();
  const path = { submission: form.id };
  const rename = (event: SyntheticEvent) => {
    event.preventDefault();
    void send(async () => {
      await call('renameSubmission', {
        path,
        headers: await versionOf(form.id),
        body: { name: name.trim() },
      });
      await changed('listSubmissions', 'getSubmission');
      close();
    });
  };
  return (
    <form className="asked" onSubmit={rename}>
      <TextField
        label={t({ zh: '项目名称', en: 'Name of the project' })}
        value={name}
        onChange={setName}
        autoFocus
      />
      <Button type="submit" look="primary" isPending={isPending} isDisabled={name.trim() === ''}>
        {t({ zh: '改名', en: 'Rename' })}
      </Button>
      <Button onPress={close}>{t({ zh: '不改', en: 'Cancel' })}</Button>
      {failure ? <Failed error={failure} /> : null}
    </form>
  );
}

function Remove({ form, close }: Tool) {
  const t = useT();
  const { isPending, failure, send } = useSending();
  const path = { submission: form.id };
  const remove = () =>
    void send(async () => {
      await call('removeSubmission', { path, headers: await versionOf(form.id) });
      await changed('listSubmissions');
    });
  return (
    <div className="asked note warn" role="alert">
      <StateShape shape="warning" label={null} />
      <span className="grow">
        <Quoting>
          {{
            zh: `删除「${form.name}」？填过的内容一并删除，不能恢复。`,
            en: `Remove "${form.name}"? What was filled in goes with it and cannot be brought back.`,
          }}
        </Quoting>
      </span>
      <Button look="danger" size="small" isPending={isPending} onPress={remove}>
        {t({ zh: '删除', en: 'Remove' })}
      </Button>
      <Button size="small" onPress={close}>
        {t({ zh: '不删', en: 'Keep it' })}
      </Button>
      {failure ? <Failed error={failure} /> : null}
    </div>
  );
}
