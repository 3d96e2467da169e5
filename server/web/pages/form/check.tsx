/** Before filing: what refuses, what only warns, and the way to file. A section of the page, no box over it. */
import { useState } from 'react';
import type { Receipt } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useIsOffline } from '../../data/connection.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { useSaveState } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { signed } from '../../parts/points.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { useFormPage, useSessionState } from './context.tsx';
import { groupsOf, titles } from './groups.ts';
import { SaidItem } from './result.tsx';
import { type Said, usePreview } from './said.ts';

export function Check({ filed }: { filed: (receipt: Receipt) => void }) {
  const t = useT();
  const { session, show, layout } = useFormPage();
  const { whole, isStale } = usePreview(session.scores);
  const conflicts = useSessionState(session, (one) => one.conflicts);
  if (!whole) return <Loading />;
  const { refusing, warning } = groupsOf(whole, { isChecked: true, store: session.store });
  return (
    <div className="mid checking">
      <div className="gh">
        <h2>{t({ zh: '检查并申报', en: 'Check and file' })}</h2>
        <span className="grow" />
        <Button size="small" onPress={() => show(layout.views[0]!.id)}>
          <Icon name="left" />
          {t({ zh: '回到填报', en: 'Back to the form' })}
        </Button>
      </div>
      <Part
        title={t(titles.refusing)}
        said={refusing}
        none={t({ zh: '没有须补改的，可以申报。', en: 'Nothing stands in the way of filing.' })}
      />
      <Part title={t(titles.warning)} said={warning} none={t({ zh: '没有疑点。', en: 'No findings.' })} />
      <section className="ind file">
        <div className="row">
          <div className="grow">
            <b>
              {t({ zh: '总分', en: 'Total' })} {signed(whole.score?.total ?? '—')}
            </b>{' '}
            <span className="muted">
              / {whole.score?.fullMarks ?? whole.score?.outOf} <Theirs>{whole.score?.grade}</Theirs>
            </span>
            <p className="small muted">
              {t({
                zh: '申报后表即锁定，由审核人复核；退回或另报一次后才能再改，改了须再报一次。',
                en: 'Once filed the form is locked until it is returned or taken up anew; it must then be filed again.',
              })}
            </p>
          </div>
          <FileButton why={whyNot(refusing.length, isStale, conflicts.length)} filed={filed} />
        </div>
      </section>
    </div>
  );
}

function Part({ title, said, none }: { title: string; said: readonly Said[]; none: string }) {
  const t = useT();
  return (
    <section className="ind" aria-label={title}>
      <div className="ih">
        <h3>{title}</h3>
        {said.length > 0 ? (
          <span className="muted s13">{t({ zh: `${said.length} 处`, en: `${said.length}` })}</span>
        ) : null}
      </div>
      {said.length === 0 ? (
        <p className="s13 won">
          <StateShape shape="done" label={null} /> {none}
        </p>
      ) : (
        <ul>
          {said.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice.
            <SaidItem key={`${one.code} ${index}`} said={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Why it cannot be filed now; undefined where it can. */
function whyNot(refusing: number, isStale: boolean, conflicts: number): Bilingual | undefined {
  if (refusing > 0)
    return {
      zh: `补改上面“${titles.refusing.zh}”的 ${refusing} 处后才能申报`,
      en: `once the ${refusing} listed first above are mended`,
    };
  if (conflicts > 0)
    return { zh: '先定下两人改得不同的各格', en: 'once it is settled what two people changed' };
  return isStale ? { zh: '正在按最新的内容重算', en: 'once what was typed last is scored' } : undefined;
}

function FileButton({ why, filed }: { why: Bilingual | undefined; filed: (receipt: Receipt) => void }) {
  const t = useT();
  const { session } = useFormPage();
  const isOffline = useIsOffline();
  const saving = useSaveState(session.autosave);
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const isLost = isOffline || saving.kind === 'offline';
  const file = async () => {
    setPending(true);
    setFailure(undefined);
    try {
      await session.autosave.now();
      const { value } = await call('fileSubmission', {
        path: { submission: session.record.id },
        headers: { 'If-Match': session.store.etag ?? '', 'Idempotency-Key': key },
        body: undefined,
      });
      void changed('listSubmissions', 'listFilings', 'getFiling');
      filed(value);
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="filing">
      <Button
        look="primary"
        size="large"
        isDisabled={why !== undefined || isLost}
        isPending={isPending}
        onPress={() => void file()}
        describedBy="why-not"
      >
        {session.record.filings > 0 ? t({ zh: '再次申报', en: 'File again' }) : t({ zh: '申报', en: 'File' })}
      </Button>
      <p id="why-not" className="small muted">
        {isLost
          ? t({ zh: '连上服务器后才能申报', en: 'once the server is reached again' })
          : why
            ? t(why)
            : ''}
      </p>
      {failure ? <Failed error={failure} /> : null}
    </div>
  );
}
