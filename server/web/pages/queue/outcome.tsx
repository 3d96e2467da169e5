/** What becomes of each form, or became of it: those that are done, those that were so before, those that are not and why. */
import { Link } from 'wouter';
import type { BulkOutcome } from '../../../../schemas/generated/types.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { addressOf } from '../addresses.ts';
import type { Work } from './bulk.tsx';

const done: { readonly [work in Work]: { will: Bilingual; did: Bilingual } } = {
  accept: { will: { zh: '会接受', en: 'would be accepted' }, did: { zh: '已接受', en: 'accepted' } },
  return: { will: { zh: '会退回', en: 'would be returned' }, did: { zh: '已退回', en: 'returned' } },
  assign: { will: { zh: '会分出', en: 'would be given' }, did: { zh: '已分出', en: 'given' } },
};

export function Outcome({ outcome, work }: { outcome: BulkOutcome; work: Work }) {
  const t = useT();
  const { preview, rule, rows } = outcome;
  const words = t(preview ? done[work].will : done[work].did);
  const shapes = { done: 'done', unchanged: 'empty', refused: 'warning' } as const;
  const told = {
    done: words,
    unchanged: t({ zh: '本来就是', en: 'was so before' }),
    refused: preview ? t({ zh: '不办', en: 'would not' }) : t({ zh: '没有办', en: 'not done' }),
  };
  return (
    <>
      <p className="s13 soft">{t(rule)}</p>
      <p className="s13" aria-live="polite">
        <b>
          {words} {t({ zh: `${outcome.done} 张`, en: String(outcome.done) })}
        </b>
        {outcome.refused > 0 ? `${t({ zh: '，', en: ', ' })}${told.refused} ${outcome.refused}` : ''}
        {outcome.unchanged > 0 ? `${t({ zh: '，', en: ', ' })}${told.unchanged} ${outcome.unchanged}` : ''}
      </p>
      <ul className="outcomes">
        {rows.map((row) => (
          <li key={row.submissionId}>
            <StateShape shape={shapes[row.outcome]} label={null} />
            <span className="outcome">{told[row.outcome]}</span>
            <Link className="ell" href={addressOf('review', { submission: row.submissionId })}>
              {row.unit?.name} · {row.name}
            </Link>
            <span className="soft">{row.reason ? t(row.reason) : ''}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
