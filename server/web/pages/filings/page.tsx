/** `/forms/:submission/filings`: every filing of a form, and any two of them compared cell by cell. */

import { useParams, useSearchParams } from 'wouter';
import type { FilingSummary, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { fullMomentOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { decimalsOf, Points } from '../../parts/points.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import { Comparison } from './comparison.tsx';
import { OneFiling } from './one-filing.tsx';
import './filings.css';

export function Page() {
  const t = useT();
  const { submission = '' } = useParams<{ submission: string }>();
  const record = useApi('getSubmission', { path: { submission } });
  const filings = useApi('listFilings', { path: { submission } });
  const name = record.data?.name ?? '';
  const form = addressOf('form', { submission });
  return (
    <>
      <PageHead
        crumbs={[
          { name: t({ zh: '我的自评', en: 'My forms' }), to: addressOf('tasks') },
          { name: name || t({ zh: '自评表', en: 'Form' }), to: form },
        ]}
        title={t({ zh: '历次申报', en: 'Filings' })}
        actions={<LinkButton to={form}>{t({ zh: '回到自评表', en: 'Back to the form' })}</LinkButton>}
      />
      <div className="page">
        <Read of={record}>
          {(of) => <Read of={filings}>{({ items }) => <All record={of} filings={items} />}</Read>}
        </Read>
      </div>
    </>
  );
}

function All({ record, filings }: { record: SubmissionRecord; filings: readonly FilingSummary[] }) {
  const t = useT();
  const [query, setQuery] = useSearchParams();
  const numbers = filings.map(({ number }) => String(number));
  const later = query.get('to') ?? numbers.at(-1) ?? '';
  const earlier = query.get('from') ?? numbers.filter((number) => number !== later).at(-1) ?? '';
  if (filings.length === 0)
    return (
      <Empty title={t({ zh: '还没有申报过', en: 'Not filed yet' })}>
        {t({
          zh: '申报之后，每一次的内容与得分都留在这里。',
          en: 'Every filing is kept here with its score.',
        })}
      </Empty>
    );
  const open = numbers.find((number) => number === query.get('open'));
  const choose = (part: 'from' | 'to', number: string) => {
    const next = new URLSearchParams({ from: earlier, to: later });
    next.set(part, number);
    setQuery(next, { replace: true });
  };
  const read = (number: string | undefined) =>
    setQuery(number === undefined ? new URLSearchParams() : new URLSearchParams({ open: number }));
  return (
    <>
      <Summary filings={filings} earlier={earlier} later={later} choose={choose} open={open} read={read} />
      {open !== undefined ? (
        <OneFiling key={open} record={record} number={open} />
      ) : earlier !== '' && earlier !== later ? (
        <Comparison record={record} earlier={earlier} later={later} />
      ) : (
        <p className="note">
          {t({ zh: '只有一次申报，没有可比较的。', en: 'There is one filing; nothing to compare.' })}
        </p>
      )}
    </>
  );
}

function Summary({
  filings,
  earlier,
  later,
  choose,
  open,
  read,
}: {
  filings: readonly FilingSummary[];
  earlier: string;
  later: string;
  choose: (part: 'from' | 'to', number: string) => void;
  /** The filing that is read below. */
  open: string | undefined;
  read: (number: string | undefined) => void;
}) {
  const t = useT();
  const decimals = decimalsOf(filings.map(({ total }) => total));
  const isAlone = filings.length === 1;
  const pick = (part: 'from' | 'to', number: string, name: string) =>
    isAlone ? null : (
      <td>
        <input
          type="radio"
          name={part}
          aria-label={name}
          checked={(part === 'from' ? earlier : later) === number}
          onChange={() => choose(part, number)}
        />
      </td>
    );
  return (
    <section className="card">
      <Table
        label={t({ zh: '历次申报', en: 'Filings' })}
        head={
          <>
            <th scope="col">{t({ zh: '第几次', en: 'No.' })}</th>
            <th scope="col">{t({ zh: '申报时间', en: 'Filed' })}</th>
            <th scope="col">{t({ zh: '申报人', en: 'By' })}</th>
            <th scope="col" className="num">
              {t({ zh: '总分', en: 'Total' })}
            </th>
            <th scope="col">{t({ zh: '等次', en: 'Grade' })}</th>
            <th scope="col">{t({ zh: '审核', en: 'Outcome' })}</th>
            <th scope="col">{t({ zh: '内容', en: 'Content' })}</th>
            {isAlone ? null : (
              <>
                <th scope="col">{t({ zh: '比较：前', en: 'Compare: before' })}</th>
                <th scope="col">{t({ zh: '后', en: 'after' })}</th>
              </>
            )}
          </>
        }
      >
        {filings.map((filing) => {
          const { number, filedAt, filedBy, total, outOf, grade } = filing;
          const isOpen = String(number) === open;
          return (
            <tr key={number}>
              <th scope="row">{t({ zh: `第 ${number} 次`, en: `no. ${number}` })}</th>
              <td>{t(fullMomentOf(filedAt))}</td>
              <td>
                <Theirs>{filedBy?.name ?? '—'}</Theirs>
              </td>
              <td className="num">
                <Points value={total} decimals={decimals} /> <span className="muted">/ {outOf}</span>
              </td>
              <td>
                <Theirs>{grade ?? '—'}</Theirs>
              </td>
              <td>
                <Outcome of={filing} />
              </td>
              <td>
                <Button
                  look="text"
                  size="small"
                  expanded={isOpen}
                  label={t({ zh: `看第 ${number} 次报的表`, en: `Read filing no. ${number}` })}
                  onPress={() => read(isOpen ? undefined : String(number))}
                >
                  {isOpen ? t({ zh: '收起', en: 'Close' }) : t({ zh: '看表和回执', en: 'Form and receipt' })}
                </Button>
              </td>
              {pick(
                'from',
                String(number),
                t({ zh: `以第 ${number} 次为前`, en: `no. ${number} as the earlier` }),
              )}
              {pick(
                'to',
                String(number),
                t({ zh: `以第 ${number} 次为后`, en: `no. ${number} as the later` }),
              )}
            </tr>
          );
        })}
      </Table>
    </section>
  );
}

/** What became of a filing, by whom and when, and what was said of it. */
function Outcome({ of: { outcome, decidedAt, reviewer, note, reasons } }: { of: FilingSummary }) {
  const t = useT();
  if (!outcome) return t({ zh: '未审', en: 'not reviewed' });
  return (
    <>
      {t(word('submissionState', outcome))}
      <div className="small muted">
        {decidedAt ? `${t(fullMomentOf(decidedAt))} ` : null}
        <Theirs>{reviewer?.name}</Theirs>
        {reasons ? t({ zh: `　${reasons} 行有意见`, en: ` · remarks on ${reasons} rows` }) : null}
      </div>
      {note ? (
        <div className="small said">
          <Theirs>{note}</Theirs>
        </div>
      ) : null}
    </>
  );
}
