/** The last row of the table, as on the printed form: what all of it comes to. */
import { useT } from '../../data/language.ts';
import { Points } from '../points.tsx';
import { type Columns, type PaperForm, typedAt } from './form.ts';

export function Sum({
  of: { preview, form, review, description },
  columns: { hasTargets, hasClaims, hasReview },
}: {
  of: PaperForm;
  columns: Columns;
}) {
  const t = useT();
  const { score } = preview ?? {};
  if (!score) return null;
  const { decimals } = description;
  const given = (points: string | undefined) =>
    points ? <Points value={points} decimals={decimals} /> : '—';
  return (
    <tfoot>
      <tr>
        <th scope="row">{t({ zh: '合计', en: 'Total' })}</th>
        <td colSpan={hasTargets ? 2 : 1}>
          {score.status === 'incomplete' ? t({ zh: '暂计，尚未填全', en: 'so far; not complete' }) : null}
        </td>
        <td className="num">
          <Points value={score.outOf} />
        </td>
        {hasClaims ? <td className="num">{given(typedAt(form, 'claimed', 'total'))}</td> : null}
        <td className="num">
          <Points value={score.total} decimals={decimals} />
        </td>
        {hasReview ? <td className="num">{given(review?.total)}</td> : null}
        <td />
      </tr>
    </tfoot>
  );
}
