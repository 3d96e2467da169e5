/** The head of a page: where it is, what it is, whether it is saved, what can be done. It also names the browser's tab. */
import { Fragment, type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useT } from '../data/language.ts';
import './page-head.css';

export interface Crumb {
  name: ReactNode;
  to?: string;
}

export function PageHead({
  crumbs = [],
  title,
  state,
  actions,
}: {
  crumbs?: readonly Crumb[];
  title: string;
  /** Whether it is saved, and by when it is due. */
  state?: ReactNode;
  /** Buttons; at most one is primary, and it stands last. */
  actions?: ReactNode;
}) {
  const t = useT();
  useTitle(title);
  return (
    <div className="pagehead">
      <div className="grow">
        {crumbs.length > 0 ? (
          <nav className="crumb" aria-label={t({ zh: '所在位置', en: 'Where this is' })}>
            {crumbs.map(({ name, to }, index) => (
              <Fragment key={to ?? index}>
                {index > 0 ? ' › ' : ''}
                {to ? <Link href={to}>{name}</Link> : name}
              </Fragment>
            ))}
          </nav>
        ) : null}
        <h1 className="ell">{title}</h1>
      </div>
      {state}
      {actions}
    </div>
  );
}

/** Names the browser's tab while the page is shown. */
export function useTitle(title: string): void {
  const t = useT();
  const whole = `${title} · ${t({ zh: '准绳', en: 'Zhunsheng' })}`;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
