/** `/dossiers/:unit/:year`: what a unit filed for a year, beside each other, with what was found across its forms. */
import { Link, useParams, useSearch } from 'wouter';
import type { SubmissionSummary, UnitDossier } from '../../../../schemas/generated/types.ts';
import { counted, useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { useRight } from '../../data/session.ts';
import { dayOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { Difference } from '../../parts/difference.tsx';
import { Finding, Findings } from '../../parts/finding.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { decimalsOf, Points } from '../../parts/points.tsx';
import { SeverityCounts } from '../../parts/severity-counts.tsx';
import { Empty, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addresses, addressOf } from '../addresses.ts';
import './dossier.css';

export function Page() {
  const t = useT();
  const { unit = '', year = '' } = useParams<{ unit: string; year: string }>();
  const dossier = useApi('getDossier', { path: { unit, year } });
  const isReviewer = useRight('review-forms');
  // The queue one came from, so that its forms lead back into it.
  const asked = useSearch();
  const search = asked === '' ? '' : `?${asked}`;
  const name = dossier.data?.unit.name;
  return (
    <>
      <PageHead
        crumbs={
          isReviewer
            ? [{ name: t({ zh: '复核', en: 'Review' }), to: addresses.queue + search }, { name: year }]
            : [{ name: t({ zh: '我的自评', en: 'My forms' }), to: addresses.tasks }, { name: year }]
        }
        title={
          name === undefined
            ? t({ zh: '单位本年各表', en: 'Forms of the year' })
            : t({ zh: `${name} ${year}年度各表`, en: `${name}, ${year}` })
        }
      />
      <div className="page dossier">
        <Read of={dossier} lines={8}>
          {({ parts }) =>
            parts.length === 0 ? (
              <Empty title={t({ zh: '这一年还没有申报', en: 'Nothing was filed for this year' })}>
                {t({
                  zh: '单位申报之后，这一年的各张表在这里放在一起看。',
                  en: 'Once filed, the forms of the year stand here beside each other.',
                })}
              </Empty>
            ) : (
              parts.map((part) => (
                <Part
                  key={`${part.rulebook} ${part.edition}`}
                  part={part}
                  isReviewer={isReviewer}
                  search={search}
                />
              ))
            )
          }
        </Read>
      </div>
    </>
  );
}

type PartOf = UnitDossier['parts'][number];

/** The forms of one edition, audited together. */
function Part({ part, isReviewer, search }: { part: PartOf; isReviewer: boolean; search: string }) {
  const t = useT();
  const { submissions, audit } = part;
  const title = audit.evaluations[0]?.rulebook.title ?? `${part.rulebook} ${part.edition}`;
  return (
    <section className="card">
      <div className="hd">
        <h2 className="grow">
          <Theirs>{title}</Theirs>
        </h2>
        <span className="small muted">
          {t({
            zh: `${part.edition} 版，${submissions.length} 张`,
            en: `${part.edition}, ${counted(submissions.length, 'form')}`,
          })}
        </span>
      </div>
      <Forms submissions={submissions} isReviewer={isReviewer} search={search} />
      <div className="bd">
        <h3 className="b">{t({ zh: '表与表之间的疑点', en: 'Findings across the forms' })}</h3>
        {audit.findings.length === 0 ? (
          <p className="soft s13">
            {submissions.length > 1
              ? t({ zh: '各张表之间没有对不上的地方。', en: 'The forms agree with each other.' })
              : t({
                  zh: '这版规则只有一张表，没有可以互相核对的。',
                  en: 'There is only one form of this edition.',
                })}
          </p>
        ) : (
          <Findings label={t({ zh: '表与表之间的疑点', en: 'Findings across the forms' })}>
            {audit.findings.map((finding) => (
              <Finding key={finding.code + finding.message.zh} {...finding} />
            ))}
          </Findings>
        )}
      </div>
    </section>
  );
}

function Forms({
  submissions,
  isReviewer,
  search,
}: {
  submissions: readonly SubmissionSummary[];
  isReviewer: boolean;
  search: string;
}) {
  const t = useT();
  const claimed = decimalsOf(submissions.map((one) => one.claimed));
  const total = decimalsOf(submissions.map((one) => one.total));
  const difference = decimalsOf(submissions.map((one) => one.difference));
  const head = [
    { name: { zh: '表名', en: 'Form' } },
    { name: { zh: '对象', en: 'Of' } },
    { name: { zh: '状态', en: 'State' } },
    { name: { zh: '自评', en: 'Claimed' }, isNumber: true },
    { name: { zh: '复算', en: 'Computed' }, isNumber: true },
    { name: { zh: '差', en: 'Difference' }, isNumber: true },
    { name: { zh: '等次', en: 'Grade' } },
    { name: { zh: '疑点', en: 'Findings' } },
    { name: { zh: '申报', en: 'Filed' } },
  ];
  return (
    <Table
      className="dossier-forms"
      label={t({ zh: '各张表', en: 'Forms' })}
      head={head.map(({ name, isNumber }) => (
        <th key={name.en} scope="col" className={isNumber ? 'num' : ''}>
          {t(name)}
        </th>
      ))}
    >
      {submissions.map((form) => (
        <tr key={form.id}>
          <th scope="row">
            <Link
              href={
                isReviewer
                  ? addressOf('review', { submission: form.id }) + search
                  : addressOf('form', { submission: form.id })
              }
            >
              <Theirs>{form.name}</Theirs>
            </Link>
          </th>
          <td>{t(word('subject', form.subject))}</td>
          <td>{t(word('submissionState', form.state))}</td>
          <td className="num">
            <Points value={form.claimed} decimals={claimed} />
          </td>
          <td className="num b">
            <Points value={form.total} decimals={total} />
          </td>
          <td className="num">
            <Difference value={form.difference} decimals={difference} />
          </td>
          <td>
            <Theirs>{form.grade ?? t({ zh: '暂不评定', en: 'none' })}</Theirs>
          </td>
          <td>
            <SeverityCounts counts={form.findings} empty={t({ zh: '没有', en: 'none' })} />
          </td>
          <td className="nowrap muted">{form.filedAt ? t(dayOf(form.filedAt)) : '—'}</td>
        </tr>
      ))}
    </Table>
  );
}
