/** The entries: who did what to what, by their names; what exactly was recorded is opened from each. */
import { useState } from 'react';
import type { LogEntry } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useRulebookTitle } from '../../data/rulebooks.ts';
import { clockOf, dayOf } from '../../data/times.ts';
import { word } from '../../data/words.ts';
import { Button } from '../../parts/button.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { Recorded } from './recorded.tsx';

export function Entries({
  entries,
  onAbout,
  onPerson,
}: { entries: readonly LogEntry[] } & Omit<EntryProps, 'entry'>) {
  const t = useT();
  return (
    <div className="card">
      <Table
        className="log-table"
        label={t({ zh: '日志', en: 'Log' })}
        head={
          <>
            <th scope="col" className="num">
              {t({ zh: '序号', en: 'No.' })}
            </th>
            <th scope="col">{t({ zh: '时间', en: 'When' })}</th>
            <th scope="col">{t({ zh: '谁', en: 'Who' })}</th>
            <th scope="col">{t({ zh: '做了什么', en: 'What' })}</th>
            <th scope="col">{t({ zh: '关于', en: 'About' })}</th>
            <th scope="col" className="num">
              {t({ zh: '记录', en: 'Recorded' })}
            </th>
          </>
        }
      >
        {entries.map((entry) => (
          <Entry key={entry.seq} entry={entry} onAbout={onAbout} onPerson={onPerson} />
        ))}
      </Table>
    </div>
  );
}

interface EntryProps {
  entry: LogEntry;
  onAbout: (id: string) => void;
  onPerson: (id: string) => void;
}

function Entry({ entry, onAbout, onPerson }: EntryProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td className="num muted">{entry.seq}</td>
        <td className="nowrap">
          {t(dayOf(entry.at))} {clockOf(entry.at, true)}
        </td>
        <td className="nowrap">
          <Who entry={entry} onPerson={onPerson} />
        </td>
        <td className="nowrap">{t(word('logAction', entry.action))}</td>
        <td className="about">
          <About entry={entry} onAbout={onAbout} />
        </td>
        <td className="num">
          <Button
            look="text"
            size="small"
            expanded={isOpen}
            label={t({ zh: `第 ${entry.seq} 条的记录`, en: `What entry ${entry.seq} recorded` })}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? t({ zh: '收起', en: 'Close' }) : t({ zh: '看记录', en: 'See it' })}
          </Button>
        </td>
      </tr>
      {isOpen ? (
        <tr className="opened">
          <td colSpan={6}>
            <Recorded entry={entry} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Who did it; whoever signs in is not yet anybody to the log. */
function whoOf({ who, action, about }: LogEntry): LogEntry['who'] {
  return who ?? (action === 'session.opened' ? { id: about.id, name: about.name ?? about.id } : undefined);
}

function Who({ entry, onPerson }: Pick<EntryProps, 'entry' | 'onPerson'>) {
  const t = useT();
  const who = whoOf(entry);
  if (!who) return <span className="muted">{t({ zh: '系统', en: 'the system' })}</span>;
  const isGone = who.name === who.id;
  const name = isGone ? t({ zh: '已删除的人员', en: 'a person since removed' }) : who.name;
  return (
    <Button
      look="text"
      size="small"
      label={t({ zh: `只看${name}做的`, en: `Only what ${name} did` })}
      onPress={() => onPerson(who.id)}
    >
      <Theirs>{name}</Theirs>
    </Button>
  );
}

function About({ entry: { about }, onAbout }: Pick<EntryProps, 'entry' | 'onAbout'>) {
  const t = useT();
  const titleOf = useRulebookTitle();
  const { kind, id, name, unit, rulebook, edition, year, gone } = about;
  const title = rulebook && edition ? titleOf({ rulebook, edition }) : undefined;
  const kindName = t(word('logKind', kind));
  // What has no name of its own is called by its rulebook, else by what it is.
  const shown = name ?? title ?? kindName;
  const more = [
    ...(unit && unit.name !== shown ? [<Theirs key="unit">{unit.name}</Theirs>] : []),
    ...(year ? [<span key="year">{t({ zh: `${year} 年度`, en: `year ${year}` })}</span>] : []),
    ...(title && title !== shown ? [<Theirs key="rulebook">{title}</Theirs>] : []),
    ...(edition ? [<span key="edition">{t({ zh: `${edition} 版`, en: `edition ${edition}` })}</span>] : []),
    ...(gone ? [<span key="gone">{t({ zh: '已不在', en: 'no longer there' })}</span>] : []),
  ];
  return (
    <>
      <span className="row">
        <Button
          look="text"
          size="small"
          label={t({ zh: `只看关于${kindName}“${shown}”的`, en: `Only about the ${kindName} “${shown}”` })}
          onPress={() => onAbout(id)}
        >
          <Theirs>{shown}</Theirs>
        </Button>
        {shown === kindName ? null : <span className="tag">{kindName}</span>}
      </span>
      {more.length > 0 ? (
        <span className="small muted more-about">
          {more.flatMap((one, index) => (index === 0 ? [one] : [' · ', one]))}
        </span>
      ) : null}
    </>
  );
}
