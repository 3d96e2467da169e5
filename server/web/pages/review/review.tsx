/** A filed form under review: its lines in the middle, what they amount to at the right, the decision at the foot. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { FilingComparison } from '../../../../schemas/generated/types.ts';
import { ApiProblem, call, refusalCode } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { forgetReviewed, keepReviewed, type Reviewed, readReviewed } from '../../data/review.ts';
import { useRight } from '../../data/session.ts';
import { searchOf, useAddressQuery, withValue } from '../../parts/address-query.ts';
import { RightPane, WorkPane } from '../../parts/panes.tsx';
import { Current } from './current.tsx';
import { Decide } from './decide.tsx';
import { type Body, ReviewDraft, type Sent } from './draft.ts';
import { FormFindings } from './form-findings.tsx';
import { Head } from './head.tsx';
import { useReviewKeys } from './keys.ts';
import { firstLine, groupsOf, isShow, linesOf, type Show, usualShow } from './lines.ts';
import type { Neighbours } from './neighbours.ts';
import { Lines } from './table.tsx';
import { Totals } from './totals.tsx';
import { Written } from './written.tsx';

/** Sends what is typed, and tells what came of it. */
async function send(submission: string, etag: string | undefined, body: Body): Promise<Sent> {
  try {
    const { value, etag: next } = await call('reviewSubmission', {
      path: { submission },
      headers: { 'If-Match': etag ?? '' },
      body,
    });
    void changed('listSubmissions');
    return { kind: 'kept', etag: next, review: value };
  } catch (error) {
    if (refusalCode(error) === 'version-changed') return { kind: 'changed' };
    const diagnostics = error instanceof ApiProblem ? error.problem.diagnostics : undefined;
    return diagnostics ? { kind: 'unusable', diagnostics, error } : { kind: 'failed', error };
  }
}

/** What is typed is kept as one goes; what was read before is not what is there then. */
async function leave(submission: string, draft: ReviewDraft): Promise<void> {
  await draft.save();
  if (draft.total() !== undefined) forgetReviewed(submission);
}

const readOf = ({ etag, comparison }: Reviewed) => ({
  rows: comparison?.rows ?? [],
  note: comparison?.review?.note ?? '',
  etag,
});

export function Review({
  reviewed,
  comparison,
  neighbours,
}: {
  reviewed: Reviewed;
  comparison: FilingComparison;
  neighbours: Neighbours;
}) {
  const t = useT();
  const { record } = reviewed;
  const [query, change] = useAddressQuery();
  const isReviewer = useRight('review-forms');
  const isOpen = isReviewer && record.state === 'filed';
  const [draft] = useState(
    () => new ReviewDraft(readOf(reviewed), (etag, body) => send(record.id, etag, body)),
  );
  useEffect(() => () => void leave(record.id, draft), [draft, record.id]);
  useLeaving(draft);
  const { rows } = comparison;
  const usual = useMemo(() => usualShow(rows), [rows]);
  const show: Show = isShow(query.show) ? query.show : usual;
  const lines = useMemo(() => linesOf(rows, show), [rows, show]);
  const groups = useMemo(() => groupsOf(rows, lines), [rows, lines]);
  const current = lines.find(({ line }) => line === query.line) ?? firstLine(lines);
  const table = useRef<HTMLDivElement>(null);
  const goTo = (line: string) => change(withValue(query, 'line', line), true);
  const goToAny = (line: string) => {
    const isShown = lines.some((one) => one.line === line);
    change({ ...query, line, ...(isShown ? {} : { show: 'all' }) }, true);
  };
  const narrowing = withValue(withValue(query, 'line', undefined), 'show', undefined);
  const search = searchOf(narrowing);
  const keys = useReviewKeys({ draft, isOpen, lines, current, goTo, table, neighbours, search });
  const latest = useRef({ goTo, move: keys.move });
  latest.current = { goTo, move: keys.move };
  const take = useCallback((line: string) => latest.current.goTo(line), []);
  const move = useCallback<typeof keys.move>((by, cell) => latest.current.move(by, cell), []);
  const readAgain = async () => {
    const read = await readReviewed(record.id);
    keepReviewed(record.id, read);
    draft.rebase(readOf(read));
  };
  return (
    <>
      <WorkPane label={t({ zh: '逐行复核', en: 'Line by line' })} className="review-work">
        <Head
          record={record}
          comparison={comparison}
          show={show}
          choose={(next) => change(withValue(query, 'show', next), true)}
          draft={draft}
          search={search}
        />
        <Written record={record} number={comparison.number} />
        <Lines
          boxRef={table}
          groups={groups}
          rows={rows}
          show={show}
          draft={draft}
          isOpen={isOpen}
          current={current?.line}
          take={take}
          move={move}
        />
        <Decide
          record={record}
          comparison={comparison}
          draft={draft}
          isOpen={isOpen}
          neighbours={neighbours}
          query={narrowing}
          keys={keys}
          readAgain={readAgain}
        />
      </WorkPane>
      <RightPane label={t({ zh: '合计与当前行', en: 'Totals and the line' })} className="review-side">
        <Totals comparison={comparison} draft={draft} />
        {current ? (
          <Current
            key={current.line}
            submission={record.id}
            number={comparison.number}
            row={current}
            draft={draft}
            isOpen={isOpen}
            rows={rows}
          />
        ) : null}
        <FormFindings comparison={comparison} counts={record.findings} goTo={goToAny} />
      </RightPane>
    </>
  );
}

/** What is typed is kept before the page is left; the browser asks where it could not be. */
function useLeaving(draft: ReviewDraft): void {
  const standing = useSyncExternalStore(draft.subscribe, draft.standing);
  useEffect(() => {
    const { kind } = standing;
    if (kind === 'clean' || kind === 'saved') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [standing]);
}
