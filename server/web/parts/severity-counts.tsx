/** How many findings of each severity there are: the shape, the number, and the word for who hears it. */
import type { SeverityCounts as Counts } from '../../../schemas/generated/types.ts';
import { useT } from '../data/language.ts';
import { word } from '../data/words.ts';
import { StateShape } from './state-shape.tsx';
import './severity-counts.css';

const severities = ['error', 'warning', 'info'] as const;
const looks = { error: 'lost', warning: 'warn', info: 'muted' } as const;

/** `withWords` shows the words, too; `empty` is said where there are none. */
export function SeverityCounts({
  counts,
  withWords = false,
  empty,
}: {
  counts: Counts | undefined;
  withWords?: boolean;
  empty?: string;
}) {
  const t = useT();
  const some = severities.filter((severity) => counts && counts[severity] > 0);
  if (some.length === 0) return empty ? <span className="muted">{empty}</span> : null;
  return (
    <span className="severities">
      {some.map((severity) => (
        <span key={severity} className={looks[severity]}>
          <StateShape shape={severity} label={withWords ? null : word('severity', severity)} />
          {withWords ? ` ${t(word('severity', severity))}` : ''} {counts?.[severity]}
        </span>
      ))}
    </span>
  );
}
