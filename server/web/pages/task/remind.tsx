/** Who has not filed, as a list to paste into a message. */
import type { TaskProgress } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { dayOf } from '../../data/times.ts';
import { CopyButton } from '../../parts/copy-button.tsx';

export function Remind({ progress: { task, units, missing } }: { progress: TaskProgress }) {
  const t = useT();
  if (missing === 0 || task.state === 'closed') return null;
  const names = units.filter(({ filedAt }) => filedAt === undefined).map(({ unit }) => unit.name);
  const due = dayOf(task.due);
  const text = [
    t({
      zh: `以下 ${missing} 个单位尚未报送《${task.title}》，截止 ${due.zh}：`,
      en: `These ${missing} units have not filed “${task.title}”, due ${due.en}:`,
    }),
    ...names,
  ].join('\n');
  return (
    <section className="card">
      <div className="hd">
        <h2 className="grow">{t({ zh: '催报', en: 'Remind' })}</h2>
        <span className="small muted">
          {t({ zh: `${missing} 个单位未报`, en: `${missing} units have not filed` })}
        </span>
      </div>
      <div className="bd">
        <pre className="reminder">{text}</pre>
        <div className="row wrap">
          <CopyButton text={text}>{t({ zh: '复制名单', en: 'Copy the list' })}</CopyButton>
        </div>
      </div>
    </section>
  );
}
