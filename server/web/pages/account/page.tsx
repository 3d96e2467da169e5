/** `/account`: who I am here, my password, where I am signed in, tokens for machines. */

import { useT } from '../../data/language.ts';
import { useSignedIn } from '../../data/session.ts';
import { word } from '../../data/words.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Password } from './password.tsx';
import { Sessions } from './sessions.tsx';
import { Tokens } from './tokens.tsx';
import './account.css';

export function Page() {
  const t = useT();
  const { person } = useSignedIn();
  const facts = [
    [{ zh: '姓名', en: 'Name' }, person.displayName],
    [{ zh: '登录名', en: 'Signs in as' }, person.name],
    [{ zh: '所在', en: 'Belongs to' }, person.unit.name],
    [{ zh: '角色', en: 'Role' }, t(word('role', person.role))],
  ] as const;
  return (
    <>
      <PageHead title={t({ zh: '我的账户', en: 'My account' })} />
      <div className="page account">
        <section className="card" aria-labelledby="account-profile">
          <div className="hd">
            <h2 id="account-profile">{t({ zh: '本人', en: 'Profile' })}</h2>
          </div>
          <div className="bd">
            <dl className="facts">
              {facts.map(([name, value]) => (
                <div key={name.en}>
                  <dt>{t(name)}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <p className="small muted">
              {t({
                zh: '姓名、所在和角色由管理员更改。',
                en: 'An administrator changes the name, the unit and the role.',
              })}
            </p>
          </div>
        </section>
        <Password />
        <Sessions />
        <Tokens />
      </div>
    </>
  );
}
