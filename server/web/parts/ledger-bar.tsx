/** Points won, lost and not yet scored, as lengths and as figures. The lengths are the figures as they came. */
import { useT } from '../data/language.ts';
import { isSome, signed } from './points.tsx';

interface Ledger {
  won: string;
  lost: string;
  open: string;
  /** Points that no row was written for yet. */
  unwritten?: string | undefined;
}

export function LedgerBar({ won, lost, open, unwritten, isThin = false }: Ledger & { isThin?: boolean }) {
  const t = useT();
  const label = t({
    zh: `得 ${won} 分，失 ${lost} 分，未计 ${open} 分${unwritten ? `，还没有填行的 ${unwritten} 分` : ''}`,
    en: `won ${won}, lost ${lost}, not yet scored ${open}${unwritten ? `, no rows yet for ${unwritten}` : ''}`,
  });
  const parts = [
    ['w', won],
    ['l', lost],
    ['n', open],
    ['n rest', unwritten],
  ] as const;
  return (
    <div className={`bar ${isThin ? 'thin' : ''}`} role="img" aria-label={label}>
      {parts
        .filter(([, points]) => isSome(points))
        .map(([kind, points]) => (
          // Shares that are less than one together would not fill the bar.
          <i key={kind} className={kind} style={{ flex: `calc(1000 * ${points}) 1 0px` }} />
        ))}
    </div>
  );
}

export function LedgerLegend({ won, lost, open, unwritten }: Ledger) {
  const t = useT();
  const parts = [
    ['w', { zh: '得', en: 'won' }, won],
    ['l', { zh: '失', en: 'lost' }, lost],
    ['n', { zh: '未计', en: 'not scored' }, open],
    ...(unwritten ? ([['n', { zh: '未填行', en: 'no rows yet' }, unwritten]] as const) : []),
  ] as const;
  return (
    <div className="legend">
      {parts.map(([kind, name, points]) => (
        <span key={name.en}>
          <i className={kind} aria-hidden="true" />
          {t(name)} <b>{signed(points)}</b>
        </span>
      ))}
    </div>
  );
}
