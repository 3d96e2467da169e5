/** What is done to the chosen forms together: said and listed first, then done, each form for itself. */
import { useState } from 'react';
import type { BulkOutcome, QueueFacets } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { type Bilingual, useT } from '../../data/language.ts';
import { changed, useApi } from '../../data/queries.ts';
import { Button } from '../../parts/button.tsx';
import { LongTextField } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { Outcome } from './outcome.tsx';
import { most, type Selection } from './selection.ts';
import './bulk.css';

export type Work = 'accept' | 'return' | 'assign';

/** The one that takes forms back from whoever has them. */
const nobody = 'nobody';

const titles = {
  accept: { zh: '成批接受没有疑问的', en: 'Accept what is clean' },
  return: { zh: '按疑点退回', en: 'Return by a finding' },
  assign: { zh: '分给同事', en: 'Give to a colleague' },
} as const;

const doing: { readonly [work in Work]: (count: number) => Bilingual } = {
  accept: (count) => ({ zh: `接受这 ${count} 张`, en: `Accept these ${count}` }),
  return: (count) => ({ zh: `退回这 ${count} 张`, en: `Return these ${count}` }),
  assign: (count) => ({ zh: `分出这 ${count} 张`, en: `Give these ${count} away` }),
};

/** The bar that stands over the list while forms are chosen. */
export function BulkBar({
  selection,
  work,
  choose,
}: {
  selection: Selection;
  work: Work | undefined;
  choose: (work: Work | undefined) => void;
}) {
  const t = useT();
  const { size } = selection.ids;
  return (
    <div className="bulk-bar" role="status">
      <span className="b">{t({ zh: `已选 ${size} 张`, en: `${size} chosen` })}</span>
      {size > most ? (
        <span className="warn small">
          {t({ zh: `一次至多办 ${most} 张`, en: `at most ${most} can be done at a time` })}
        </span>
      ) : (
        (['accept', 'return', 'assign'] as const).map((one) => (
          <Button key={one} size="small" onPress={() => choose(one)} expanded={work === one}>
            {t(titles[one])}
          </Button>
        ))
      )}
      <Button
        look="text"
        size="small"
        onPress={() => {
          choose(undefined);
          selection.clear();
        }}
      >
        {t({ zh: '不选了', en: 'Choose none' })}
      </Button>
    </div>
  );
}

export function BulkWork({
  work,
  selection,
  facets,
  close,
}: {
  work: Work;
  selection: Selection;
  facets: QueueFacets | undefined;
  close: () => void;
}) {
  const t = useT();
  const [finding, setFinding] = useState<string>();
  const [reason, setReason] = useState('');
  const [assignee, setAssignee] = useState<string>();
  const [outcome, setOutcome] = useState<BulkOutcome>();
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const submissions = [...selection.ids];
  const isReady =
    work === 'accept' ||
    (work === 'return' ? finding !== undefined && reason.trim() !== '' : assignee !== undefined);
  const does = (preview: boolean): Promise<BulkOutcome> => {
    if (work === 'accept') return ask('acceptSubmissions', { body: { submissions, preview } });
    if (work === 'return')
      return ask('returnSubmissions', {
        body: { submissions, preview, finding: finding ?? '', reason: reason.trim() },
      });
    const whom = assignee === undefined || assignee === nobody ? {} : { assigneeId: assignee };
    return ask('assignSubmissions', { body: { submissions, preview, ...whom } });
  };
  const run = async (preview: boolean) => {
    setPending(true);
    setFailure(undefined);
    try {
      const done = await does(preview);
      setOutcome(done);
      if (preview) return;
      // What was not done stays chosen.
      selection.set(done.rows.filter((row) => row.outcome === 'refused').map((row) => row.submissionId));
      await changed('listSubmissions');
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  };
  const other = () => setOutcome(undefined);
  return (
    <section className="bulk-work" aria-label={t(titles[work])}>
      <div className="row between">
        <h2 className="b">{t(titles[work])}</h2>
        <Button look="text" size="small" onPress={close}>
          {t({ zh: '关闭', en: 'Close' })}
        </Button>
      </div>
      {work === 'return' ? (
        <Returning
          facets={facets}
          finding={finding}
          choose={(chosen) => {
            setFinding(chosen);
            other();
          }}
          reason={reason}
          write={(text) => {
            setReason(text);
            other();
          }}
        />
      ) : null}
      {work === 'assign' ? (
        <Colleagues
          value={assignee}
          choose={(chosen) => {
            setAssignee(chosen);
            other();
          }}
        />
      ) : null}
      {failure === undefined ? null : <Failed error={failure} />}
      {outcome ? <Outcome outcome={outcome} work={work} /> : null}
      {isPending && !outcome ? <Loading lines={2} /> : null}
      <div className="row">
        {outcome === undefined ? (
          <Button
            look="primary"
            size="small"
            isDisabled={!isReady}
            isPending={isPending}
            onPress={() => void run(true)}
          >
            {t({
              zh: `先看这 ${submissions.length} 张会怎样`,
              en: `See what becomes of these ${submissions.length}`,
            })}
          </Button>
        ) : outcome.preview && outcome.done > 0 ? (
          <Button
            look={work === 'return' ? 'danger' : 'primary'}
            size="small"
            isPending={isPending}
            onPress={() => void run(false)}
          >
            {t(doing[work](outcome.done))}
          </Button>
        ) : null}
        {!isReady ? (
          <span className="small muted">
            {work === 'return'
              ? t({ zh: '先选疑点、写理由', en: 'Choose a finding and write the reason first' })
              : t({ zh: '先选一个人', en: 'Choose somebody first' })}
          </span>
        ) : null}
      </div>
    </section>
  );
}

/** Which finding is returned, and the words for it. */
function Returning({
  facets,
  finding,
  choose,
  reason,
  write,
}: {
  facets: QueueFacets | undefined;
  finding: string | undefined;
  choose: (finding: string) => void;
  reason: string;
  write: (reason: string) => void;
}) {
  const t = useT();
  return (
    <div className="bulk-fields">
      <Select
        label={t({ zh: '哪种疑点', en: 'Which finding' })}
        options={(facets?.finding ?? []).map(({ value, title, count }) => ({
          id: value,
          name: `${title ? t(title) : value}（${count}）`,
        }))}
        value={finding}
        onChange={choose}
      />
      <LongTextField
        label={t({ zh: '理由，写在有这种疑点的每一行上', en: 'The reason, for each line that has it' })}
        value={reason}
        onChange={write}
        rows={2}
      />
    </div>
  );
}

function Colleagues({ value, choose }: { value: string | undefined; choose: (id: string) => void }) {
  const t = useT();
  const { data } = useApi('listReviewers', {});
  const people = (data?.items ?? []).map(({ id, name, unit, assigned }) => ({
    id,
    name: t({
      zh: `${name}，${unit.name}，在手 ${assigned} 张`,
      en: `${name}, ${unit.name}, ${assigned} in hand`,
    }),
  }));
  return (
    <div className="bulk-fields">
      <Select
        label={t({ zh: '分给', en: 'Give to' })}
        options={[...people, { id: nobody, name: t({ zh: '收回，不分给谁', en: 'nobody: take them back' }) }]}
        value={value}
        onChange={choose}
      />
    </div>
  );
}
