/** Returning or accepting, with what it does said before: no window over the page, a part of it. */
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { FilingComparison, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { call } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { forgetReviewed } from '../../data/review.ts';
import type { Query } from '../../parts/address-query.ts';
import { Button } from '../../parts/button.tsx';
import { LongTextField } from '../../parts/field.tsx';
import { Failed } from '../../parts/states.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import type { ReviewDraft } from './draft.ts';
import { leadOn, type ToReview } from './to-review.ts';

export function Decision({
  kind,
  record,
  comparison,
  draft,
  toReview,
  query,
  close,
}: {
  kind: 'return' | 'accept';
  record: SubmissionRecord;
  comparison: FilingComparison;
  draft: ReviewDraft;
  toReview: ToReview;
  /** What narrows the queue. */
  query: Query;
  close: () => void;
}) {
  const t = useT();
  const [, go] = useLocation();
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const entries = useSyncExternalStore(draft.subscribe, draft.entries);
  const note = useSyncExternalStore(draft.subscribe, draft.note);
  const total = useSyncExternalStore(draft.subscribe, draft.total);
  const isReturn = kind === 'return';
  // What is said of the total is of what is kept.
  useEffect(() => void draft.save(), [draft]);
  useEffect(() => {
    // The words that a return begins with; an acceptance needs none, only the press.
    box.current?.querySelector<HTMLElement>(isReturn ? 'textarea' : 'button[type=submit]')?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [isReturn]);
  const remarks = comparison.rows.flatMap(({ line, name }) => {
    const reason = entries.get(line)?.reason?.trim();
    return reason ? [{ line, name, reason }] : [];
  });
  const kept = total ?? comparison.reviewed ?? comparison.computed;
  const lacks = isReturn && remarks.length === 0;
  const decide = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending || lacks) return;
    setPending(true);
    setFailure(undefined);
    try {
      // What could not be kept is told in the foot, and nothing is decided.
      if (!(await draft.save())) return;
      const parts = { path: { submission: record.id }, headers: { 'If-Match': draft.etag ?? '' } };
      const said = note.trim() ? { note: note.trim() } : {};
      if (isReturn) {
        const rows = remarks.map(({ line, reason }) => ({ line, reason }));
        await call('returnSubmission', { ...parts, body: { rows, ...said } });
      } else await call('acceptSubmission', { ...parts, body: said });
      const outcome = isReturn ? 'returned' : 'accepted';
      const { place } = toReview;
      go(await leadOn(outcome, record, { total: draft.total() ?? kept, place, query }));
      forgetReviewed(record.id);
      await changed('listSubmissions');
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <form
      ref={box}
      className="decision"
      aria-label={isReturn ? t({ zh: '退回修改', en: 'Return' }) : t({ zh: '接受', en: 'Accept' })}
      onSubmit={(event) => void decide(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {isReturn ? (
        <>
          <p>
            {lacks
              ? t({
                  zh: '退回须至少在一行写明理由：到那一行按 R 写。',
                  en: 'A return needs a reason on at least one line: go there and press R.',
                })
              : t({
                  zh: `退回给${record.unit.name}修改，单位在行旁看到这 ${remarks.length} 条：`,
                  en: `${record.unit.name} will see these ${remarks.length} beside its lines:`,
                })}
          </p>
          <ul className="remarks">
            {remarks.map(({ line, name, reason }) => (
              <li key={line}>
                <b>
                  <Theirs>{name}</Theirs>
                </b>
                ：{reason}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {t({
            zh: `接受后这一版不再更改，复核总分 ${kept}（复算 ${comparison.computed}）。`,
            en: `Once accepted this filing stays as it is: reviewed total ${kept}, recomputed ${comparison.computed}.`,
          })}
        </p>
      )}
      <LongTextField
        label={
          isReturn
            ? t({ zh: '写给单位的一句话（可不写）', en: 'A sentence to the unit (optional)' })
            : t({ zh: '总的意见（可不写）', en: 'A remark (optional)' })
        }
        value={note}
        onChange={(text) => draft.typeNote(text)}
        rows={2}
      />
      {failure === undefined ? null : <Failed error={failure} />}
      <div className="row">
        <Button look={isReturn ? 'danger' : 'primary'} type="submit" isPending={isPending} isDisabled={lacks}>
          {isReturn
            ? t({ zh: '退回', en: 'Return it' })
            : toReview.hasMore
              ? t({ zh: '接受并看下一张', en: 'Accept and go on' })
              : t({ zh: '接受', en: 'Accept it' })}
        </Button>
        <Button look="text" onPress={close}>
          {t({ zh: '先不', en: 'Not yet' })} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  );
}
