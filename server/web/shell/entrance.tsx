/** The sheet of the pages before the sign-in: one column, the mark above it, the language and the version below. */
import type { ReactNode } from 'react';
import { useT } from '../data/language.ts';
import { Mark } from '../parts/icon.tsx';
import { useTitle } from '../parts/page-head.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import './entrance.css';

export function Entrance({
  title,
  about,
  isWide = false,
  children,
}: {
  title: string;
  about: string;
  isWide?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  useTitle(title);
  return (
    <div className="entrance">
      <main className={`card ${isWide ? 'two-columns' : ''}`}>
        <div className="mark">
          <Mark />
          {t({ zh: '准绳', en: 'Zhunsheng' })}
        </div>
        <h1>{title}</h1>
        <p className="s13 soft">{about}</p>
        {children}
      </main>
      <footer className="small muted">
        {t({ zh: '数据存于本机', en: 'data stays on this server' })} · <LanguageSwitch />
      </footer>
    </div>
  );
}
