/** Whether the log is intact: checked when asked for, entry by entry. */

import { useState } from 'react';
import type { LogVerification } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { counted, useT } from '../../data/language.ts';
import { Button } from '../../parts/button.tsx';
import { useSending } from '../../parts/sending.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed } from '../../parts/states.tsx';

export function Verification() {
  const t = useT();
  const [found, setFound] = useState<LogVerification>();
  const { isPending, failure, send } = useSending();
  return (
    <section className="card verification" aria-label={t({ zh: '核验', en: 'Verification' })}>
      <div className="row wrap">
        <span className="grow s13 soft">
          {t({
            zh: '每条都带前一条的摘要：改动或删去任何一条，核验就会指出断在哪里。',
            en: 'Each entry carries the hash of the one before: a change to any of them is found, and where.',
          })}
        </span>
        <Button
          isPending={isPending}
          onPress={() => void send(async () => setFound(await ask('verifyLog', {})))}
        >
          {t({ zh: '核验日志', en: 'Verify the log' })}
        </Button>
      </div>
      {failure === undefined ? null : <Failed error={failure} />}
      {found ? (
        <div className={`note ${found.intact ? 'won' : 'lost'}`} role="status">
          <StateShape shape={found.intact ? 'done' : 'error'} label={null} />
          <div>
            {found.broken
              ? t({
                  zh: `日志不完好：第 ${found.broken.seq} 条，${found.broken.reason.zh}；之前的 ${found.entries} 条完好。`,
                  en: `Broken at entry ${found.broken.seq}: ${found.broken.reason.en}; the ${found.entries} before it are intact.`,
                })
              : t({
                  zh: `日志完好，共 ${found.entries} 条。`,
                  en: `The log is intact: ${counted(found.entries, 'entry', 'entries')}.`,
                })}
            <div className="small muted hash">
              {t({ zh: '末条的摘要', en: 'Hash of the last' })} {found.head}
            </div>
          </div>
        </div>
      ) : null}
    </section>
  );
}
