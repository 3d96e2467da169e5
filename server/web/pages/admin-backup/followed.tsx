/** The backup or the check that is under way, or that ended last: it stands in the address, and is found again without it. */
import { useEffect } from 'react';
import type { BackedUp, CheckedBackup, Job } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { isUnderWay, useJob } from '../../data/jobs.ts';
import { useT } from '../../data/language.ts';
import { changed, useApi } from '../../data/queries.ts';
import { clockOf, dayOf } from '../../data/times.ts';
import { JobProgress } from '../../parts/job-progress.tsx';
import { useSending } from '../../parts/sending.ts';
import { Failed } from '../../parts/states.tsx';

const names = {
  backup: { zh: '备份', en: 'The backup' },
  'backup-check': { zh: '核对', en: 'The check' },
} as const;

const isOurs = ({ kind }: Job): boolean => kind in names;

export function Followed({ job: id, follow }: { job: string | undefined; follow: (id: string) => void }) {
  const recent = useApi('listJobs', { query: { limit: 10 } }, { enabled: id === undefined });
  const left = recent.data?.items.find((one) => isOurs(one) && isUnderWay(one))?.id;
  useEffect(() => {
    if (id === undefined && left !== undefined) follow(left);
  }, [id, left, follow]);
  const job = useJob(id);
  const state = job.data?.state;
  useEffect(() => {
    if (state === 'done') void changed('listBackups');
  }, [state]);
  const { isPending, failure, send } = useSending();
  const cancel = () =>
    void send(async () => {
      await ask('cancelJob', { path: { job: id ?? '' } });
      await changed('getJob');
    });
  const t = useT();
  if (id === undefined) return null;
  if (job.error) return <Failed error={job.error} retry={() => void job.refetch()} />;
  if (!job.data || !isOurs(job.data)) return null;
  const name = t(names[job.data.kind as keyof typeof names]);
  return (
    <section className="card followed" aria-label={name}>
      {failure === undefined ? null : <Failed error={failure} />}
      <JobProgress
        job={job.data}
        name={name}
        cancel={cancel}
        isCancelling={isPending}
        done={job.data.state === 'done' ? <Outcome job={job.data} /> : null}
      />
    </section>
  );
}

/** What came of it, in words. */
function Outcome({ job }: { job: Job }) {
  const t = useT();
  const result = useApi('getJobResult', { path: { job: job.id } });
  if (result.error) return <Failed error={result.error} retry={() => void result.refetch()} />;
  if (!result.data) return null;
  if (job.kind === 'backup') {
    const { file, log } = result.data as BackedUp;
    return (
      <>
        <p>{t({ zh: `备份做好了：${file}`, en: `The backup is made: ${file}` })}</p>
        <p className="soft">
          {t({
            zh: `日志 ${log.entries} 条，末条的摘要请记下，日后可核对日志没有被重写：`,
            en: `${log.entries} entries in the log; note the hash of the last, to check later that none was rewritten: `,
          })}
          <span className="hash">{log.head}</span>
        </p>
      </>
    );
  }
  const { file, at, engine } = result.data as CheckedBackup;
  return (
    <>
      <p>{t({ zh: `${file} 完好`, en: `${file} is whole` })}</p>
      <p className="soft">
        {t({
          zh: `是 ${dayOf(at).zh} ${clockOf(at, true)} 的内容，引擎 ${engine}；从头到尾读过，行数与摘要都对。`,
          en: `It holds what was there on ${dayOf(at).en} at ${clockOf(at, true)}, by engine ${engine}; read from end to end, its rows and its hash are right.`,
        })}
      </p>
    </>
  );
}
