/** What was claimed less what was recomputed: its sign, its word and its colour say the same. */
import { type Bilingual, useT } from '../data/language.ts';
import { Points } from './points.tsx';
import { type Sign, signOf } from './signs.ts';
import './difference.css';

const told: { readonly [sign in Sign]: { short: Bilingual; whole: Bilingual } } = {
  over: { short: { zh: '高', en: 'over' }, whole: { zh: '自评高', en: 'claimed over' } },
  under: { short: { zh: '低', en: 'under' }, whole: { zh: '自评低', en: 'claimed under' } },
  none: { short: { zh: '', en: '' }, whole: { zh: '相同', en: 'the same' } },
};

export function Difference({ value, decimals = 0 }: { value: string | undefined; decimals?: number }) {
  const t = useT();
  if (value === undefined)
    return (
      <span className="muted">
        —<span className="vh">{t({ zh: '没有自评得分', en: 'nothing claimed' })}</span>
      </span>
    );
  const sign = signOf(value);
  const { short, whole } = told[sign];
  return (
    <span className={`difference ${sign}`} title={sign === 'none' ? undefined : t(whole)}>
      <span className="vh">{t(whole)} </span>
      {sign === 'none' ? null : (
        <span className="word" aria-hidden="true">
          {t(short)}
        </span>
      )}
      <Points value={value} decimals={decimals} isDifference />
    </span>
  );
}
