/** `/sign-in`: by name and password, or by the unit's own identity provider. */

import { useState } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import type { SampleRole } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { signInToTry, useSession } from '../../data/session.ts';
import { word } from '../../data/words.ts';
import { Button } from '../../parts/button.tsx';
import { Failed } from '../../parts/states.tsx';
import { Entrance } from '../../shell/entrance.tsx';
import { SignInForm } from '../../shell/sign-in-form.tsx';
import { addressOf } from '../addresses.ts';

/** Where to go after the sign-in: only ever a page of this server. */
function nextOf(search: string): string {
  const asked = new URLSearchParams(search).get('next') ?? '/';
  const to = new URL(asked, window.location.origin);
  return to.origin === window.location.origin && asked.startsWith('/') ? to.pathname + to.search : '/';
}

export function Page() {
  const t = useT();
  const [, go] = useLocation();
  const next = nextOf(useSearch());
  const { data: session } = useSession();
  const methods = useApi('getSignInMethods', {});
  const setUp = useApi('getSetup', {}, { enabled: session === null });
  if (session) return <Redirect to={next} replace />;
  if (setUp.data?.needed) return <Redirect to={addressOf('setUp')} replace />;
  return (
    <Entrance
      title={t({ zh: '绩效自评', en: 'Self-evaluation' })}
      about={t({ zh: '登录后填报、复核或编辑评分规则', en: 'Sign in to file, review or write rulebooks' })}
    >
      {methods.data?.sampleRoles ? <ToTry people={methods.data.sampleRoles} /> : null}
      <SignInForm done={() => go(next, { replace: true })} />
      {methods.data?.openIdConnect ? (
        <>
          <div className="or">{t({ zh: '或', en: 'or' })}</div>
          <a className="btn" href={`/api/sign-in/open-id?return=${encodeURIComponent(next)}`}>
            {t({ zh: '用统一身份登录', en: 'Sign in with your organisation' })}
          </a>
        </>
      ) : null}
      <p className="small muted forgotten">
        {t({
          zh: '忘记密码，请找本单位管理员重设。',
          en: 'Forgot it? Your administrator can set a new one.',
        })}
      </p>
    </Entrance>
  );
}

/** The people of a server that was started to be tried; one press and one is in. */
function ToTry({ people }: { people: readonly SampleRole[] }) {
  const t = useT();
  const [failure, setFailure] = useState<unknown>();
  return (
    <section className="to-try" aria-labelledby="to-try">
      <h2 id="to-try" className="s13 soft">
        {t({
          zh: '试用：选一个身份进入，不用密码',
          en: 'To try it out, choose who to be; no password is needed',
        })}
      </h2>
      {people.map(({ role, displayName, unit }) => (
        <Button key={role} onPress={() => void signInToTry(role).catch(setFailure)}>
          <b>{t(word('role', role))}</b>
          <span className="soft small ell">
            {displayName} · {unit.name}
          </span>
        </Button>
      ))}
      {failure === undefined ? null : <Failed error={failure} />}
      <div className="or">{t({ zh: '或用登录名', en: 'or by name' })}</div>
    </section>
  );
}
