/** Above the table after a paste: how much was taken in, what was not understood, and the way back. */
import { useSyncExternalStore } from 'react';
import { useT } from '../../data/language.ts';
import { useForm } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { useFormPage } from './context.tsx';
import type { Pasted } from './paste-rows.ts';
import { saidIn } from './said.ts';

export function PastedStrip({ pasted, close }: { pasted: Pasted; close: () => void }) {
  const t = useT();
  const store = useForm();
  const { session, go } = useFormPage();
  const { scores } = session;
  const preview = useSyncExternalStore(scores.onWhole, () => scores.whole);
  const unread = preview
    ? saidIn(preview).filter(
        ({ place, kind, severity }) =>
          pasted.ids.includes(place?.row?.id ?? '') &&
          (kind === 'unreadable' || (kind === 'lacking' && severity === 'error')),
      )
    : [];
  const undo = () => {
    store.undo();
    close();
  };
  return (
    <div className="strip" role="status">
      <StateShape shape={unread.length > 0 || pasted.unknown.length > 0 ? 'warning' : 'done'} label={null} />
      <span className="grow">
        {t({
          zh: `已贴入 ${pasted.rows} 行 ${pasted.cells} 格`,
          en: `Pasted ${pasted.rows} rows, ${pasted.cells} cells`,
        })}
        {pasted.unknown.length > 0
          ? t({
              zh: `；没有“${pasted.unknown.join('”“')}”这类指标，归入上一类`,
              en: `; no group is called ${pasted.unknown.join(', ')}: put with the row above`,
            })
          : ''}
        {unread.length > 0
          ? t({ zh: `；${unread.length} 格读不懂：`, en: `; ${unread.length} not understood: ` })
          : ''}
        {unread.map((one) => (
          <Button key={one.message.zh} look="text" size="small" onPress={() => go(one.place!)}>
            {one.place?.name ?? one.place?.row?.id}
          </Button>
        ))}
      </span>
      <Button look="text" size="small" onPress={undo}>
        {t({ zh: '撤销', en: 'Undo' })}
      </Button>
      <Button look="text" size="small" onPress={close}>
        {t({ zh: '知道了', en: 'Close' })}
      </Button>
    </div>
  );
}
