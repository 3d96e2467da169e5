/** Beneath a line, as text with its owner: what the unit says of it, why it was returned, what the unit changed since. */
import type { ComparisonRow } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { Apart, Theirs } from '../../parts/theirs.tsx';

export const saysSomething = ({ unitReason, earlier, changes }: ComparisonRow): boolean =>
  Boolean(unitReason) || (earlier ?? []).some(({ reason }) => reason !== undefined) || changes !== undefined;

export function Said({ row: { unitReason, earlier = [], changes = [] } }: { row: ComparisonRow }) {
  const t = useT();
  const blank = t({ zh: '空', en: 'blank' });
  return (
    <ul className="said">
      {unitReason ? (
        <li>
          <span className="muted">{t({ zh: '单位说明：', en: 'Unit says: ' })}</span>
          <Theirs>{unitReason}</Theirs>
        </li>
      ) : null}
      {earlier.map(({ number, outcome, reason, reviewer }) =>
        reason === undefined ? null : (
          <li key={number} className="warn">
            <Apart>
              {outcome === 'returned'
                ? t({
                    zh: `第 ${number} 次申报退回${reviewer ? `（${reviewer.name}）` : ''}：`,
                    en: `Filing ${number} was returned${reviewer ? ` (${reviewer.name})` : ''}: `,
                  })
                : t({ zh: `第 ${number} 次申报通过时：`, en: `When filing ${number} was accepted: ` })}
            </Apart>
            <Theirs>{reason}</Theirs>
          </li>
        ),
      )}
      {changes.length > 0 ? (
        <li>
          <span className="muted">{t({ zh: '单位已改：', en: 'The unit changed: ' })}</span>
          <Apart>
            {changes
              .map(({ name, before, after }) => `${t(name)} ${before || blank} → ${after || blank}`)
              .join(t({ zh: '；', en: '; ' }))}
          </Apart>
        </li>
      ) : earlier.some(({ outcome, reason }) => outcome === 'returned' && reason !== undefined) ? (
        <li className="muted">
          {t({ zh: '这一行单位没有改', en: 'The unit changed nothing on this line' })}
        </li>
      ) : null}
    </ul>
  );
}
