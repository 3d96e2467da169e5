/** A form that was filed or accepted is taken up again, to be filed as the next: what follows from it is said first. */
import { useState } from 'react';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed, useApi } from '../../data/queries.ts';
import { useSignedIn } from '../../data/session.ts';
import { momentOf } from '../../data/times.ts';
import { Button } from '../../parts/button.tsx';
import { useSending } from '../../parts/sending.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed } from '../../parts/states.tsx';
import { Quoting } from '../../parts/theirs.tsx';
import { useFormPage } from './context.tsx';

/** The way to it, or why there is none. */
export function Anew() {
  const t = useT();
  const { session } = useFormPage();
  const { role } = useSignedIn().person;
  const path = { submission: session.record.id };
  const { data } = useApi('getReopening', { path }, { enabled: role === 'unit' });
  const [isAsked, setAsked] = useState(false);
  if (!data) return null;
  return (
    <>
      {data.because ? (
        <span id="why-not-anew" className="small muted">
          <Quoting>{data.because}</Quoting>
        </span>
      ) : null}
      <Button
        size="small"
        isDisabled={!data.allowed}
        describedBy={data.because ? 'why-not-anew' : undefined}
        expanded={isAsked}
        onPress={() => setAsked(!isAsked)}
      >
        {t({ zh: '另报一次', en: 'File anew' })}
      </Button>
      {isAsked && data.allowed ? <Follows close={() => setAsked(false)} /> : null}
    </>
  );
}

/** What follows, and the step itself. */
function Follows({ close }: { close: () => void }) {
  const t = useT();
  const { session, again } = useFormPage();
  const { id, state, filings } = session.record;
  const { isPending, failure, send } = useSending();
  const take = () =>
    void send(async () => {
      await call('reopenSubmission', {
        path: { submission: id },
        headers: { 'If-Match': session.store.etag ?? '' },
      });
      void changed('listSubmissions', 'getSubmission', 'getReopening');
      again();
    });
  return (
    <section className="follows" aria-label={t({ zh: '另报一次', en: 'File anew' })}>
      <ul className="s13">
        <li>
          {state === 'accepted'
            ? t({
                zh: '本表不再算已通过：只汇总已通过的表时，重新通过之前不计入。',
                en: 'The form no longer counts as accepted: roll-ups of accepted forms leave it out until it is accepted again.',
              })
            : t({
                zh: '本表从待复核的队列里撤出，重新申报之前审核人不能审。',
                en: 'The form leaves the queue of those to be reviewed until it is filed again.',
              })}
        </li>
        <li>
          {t({
            zh: `第 ${filings} 次申报连同得分${state === 'accepted' ? '、审核意见' : ''}留在历次申报里，统计照用它的得分。`,
            en: `Filing no. ${filings} stays among the filings with its score${state === 'accepted' ? ' and review' : ''}, and statistics go on using that score.`,
          })}
        </li>
        <li>
          {t({
            zh: `从上次所报的内容改起；改好须再次申报，算第 ${filings + 1} 次，由审核人重新复核。`,
            en: `You begin from what was filed, and file it as no. ${filings + 1}; it is then reviewed again.`,
          })}
        </li>
      </ul>
      <div className="row wrap">
        <Button look="primary" isPending={isPending} onPress={take}>
          {t({ zh: '取回修改', en: 'Take it up' })}
        </Button>
        <Button onPress={close}>{t({ zh: '不另报', en: 'Leave it as it is' })}</Button>
      </div>
      {failure ? <Failed error={failure} /> : null}
    </section>
  );
}

/** Over a form that is being filed anew: what was filed stays until then. */
export function TakenUp() {
  const t = useT();
  const { session } = useFormPage();
  const { filings, filedAt, total, outOf } = session.record;
  const when = filedAt ? momentOf(filedAt) : { zh: '', en: '' };
  return (
    <div className="strip" role="status">
      <StateShape shape="info" label={null} />
      <span className="grow">
        <b>{t({ zh: '另报一次', en: 'Filing anew' })}</b>
        {t({
          zh: `：第 ${filings} 次申报（${when.zh}，${total} / ${outOf}）仍留存；改好后再次申报，算第 ${filings + 1} 次。`,
          en: `: filing no. ${filings} (${when.en}, ${total} of ${outOf}) stays; once mended, file this as no. ${filings + 1}.`,
        })}
      </span>
    </div>
  );
}
