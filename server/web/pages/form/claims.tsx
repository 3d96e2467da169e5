/** The unit's own total, and the choice to write down its own points line by line. */
import { useT } from '../../data/language.ts';
import { TextField } from '../../parts/field.tsx';
import { useFieldOf } from './cells.tsx';
import { useFormPage } from './context.tsx';

export function Claims() {
  const t = useT();
  const { withClaims, setWithClaims, isReadOnly } = useFormPage();
  if (isReadOnly && !withClaims) return null;
  return (
    <div className="wm claims">
      <label className="check">
        <input
          type="checkbox"
          checked={withClaims}
          onChange={(event) => setWithClaims(event.currentTarget.checked)}
        />
        {t({ zh: '同时填写自评得分', en: 'Write down our own points too' })}
      </label>
      {withClaims ? <Totals /> : null}
    </div>
  );
}

function Totals() {
  const t = useT();
  return (
    <div className="ins">
      <TextField
        {...useFieldOf('/claimed/total')}
        isNumber
        label={t({ zh: '自评总分', en: 'Total claimed' })}
        unit={t({ zh: '分', en: 'points' })}
      />
      <TextField {...useFieldOf('/claimed/grade')} label={t({ zh: '自评等次', en: 'Grade claimed' })} />
    </div>
  );
}
