/** One form in the queue. */
import { memo } from 'react';
import { Link } from 'wouter';
import type { SubmissionSummary } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { momentOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { type Query, searchOf } from '../../parts/address-query.ts';
import { Difference } from '../../parts/difference.tsx';
import { Points } from '../../parts/points.tsx';
import { SeverityCounts } from '../../parts/severity-counts.tsx';
import { StateShape, stateShapes } from '../../parts/state-shape.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';

const looks = { draft: '', filed: 'acc', returned: 'warn', accepted: 'won' } as const;

interface RowProps {
  /** Counted from 0. */
  place: number;
  form: SubmissionSummary | undefined;
  query: Query;
  isCurrent: boolean;
  /** Tab stops at one line; J, K and the arrows go to the others. */
  isStop: boolean;
  decimals: { claimed: number; computed: number; difference: number };
  take: (place: number) => void;
  isChosen: boolean;
  /** Undefined for who may not review. */
  choose: ((id: string) => void) | undefined;
}

export const Row = memo(
  function Row(props: RowProps) {
    const { place, form, isCurrent } = props;
    return (
      <tr aria-rowindex={place + 2} data-place={place} className={isCurrent ? 'current' : undefined}>
        {form ? <Cells {...props} form={form} /> : <Unread />}
      </tr>
    );
  },
  (a, b) =>
    a.form === b.form &&
    a.isCurrent === b.isCurrent &&
    a.isStop === b.isStop &&
    a.isChosen === b.isChosen &&
    a.query === b.query &&
    a.decimals.claimed === b.decimals.claimed &&
    a.decimals.computed === b.decimals.computed &&
    a.decimals.difference === b.decimals.difference,
);

function Cells({
  form,
  query,
  place,
  isStop,
  decimals,
  take,
  isChosen,
  choose,
}: RowProps & { form: SubmissionSummary }) {
  const t = useT();
  const to = addressOf('review', { submission: form.id }) + searchOf(query);
  const nobody = (
    <span className="muted">
      —<span className="vh">{t({ zh: '还没有分', en: 'nobody yet' })}</span>
    </span>
  );
  return (
    <>
      {choose ? (
        <Cell className="choose">
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={t({
              zh: `选中${form.unit.name}的${form.name}`,
              en: `Choose ${form.name} of ${form.unit.name}`,
            })}
            onChange={() => choose(form.id)}
          />
        </Cell>
      ) : null}
      <Cell className="b ell" title={form.unit.name}>
        <Theirs>{form.unit.name}</Theirs>
      </Cell>
      <Cell className="ell" title={form.name}>
        <Link href={to} tabIndex={isStop ? 0 : -1} onFocus={() => take(place)}>
          <Theirs>{form.name}</Theirs>
        </Link>
      </Cell>
      <Cell>
        <span className={`tag ${looks[form.state]}`}>
          <StateShape shape={stateShapes[form.state]} label={null} />
          {t(word('submissionState', form.state))}
        </span>
      </Cell>
      <Cell className="num">
        <Points value={form.claimed} decimals={decimals.claimed} />
      </Cell>
      <Cell className="num b">
        <Points value={form.total} decimals={decimals.computed} />
      </Cell>
      <Cell className="num">
        <Difference value={form.difference} decimals={decimals.difference} />
      </Cell>
      <Cell>
        {form.grade ? (
          <Theirs>{form.grade}</Theirs>
        ) : (
          <span className="muted">{form.total ? t({ zh: '暂不评定', en: 'none' }) : '—'}</span>
        )}
      </Cell>
      <Cell>
        <SeverityCounts counts={form.findings} empty={form.findings ? t({ zh: '没有', en: 'none' }) : '—'} />
      </Cell>
      <Cell className="ell">{form.assignee ? <Theirs>{form.assignee.name}</Theirs> : nobody}</Cell>
      <Cell className="muted ell" title={form.filedAt && t(momentOf(form.filedAt))}>
        {form.filedAt ? t(momentOf(form.filedAt)) : '—'}
      </Cell>
    </>
  );
}

const Cell = ({
  children,
  className = '',
  title,
}: {
  children: React.ReactNode;
  className?: string;
  title?: string | undefined;
}) => (
  <td className={className} title={title}>
    {children}
  </td>
);

/** A form that is on its way. */
const Unread = () => (
  <td colSpan={11} aria-busy="true">
    <span className="bone" aria-hidden="true" />
  </td>
);
