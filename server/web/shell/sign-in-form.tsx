/** Name and password. What is wrong is told under the field, in the words of the server. */
import { type FormEvent, useRef, useState } from 'react';
import type { Session } from '../../../schemas/generated/types.ts';
import { ApiProblem } from '../data/api.ts';
import { useT } from '../data/language.ts';
import { signIn } from '../data/session.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Told } from '../parts/states.tsx';

export function SignInForm({ name: known, done }: { name?: string; done?: (session: Session) => void }) {
  const t = useT();
  const [name, setName] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setFailure(undefined);
    try {
      const session = await signIn({ name, password });
      setPassword('');
      done?.(session);
    } catch (error) {
      setFailure(error);
      passwordField.current?.select();
    } finally {
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={t({ zh: '登录名', en: 'Name' })}
        name="username"
        autoComplete="username"
        value={name}
        onChange={setName}
        isReadOnly={known !== undefined}
        autoFocus={known === undefined}
      />
      <TextField
        label={t({ zh: '密码', en: 'Password' })}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        inputRef={passwordField}
        autoFocus={known !== undefined}
        error={
          failure === undefined ? undefined : failure instanceof ApiProblem ? (
            <Said problem={failure} />
          ) : (
            <Told error={failure} />
          )
        }
      />
      <Button look="primary" type="submit" isPending={isPending} className="wide">
        {t({ zh: '登录', en: 'Sign in' })}
      </Button>
    </form>
  );
}

/** A refusal in one line. */
function Said({ problem: { problem } }: { problem: ApiProblem }) {
  return (
    <>
      {problem.title}
      {problem.detail ? ` ${problem.detail}` : ''}
      {problem.diagnostics?.length ? (
        <Told error={new ApiProblem({ ...problem, title: '', detail: undefined }, undefined)} />
      ) : null}
    </>
  );
}
