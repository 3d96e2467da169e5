/** The reviewer's words beside a row, and whether the row was changed since. */
import { useSyncExternalStore } from 'react';
import { useT } from '../../data/language.ts';
import { useForm } from '../../form/hooks.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { Theirs } from '../../parts/theirs.tsx';
import { useFormPage } from './context.tsx';
import { hasChanged, isOfLine } from './remarks.ts';
import { rowWithId } from './rows.ts';

/** Whether the cells of a line differ from what was filed. */
export function useHasChanged(line: string): boolean {
  const { layout, remarks } = useFormPage();
  const store = useForm();
  return useSyncExternalStore(store.onChange, () => {
    if (!remarks) return false;
    return hasChanged(
      store,
      remarks.filed,
      isOfLine(layout, line, (id) => rowWithId(store, id)),
    );
  });
}

export function RemarkOf({ line }: { line: string }) {
  const t = useT();
  const { remarks } = useFormPage();
  const isMended = useHasChanged(line);
  const remark = remarks?.rows.find((row) => row.line === line);
  if (!remark) return null;
  return (
    <div className={`note ${isMended ? 'won' : 'warn'} remark`}>
      <StateShape shape={isMended ? 'done' : 'warning'} label={null} />
      <span className="grow">
        <span className="muted">{t({ zh: '审核意见：', en: 'Reviewer: ' })}</span>
        <Theirs>{remark.reason}</Theirs>
      </span>
      <span className="b">
        {isMended ? t({ zh: '已改', en: 'changed' }) : t({ zh: '未改', en: 'not changed' })}
      </span>
    </div>
  );
}
