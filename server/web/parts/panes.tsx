/** Up to three panes that scroll by themselves. F6 goes from one to the next. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './panes.css';

/** `columns` names a rule of a page's own style sheet that says how wide they are. */
export function Panes({ columns, children }: { columns: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    const panes = [...(box.current?.querySelectorAll<HTMLElement>(':scope > .pane') ?? [])];
    const at = panes.findIndex((pane) => pane.contains(document.activeElement));
    const next = panes[(at + (event.shiftKey ? panes.length - 1 : 1)) % panes.length];
    next?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears a key that goes from pane to pane.
    <div ref={box} className={`panes ${columns}`} onKeyDown={move}>
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
