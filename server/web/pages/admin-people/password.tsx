/** A password that was just made; it is not told again. */
import { useT } from '../../data/language.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { StateShape } from '../../parts/state-shape.tsx';

export function Password({ name, password }: { name: string; password: string }) {
  const t = useT();
  return (
    <div className="note warn" role="status">
      <StateShape shape="warning" label={null} />
      <span className="grow">
        {t({ zh: '密码只显示这一次：', en: 'The password is shown this once: ' })}
        <b className="secret">{password}</b>
        <br />
        {t({
          zh: `请交给“${name}”本人，登录后在“账户”里换掉。`,
          en: `Hand it to “${name}”, who changes it under “Account”.`,
        })}
      </span>
      <CopyButton text={password}>{t({ zh: '复制密码', en: 'Copy it' })}</CopyButton>
    </div>
  );
}
