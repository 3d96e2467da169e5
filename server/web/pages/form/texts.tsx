/** What a form says beside its numbers: goals, a report, a note. */
import type { FormText } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useForm, useRows } from '../../form/hooks.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TextCell } from './cells.tsx';
import { useFormPage } from './context.tsx';

export function Texts({ texts }: { texts: readonly FormText[] }) {
  return texts.map((text) =>
    text.many ? (
      <Goals key={text.pointer} text={text} />
    ) : (
      <section className="ind" key={text.pointer}>
        <LongText text={text} />
      </section>
    ),
  );
}

function LongText({ text: { pointer, name } }: { text: FormText }) {
  const t = useT();
  return <TextCell cell={pointer} label={t(name)} rows={4} />;
}

/** Goals: what was expected and what came of it, side by side. */
function Goals({ text: { pointer, name } }: { text: FormText }) {
  const t = useT();
  const store = useForm();
  const { isReadOnly } = useFormPage();
  const keys = useRows(pointer);
  const add = () => store.addRows(pointer, keys.length, [{}]);
  return (
    <section className="ind" data-cell={keys.length === 0 ? pointer : undefined} tabIndex={-1}>
      <div className="ih">
        <h3>{t(name)}</h3>
        <span className="grow" />
        {isReadOnly ? null : (
          <Button look="text" size="small" onPress={add}>
            <Icon name="plus" />
            {t({ zh: '加一条', en: 'Add one' })}
          </Button>
        )}
      </div>
      {keys.length === 0 ? (
        <p className="small muted">{t({ zh: '还没有填。', en: 'Nothing entered.' })}</p>
      ) : null}
      {keys.map((key) => (
        <div className="goal" key={key}>
          <TextCell
            cell={`${pointer}/${key}/expected`}
            label={t({ zh: '预期目标', en: 'Expected' })}
            rows={3}
          />
          <TextCell
            cell={`${pointer}/${key}/actual`}
            label={t({ zh: '实际完成情况', en: 'What came of it' })}
            rows={3}
          />
          {isReadOnly ? null : (
            <button
              type="button"
              className="tool"
              aria-label={t({ zh: '删除这一条', en: 'Remove this goal' })}
              onClick={() => store.removeRows(pointer, [key])}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
