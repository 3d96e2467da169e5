/** Whose form it is, which filing, and which of its lines are shown. */
import { Link } from 'wouter';
import type { FilingComparison, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { dayOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { LinkButton } from '../../parts/button.tsx';
import { useTitle } from '../../parts/page-head.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import type { ReviewDraft } from './draft.ts';
import { linesOf, type Show } from './lines.ts';
import { PrintReview } from './on-paper.tsx';

export function Head({
  record,
  comparison,
  show,
  choose,
  draft,
  search,
}: {
  record: SubmissionRecord;
  comparison: FilingComparison;
  show: Show;
  choose: (show: Show) => void;
  draft: ReviewDraft;
  /** The query of the queue, so that one comes back to it. */
  search: string;
}) {
  const t = useT();
  useTitle(record.name);
  const { number, rows } = comparison;
  const filed = record.filedAt ? dayOf(record.filedAt) : undefined;
  const shows = [
    { show: 'difference', name: { zh: '有差异', en: 'Differing' } },
    { show: 'findings', name: { zh: '有疑点', en: 'With findings' } },
    { show: 'all', name: { zh: '全部', en: 'All' } },
  ] as const;
  const dossier = { unit: record.unit.id, year: record.year };
  return (
    <div className="review-head">
      <div className="grow">
        <div className="crumb ell" title={`${record.unit.name} · ${record.name}`}>
          <Theirs>{record.unit.name}</Theirs> › {t({ zh: `${record.year}年度`, en: record.year })} ›{' '}
          <Link href={addressOf('filings', { submission: record.id })}>
            {t({ zh: `第 ${number} 次申报`, en: `filing ${number}` })}
          </Link>
          {filed ? t({ zh: `，${filed.zh}申报`, en: `, filed ${filed.en}` }) : ''}
          {record.state === 'filed' ? '' : ` › ${t(word('submissionState', record.state))}`}
        </div>
        <h1 className="ell" title={record.name}>
          <Theirs>{record.name}</Theirs>
        </h1>
      </div>
      <fieldset className="seg" aria-label={t({ zh: '看哪些行', en: 'Which lines' })}>
        {shows.map((one) => (
          <button
            key={one.show}
            type="button"
            className={one.show === show ? 'on' : ''}
            aria-pressed={one.show === show}
            onClick={() => choose(one.show)}
          >
            {t(one.name)} {linesOf(rows, one.show).length}
            {one.show === 'all' ? t({ zh: ' 行', en: '' }) : ''}
          </button>
        ))}
      </fieldset>
      <PrintReview record={record} comparison={comparison} draft={draft} />
      <LinkButton to={addressOf('dossier', dossier) + search}>
        {t({ zh: '该单位本年各表', en: 'Forms of this unit' })}
      </LinkButton>
    </div>
  );
}
