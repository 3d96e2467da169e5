/** What a person judges: points within the weight, or a tier. */
import type { FormLine } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useCell } from '../../form/hooks.ts';
import { TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Quoting } from '../../parts/theirs.tsx';
import { shown, useFieldOf } from './cells.tsx';
import { useFormPage, useSaid } from './context.tsx';

export function JudgementCells({ line }: { line: FormLine }) {
  const { judgement } = line;
  if (!judgement) return null;
  return judgement.by === 'choice' ? <TierCell line={line} /> : <PointsCell line={line} />;
}

function PointsCell({ line }: { line: FormLine }) {
  const t = useT();
  const field = useFieldOf(`/judgements/${line.id}/points`);
  const { line: now, said } = useSaid(line.id);
  const error = said.find(
    ({ kind, place }) => kind === 'unreadable' && place?.pointer?.startsWith('/judgements/'),
  );
  const range = line.points
    ? t({
        zh: `可给 ${line.points.least}—${line.points.most} 分`,
        en: `from ${line.points.least} to ${line.points.most}`,
      })
    : '';
  const choices = line.judgement?.choices ?? [];
  return (
    <div className="judged">
      <TextField
        {...field}
        isNumber
        label={t({ zh: '评分', en: 'Points given' })}
        unit={t({ zh: '分', en: 'points' })}
        isOwed={now?.status === 'missing' && field.value === ''}
        error={error ? t(error.message) : undefined}
        note={[range, now?.chosen ? t(now.chosen) : ''].filter(Boolean).join('；')}
      />
      {choices.length > 0 ? (
        <ul className="tiers small soft" aria-label={t({ zh: '各档', en: 'Tiers' })}>
          {choices.map(({ name, label }) => (
            <li key={name}>
              <Quoting>{label}</Quoting>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function TierCell({ line }: { line: FormLine }) {
  const t = useT();
  const { session, isReadOnly } = useFormPage();
  const cell = `/judgements/${line.id}/tier`;
  const [value, type] = useCell(cell);
  const { line: now } = useSaid(line.id);
  return (
    <Segments
      label={t({ zh: '评定档次', en: 'Tier' })}
      cell={cell}
      isReadOnly={isReadOnly}
      isOwed={now?.status === 'missing'}
      value={value === undefined ? undefined : shown(value)}
      options={(line.judgement?.choices ?? []).map(({ name, label }) => ({ id: name, name: t(label) }))}
      onChange={(tier) => {
        type(tier);
        void session.autosave.now();
      }}
    />
  );
}
