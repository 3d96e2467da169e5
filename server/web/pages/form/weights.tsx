/** What the weights of declared rows add up to, as the server says, beside what they should. */
import { useT } from '../../data/language.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import { useFormPage, useSaid } from './context.tsx';
import { wrongWeight } from './groups.ts';
import { holdsTable } from './layout.ts';

export function Weights() {
  const { layout } = useFormPage();
  const groups = [...layout.lines.values()].filter(
    ({ id, weight }) => weight !== undefined && holdsTable(layout, id),
  );
  if (groups.length === 0) return null;
  return (
    <div className="wm">
      {groups.map(({ id }) => (
        <Weight key={id} id={id} />
      ))}
    </div>
  );
}

function Weight({ id }: { id: string }) {
  const t = useT();
  const page = useFormPage();
  const { layout } = page;
  const { line, said } = useSaid(id);
  const { name, weight } = layout.lines.get(id)!;
  const wrong = wrongWeight(said, page);
  return (
    <div className="s13 weight">
      <div className="row between">
        <span>{t({ zh: `${name}分值合计`, en: `${name}: weights` })}</span>
        <span>
          {wrong ? <StateShape shape="error" /> : null}{' '}
          <b className={wrong ? 'lost' : ''}>{line?.weight ?? '—'}</b> / {weight}
        </span>
      </div>
    </div>
  );
}
