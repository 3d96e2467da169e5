/** `/tasks/:task`: how far it is, unit by unit; who has not filed; the day it is due. */
import { Link, useParams } from 'wouter';
import type { Task, TaskProgress } from '../../../../schemas/generated/types.ts';
import { useFilters } from '../../data/filters.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useRulebookTitle } from '../../data/rulebooks.ts';
import { useRight } from '../../data/session.ts';
import { dayOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { LinkButton } from '../../parts/button.tsx';
import { CountBar } from '../../parts/count-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SegmentedFilter } from '../../parts/segmented.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { addressOf } from '../addresses.ts';
import { Change } from './change.tsx';
import { Excuses } from './excuses.tsx';
import { Remind } from './remind.tsx';
import { Units } from './units.tsx';
import './task.css';

export function Page() {
  const t = useT();
  const { task = '' } = useParams<{ task: string }>();
  const progress = useApi('getTaskProgress', { path: { task } });
  const mayWrite = useRight('write-tasks');
  const mayReview = useRight('review-forms');
  const mayRead = useRight('read-forms');
  const crumbs = [{ name: t({ zh: '任务', en: 'Tasks' }), to: addressOf('tasks') }];
  if (progress.data === undefined)
    return (
      <>
        <PageHead crumbs={crumbs} title={t({ zh: '任务', en: 'Task' })} />
        <div className="page">
          {progress.error ? (
            <Failed error={progress.error} retry={() => void progress.refetch()} />
          ) : (
            <Loading retry={() => void progress.refetch()} />
          )}
        </div>
      </>
    );
  const { data } = progress;
  return (
    <>
      <PageHead
        crumbs={crumbs}
        title={data.task.title}
        state={
          <span className={`tag ${data.task.state === 'open' ? 'acc' : ''}`}>
            {t(word('taskState', data.task.state))}
          </span>
        }
        actions={
          mayRead ? (
            <LinkButton to={`${addressOf('queue')}?task=${encodeURIComponent(data.task.id)}`}>
              {mayReview
                ? t({ zh: '去复核', en: 'Review the forms' })
                : t({ zh: '看自评表', en: 'See the forms' })}
            </LinkButton>
          ) : null
        }
      />
      <div className="page task">
        <div>
          <Strip progress={data} />
          <Progress progress={data} />
        </div>
        <div className="beside">
          <About task={data.task} />
          {mayWrite ? <Excuses progress={data} /> : null}
          <Remind progress={data} />
          {mayWrite ? <Change key={data.task.version} progress={data} /> : null}
        </div>
      </div>
    </>
  );
}

function Strip({ progress: { filed, missing, late } }: { progress: TaskProgress }) {
  const t = useT();
  return (
    <section className="card strip" aria-label={t({ zh: '进度', en: 'Progress' })}>
      <div className="figures">
        <span>
          <b className="filed">{filed}</b> {t({ zh: '个单位已报', en: 'units filed' })}
        </span>
        <span>
          <b>{missing}</b> {t({ zh: '个未报', en: 'not yet' })}
        </span>
        <span className={late > 0 ? 'lost' : 'muted'}>
          <b>{late}</b> {t({ zh: '个逾期', en: 'late' })}
        </span>
      </div>
      <CountBar
        parts={[
          { kind: 'done', count: filed },
          { kind: 'open', count: missing },
        ]}
      />
    </section>
  );
}

function About({ task }: { task: Task }) {
  const t = useT();
  const titleOf = useRulebookTitle();
  return (
    <section className="card">
      <div className="bd">
        <dl className="facts">
          <dt>{t({ zh: '截止', en: 'Due' })}</dt>
          <dd>{t(dayOf(task.due))}</dd>
          <dt>{t({ zh: '年度', en: 'Year' })}</dt>
          <dd>{task.year}</dd>
          <dt>{t({ zh: '申报对象', en: 'Subject' })}</dt>
          <dd>{t(word('subject', task.subject))}</dd>
          <dt>{t({ zh: '评分规则', en: 'Rulebook' })}</dt>
          <dd>
            <Link href={addressOf('rulebook', { region: task.rulebook, edition: task.edition })}>
              {titleOf(task)}
            </Link>
          </dd>
          <dt>{t({ zh: '布置单位', en: 'Issued by' })}</dt>
          <dd>{task.issuer.name}</dd>
        </dl>
        {task.note ? <p className="quote">{task.note}</p> : null}
      </div>
    </section>
  );
}

const shownBy = {
  all: () => true,
  missing: ({ filedAt }: TaskProgress['units'][number]) => filedAt === undefined,
  late: ({ late }: TaskProgress['units'][number]) => late,
  filed: ({ filedAt }: TaskProgress['units'][number]) => filedAt !== undefined,
} as const;

const isFilter = (text: string): text is keyof typeof shownBy => text in shownBy;

function Progress({ progress }: { progress: TaskProgress }) {
  const t = useT();
  const [filters, setFilters] = useFilters('show');
  const show = filters.show !== undefined && isFilter(filters.show) ? filters.show : 'all';
  const units = progress.units.filter(shownBy[show]);
  return (
    <section className="card">
      <div className="hd wrap">
        <h2 className="grow">{t({ zh: '各单位', en: 'Units' })}</h2>
        <SegmentedFilter
          label={t({ zh: '看哪些', en: 'Show' })}
          value={show}
          onChange={(id) => setFilters({ show: id === 'all' ? '' : id })}
          options={[
            {
              id: 'all',
              name: t({ zh: `全部 ${progress.units.length}`, en: `All ${progress.units.length}` }),
            },
            {
              id: 'missing',
              name: t({ zh: `未报 ${progress.missing}`, en: `Not filed ${progress.missing}` }),
            },
            { id: 'late', name: t({ zh: `逾期 ${progress.late}`, en: `Late ${progress.late}` }) },
            { id: 'filed', name: t({ zh: `已报 ${progress.filed}`, en: `Filed ${progress.filed}` }) },
          ]}
        />
      </div>
      {units.length > 0 ? (
        <Units units={units} />
      ) : (
        <p className="bd soft">
          {show === 'missing'
            ? t({ zh: '没有未报的单位，都报齐了。', en: 'Every unit has filed.' })
            : t({ zh: '没有这样的单位。', en: 'There are none.' })}
        </p>
      )}
    </section>
  );
}
