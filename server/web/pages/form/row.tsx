/** One declared indicator: its cells, and below them how it was read, the calculation and what is said of it. */
import { memo } from 'react';
import { useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { useCell, useForm } from '../../form/hooks.ts';
import { CellInput } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { isSome, Points } from '../../parts/points.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Quoting } from '../../parts/theirs.tsx';
import { shown, useFieldOf } from './cells.tsx';
import { useFormPage, useSaid } from './context.tsx';
import { Derivation } from './derivation.tsx';
import { isHushed } from './groups.ts';
import type { TableHead } from './layout.ts';
import { RemarkOf } from './remark.tsx';
import { declared, kindOf, rowCell, rowIdOf } from './rows.ts';
import type { Said } from './said.ts';

/** `number` is its place in the form; it is drawn anew when that or its group changes. */
export const Row = memo(function Row({
  row,
  number,
  head,
}: {
  row: string;
  number: number;
  head: TableHead | undefined;
}) {
  const t = useT();
  const store = useForm();
  const { open, withClaims, isReadOnly, remarks } = useFormPage();
  const id = rowIdOf(store, row);
  const isOpen = open === id;
  const hasRemark = remarks?.rows.some(({ line }) => line === id);
  const columns = withClaims ? 10 : 9;
  return (
    <>
      <tr className={`rw ${isOpen ? 'cur' : ''}`} data-line={id} data-row={row}>
        <td className="no">{number}</td>
        <td>
          <KindCell row={row} head={head} />
        </td>
        <td>
          <RowCell row={row} id={id} column="name" label={t({ zh: '三级指标', en: 'Indicator' })} />
        </td>
        <td>
          <RowCell row={row} id={id} column="target" label={t({ zh: '年度指标值', en: 'Target' })} />
        </td>
        <td>
          <RowCell row={row} id={id} column="actual" label={t({ zh: '实际完成值', en: 'Achieved' })} />
        </td>
        <td>
          <RowCell row={row} id={id} column="weight" isNumber label={t({ zh: '分值', en: 'Weight' })} />
        </td>
        {withClaims ? (
          <td>
            <RowCell
              row={row}
              id={id}
              column="claimed"
              isNumber
              label={t({ zh: '自评得分', en: 'Claimed' })}
            />
          </td>
        ) : null}
        <PointsCell row={row} id={id} />
        <td>
          <RowCell row={row} id={id} column="reason" label={t({ zh: '偏差原因', en: 'Reason' })} />
        </td>
        <td className="tools">{isReadOnly ? null : <Tools row={row} />}</td>
      </tr>
      <tr className={`rd ${isOpen ? 'cur' : ''}`}>
        <td />
        <td colSpan={columns}>
          <Below id={id} isOpen={isOpen} />
          {hasRemark ? <RemarkOf line={id} /> : null}
          {isOpen ? <RowDerivation row={row} id={id} /> : null}
        </td>
      </tr>
    </>
  );
});

type Column = 'name' | 'target' | 'actual' | 'weight' | 'claimed' | 'reason';

const isAt = (column: string) => (said: Said) => said.place?.cell === column;

function RowCell({
  row,
  id,
  column,
  label,
  isNumber,
}: {
  row: string;
  id: string;
  column: Column;
  label: string;
  isNumber?: boolean;
}) {
  const field = useFieldOf(rowCell(row, column));
  const page = useFormPage();
  const { said } = useSaid(id);
  const here = said.filter((one) => isAt(column)(one) && !isHushed(one, page));
  const isBad = here.some(({ kind, severity }) => kind === 'unreadable' || severity === 'error');
  const isOwed = said.some((one) => isAt(column)(one) && (one.kind === 'owed' || one.kind === 'lacking'));
  return (
    <CellInput
      {...field}
      label={label}
      isNumber={isNumber}
      isBad={isBad && !(isOwed && field.value === '')}
      isOwed={isOwed}
      describedBy={here.length > 0 ? `said-${id}` : undefined}
    />
  );
}

/** Which kind of row it is: any of its group, or of another. */
function KindCell({ row, head }: { row: string; head: TableHead | undefined }) {
  const t = useT();
  const store = useForm();
  const { layout, isReadOnly } = useFormPage();
  const cell = rowCell(row, 'under');
  const [value, type] = useCell(cell);
  const chosen = kindOf(store, layout, row)?.id;
  const heads = layout.views.flatMap((view) => view.heads);
  const groups = head ? [head, ...heads.filter((one) => one !== head)] : heads;
  return (
    <span className="cell">
      <select
        aria-label={t({ zh: '二级指标', en: 'Group' })}
        data-cell={cell}
        value={chosen ?? ''}
        disabled={isReadOnly}
        onChange={(event) => type(event.currentTarget.value)}
      >
        {chosen === undefined ? <option value="">{shown(value)}</option> : null}
        {groups.map(({ head: group, kinds }) => (
          <optgroup key={group.id} label={group.name}>
            {kinds.map((kind) => (
              <option key={kind.id} value={kind.id}>
                {kind.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}

/** Points: an input where a person judges, else a button that opens how they come about. */
function PointsCell({ row, id }: { row: string; id: string }) {
  const t = useT();
  const { toggle, open, description } = useFormPage();
  const { line, said } = useSaid(id);
  const field = useFieldOf(rowCell(row, 'judgement', 'points'));
  const isScored = line?.status === 'scored';
  const isJudged = line?.judged || field.value !== '';
  return (
    <>
      <td className="num">
        {isJudged ? (
          <CellInput
            {...field}
            isNumber
            label={t({ zh: '评分', en: 'Points given' })}
            placeholder={isScored ? line.points : t({ zh: '评分', en: 'points' })}
            isOwed={said.some(isAt('share'))}
          />
        ) : isScored ? (
          <button
            type="button"
            className="pts"
            aria-expanded={open === id}
            aria-label={t({ zh: `得 ${line.points} 分，看怎样算`, en: `${line.points} points: how` })}
            onClick={() => toggle(id)}
          >
            <Points value={line.points} decimals={description.decimals} />
          </button>
        ) : (
          <span className="muted">{line ? t(word('lineStatus', line.status)) : ''}</span>
        )}
      </td>
      <td className="num lost">
        {isScored && isSome(line.lost) ? (
          <Points value={`-${line.lost}`} decimals={description.decimals} />
        ) : null}
      </td>
    </>
  );
}

/** Under the cells: how they were read, the calculation where points were lost, and findings. */
function Below({ id, isOpen }: { id: string; isOpen: boolean }) {
  const t = useT();
  const page = useFormPage();
  const { toggle } = page;
  const { line, said } = useSaid(id);
  const isLost = line?.status === 'scored' && isSome(line.lost);
  return (
    <div className="below" id={`said-${id}`}>
      {line?.read?.map(({ name, text }) => (
        <span className="rb" key={name}>
          {name} <Quoting>{text}</Quoting>
        </span>
      ))}
      {line?.chosen ? (
        <span className="tag acc">
          <Quoting>{line.chosen}</Quoting>
        </span>
      ) : null}
      {isLost && line.computed && !isOpen ? (
        <span className="fxi">
          <Quoting>{line.computed}</Quoting>
        </span>
      ) : null}
      {line?.judged && line.status === 'scored' ? (
        <button type="button" className="link" aria-expanded={isOpen} onClick={() => toggle(id)}>
          {isOpen ? t({ zh: '收起算法', en: 'close' }) : t({ zh: '看怎样算', en: 'how it is scored' })}
        </button>
      ) : null}
      {said
        .filter((one) => !isHushed(one, page))
        .map((one) => (
          <span key={`${one.code} ${one.message.zh}`} className={`said ${one.severity}`}>
            <StateShape shape={one.severity} label={word('severity', one.severity)} />{' '}
            <Quoting>{one.message}</Quoting>
            {one.help ? (
              <span className="soft">
                {' '}
                <Quoting>{one.help}</Quoting>
              </span>
            ) : null}
          </span>
        ))}
    </div>
  );
}

function RowDerivation({ row, id }: { row: string; id: string }) {
  const store = useForm();
  const { layout } = useFormPage();
  return <Derivation line={id} fixed={kindOf(store, layout, row)} />;
}

function Tools({ row }: { row: string }) {
  const t = useT();
  const store = useForm();
  const remove = () => store.removeRows(declared, [row]);
  return (
    <button
      type="button"
      className="tool"
      onClick={remove}
      aria-label={t({ zh: '删除这一行', en: 'Remove this row' })}
      title={t({ zh: '删除（Ctrl+Delete），可撤销', en: 'Remove (Ctrl+Delete); can be undone' })}
    >
      <Icon name="close" />
    </button>
  );
}
