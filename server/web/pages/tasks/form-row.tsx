/** One form of a unit: where it stands, how far it is, and the way on. */

import { useQuery } from '@tanstack/react-query';
import type { SubmissionSummary } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { momentOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { LinkButton } from '../../parts/button.tsx';
import { LedgerBar } from '../../parts/ledger-bar.tsx';
import { type Shape, StateShape } from '../../parts/state-shape.tsx';
import { Apart, Theirs } from '../../parts/theirs.tsx';
import { addressOf } from '../addresses.ts';
import { DraftTools } from './draft-tools.tsx';

const shapes: { readonly [state in SubmissionSummary['state']]: Shape } = {
  draft: 'begun',
  filed: 'done',
  returned: 'warning',
  accepted: 'done',
};

export function FormRow({ form }: { form: SubmissionSummary }) {
  const t = useT();
  const { id, name, state, total, outOf, grade, filings } = form;
  const isWithUnit = state === 'draft' || state === 'returned';
  const to = addressOf('form', { submission: id });
  return (
    <li className="form-row">
      <StateShape shape={shapes[state]} label={null} />
      <div className="grow">
        <div className="b">
          <Theirs>{name}</Theirs>
        </div>
        {state === 'returned' ? <Returned form={form} /> : <Since form={form} />}
      </div>
      {isWithUnit ? <Progress form={form} /> : <Score total={total} outOf={outOf} grade={grade} />}
      <LinkButton to={to} look={isWithUnit ? 'primary' : 'plain'}>
        {state === 'draft'
          ? t({ zh: '接着填', en: 'Continue' })
          : state === 'returned'
            ? t({ zh: '看意见并修改', en: 'See remarks' })
            : t({ zh: '查看', en: 'View' })}
      </LinkButton>
      {state === 'draft' && filings === 0 ? <DraftTools form={form} /> : null}
    </li>
  );
}

/** Where it stands, and since when. */
function Since({ form: { state, filedAt, filings, updatedAt } }: { form: SubmissionSummary }) {
  const t = useT();
  return (
    <div className="small muted">
      {t(word('submissionState', state))}
      {filedAt && state !== 'draft'
        ? t({
            zh: `，${momentOf(filedAt).zh} 申报（第 ${filings} 次）`,
            en: `, filed ${momentOf(filedAt).en} (no. ${filings})`,
          })
        : t({ zh: `，改于 ${momentOf(updatedAt).zh}`, en: `, changed ${momentOf(updatedAt).en}` })}
      {state === 'draft' && filings > 0
        ? t({ zh: `，另报第 ${filings + 1} 次`, en: `, to be filed as no. ${filings + 1}` })
        : null}
    </div>
  );
}

/** When it came back, whether anything was changed since, and what the reviewer says. */
function Returned({ form: { id, updatedAt } }: { form: SubmissionSummary }) {
  const t = useT();
  const filings = useApi('listFilings', { path: { submission: id } });
  const last = filings.data?.items.at(-1);
  const { decidedAt, note, reasons, reviewer } = last ?? {};
  if (!decidedAt) return <div className="small muted">{t(word('submissionState', 'returned'))}</div>;
  const back = momentOf(decidedAt);
  return (
    <div className="small">
      <span className="warn-ink b">
        {updatedAt === decidedAt
          ? t({ zh: `${back.zh} 退回，尚未修改`, en: `returned ${back.en}, not changed yet` })
          : t({
              zh: `${back.zh} 退回，${momentOf(updatedAt).zh} 改过，还没有重新申报`,
              en: `returned ${back.en}, changed ${momentOf(updatedAt).en}, not filed again yet`,
            })}
      </span>
      {reasons ? t({ zh: `；${reasons} 行有审核意见`, en: `; remarks on ${reasons} rows` }) : null}
      {note ? (
        <div className="soft">
          <Apart>{reviewer ? t({ zh: `${reviewer.name}：`, en: `${reviewer.name}: ` }) : ''}</Apart>
          <Theirs>{note}</Theirs>
        </div>
      ) : null}
    </div>
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

/** How far a form is that the unit has in hand, as the server scores what was saved, out of the full marks. */
function Progress({ form: { id, version, state } }: { form: SubmissionSummary }) {
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
  const { total, lost, unscored = '0', outOf, fullMarks = outOf, unwritten } = data.score;
  return (
    <div className="so-far">
      <LedgerBar won={total} lost={lost} open={unscored} unwritten={unwritten} isThin />
      <div className="small muted">
        {t({ zh: `暂计 ${total} / ${fullMarks}`, en: `${total} of ${fullMarks} so far` })}
        {data.refusals.length > 0
          ? t({ zh: `，还差 ${data.refusals.length} 处`, en: `, ${data.refusals.length} to go` })
          : unwritten
            ? t({ zh: `，${unwritten} 分还没有填行`, en: `, no rows yet for ${unwritten}` })
            : state === 'draft'
              ? t({ zh: '，可以申报', en: ', ready to file' })
              : null}
      </div>
    </div>
  );
}
