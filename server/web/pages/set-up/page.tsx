/** `/set-up`: the first administrator, by whoever can read the terminal of the server. */
import { type FormEvent, useState } from 'react';
import { Redirect } from 'wouter';
import { refusalCode } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { useApi } from '../../data/queries.ts';
import { isAllSaid, saidOf } from '../../data/refusals.ts';
import { setUp, useSession } from '../../data/session.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed, Loading, Told } from '../../parts/states.tsx';
import { Entrance } from '../../shell/entrance.tsx';
import { addressOf } from '../addresses.ts';

const nothing = { code: '', region: '', displayName: '', name: '', password: '' };
const lengthOfPassword = { zh: '至少 10 个字，一句话也可以', en: 'at least 10 letters; a sentence will do' };
const isShort = (password: string): boolean => [...password].length < 10;
const pointers = Object.keys(nothing).map((key) => `/${key}`);

export function Page() {
  const t = useT();
  const { data: session } = useSession();
  const status = useApi('getSetup', {});
  if (session) return <Redirect to="/" replace />;
  if (status.data && !status.data.needed) return <Redirect to={addressOf('signIn')} replace />;
  return (
    <Entrance
      isWide
      title={t({ zh: '设立第一位管理员', en: 'The first administrator' })}
      about={t({
        zh: '启动程序的窗口里印有一次性口令，用后作废。只有能看到那个窗口的人才能设立。',
        en: 'The window the program was started from shows a one-time code. Only who can see it can do this.',
      })}
    >
      {status.data ? (
        <SetUpForm />
      ) : status.error ? (
        <Failed error={status.error} retry={() => void status.refetch()} />
      ) : (
        <Loading />
      )}
      <div className="note">
        <StateShape shape="info" label={null} />
        <span>
          {t({
            zh: '之后可在“人员”里添加其他人。此页不再出现。',
            en: 'Others are added under “People” afterwards. This page is then gone.',
          })}
        </span>
      </div>
    </Entrance>
  );
}

function SetUpForm() {
  const t = useT();
  const [form, setForm] = useState(nothing);
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const isCodeWrong = refusalCode(failure) === 'wrong-code';
  const [isAsked, setAsked] = useState(false);
  const said = (key: keyof typeof nothing) => {
    if (isAsked && form[key].trim() === '') return t({ zh: '请填写。', en: 'Fill this in.' });
    if (isAsked && key === 'password' && isShort(form.password)) return t(lengthOfPassword);
    const message = saidOf(failure, `/${key}`);
    return message && t(message);
  };
  const field = (key: keyof typeof nothing) => ({
    name: key,
    value: form[key],
    error: said(key),
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setAsked(true);
    if (Object.values(form).some((value) => value.trim() === '') || isShort(form.password)) return;
    setPending(true);
    setFailure(undefined);
    try {
      await setUp(form);
    } catch (error) {
      setFailure(error);
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <TextField
        {...field('code')}
        label={t({ zh: '一次性口令', en: 'One-time code' })}
        hint={t({
          zh: '五组，每组四位，可连横线一起粘贴',
          en: 'five groups of four; dashes may be pasted along',
        })}
        error={isCodeWrong ? <Told error={failure} /> : said('code')}
        autoFocus
      />
      <div className="pair">
        <TextField
          {...field('region')}
          label={t({ zh: '地区', en: 'Region' })}
          hint={t({ zh: '下级单位都归在它之下', en: 'all units stand below it' })}
        />
        <TextField {...field('displayName')} label={t({ zh: '姓名', en: 'Your name' })} autoComplete="name" />
        <TextField
          {...field('name')}
          label={t({ zh: '登录名', en: 'Name to sign in with' })}
          hint={t({ zh: '至少两个字，可用字母、数字', en: 'letters and digits, at least two' })}
          autoComplete="username"
        />
        <TextField
          {...field('password')}
          label={t({ zh: '密码', en: 'Password' })}
          hint={t(lengthOfPassword)}
          type="password"
          autoComplete="new-password"
        />
      </div>
      {failure !== undefined && !isCodeWrong && !isAllSaid(failure, pointers) ? (
        <Failed error={failure} />
      ) : null}
      <Button look="primary" type="submit" isPending={isPending} className="wide">
        {t({ zh: '设立并进入', en: 'Create and go on' })}
      </Button>
    </form>
  );
}
