/** `/forms/:submission`: a unit's form, made from its rulebook, scored as one types. */
import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import type { Filing } from '../../../../schemas/generated/types.ts';
import { ask, call } from '../../data/api.ts';
import { useApi } from '../../data/queries.ts';
import { useRight, useSignedIn } from '../../data/session.ts';
import { FormContext } from '../../form/hooks.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { Opened } from './opened.tsx';
import { FormSession } from './session.ts';

interface Open {
  session: FormSession;
  /** The last filing, where it was returned: what the reviewer wrote. */
  returned: Filing | undefined;
}

export function Page() {
  const { submission = '' } = useParams<{ submission: string }>();
  const [round, setRound] = useState(0);
  return <FormOf key={`${submission} ${round}`} submission={submission} again={() => setRound(round + 1)} />;
}

async function open(submission: string, who: { id: string; mayWrite: boolean }): Promise<Open> {
  const { value: record, etag } = await call('getSubmission', { path: { submission } });
  const returned =
    record.state === 'returned'
      ? await ask('getFiling', { path: { submission, number: record.filings } })
      : undefined;
  return { session: new FormSession(record, etag, who), returned };
}

/** `again` reads the form anew, as once it is filed. */
function FormOf({ submission, again }: { submission: string; again: () => void }) {
  const { person } = useSignedIn();
  const mayWrite = useRight('write-forms');
  const [opened, setOpened] = useState<Open>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let isGone = false;
    let session: FormSession | undefined;
    open(submission, { id: person.id, mayWrite }).then(
      (one) => {
        session = one.session;
        if (isGone) session.close();
        else setOpened(one);
      },
      (error) => {
        if (!isGone) setFailure(error);
      },
    );
    return () => {
      isGone = true;
      session?.close();
    };
  }, [submission, person.id, mayWrite]);
  const { rulebook = '', edition = '' } = opened?.session.record ?? {};
  const form = useApi('getForm', { path: { rulebook, edition } }, { enabled: opened !== undefined });
  const error = failure ?? form.error;
  if (error)
    return (
      <div className="page">
        <Failed error={error} retry={again} />
      </div>
    );
  if (!opened || !form.data)
    return (
      <div className="page">
        <Loading lines={8} />
      </div>
    );
  return (
    <FormContext value={opened.session.store}>
      <Opened session={opened.session} description={form.data} returned={opened.returned} again={again} />
    </FormContext>
  );
}
