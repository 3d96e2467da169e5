/** The bar at the top: the mark, the areas of the role, the body, the person, the language. */

import { Link, useLocation } from 'wouter';
import type { Session } from '../../../schemas/generated/types.ts';
import { useT } from '../data/language.ts';
import { useSignOut } from '../data/session.ts';
import { word } from '../data/words.ts';
import { addresses, addressOf } from '../pages/addresses.ts';
import { hasPage } from '../pages/routes.tsx';
import { Button } from '../parts/button.tsx';
import { Mark } from '../parts/icon.tsx';
import { areasOf } from './areas.ts';
import { LanguageSwitch } from './language-switch.tsx';

/** Whether a path is a page of an area: its own, or one below it. */
const isWithin = (path: string, area: string): boolean => path === area || path.startsWith(`${area}/`);

export function TopBar({ session: { person, sample, rights } }: { session: Session }) {
  const t = useT();
  const [path, go] = useLocation();
  const signOut = useSignOut();
  const leave = () => void signOut().then(() => go(addressOf('signIn')));
  const areas = areasOf(rights);
  const who = (
    <>
      {person.displayName}
      {t({ zh: `（${word('role', person.role).zh}）`, en: ` (${word('role', person.role).en})` })}
    </>
  );
  return (
    <header className="topbar">
      <Link className="mark" href="/">
        <Mark />
        <span>{t({ zh: '准绳', en: 'Zhunsheng' })}</span>
      </Link>
      {areas.length > 0 ? (
        <nav className="nav" aria-label={t({ zh: '主导航', en: 'Areas' })}>
          {areas.map(({ address, name }) => (
            <Link
              key={address}
              href={addresses[address]}
              aria-current={isWithin(path, addresses[address]) ? 'page' : undefined}
            >
              {t(name)}
            </Link>
          ))}
        </nav>
      ) : (
        <span className="grow" />
      )}
      <div className="who">
        {sample ? <SampleMark mayManage={rights['manage-sample'] !== undefined} /> : null}
        <span className="unit">{person.unit.name}</span>
        <span className="sep" aria-hidden="true" />
        {hasPage('account') ? (
          <Link className="person" href={addresses.account} title={person.displayName}>
            {who}
          </Link>
        ) : (
          <span className="person">{who}</span>
        )}
        <LanguageSwitch />
        <Button look="text" size="small" onPress={leave}>
          {t({ zh: '退出', en: 'Sign out' })}
        </Button>
      </div>
    </header>
  );
}

/** Says that there is sample data; leads to where it is removed for who may do so. */
function SampleMark({ mayManage }: { mayManage: boolean }) {
  const t = useT();
  const text = t({ zh: '演示数据', en: 'Sample data' });
  if (!mayManage) return <span className="sample">{text}</span>;
  return (
    <Link className="sample" href={addresses.welcome}>
      {text}
    </Link>
  );
}
