/** The left: a search, how far one is, and the groups with their points. */
import { type ReactNode, useState } from 'react';
import type { FormLine, Preview, PreviewLine } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { signed } from '../../parts/points.tsx';
import { type Shape, StateShape } from '../../parts/state-shape.tsx';
import { NothingFound } from '../../parts/states.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { useFormPage } from './context.tsx';
import { type Layout, pathOf, viewOfLine } from './layout.ts';
import { usePreview } from './said.ts';
import { ViewName } from './work.tsx';

/** Lines by their id, as the last answer has them. */
type Lines = ReadonlyMap<string, PreviewLine>;

export function Tree() {
  const t = useT();
  const [words, setWords] = useState('');
  const [isOpenOnly, setOpenOnly] = useState(false);
  const { layout, session } = useFormPage();
  const { whole } = usePreview(session.scores);
  const lines: Lines = new Map(whole?.lines.map((line) => [line.id, line]));
  const leaves = [...layout.lines.values()].filter(({ shape }) => shape === 'leaf');
  const missing = leaves.filter(({ id }) => isMissing(lines, id));
  const found = leaves.filter((line) => isNamed(layout, line, words.trim()));
  const listed = words.trim() === '' ? (isOpenOnly ? missing : undefined) : found;
  return (
    <>
      <div className="ts">
        <span className="inp">
          <Icon name="search" className="muted lead" />
          <input
            type="search"
            value={words}
            placeholder={t({ zh: '找指标或填报项', en: 'Find a line or an input' })}
            aria-label={t({ zh: '找指标或填报项', en: 'Find a line or an input' })}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </span>
      </div>
      <Progress
        whole={whole}
        done={leaves.filter(({ id }) => !isMissing(lines, id)).length}
        open={missing.length}
      >
        <Button look="text" size="small" onPress={() => setOpenOnly(!isOpenOnly)}>
          {isOpenOnly ? t({ zh: '看全部', en: 'All' }) : t({ zh: '只看未填', en: 'Only open ones' })}
        </Button>
      </Progress>
      {listed ? (
        <ul className="tree">
          {listed.map((line) => (
            <Leaf key={line.id} line={line} now={lines.get(line.id)} />
          ))}
          {listed.length === 0 && words.trim() !== '' ? (
            <li className="none">
              <NothingFound
                words={words}
                among={t({
                  zh: `找过 ${leaves.length} 项指标。`,
                  en: `${leaves.length} lines were searched.`,
                })}
                clear={() => setWords('')}
              />
            </li>
          ) : null}
        </ul>
      ) : (
        <Groups lines={lines} />
      )}
    </>
  );
}

const isMissing = (lines: Lines, id: string): boolean => lines.get(id)?.status === 'missing';

/** Whether a line or one of its inputs has these words in its name. */
const isNamed = ({ inputs }: Layout, line: FormLine, words: string): boolean =>
  [line.name, ...line.inputs.map((id) => inputs.get(id)?.name ?? '')].some((name) =>
    name.toLowerCase().includes(words.toLowerCase()),
  );

function Progress({
  whole,
  done,
  open,
  children,
}: {
  whole: Preview | undefined;
  /** How many lines are scored, and how many are not yet. */
  done: number;
  open: number;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className="tp">
      <div className="row between small">
        <span className="soft">
          {whole
            ? t({ zh: `已填 ${done} 项，未填 ${open} 项`, en: `${done} entered, ${open} to go` })
            : t({ zh: '正在计分', en: 'scoring' })}
        </span>
        {children}
      </div>
      <div className="bar thin prog" aria-hidden="true">
        <i className="w" style={{ flex: `${done} 1 0px` }} />
        <i className="n" style={{ flex: `${open} 1 0px` }} />
      </div>
    </div>
  );
}

