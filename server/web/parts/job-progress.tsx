/** How far a long work is, a way to cancel it, and why it was not done. What came of it is for the page to say. */
import type { ReactNode } from 'react';
import type { Job } from '../../../schemas/generated/types.ts';
import { useT } from '../data/language.ts';
import { Button } from './button.tsx';
import { ShareBar } from './count-bar.tsx';
import { StateShape } from './state-shape.tsx';
import { Quoting } from './theirs.tsx';
import './job-progress.css';

export function JobProgress({
  job,
  name,
  cancel,
  isCancelling,
  done,
}: {
  job: Job;
  /** What it does: 备份. */
  name: string;
  cancel: () => void;
  isCancelling: boolean;
  /** What came of it, once it is done. */
  done?: ReactNode;
}) {
  const t = useT();
  const { state, progress, message } = job;
  if (state === 'done')
    return (
      <div className="note won" role="status">
        <StateShape shape="done" label={null} />
        <div className="grow">{done}</div>
      </div>
    );
  if (state === 'failed' || state === 'cancelled')
    return (
      <div
        className={`note ${state === 'failed' ? 'lost' : ''}`}
        role={state === 'failed' ? 'alert' : 'status'}
      >
        <StateShape shape={state === 'failed' ? 'error' : 'info'} label={null} />
        <div className="grow">
          <p>
            {state === 'failed'
              ? t({ zh: `${name}没有做成`, en: `${name} failed` })
              : t({ zh: `${name}已取消`, en: `${name} was cancelled` })}
          </p>
          {message ? (
            <p className="soft">
              <Quoting>{message}</Quoting>
            </p>
          ) : null}
        </div>
      </div>
    );
  const isKnown = progress.of > 0;
  return (
    <div className="job-progress" role="status" aria-busy="true">
      <span className="b">
        {state === 'queued'
          ? t({ zh: `${name}在排队`, en: `${name}: waiting its turn` })
          : t({ zh: `正在${name}`, en: `${name}: under way` })}
      </span>
      <span className="grow">
        <ShareBar kind="done" count={isKnown ? progress.done : 0} of={isKnown ? progress.of : 1} />
      </span>
      {isKnown ? (
        <span className="num small muted">
          {progress.done} / {progress.of}
        </span>
      ) : null}
      <Button size="small" isPending={isCancelling} onPress={cancel}>
        {t({ zh: '取消', en: 'Cancel' })}
      </Button>
    </div>
  );
}
