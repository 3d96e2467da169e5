/** One line: what stands on it is drawn again only where it changed. */
import { type KeyboardEvent, memo, useSyncExternalStore } from 'react';
import type { ComparisonRow } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { word } from '../../data/words.ts';
import { Difference } from '../../parts/difference.tsx';
import { NumberCell } from '../../parts/field.tsx';
import { GrowingCell } from '../../parts/growing-cell.tsx';
import { Points } from '../../parts/points.tsx';
import { SeverityCounts } from '../../parts/severity-counts.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import type { ReviewDraft } from './draft.ts';
import type { ReviewKeys } from './keys.ts';
import { differs, owesReason, ownPoints, takesPoints } from './lines.ts';
import { Said, saysSomething } from './said.tsx';

interface LineProps {
  row: ComparisonRow;
  draft: ReviewDraft;
  isOpen: boolean;
  isCurrent: boolean;
  decimals: { claimed: number; computed: number; difference: number; reviewed: number };
  take: (line: string) => void;
  move: ReviewKeys['move'];
}

/** What was aimed at and what came of it, or what the line is scored by. */
function enteredOn({ target, actual, read = [] }: ComparisonRow): string[] {
  const aimed = [target, actual].flatMap((one) => (one === undefined ? [] : one || '—')).join(' → ');
  return aimed ? [aimed] : read.map(({ name, text }) => `${name} ${text}`);
}

const countOf = ({ findings }: ComparisonRow, severity: 'error' | 'warning' | 'info'): number =>
  findings.filter((one) => one.severity === severity).length;

export const Line = memo(function Line({ row, draft, isOpen, isCurrent, decimals, take, move }: LineProps) {
  const t = useT();
  const entry = useSyncExternalStore(draft.subscribe, () => draft.entry(row.line));
  const problem = useSyncExternalStore(draft.subscribe, () => draft.problem(row.line));
  const { line, name, status } = row;
  const owes = isOpen && owesReason(row, entry);
  const counts = {
    error: countOf(row, 'error'),
    warning: countOf(row, 'warning'),
    info: countOf(row, 'info'),
  };
  const entered = enteredOn(row);
  const byKeys = (cell: 'points' | 'reason') => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    else if (by !== undefined) {
      // Within a sentence the arrows are those of its lines.
      if (cell === 'reason' && event.key !== 'Enter' && entry.reason) return;
      event.preventDefault();
      move(by, cell);
    }
  };
  const keep = () => void draft.save();
  const tone = isCurrent ? 'sel' : differs(row) ? 'diff' : '';
  const onFocus = isCurrent ? undefined : () => take(line);
  return (
    <>
      <tr className={tone} data-line={line} onFocus={onFocus}>
        <th scope="row">
          <button
            type="button"
            className="line-name"
            data-cell={`${line} name`}
            aria-current={isCurrent ? 'true' : undefined}
            onClick={() => take(line)}
          >
            <Theirs>{name}</Theirs>
          </button>
        </th>
        <td className="soft entered">
          {entered.map((one) => (
            <span key={one}>
              <Theirs>{one}</Theirs>
            </span>
          ))}
          {status === 'scored' ? '' : <span className="muted"> {t(word('lineStatus', status))}</span>}
        </td>
        <td className="num">{row.weight}</td>
        <td className="num">
          <Points value={row.claimed} decimals={decimals.claimed} />
        </td>
        <td className="num b">
          <Points value={row.computed} decimals={decimals.computed} />
        </td>
        <td className="num">
          <Difference value={row.difference} decimals={decimals.difference} />
        </td>
        <td>
          <SeverityCounts counts={counts} />
        </td>
        <td className="own">
          {isOpen && takesPoints(row) ? (
            <span title={problem && t(problem)}>
              <NumberCell
                label={t({ zh: `${name}：复核得分`, en: `${name}: own points` })}
                value={ownPoints(row, entry)}
                onChange={(points) => draft.type(line, { points })}
                isBad={problem !== undefined}
                cell={`${line} points`}
                onKeyDown={byKeys('points')}
                onLeave={keep}
              />
            </span>
          ) : (
            <span className="num told">
              <Points value={row.reviewed ?? row.computed} decimals={decimals.reviewed} />
            </span>
          )}
        </td>
        <td className="why">
          {isOpen ? (
            <span>
              <GrowingCell
                label={t({ zh: `${name}：理由`, en: `${name}: reason` })}
                value={entry.reason ?? ''}
                onChange={(reason) => draft.type(line, { reason })}
                isOwed={owes}
                placeholder={owes ? t({ zh: '须写理由', en: 'reason owed' }) : undefined}
                cell={`${line} reason`}
                onKeyDown={byKeys('reason')}
                onLeave={keep}
              />
            </span>
          ) : (
            <span className="told">
              <Theirs>{row.reason}</Theirs>
            </span>
          )}
        </td>
      </tr>
      {saysSomething(row) ? (
        <tr className={`${tone} said-of`}>
          <td colSpan={9}>
            <Said row={row} />
          </td>
        </tr>
      ) : null}
    </>
  );
});
