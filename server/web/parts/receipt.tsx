/** What a unit has in hand once it has filed: what, for which task, by whom and when, what it scored, and by what it can be checked. */
import type { ReactNode } from 'react';
import type { Receipt, SubmissionRecord } from '../../../schemas/generated/types.ts';
import { useT } from '../data/language.ts';
import { fullMomentOf } from '../data/times.ts';
import { signed } from './points.tsx';
import { StateShape } from './state-shape.tsx';
import { Theirs } from './theirs.tsx';
import './receipt.css';

export type Receipted = Pick<
  Receipt,
  'number' | 'filedAt' | 'total' | 'outOf' | 'grade' | 'hash' | 'errors' | 'warnings'
>;

export function ReceiptNote({
  record,
  receipt,
  by,
  task,
  isNew = false,
  children,
}: {
  record: Pick<SubmissionRecord, 'name' | 'unit' | 'year' | 'subject'>;
  receipt: Receipted;
  /** Who filed it. */
  by: string | undefined;
  /** What it was filed for. */
  task: string | undefined;
  /** It has just been filed: its head takes the focus. */
  isNew?: boolean;
  /** The ways on. */
  children: ReactNode;
}) {
  const t = useT();
  const { number, filedAt, total, outOf, grade, hash, errors, warnings } = receipt;
  const rows: [string, ReactNode][] = [
    ...(record.subject === 'project'
      ? [[t({ zh: '项目', en: 'Project' }), <Theirs key="name">{record.name}</Theirs>] as [string, ReactNode]]
      : []),
    [t({ zh: '单位', en: 'Unit' }), <Theirs key="unit">{record.unit.name}</Theirs>],
    [t({ zh: '年度', en: 'Year' }), record.year],
    ...(task
      ? [[t({ zh: '任务', en: 'Task' }), <Theirs key="task">{task}</Theirs>] as [string, ReactNode]]
      : []),
    [t({ zh: '第几次申报', en: 'Filing' }), t({ zh: `第 ${number} 次`, en: `no. ${number}` })],
    [t({ zh: '申报时间', en: 'Filed' }), t(fullMomentOf(filedAt))],
    ...(by
      ? [[t({ zh: '申报人', en: 'Filed by' }), <Theirs key="by">{by}</Theirs>] as [string, ReactNode]]
      : []),
    [
      t({ zh: '总分', en: 'Total' }),
      <span key="total">
        {signed(total)} / {outOf}
        {grade ? '　' : ''}
        <Theirs>{grade}</Theirs>
      </span>,
    ],
    [
      t({ zh: '疑点', en: 'Findings' }),
      t({ zh: `错误 ${errors}，提醒 ${warnings}`, en: `${errors} errors, ${warnings} warnings` }),
    ],
  ];
  return (
    <section className="receipt" aria-label={t({ zh: '回执', en: 'Receipt' })}>
      <h2 tabIndex={-1} ref={isNew ? (heading) => heading?.focus() : undefined}>
        <StateShape shape="done" label={null} />{' '}
        {isNew ? t({ zh: '已申报', en: 'Filed' }) : t({ zh: '申报回执', en: 'Receipt of the filing' })}
      </h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="s13">
        <summary>{t({ zh: '更多', en: 'More' })}</summary>
        <p className="small muted">SHA-256</p>
        <p className="hash">{hash}</p>
        <p className="small muted">
          {t({
            zh: '这串字由申报的内容算出，日志里记有同一串；以后拿来一对，就知道内容有没有被改过。',
            en: 'It is computed from what was filed, and the log holds the same: compared later, it shows whether anything was altered.',
          })}
        </p>
      </details>
      <div className="row ways">{children}</div>
    </section>
  );
}
