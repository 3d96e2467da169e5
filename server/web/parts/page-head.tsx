/** The head of a page: where it is, what it is, whether it is saved, what can be done. It also names the browser's tab. */

import { Fragment, type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useIsOffline } from '../data/connection.ts';
import { useT } from '../data/language.ts';
import { readAgain } from '../data/queries.ts';
import { Offline } from './states.tsx';
import { Apart } from './theirs.tsx';
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
  isTyped = false,
}: {
  crumbs?: readonly Crumb[];
  title: string;
  /** Whether it is saved, and by when it is due. */
  state?: ReactNode;
  /** Buttons; at most one is primary, and it stands last. */
  actions?: ReactNode;
  /** What is typed on the page is kept without the server, and the page says so itself. */
  isTyped?: boolean;
}) {
  const t = useT();
  useTitle(title);
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          {crumbs.length > 0 ? (
            <nav className="crumb" aria-label={t({ zh: '所在位置', en: 'Where this is' })}>
              {crumbs.map(({ name, to }, index) => (
                <Fragment key={to ?? index}>
                  {index > 0 ? ' › ' : ''}
                  {to ? (
                    <Link href={to}>
                      <Apart>{name}</Apart>
                    </Link>
                  ) : (
                    <Apart>{name}</Apart>
                  )}
                </Fragment>
              ))}
            </nav>
          ) : null}
          <h1 className="ell">
            <Apart>{title}</Apart>
          </h1>
        </div>
        {state}
        {actions}
      </div>
      {isTyped ? null : <LostConnection />}
    </>
  );
}

/** Under the head while the server is not reached: what is seen is what was read before. */
function LostConnection() {
  const t = useT();
  if (!useIsOffline()) return null;
  return (
    <Offline retry={readAgain}>
      {t({
        zh: '连接已断开。现在看到的是断开之前读到的，连上后自动更新。',
        en: 'The connection is lost. You see what was read before; it is read again once the server is back.',
      })}
    </Offline>
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
