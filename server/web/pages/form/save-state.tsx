/** Whether what was typed is saved, in words. */

import { useT } from '../../data/language.ts';
import { clockOf } from '../../data/times.ts';
import type { SaveState } from '../../form/autosave.ts';
import { useSaveState } from '../../form/hooks.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { Offline, Told } from '../../parts/states.tsx';
import { useFormPage } from './context.tsx';

export function Saved() {
  const t = useT();
  const { session } = useFormPage();
  const state = useSaveState(session.autosave);
  return (
    <span className="saved" role="status">
      {state.kind === 'saved' ? (
        <StateShape shape="done" label={null} />
      ) : (
        <StateShape shape="begun" label={null} />
      )}
      {t(said(state))}
    </span>
  );
}

function said(state: SaveState) {
  switch (state.kind) {
    case 'saved': {
      if (!state.at) return { zh: '已保存', en: 'saved' };
      const time = clockOf(state.at, true);
      return { zh: `已自动保存 ${time}`, en: `saved ${time}` };
    }
    case 'unsaved':
    case 'saving':
      return { zh: '正在保存', en: 'saving' };
    case 'offline':
      return { zh: '存在本机，未送到服务器', en: 'kept here, not on the server yet' };
    case 'refused':
      return { zh: '没有保存', en: 'not saved' };
  }
}

/** Strips under the head: the connection is lost, or the server does not take it. */
export function SaveStrips() {
  const t = useT();
  const { session } = useFormPage();
  const state = useSaveState(session.autosave);
  if (state.kind === 'offline') return <Offline retry={() => void session.autosave.now()} />;
  if (state.kind === 'refused')
    return (
      <div className="strip lost" role="alert">
        <StateShape shape="error" label={null} />
        <div className="grow">
          <b>{t({ zh: '没有保存，内容存在本机。', en: 'Not saved; it is kept in this browser.' })}</b>
          <Told error={state.error} />
        </div>
      </div>
    );
  return null;
}
