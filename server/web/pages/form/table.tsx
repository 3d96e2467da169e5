/** Declared indicators in one table: rows under their groups, added, removed, moved and pasted. */
import { type ClipboardEvent, type KeyboardEvent, memo, useState, useSyncExternalStore } from 'react';
import { useT } from '../../data/language.ts';
import { useForm, useRows } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Points } from '../../parts/points.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { useFormPage, useSaid } from './context.tsx';
import { gridKey } from './grid-keys.ts';
import type { TableHead } from './layout.ts';
import { readBlock } from './paste.ts';
import { type Pasted, pasteInto } from './paste-rows.ts';
import { PastedStrip } from './pasted-strip.tsx';
import { Row } from './row.tsx';
import { declared, kindOf, newRowId, rowCell } from './rows.ts';

export function DeclaredTable({ heads }: { heads: readonly TableHead[] }) {
  const t = useT();
  const store = useForm();
  const { layout, isReadOnly, withClaims } = useFormPage();
  const keys = useRows(declared);
  const [pasted, setPasted] = useState<Pasted>();
  const under = useUnder(keys);
  const lost = keys.filter((_, index) => !layout.kinds.has(under[index]!.trim()));
  const paste = (event: ClipboardEvent) => {
    const block = readBlock(event.clipboardData.getData('text/plain'));
    if (isReadOnly || !block) return;
    event.preventDefault();
    setPasted(pasteInto(store, layout, heads, block, event.target as HTMLElement));
  };
  return (
    <section className="card" aria-label={t({ zh: '绩效目标', en: 'Declared indicators' })}>
      <div className="hd">
        <h2>{t({ zh: '绩效指标', en: 'Declared indicators' })}</h2>
        <span className="muted s13">{t({ zh: `${keys.length} 行`, en: `${keys.length} rows` })}</span>
        <span className="grow" />
        {isReadOnly ? null : (
          <span className="small muted">
            {t({
              zh: '目标值照写，如 ≥95%、不少于150人、12月底前。从 Excel、Word 复制后，选中一格按 ',
              en: 'Write targets as they are, as ≥95%. Copied from Excel or Word, choose a cell and press ',
            })}
            <kbd>Ctrl</kbd> <kbd>V</kbd>
          </span>
        )}
      </div>
      {pasted ? <PastedStrip pasted={pasted} close={() => setPasted(undefined)} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears keys and pastes of the fields in it. */}
      <div
        className="grid-box"
        onPaste={paste}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => gridKey(event, store, isReadOnly)}
      >
        <table className={`ft ${withClaims ? 'claims' : ''}`}>
          <Head />
          <tbody>
            {heads.map((head) => (
              <Group
                key={head.head.id}
                head={head}
                keys={keys.filter((_, index) => isOf(head, layout.kinds.get(under[index]!.trim())?.id))}
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

function Head() {
  const t = useT();
  const { withClaims } = useFormPage();
  return (
    <thead>
      <tr>
        <th scope="col" className="c-no">
          <span className="vh">{t({ zh: '行', en: 'Row' })}</span>
        </th>
        <th scope="col" className="c-kind">
          {t({ zh: '二级指标', en: 'Group' })}
        </th>
        <th scope="col" className="c-name">
          {t({ zh: '三级指标', en: 'Indicator' })}
        </th>
        <th scope="col" className="c-cell">
          {t({ zh: '年度指标值', en: 'Target' })}
        </th>
        <th scope="col" className="c-cell">
          {t({ zh: '实际完成值', en: 'Achieved' })}
        </th>
        <th scope="col" className="num c-weight">
          {t({ zh: '分值', en: 'Weight' })}
        </th>
        {withClaims ? (
          <th scope="col" className="num c-weight">
            {t({ zh: '自评', en: 'Claimed' })}
          </th>
        ) : null}
        <th scope="col" className="num c-points">
          {t({ zh: '得分', en: 'Points' })}
        </th>
        <th scope="col" className="num c-lost">
          {t({ zh: '失分', en: 'Lost' })}
        </th>
        <th scope="col">{t({ zh: '偏差原因和改进措施', en: 'Reason and remedy' })}</th>
        <th scope="col" className="c-tools">
          <span className="vh">{t({ zh: '移动、删除', en: 'Move, remove' })}</span>
        </th>
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
  const { layout, isReadOnly, withClaims, session } = useFormPage();
  const { line, said } = useSaid(head.id);
  const wrong = said.find(({ place, severity }) => place?.cell === 'weight' && severity === 'error');
  const add = () => {
    const last = keys.at(-1);
    const all = store.rows(declared);
    const kind = (last === undefined ? undefined : kindOf(store, layout, last)) ?? kinds[0]!;
    const at = last === undefined ? all.length : all.indexOf(last) + 1;
    const [key] = store.addRows(declared, at, [{ id: newRowId(), under: kind.id }]);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-cell="${rowCell(key!, 'name')}"]`)?.focus(),
    );
    session.rescore();
  };
  return (
    <tr className="g" data-line={head.id}>
      <td />
      <td colSpan={4}>
        <span className="gh-name">{head.name}</span>
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
            <StateShape shape="error" /> {t(wrong.message)}
          </span>
        ) : null}
      </td>
      <td className="num">
        {line && keys.length > 0 ? <Points value={line.weight} /> : null}
        {head.weight ? <span className="muted plain"> /{head.weight}</span> : null}
      </td>
      {withClaims ? <td /> : null}
      <td className="num">
        {line?.status === 'scored' ? <Points value={line.points} decimals={2} /> : null}
      </td>
      <td className="num lost">{line?.because ? <Points value={`-${line.lost}`} decimals={2} /> : null}</td>
      <td colSpan={2} />
    </tr>
  );
}
