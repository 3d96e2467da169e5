/** The head of the page: what form it is, whether it is saved, by when it is due, undo and file. */

import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { dayOf } from '../../data/times.ts';
import { useForm, useHistory } from '../../form/hooks.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { addressOf } from '../addresses.ts';
import { useFormPage } from './context.tsx';
import { Saved } from './save-state.tsx';

export function Head() {
  const t = useT();
  const { session, description, isReadOnly, show, view, again } = useFormPage();
  const { record } = session;
  return (
    <PageHead
      crumbs={[
        { name: t({ zh: '我的自评', en: 'My forms' }), to: addressOf('tasks') },
        { name: description.title },
      ]}
      title={record.name}
      isTyped={!isReadOnly}
      state={
        isReadOnly ? null : (
          <>
            <Saved />
            <Due />
          </>
        )
      }
      actions={
        <>
          {isReadOnly ? null : <UndoButtons />}
          <Button onPress={() => window.print()}>
            <Icon name="print" />
            {t({ zh: '打印', en: 'Print' })}
          </Button>
          {record.filings > 0 ? (
            <LinkButton to={addressOf('filings', { submission: record.id })}>
              {t({ zh: '历次申报', en: 'Filings' })}
            </LinkButton>
          ) : null}
          {isReadOnly ? (
            <Button onPress={again}>{t({ zh: '刷新', en: 'Refresh' })}</Button>
          ) : (
            <Button look="primary" isDisabled={view === 'check'} onPress={() => show('check')}>
              {t({ zh: '检查并申报', en: 'Check and file' })}
            </Button>
          )}
        </>
      }
    />
  );
}

/** The day it is due, where a task asks for it. */
function Due() {
  const t = useT();
  const { session } = useFormPage();
  const { taskId } = session.record;
  const task = useApi('getTask', { path: { task: taskId ?? '' } }, { enabled: taskId !== undefined });
  if (!task.data) return null;
  const day = dayOf(task.data.due);
  return (
    <>
      <span className="sep" />
      <span className="s13 soft due">{t({ zh: `截止 ${day.zh}`, en: `due ${day.en}` })}</span>
    </>
  );
}

function UndoButtons() {
  const t = useT();
  const store = useForm();
  const { canUndo, canRedo } = useHistory();
  return (
    <>
      <Button isDisabled={!canUndo} onPress={() => store.undo()}>
        <Icon name="undo" />
        {t({ zh: '撤销', en: 'Undo' })}
      </Button>
      <Button isDisabled={!canRedo} onPress={() => store.redo()}>
        {t({ zh: '恢复', en: 'Redo' })}
      </Button>
    </>
  );
}
