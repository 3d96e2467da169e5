/** Up to three panes that scroll by themselves. F6 goes from one to the next. */
import { type ReactNode, useEffect, useRef } from 'react';
import './panes.css';

/** `columns` names a rule of a page's own style sheet that says how wide they are. */
export function Panes({ columns, children }: { columns: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
      const panes = [...(box.current?.querySelectorAll<HTMLElement>(':scope > .pane') ?? [])];
      if (panes.length === 0) return;
      event.preventDefault();
      const at = panes.findIndex((pane) => pane.contains(document.activeElement));
      // From outside of them it leads to the first, or to the last.
      const next = event.shiftKey ? (at < 0 ? panes.length : at) - 1 : at + 1;
      panes.at(next % panes.length)?.focus();
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, []);
  return (
    <div ref={box} className={`panes ${columns}`}>
      {children}
    </div>
  );
}

type PaneProps = { label: string; children: ReactNode; className?: string };

/** Where I am: at the left. */
export const LeftPane = ({ label, children, className = '' }: PaneProps) => (
  <nav className={`pane side left ${className}`} aria-label={label} tabIndex={-1}>
    {children}
  </nav>
);

/** The work: in the middle. The page's `main` is the shell's; this is its region. */
export const WorkPane = ({ label, children, className = '' }: PaneProps) => (
  <section className={`pane ${className}`} aria-label={label} tabIndex={-1}>
    {children}
  </section>
);

/** What it amounts to: at the right. */
export const RightPane = ({ label, children, className = '' }: PaneProps) => (
  <aside className={`pane side right ${className}`} aria-label={label} tabIndex={-1}>
    {children}
  </aside>
);
