/** Two people in one form: each cell that both changed, with both versions, until somebody decides. */
import { useT } from '../../data/language.ts';
import type { Conflict } from '../../form/merge.ts';
import { Button } from '../../parts/button.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { useCellName } from './cell-names.ts';
import { shown } from './cells.tsx';
import { useFormPage, useSessionState } from './context.tsx';

export function Conflicts() {
  const t = useT();
  const { session } = useFormPage();
  const conflicts = useSessionState(session, (one) => one.conflicts);
  if (conflicts.length === 0) return null;
  return (
    <section className="conflicts" aria-label={t({ zh: '两处都改了', en: 'Changed twice' })}>
      <p role="alert">
        <StateShape shape="warning" label={null} />{' '}
        {t({
          zh: `这张表在别处也有人在改。${conflicts.length} 格两边改得不同，其余已合在一起。`,
          en: `This form is being changed elsewhere too. ${conflicts.length} cells differ; the rest was merged.`,
        })}
      </p>
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{t({ zh: '哪一格', en: 'Cell' })}</th>
            <th scope="col">{t({ zh: '我的', en: 'Mine' })}</th>
            <th scope="col">{t({ zh: '他的', en: 'Theirs' })}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <Row key={conflict.cell} conflict={conflict} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ conflict }: { conflict: Conflict }) {
  const t = useT();
  const { session } = useFormPage();
  const nameOf = useCellName();
  const version = (whose: 'mine' | 'theirs') => (
    <td>
      <span className="version">{shown(conflict[whose]) || '—'}</span>{' '}
      <Button size="small" onPress={() => session.settle(conflict, whose)}>
        {whose === 'mine' ? t({ zh: '用我的', en: 'Keep mine' }) : t({ zh: '用他的', en: 'Take theirs' })}
      </Button>
    </td>
  );
  return (
    <tr>
      <th scope="row">{nameOf(conflict.cell)}</th>
      {version('mine')}
      {version('theirs')}
    </tr>
  );
}
