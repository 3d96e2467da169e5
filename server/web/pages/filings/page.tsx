/** `/forms/:submission/filings`: every filing of a form, and any two of them compared cell by cell. */

import { useParams, useSearchParams } from 'wouter';
import type { FilingSummary, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { momentOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { LinkButton } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { decimalsOf, Points } from '../../parts/points.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import { Comparison } from './comparison.tsx';
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
  const choose = (part: 'from' | 'to', number: string) => {
    const next = new URLSearchParams({ from: earlier, to: later });
    next.set(part, number);
    setQuery(next, { replace: true });
  };
  return (
    <>
      <Summary filings={filings} earlier={earlier} later={later} choose={choose} />
      {earlier !== '' && earlier !== later ? (
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
}: {
  filings: readonly FilingSummary[];
  earlier: string;
  later: string;
  choose: (part: 'from' | 'to', number: string) => void;
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
            <th scope="col">{t({ zh: '时间', en: 'Time' })}</th>
            <th scope="col" className="num">
              {t({ zh: '总分', en: 'Total' })}
            </th>
            <th scope="col">{t({ zh: '等次', en: 'Grade' })}</th>
            <th scope="col">{t({ zh: '审核', en: 'Outcome' })}</th>
            {isAlone ? null : (
              <>
                <th scope="col">{t({ zh: '比较：前', en: 'Compare: before' })}</th>
                <th scope="col">{t({ zh: '后', en: 'after' })}</th>
              </>
            )}
          </>
        }
      >
        {filings.map(({ number, filedAt, total, outOf, grade, outcome }) => (
          <tr key={number}>
            <th scope="row">{t({ zh: `第 ${number} 次`, en: `no. ${number}` })}</th>
            <td>{t(momentOf(filedAt))}</td>
            <td className="num">
              <Points value={total} decimals={decimals} /> <span className="muted">/ {outOf}</span>
            </td>
            <td>
              <Theirs>{grade ?? '—'}</Theirs>
            </td>
            <td>{outcome ? t(word('submissionState', outcome)) : t({ zh: '未审', en: 'not reviewed' })}</td>
            {pick(
              'from',
              String(number),
              t({ zh: `以第 ${number} 次为前`, en: `no. ${number} as the earlier` }),
            )}
            {pick('to', String(number), t({ zh: `以第 ${number} 次为后`, en: `no. ${number} as the later` }))}
          </tr>
        ))}
      </Table>
    </section>
  );
}
