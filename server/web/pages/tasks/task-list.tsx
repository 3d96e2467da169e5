/** The tasks issued at one's node and below: what is asked, by when, and how many have filed. */
import { Link } from 'wouter';
import type { Schemas } from '../../../../schemas/generated/types.ts';
import { useFilters } from '../../data/filters.ts';
import { counted, useT } from '../../data/language.ts';
import { useRulebookTitle } from '../../data/rulebooks.ts';
import { useRight } from '../../data/session.ts';
import { dayOf } from '../../data/times.ts';
import { useWhole } from '../../data/whole.ts';
import { word } from '../../data/words.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { CountBar } from '../../parts/count-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SegmentedFilter } from '../../parts/segmented.tsx';
import { Select } from '../../parts/select.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import './task-list.css';

type Listed = Schemas['listedTask'];

export function TaskList() {
  const t = useT();
  const mayWrite = useRight('write-tasks');
  const [filters, setFilters] = useFilters('state', 'year');
  const tasks = useWhole('listTasks', {});
  return (
    <>
      <PageHead
        title={t({ zh: '任务', en: 'Tasks' })}
        actions={
          mayWrite ? (
            <LinkButton look="primary" to={addressOf('newTask')}>
              {t({ zh: '布置任务', en: 'Ask units to file' })}
            </LinkButton>
          ) : null
        }
      />
      <div className="page">
        <Read of={tasks}>
          {(all) => {
            const newest = [...all].reverse();
            const shown = newest.filter(
              ({ state, year }) => state === (filters.state ?? state) && year === (filters.year ?? year),
            );
            if (all.length === 0) return <NoTask mayWrite={mayWrite} />;
            return (
              <>
                <div className="row wrap filters">
                  <SegmentedFilter
                    label={t({ zh: '状态', en: 'State' })}
                    value={filters.state ?? ''}
                    options={[
                      { id: '', name: t({ zh: '全部', en: 'All' }) },
                      ...(['open', 'closed'] as const).map((id) => ({ id, name: t(word('taskState', id)) })),
                    ]}
                    onChange={(state) => setFilters({ state })}
                  />
                  <Select
                    label={t({ zh: '年度', en: 'Year' })}
                    isLabelHidden
                    value={filters.year ?? 'all'}
                    options={[
                      { id: 'all', name: t({ zh: '全部年度', en: 'All years' }) },
                      ...yearsOf(all).map((year) => ({ id: year, name: year })),
                    ]}
                    onChange={(year) => setFilters({ year: year === 'all' ? '' : year })}
                  />
                  <span className="small muted">
                    {t({ zh: `${shown.length} 项`, en: counted(shown.length, 'task') })}
                  </span>
                </div>
                {shown.length > 0 ? (
                  <Tasks tasks={shown} />
                ) : (
                  <Empty
                    title={t({ zh: '没有这样的任务', en: 'There are no such tasks' })}
                    actions={
                      <Button onPress={() => setFilters({ state: '', year: '' })}>
                        {t({ zh: '看全部', en: 'Show all' })}
                      </Button>
                    }
                  />
                )}
              </>
            );
          }}
        </Read>
      </div>
    </>
  );
}

const yearsOf = (tasks: readonly Listed[]): string[] =>
  [...new Set(tasks.map(({ year }) => year))].sort().reverse();

function NoTask({ mayWrite }: { mayWrite: boolean }) {
  const t = useT();
  return (
    <Empty
      title={t({ zh: '还没有布置任务', en: 'No task has been issued yet' })}
      actions={
        mayWrite ? (
          <LinkButton look="primary" to={addressOf('newTask')}>
            {t({ zh: '布置第一项任务', en: 'Issue the first one' })}
          </LinkButton>
        ) : null
      }
    >
      {t({
        zh: '任务写明哪些单位、按哪一版评分规则、最迟哪一天报送自评表。',
        en: 'A task says which units file, by which edition of which rulebook, and by what day.',
      })}
    </Empty>
  );
}

function Tasks({ tasks }: { tasks: readonly Listed[] }) {
  const t = useT();
  const titleOf = useRulebookTitle();
  return (
    <div className="card">
      <Table
        className="task-table"
        label={t({ zh: '任务', en: 'Tasks' })}
        head={
          <>
            <th scope="col">{t({ zh: '任务', en: 'Task' })}</th>
            <th scope="col" className="wide-only">
              {t({ zh: '布置单位', en: 'Issued by' })}
            </th>
            <th scope="col" className="wide-only">
              {t({ zh: '评分规则', en: 'Rulebook' })}
            </th>
            <th scope="col">{t({ zh: '截止', en: 'Due' })}</th>
            <th scope="col" className="filed-column">
              {t({ zh: '已报 / 布置', en: 'Filed / asked' })}
            </th>
            <th scope="col" className="wide-only">
              {t({ zh: '状态', en: 'State' })}
            </th>
          </>
        }
      >
        {tasks.map((task) => (
          <tr key={task.id}>
            <th scope="row">
              <Link href={addressOf('task', { task: task.id })}>
                <Theirs>{task.title}</Theirs>
              </Link>
              <div className="small muted">
                {t({
                  zh: `${task.year}年度 · ${word('subject', task.subject).zh}`,
                  en: `${task.year} · ${word('subject', task.subject).en}`,
                })}
              </div>
            </th>
            <td className="wide-only">
              <Theirs>{task.issuer.name}</Theirs>
            </td>
            <td className="wide-only">
              <Theirs>{titleOf(task)}</Theirs>
            </td>
            <td className="nowrap">{t(dayOf(task.due))}</td>
            <td>
              <Filed counts={task.counts} />
            </td>
            <td className="nowrap wide-only">
              <span className={`tag ${task.state === 'open' ? 'acc' : ''}`}>
                {t(word('taskState', task.state))}
              </span>
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Filed({ counts }: { counts: Listed['counts'] }) {
  const t = useT();
  if (!counts) return null;
  return (
    <>
      <div className="row">
        <span className="num filed-count">
          <b className="b">{counts.filed}</b> / {counts.asked}
        </span>
        <span className="grow">
          <CountBar
            parts={[
              { kind: 'done', count: counts.filed },
              { kind: 'open', count: counts.missing },
            ]}
          />
        </span>
      </div>
      {counts.late > 0 ? (
        <span className="small lost">{t({ zh: `逾期 ${counts.late} 个`, en: `${counts.late} late` })}</span>
      ) : null}
    </>
  );
}