/** The first level; of it only the group in work is open. */
function Groups({ lines }: { lines: Lines }) {
  const { layout, view, show } = useFormPage();
  const inWork = layout.views.find(({ id }) => id === view)?.group;
  const top = pathOf(layout, inWork)[0]?.id;
  const rest = layout.views.filter(({ group }) => !group);
  return (
    <ul className="tree">
      {(layout.below.get('') ?? []).map((line) => (
        <Branch key={line.id} line={line} lines={lines} isOpen={line.id === top} />
      ))}
      {rest.map((one) => (
        <li key={one.id} className={`l1 ${one.id === view ? 'cur' : ''}`}>
          <button
            type="button"
            aria-current={one.id === view ? 'true' : undefined}
            onClick={() => show(one.id)}
          >
            <span className="tw" />
            <span className="grow">
              <ViewName view={one} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const leavesBelow = (layout: Layout, line: FormLine): FormLine[] =>
  line.shape === 'leaf'
    ? [line]
    : (layout.below.get(line.id) ?? []).flatMap((child) => leavesBelow(layout, child));

function Branch({ line, lines, isOpen }: { line: FormLine; lines: Lines; isOpen: boolean }) {
  const t = useT();
  const { layout, show } = useFormPage();
  const leaves = leavesBelow(layout, line);
  const missing = leaves.filter(({ id }) => isMissing(lines, id));
  const done = leaves.length - missing.length;
  const shape: Shape = missing.length === 0 ? 'done' : done > 0 ? 'begun' : 'empty';
  const go = () => show(viewOfLine(layout, line.id) ?? line.id);
  return (
    <>
      <li className="l1">
        <button type="button" aria-expanded={isOpen} onClick={go}>
          <span className="tw">
            <Icon name={isOpen ? 'down' : 'right'} />
          </span>
          <StateShape shape={shape} />
          <span className="grow">
            <Theirs>{line.name}</Theirs>
          </span>
          <span className="pr">
            {t({ zh: `${done}/${leaves.length} 项`, en: `${done}/${leaves.length}` })}
          </span>
          <PointsOf line={line} now={lines.get(line.id)} />
        </button>
      </li>
      {isOpen ? <Inside line={line} lines={lines} /> : null}
    </>
  );
}

/** What is below a line: groups as small heads, lines below them. */
function Inside({ line, lines }: { line: FormLine; lines: Lines }) {
  const { layout } = useFormPage();
  return (layout.below.get(line.id) ?? []).map((child) =>
    child.shape === 'leaf' ? (
      <Leaf key={child.id} line={child} now={lines.get(child.id)} />
    ) : (
      <Inner key={child.id} line={child} lines={lines} />
    ),
  );
}

function Inner({ line, lines }: { line: FormLine; lines: Lines }) {
  const { layout, show, view } = useFormPage();
  const own = viewOfLine(layout, line.id) ?? line.id;
  return (
    <>
      <li className={`l2 ${view === line.id ? 'in' : ''}`}>
        <button type="button" aria-current={view === line.id ? 'true' : undefined} onClick={() => show(own)}>
          <span className="grow">
            <Theirs>{line.name}</Theirs>
          </span>
          <PointsOf line={line} now={lines.get(line.id)} />
        </button>
      </li>
      <Inside line={line} lines={lines} />
    </>
  );
}

function Leaf({ line, now }: { line: FormLine; now: PreviewLine | undefined }) {
  const { go, at } = useFormPage();
  const shape: Shape = !now || now.status === 'missing' ? 'empty' : 'done';
  return (
    <li className={`l3 ${at === line.id ? 'cur' : ''}`}>
      <button
        type="button"
        aria-current={at === line.id ? 'true' : undefined}
        onClick={() => go({ indicator: line.id, inputs: line.inputs })}
      >
        <StateShape shape={shape} />
        <span className="grow ell" title={line.name}>
          <Theirs>{line.name}</Theirs>
        </span>
        <PointsOf line={line} now={now} />
      </button>
    </li>
  );
}

function PointsOf({ line, now }: { line: FormLine; now: PreviewLine | undefined }) {
  const t = useT();
  return (
    <span className="pt">
      {now?.status === 'missing' ? (
        <span className="muted">{t({ zh: '缺数据', en: 'no data' })}</span>
      ) : (
        signed(now?.points ?? '')
      )}
      {line.weight ? <i>/{line.weight}</i> : null}
    </span>
  );
}
