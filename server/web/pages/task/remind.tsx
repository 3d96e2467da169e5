/** Who has not filed, with their people, as a text to paste into a message. */
import type { TaskProgress } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Read } from '../../parts/states.tsx';
import { Quoting } from '../../parts/theirs.tsx';

export function Remind({ progress: { task, missing } }: { progress: TaskProgress }) {
  const t = useT();
  const isOwed = missing > 0 && task.state === 'open';
  const reminder = useApi('getReminder', { path: { task: task.id } }, { enabled: isOwed });
  if (!isOwed) return null;
  return (
    <section className="card">
      <div className="hd">
        <h2 className="grow">{t({ zh: '催报', en: 'Remind' })}</h2>
        <span className="small muted">
          {t({ zh: `${missing} 个单位未报`, en: `${missing} units have not filed` })}
        </span>
      </div>
      <div className="bd">
        <Read of={reminder}>
          {({ text }) => (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
              <pre className="reminder" tabIndex={0}>
                <Quoting>{text}</Quoting>
              </pre>
              <div className="row wrap">
                <CopyButton text={t(text)}>{t({ zh: '复制名单', en: 'Copy the list' })}</CopyButton>
              </div>
            </>
          )}
        </Read>
      </div>
    </section>
  );
}
