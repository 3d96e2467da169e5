/** The foot: whether what is typed is kept, what is still owed, the keys, and the decision, said before it is made. */
import { useState, useSyncExternalStore } from 'react';
import type { FilingComparison, SubmissionRecord } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { clockOf, momentOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import type { Query } from '../../parts/address-query.ts';
import { Button } from '../../parts/button.tsx';
import { usePageKeys } from '../../parts/keys.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { Told } from '../../parts/states.tsx';
import { Decision } from './decision.tsx';
import type { ReviewDraft } from './draft.ts';
import type { ReviewKeys } from './keys.ts';
import { owesReason } from './lines.ts';
import type { Neighbours } from './neighbours.ts';
import { useToReview } from './to-review.ts';

const keyList = [
  { keys: ['J', 'K'], does: { zh: '上下行', en: 'lines' } },
  { keys: ['E'], does: { zh: '改分', en: 'score' } },
  { keys: ['A'], does: { zh: '采用复算', en: 'take recomputed' } },
  { keys: ['R'], does: { zh: '写理由', en: 'reason' } },
  { keys: ['C'], does: { zh: '批注', en: 'remark' } },
  { keys: ['N'], does: { zh: '下一张', en: 'next form' } },
  { keys: ['P'], does: { zh: '上一张', en: 'form before' } },
  { keys: ['/'], does: { zh: '查找', en: 'search' } },
  { keys: ['Esc'], does: { zh: '离开格子', en: 'leave a cell' } },
  { keys: ['F6'], does: { zh: '换栏', en: 'next pane' } },
] as const;

/** Those that stand in the foot; the others are shown by `?`. */
const few = ['J', 'E', 'R', 'N'];

export function Decide({
  record,
  comparison,
  draft,
  isOpen,
  neighbours,
  query,
  keys,
  readAgain,
}: {
  record: SubmissionRecord;
  comparison: FilingComparison;
  draft: ReviewDraft;
  isOpen: boolean;
  neighbours: Neighbours;
  /** What narrows the queue. */
  query: Query;
  keys: ReviewKeys;
  readAgain: () => Promise<void>;
}) {
  const t = useT();
  const [deciding, setDeciding] = useState<'return' | 'accept'>();
  const [isWhole, setWhole] = useState(false);
  usePageKeys({ '?': () => setWhole(!isWhole) });
  const entries = useSyncExternalStore(draft.subscribe, draft.entries);
  const owed = comparison.rows.filter(
    (row) => row.leaf && owesReason(row, entries.get(row.line) ?? {}),
  ).length;
  const next = neighbours.next !== undefined;
  const toReview = useToReview(record.id, query);
  return (
    <>
      <Changed draft={draft} readAgain={readAgain} />
      {deciding ? (
        <Decision
          kind={deciding}
          record={record}
          comparison={comparison}
          draft={draft}
          toReview={toReview}
          query={query}
          close={() => setDeciding(undefined)}
        />
      ) : null}
      {isWhole ? (
        <div className="all-keys" role="note" aria-label={t({ zh: '按键', en: 'Keys' })}>
          {keyList.map(({ keys: of, does }) => (
            <Key key={does.en} keys={of} does={t(does)} />
          ))}
        </div>
      ) : null}
      <div className="foot">
        <span className="small soft keys">
          {keyList
            .filter(({ keys: [first] }) => few.includes(first))
            .map(({ keys: of, does }) => (
              <Key key={does.en} keys={of} does={t(does)} />
            ))}
          <Button look="text" size="small" expanded={isWhole} onPress={() => setWhole(!isWhole)}>
            <kbd>?</kbd> {t({ zh: '按键', en: 'keys' })}
          </Button>
        </span>
        {isOpen ? (
          <>
            <Kept draft={draft} />
            {owed > 0 ? (
              <span className="s13 warn nowrap" id="owed">
                <StateShape shape="warning" label={null} />{' '}
                {t({
                  zh: `${owed} 行与自评不同，没写理由`,
                  en: `${owed} lines differ and give no reason`,
                })}
              </span>
            ) : null}
            <Button look="danger" onPress={() => setDeciding('return')} expanded={deciding === 'return'}>
              {t({ zh: '退回修改', en: 'Return' })}
            </Button>
            <Button
              look={deciding ? 'plain' : 'primary'}
              onPress={() => setDeciding('accept')}
              expanded={deciding === 'accept'}
              describedBy={owed > 0 ? 'owed' : undefined}
            >
              {t({ zh: '接受', en: 'Accept' })}
            </Button>
          </>
        ) : (
          <>
            <span className="s13 soft nowrap">
              {t(word('submissionState', record.state))}
              {comparison.review
                ? ` · ${comparison.review.reviewer?.name ?? ''} ${t(momentOf(comparison.review.updatedAt))}`
                : ''}
            </span>
            {next ? (
              <Button onPress={keys.next}>
                {t({ zh: '下一张', en: 'Next form' })} <kbd>N</kbd>
              </Button>
            ) : null}
          </>
        )}
      </div>
    </>
  );
}

const Key = ({ keys, does }: { keys: readonly string[]; does: string }) => (
  <span className="key">
    {keys.map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}{' '}
    {does}
  </span>
);

/** Whether what is typed is kept. */
function Kept({ draft }: { draft: ReviewDraft }) {
  const t = useT();
  const standing = useSyncExternalStore(draft.subscribe, draft.standing);
  if (standing.kind === 'clean' || standing.kind === 'changed') return null;
  if (standing.kind === 'unusable' || standing.kind === 'failed')
    return (
      <span className="not-kept small lost" role="alert">
        <StateShape shape="error" label={null} />
        <Told error={standing.error} />
        <Button size="small" onPress={() => void draft.save()}>
          {t({ zh: '重试', en: 'Try again' })}
        </Button>
      </span>
    );
  return (
    <span className="saved nowrap" aria-live="polite">
      {standing.kind === 'saved'
        ? t({ zh: `已保存 ${clockOf(standing.at, true)}`, en: `Kept ${clockOf(standing.at, true)}` })
        : standing.kind === 'saving'
          ? t({ zh: '正在保存', en: 'Keeping' })
          : t({ zh: '未保存', en: 'Not kept yet' })}
    </span>
  );
}

/** Somebody else changed the form meanwhile: nothing was written over, and nothing typed is lost. */
function Changed({ draft, readAgain }: { draft: ReviewDraft; readAgain: () => Promise<void> }) {
  const t = useT();
  const standing = useSyncExternalStore(draft.subscribe, draft.standing);
  const [isPending, setPending] = useState(false);
  if (standing.kind !== 'changed') return null;
  const read = () => {
    setPending(true);
    void readAgain().finally(() => setPending(false));
  };
  return (
    <div className="note warn changed" role="alert">
      <StateShape shape="warning" label={null} />
      <span className="grow">
        {t({
          zh: '这张表刚被别人改过。你写的都在，还没有保存，也没有覆盖别人的。取来最新的之后，你改过的行仍用你的。',
          en: 'Somebody else has just changed this form. What you typed is here, not kept yet, and nothing was written over. Once the latest is fetched, the lines you changed stay yours.',
        })}
      </span>
      <Button size="small" isPending={isPending} onPress={read}>
        {t({ zh: '取来最新的', en: 'Fetch the latest' })}
      </Button>
    </div>
  );
}
