/** A table whose head stays while its rows scroll. Its name is heard; the box around it scrolls and takes the focus. */
import type { ReactNode } from 'react';
import './table.css';

export function Table({
  label,
  head,
  children,
  className = '',
}: {
  label: string;
  /** The cells of the head: `<th scope="col">…</th>`. */
  head: ReactNode;
  /** The rows. */
  children: ReactNode;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={`table-box ${className}`} aria-label={label} tabIndex={0}>
      <table className="t">
        <caption className="vh">{label}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
