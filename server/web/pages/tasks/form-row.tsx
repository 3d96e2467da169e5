/** One form of a unit: where it stands, how far it is, and the way on. */

import { useQuery } from '@tanstack/react-query';
import type { SubmissionSummary } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { momentOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { LinkButton } from '../../parts/button.tsx';
import { LedgerBar } from '../../parts/ledger-bar.tsx';
import { type Shape, StateShape } from '../../parts/state-shape.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';

const shapes: { readonly [state in SubmissionSummary['state']]: Shape } = {
  draft: 'begun',
  filed: 'done',
  returned: 'warning',
  accepted: 'done',
};

export function FormRow({ form }: { form: SubmissionSummary }) {
  const t = useT();
  const { id, name, state, filedAt, updatedAt, total, outOf, grade, filings } = form;
  const isWithUnit = state === 'draft' || state === 'returned';
  const to = addressOf('form', { submission: id });
  return (
    <li className="form-row">
      <StateShape shape={shapes[state]} label={null} />
      <div className="grow">
        <div className="b">
          <Theirs>{name}</Theirs>
        </div>
        <div className="small muted">
          {t(word('submissionState', state))}
          {filedAt && !isWithUnit
            ? t({
                zh: `，${momentOf(filedAt).zh} 申报（第 ${filings} 次）`,
                en: `, filed ${momentOf(filedAt).en} (no. ${filings})`,
              })
            : t({ zh: `，改于 ${momentOf(updatedAt).zh}`, en: `, changed ${momentOf(updatedAt).en}` })}
          {state === 'draft' && filings > 0
            ? t({ zh: `，另报第 ${filings + 1} 次`, en: `, to be filed as no. ${filings + 1}` })
            : null}
        </div>
      </div>
      {isWithUnit ? (
        <Progress id={id} version={form.version} />
      ) : (
        <Score total={total} outOf={outOf} grade={grade} />
      )}
      <LinkButton to={to} look={isWithUnit ? 'primary' : 'plain'}>
        {state === 'draft'
          ? t({ zh: '接着填', en: 'Continue' })
          : state === 'returned'
            ? t({ zh: '看意见并修改', en: 'See remarks' })
            : t({ zh: '查看', en: 'View' })}
      </LinkButton>
    </li>
  );
}

const Score = ({ total, outOf, grade }: Pick<SubmissionSummary, 'total' | 'outOf' | 'grade'>) =>
  total === undefined ? null : (
    <span className="score">
      <b>{total}</b> <span className="muted">/ {outOf}</span>{' '}
      {grade ? (
        <span className="tag">
          <Theirs>{grade}</Theirs>
        </span>
      ) : null}
    </span>
  );

/** How far a draft is, as the server scores what was saved. */
function Progress({ id, version }: { id: string; version: number }) {
  const t = useT();
  const path = { submission: id };
  const { data } = useQuery({
    queryKey: ['previewSubmission', id, version],
    queryFn: async ({ signal }) => {
      const { form } = await ask('getSubmission', { path, signal });
      return ask('previewSubmission', { path, query: {}, body: { form }, signal });
    },
  });
  if (!data?.score) return null;
  const { total, lost, unscored = '0', outOf } = data.score;
  return (
    <div className="so-far">
      <LedgerBar won={total} lost={lost} open={unscored} isThin />
      <div className="small muted">
        {t({ zh: `暂计 ${total} / ${outOf}`, en: `${total} of ${outOf} so far` })}
        {data.refusals.length > 0
          ? t({ zh: `，还差 ${data.refusals.length} 处`, en: `, ${data.refusals.length} to go` })
          : t({ zh: '，可以申报', en: ', ready to file' })}
      </div>
    </div>
  );
}
