/** Declared indicators in one table: rows under their groups, added, removed, moved and pasted. */
import { type KeyboardEvent, memo, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Bilingual, useT } from '../../data/language.ts';
import { useForm, useRows } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { isSome, Points } from '../../parts/points.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Quoting, Theirs } from '../../parts/theirs.tsx';
import { useFormPage, useSaid } from './context.tsx';
import { gridKey } from './grid-keys.ts';
import { wrongWeight } from './groups.ts';
import { spaceless, type TableHead } from './layout.ts';
import { readBlock } from './paste.ts';
import { type Pasted, pasteInto } from './paste-rows.ts';
import { PastedStrip } from './pasted-strip.tsx';
import { Row } from './row.tsx';
import { addRowBelow, declared, kindOf, rowCell } from './rows.ts';

export function DeclaredTable({ heads }: { heads: readonly TableHead[] }) {
  const t = useT();
  const store = useForm();
  const { layout, isReadOnly, withClaims } = useFormPage();
  const keys = useRows(declared);
  const [pasted, setPasted] = useState<Pasted>();
  const under = useUnder(keys);
  const lost = keys.filter((_, index) => !layout.kinds.has(spaceless(under[index]!)));
  const paste = useCallback(
    (text: string | undefined, field: Element): boolean => {
      const block = readBlock(text ?? '');
      if (isReadOnly || !block) return false;
      setPasted(pasteInto(store, layout, heads, block, field));
      return true;
    },
    [store, layout, heads, isReadOnly],
  );
  usePasteAnywhere(paste);
  return (
    <section className="card" aria-label={t({ zh: '绩效目标', en: 'Declared indicators' })}>
      <div className="hd">
        <h2>{t({ zh: '绩效指标', en: 'Declared indicators' })}</h2>
        <span className="muted s13">{t({ zh: `${keys.length} 行`, en: `${keys.length} rows` })}</span>
        <span className="grow" />
        {isReadOnly ? null : (
          <span className="small muted">
            {t({
              zh: '目标值照写，如 ≥95%、不少于150人、12月底前。从 Excel、Word 复制后，按 ',
              en: 'Write targets as they are, as ≥95%. Copied from Excel or Word, press ',
            })}
            <kbd>Ctrl</kbd> <kbd>V</kbd>
            {t({ zh: ' 贴入；末行按 ', en: ' to paste; in the last row ' })}
            <kbd>Enter</kbd>
            {t({ zh: ' 加一行', en: ' adds one' })}
          </span>
        )}
      </div>
      {pasted ? <PastedStrip pasted={pasted} close={() => setPasted(undefined)} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears keys and pastes of the fields in it. */}
      <div
        className="grid-box"
        onPaste={(event) => {
          const isTaken = paste(event.clipboardData.getData('text/plain'), event.target as Element);
          if (isTaken) event.preventDefault();
        }}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => gridKey(event, store, isReadOnly)}
      >
        <table className={`ft ${withClaims ? 'claims' : ''}`}>
          <Head />
          <tbody>
            {heads.map((head) => (
              <Group
                key={head.head.id}
                head={head}
                keys={keys.filter((_, index) => isOf(head, layout.kinds.get(spaceless(under[index]!))?.id))}
              />
            ))}
            {lost.map((key) => (
              <Row key={key} row={key} number={keys.indexOf(key) + 1} head={undefined} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Whether a block pasted there can only be meant for the table: no field is chosen, or one that holds a single value. */
const isForTable = (target: Element): boolean =>
  target === document.body || (target.matches('.mid input') && !target.closest('.grid-box'));

/** A block that is pasted outside of the table goes below the rows there are. */
function usePasteAnywhere(paste: (text: string | undefined, field: Element) => boolean): void {
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      if (!isForTable(event.target as Element)) return;
      if (paste(event.clipboardData?.getData('text/plain'), document.body)) event.preventDefault();
    };
    document.addEventListener('paste', hear);
    return () => document.removeEventListener('paste', hear);
  }, [paste]);
}

const isOf = ({ kinds }: TableHead, kind: string | undefined): boolean => kinds.some(({ id }) => id === kind);

/** What each row goes under: drawn anew when one of these changes, and for nothing else. */
function useUnder(keys: readonly string[]): readonly string[] {
  const store = useForm();
  const subscribe = (listener: () => void) => {
    const stops = keys.map((key) => store.onCell(rowCell(key, 'under'), listener));
    return () => {
      for (const stop of stops) stop();
    };
  };
  const all = useSyncExternalStore(subscribe, () =>
    JSON.stringify(keys.map((key) => String(store.value(rowCell(key, 'under')) ?? ''))),
  );
  return JSON.parse(all) as string[];
}

const columns: readonly { look: string; name: Bilingual; isTold?: boolean; isClaim?: boolean }[] = [
  { look: 'c-no', name: { zh: '行', en: 'Row' }, isTold: true },
  { look: 'c-kind', name: { zh: '二级指标', en: 'Group' } },
  { look: 'c-name', name: { zh: '三级指标', en: 'Indicator' } },
  { look: 'c-cell', name: { zh: '年度指标值', en: 'Target' } },
  { look: 'c-cell', name: { zh: '实际完成值', en: 'Achieved' } },
  { look: 'num c-weight', name: { zh: '分值', en: 'Weight' } },
  { look: 'num c-weight', name: { zh: '自评', en: 'Claimed' }, isClaim: true },
  { look: 'num c-points', name: { zh: '得分', en: 'Points' } },
  { look: 'num c-lost', name: { zh: '失分', en: 'Lost' } },
  { look: 'c-reason', name: { zh: '偏差原因和改进措施', en: 'Reason and remedy' } },
  { look: 'c-tools', name: { zh: '移动、删除', en: 'Move, remove' }, isTold: true },
];

/** The heads of the columns; those that are told only stand there for who does not see. */
function Head() {
  const t = useT();
  const { withClaims } = useFormPage();
  return (
    <thead>
      <tr>
        {columns
          .filter(({ isClaim }) => withClaims || !isClaim)
          .map(({ look, name, isTold }) => (
            <th key={name.zh} scope="col" className={look}>
              {isTold ? <span className="vh">{t(name)}</span> : t(name)}
            </th>
          ))}
      </tr>
    </thead>
  );
}

const Group = memo(
  function Group({ head, keys }: { head: TableHead; keys: readonly string[] }) {
    const store = useForm();
    return (
      <>
        <GroupHead head={head} keys={keys} />
        {keys.map((key) => (
          <Row key={key} row={key} number={store.rows(declared).indexOf(key) + 1} head={head} />
        ))}
      </>
    );
  },
  (one, other) => one.head === other.head && one.keys.join() === other.keys.join(),
);

function GroupHead({ head: { head, kinds }, keys }: { head: TableHead; keys: readonly string[] }) {
  const t = useT();
  const store = useForm();
  const page = useFormPage();
  const { layout, isReadOnly, withClaims, description } = page;
  const { line, said } = useSaid(head.id);
  const wrong = wrongWeight(said, page);
  const add = () => {
    const last = keys.at(-1);
    const kind = (last === undefined ? undefined : kindOf(store, layout, last)) ?? kinds[0]!;
    addRowBelow(store, last, kind.id);
  };
  return (
    <tr className="g" data-line={head.id}>
      <td />
      <td colSpan={4}>
        <span className="gh-name">
          <Theirs>{head.name}</Theirs>
        </span>
        {isReadOnly ? null : (
          <Button
            look="text"
            size="small"
            onPress={add}
            label={t({ zh: `${head.name}：加一行`, en: `${head.name}: add a row` })}
          >
            <Icon name="plus" />
            {t({ zh: '加一行', en: 'Add a row' })}
          </Button>
        )}
        {keys.length === 0 ? (
          <span className="muted small plain">
            {head.optional
              ? t({ zh: '没有填；本组可不评', en: 'nothing entered; this group may be left out' })
              : t({ zh: '还没有填', en: 'nothing entered' })}
          </span>
        ) : null}
        {wrong ? (
          <span className="lost small plain">
            <StateShape shape="error" /> <Quoting>{wrong.message}</Quoting>
          </span>
        ) : null}
      </td>
      <td className="num">
        {line && keys.length > 0 ? <Points value={line.weight} /> : null}
        {head.weight ? <span className="muted plain"> /{head.weight}</span> : null}
      </td>
      {withClaims ? <td /> : null}
      <td className="num">
        {line?.status === 'scored' && keys.length > 0 ? (
          <Points value={line.points} decimals={description.decimals} />
        ) : null}
      </td>
      <td className="num lost">
        {isSome(line?.lost) ? <Points value={`-${line?.lost}`} decimals={description.decimals} /> : null}
      </td>
      <td colSpan={2} />
    </tr>
  );
}
