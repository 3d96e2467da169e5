/** A new password of one's own; sessions elsewhere end with the old one. */
import { type FormEvent, useState } from 'react';
import { ask, refusalCode } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed } from '../../data/queries.ts';
import { saidOf } from '../../data/refusals.ts';
import { useSignedIn } from '../../data/session.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Told } from '../../parts/states.tsx';

export function Password() {
  const t = useT();
  const { person } = useSignedIn();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'rest' | 'pending' | 'done'>('rest');
  const [failure, setFailure] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setState('pending');
    setFailure(undefined);
    try {
      await ask('changePassword', { body: { current, password } });
      setCurrent('');
      setPassword('');
      setState('done');
      await changed('listSessions');
    } catch (error) {
      setFailure(error);
      setState('rest');
    }
  };
  const said = (field: string) => {
    const message = saidOf(failure, field);
    return message && t(message);
  };
  const isCurrentWrong = refusalCode(failure) === 'wrong-credentials';
  return (
    <section className="card" aria-labelledby="account-password">
      <div className="hd">
        <h2 id="account-password">{t({ zh: '换密码', en: 'Password' })}</h2>
      </div>
      <form className="bd" onSubmit={(event) => void send(event)} noValidate>
        <input className="vh" name="username" autoComplete="username" value={person.name} readOnly hidden />
        <TextField
          label={t({ zh: '现在的密码', en: 'Password now' })}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={
            isCurrentWrong ? t({ zh: '密码不对。', en: 'This is not your password.' }) : said('/current')
          }
        />
        <TextField
          label={t({ zh: '新密码', en: 'New password' })}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          hint={t({ zh: '至少 10 个字，一句话也可以', en: 'at least 10 letters; a sentence will do' })}
          error={
            failure === undefined || isCurrentWrong || said('/current')
              ? undefined
              : (said('/password') ?? <Told error={failure} />)
          }
        />
        <div className="row">
          <Button type="submit" isPending={state === 'pending'}>
            {t({ zh: '更换密码', en: 'Change the password' })}
          </Button>
          <span className="saved" role="status">
            {state === 'done' ? (
              <>
                <StateShape shape="done" label={null} />
                {t({ zh: '已更换，别处的登录已退出', en: 'Changed; you are signed out elsewhere' })}
              </>
            ) : null}
          </span>
        </div>
      </form>
    </section>
  );
}
