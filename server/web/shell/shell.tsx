/** What stands around every page for who is signed in: the bar at the top, and the way past it. */
import { type ReactNode, Suspense } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useT } from '../data/language.ts';
import { useSession } from '../data/session.ts';
import { addressOf } from '../pages/addresses.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { NoticeShown } from './notice.tsx';
import { PartFails } from './part-fails.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const [path] = useLocation();
  const { data: session, error, refetch } = useSession();
  if (session === null)
    return (
      <Redirect
        to={`${addressOf('signIn')}?next=${encodeURIComponent(path + window.location.search)}`}
        replace
      />
    );
  return (
    <div className="app">
      <a className="skip" href="#work">
        {t({ zh: '跳到正文', en: 'Skip to the page' })}
      </a>
      {session ? <TopBar session={session} /> : <header className="topbar" />}
      <NoticeShown />
      <main id="work" tabIndex={-1}>
        {session ? (
          <PartFails key={path}>
            <Suspense
              fallback={
                <div className="page">
                  <Loading />
                </div>
              }
            >
              {children}
            </Suspense>
          </PartFails>
        ) : (
          <div className="page">
            {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />}
          </div>
        )}
      </main>
    </div>
  );
}
