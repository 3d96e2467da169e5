/** How many of how many, as a length: counts of things, never scores. */
import './count-bar.css';

export interface CountPart {
  kind: 'done' | 'late' | 'open' | 'lost' | 'warn';
  count: number;
}

/** The words of the bar stand beside it, so it is hidden from who does not see it. */
export const CountBar = ({ parts }: { parts: readonly CountPart[] }) => (
  <span className="count-bar" aria-hidden="true">
    {parts
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => (
        <i key={kind} className={kind} style={{ flex: `${count} 1 0px` }} />
      ))}
  </span>
);

/** How much of all, as a length of the whole: the figures as they came. */
export const ShareBar = ({
  kind,
  count,
  of,
}: {
  kind: CountPart['kind'];
  count: number | string;
  of: number | string;
}) => (
  <span className="count-bar" aria-hidden="true">
    <i className={kind} style={{ width: `calc(100% * ${count} / ${of})` }} />
  </span>
);
