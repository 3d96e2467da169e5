/** A finding or a diagnostic in a list: its shape, its words, what to do, and the way to its cell. */
import type { ReactNode } from 'react';
import type { Bilingual } from '../data/language.ts';
import { word } from '../data/words.ts';
import { StateShape } from './state-shape.tsx';
import { Quoting } from './theirs.tsx';

const looks = { error: 'e', warning: 'w', info: 'n' } as const;

export function Finding({
  severity,
  title,
  message,
  help,
  action,
}: {
  severity: 'error' | 'warning' | 'info';
  /** What it is about, as the name of a line. */
  title?: ReactNode;
  message: Bilingual;
  help?: Bilingual;
  /** A link or a button that leads to where it is mended. */
  action?: ReactNode;
}) {
  return (
    <li className={`find ${looks[severity]}`}>
      <StateShape shape={severity} label={word('severity', severity)} />
      <div>
        {title ? <div className="b">{title}</div> : null}
        <div>
          <Quoting>{message}</Quoting>
        </div>
        {help ? (
          <div className="soft small">
            <Quoting>{help}</Quoting>
          </div>
        ) : null}
      </div>
      <span className="go">{action}</span>
    </li>
  );
}

export const Findings = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className="findings" aria-label={label}>
    {children}
  </ul>
);
