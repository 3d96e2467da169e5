/** What an entry recorded: what changed, in words, with the hashes that auditors follow. */
import type { ReactNode } from 'react';
import type { LogEntry } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { type WordList, word } from '../../data/words.ts';
import { Theirs } from '../../parts/theirs.tsx';

/** Which list a state's words are in, by what it is the state of. */
const states: { readonly [kind: string]: WordList } = {
  submission: 'submissionState',
  edition: 'rulebookStatus',
  draft: 'draftState',
  job: 'jobState',
};

/** Which list the words of a field are in. */
function listOf(field: string, { about: { kind }, action }: LogEntry): WordList | undefined {
  if (field === 'state')
    return kind === 'task' ? (action.startsWith('excuse.') ? 'excuseState' : 'taskState') : states[kind];
  if (field === 'kind') return kind === 'job' ? 'jobKind' : 'unitKind';
  return ({ role: 'role', subject: 'subject', by: 'signInWay' } as const)[field];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function Recorded({ entry }: { entry: LogEntry }) {
  const t = useT();
  const before = (entry.before ?? {}) as Record<string, unknown>;
  const after = (entry.after ?? {}) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !isSame(before[field], after[field]),
  );
  return (
    <>
      <dl className="recorded">
        {fields.map((field) => (
          <div key={field}>
            <dt>{t(word('logField', field))}</dt>
            <dd>
              {entry.before && field in before ? (
                <>
                  <Value entry={entry} field={field} value={before[field]} />
                  <span aria-hidden="true"> → </span>
                  <span className="vh">{t({ zh: '改为', en: 'changed to' })}</span>
                </>
              ) : null}
              <Value entry={entry} field={field} value={after[field]} />
            </dd>
          </div>
        ))}
      </dl>
      <dl className="recorded hashes">
        <Id name={t({ zh: '标识', en: 'Id' })} value={entry.about.id} />
        <Id name={t({ zh: '前一条的摘要', en: 'Hash of the one before' })} value={entry.previous} />
        <Id name={t({ zh: '本条的摘要', en: 'Hash of this one' })} value={entry.hash} />
      </dl>
    </>
  );
}

const Id = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd className="id">{value}</dd>
  </div>
);

interface Told {
  entry: LogEntry;
  field: string;
  value: unknown;
}

function Value({ entry, field, value }: Told): ReactNode {
  const t = useT();
  if (value === undefined || value === null) return <span className="muted">—</span>;
  if (typeof value === 'boolean') return t(word('yesNo', String(value)));
  if (Array.isArray(value))
    return value.length === 0 ? (
      <span className="muted">—</span>
    ) : (
      <span className="list">
        {value.map((one, index) => (
          <span key={typeof one === 'string' ? one : index}>
            <Value entry={entry} field={field} value={one} />
          </span>
        ))}
      </span>
    );
  if (typeof value === 'object') return <Parts entry={entry} value={value} />;
  const text = String(value);
  const known = entry.named.find(({ id }) => id === text);
  if (known)
    return (
      <span title={text}>
        <Theirs>{known.name}</Theirs>
      </span>
    );
  if (field === 'password') return t({ zh: '已换', en: 'changed' });
  const list = listOf(field, entry);
  if (list) return t(word(list, text));
  return /^[0-9a-f-]{32,}$/.test(text) ? <span className="id">{text}</span> : <Theirs>{text}</Theirs>;
}

/** What has parts, as a review with its total. */
function Parts({ entry, value }: { entry: LogEntry; value: object }) {
  const t = useT();
  return (
    <span className="list">
      {Object.entries(value).map(([field, one]) => (
        <span key={field}>
          <span className="muted">{t(word('logField', field))}</span>{' '}
          <Value entry={entry} field={field} value={one} />
        </span>
      ))}
    </span>
  );
}
