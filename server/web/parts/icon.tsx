/** The few drawn signs. Each goes with a word; alone it is hidden from screen readers. */
import './icon.css';

const paths = {
  undo: 'M2 5.5h7a3.2 3.2 0 0 1 0 6.4H6M5 2.3L1.8 5.5 5 8.7',
  print: 'M3.5 5V1.5h7V5M3.5 10H1.5V5h11v5h-2M3.5 8.5h7v4h-7z',
  search: 'M10.3 6a4.3 4.3 0 1 1-8.6 0 4.3 4.3 0 0 1 8.6 0M9.3 9.3L13 13',
  down: 'M3 5l4 4 4-4',
  right: 'M5 3l4 4-4 4',
  left: 'M9 3L5 7l4 4',
  up: 'M3 9l4-4 4 4',
  plus: 'M7 2v10M2 7h10',
  close: 'M3 3l8 8M11 3l-8 8',
  lock: 'M2.5 6h9v6.5h-9zM4.5 6V4.2a2.5 2.5 0 0 1 5 0V6',
  copy: 'M4.5 4.5h7v8h-7zM9.5 4.5v-3h-7v8h2',
  download: 'M7 1.5v8M3.5 6.5L7 10l3.5-3.5M2 12.5h10',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <svg className={`i stroked ${className}`} viewBox="0 0 14 14" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

/** The mark: a plumb line. */
export const Mark = () => (
  <svg width="18" height="22" viewBox="0 0 18 22" aria-hidden="true">
    <path d="M3 1.5h12" stroke="currentColor" strokeWidth="2" />
    <path d="M9 2v9" stroke="currentColor" strokeWidth="1.6" />
    <path d="M9 10.5l4.2 4.6L9 21l-4.2-5.9z" fill="currentColor" />
  </svg>
);
