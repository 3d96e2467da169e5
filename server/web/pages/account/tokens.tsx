/** Tokens for machines: issued here, shown once, taken back. */
import { type FormEvent, useState } from 'react';
import type { ApiToken, IssuedToken } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed, useApi } from '../../data/queries.ts';
import { isAllSaid, saidOf } from '../../data/refusals.ts';
import { dayOf } from '../../data/times.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { StateShape } from '../../parts/state-shape.tsx';
import { Failed, Read, Told } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';
import { Theirs } from '../../parts/theirs.tsx';

export function Tokens() {
  const t = useT();
  const tokens = useApi('listTokens', {});
  const [issued, setIssued] = useState<IssuedToken>();
  const [failure, setFailure] = useState<unknown>();
  const title = t({ zh: '接口令牌', en: 'API tokens' });
  const revoke = async ({ id }: ApiToken) => {
    setFailure(undefined);
    try {
      await ask('revokeToken', { path: { token: id } });
    } catch (error) {
      setFailure(error);
    }
    await changed('listTokens');
  };
  return (
    <section className="card whole" aria-labelledby="account-tokens">
      <div className="hd">
        <h2 id="account-tokens">{title}</h2>
        <span className="small muted">
          {t({ zh: '供程序使用，权限与你相同', en: 'for programs; they may do what you may' })}
        </span>
      </div>
      <div className="bd">
        <NewToken issued={setIssued} />
        {issued ? <Secret issued={issued} /> : null}
      </div>
      {failure === undefined ? null : <Failed error={failure} />}
      <Read of={tokens} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="bd soft s13">{t({ zh: '还没有令牌。', en: 'There are no tokens.' })}</p>
          ) : (
            <Table
              label={title}
              head={
                <>
                  <th scope="col">{t({ zh: '用途', en: 'For' })}</th>
                  <th scope="col">{t({ zh: '建立', en: 'Issued' })}</th>
                  <th scope="col">{t({ zh: '到期', en: 'Until' })}</th>
                  <th scope="col">{t({ zh: '最近使用', en: 'Last used' })}</th>
                  <th scope="col">
                    <span className="vh">{t({ zh: '可做的', en: 'Actions' })}</span>
                  </th>
                </>
              }
            >
              {items.map((token) => (
                <tr key={token.id}>
                  <td>
                    <Theirs>{token.name}</Theirs>
                  </td>
                  <td>{t(dayOf(token.createdAt))}</td>
                  <td>{t(dayOf(token.expiresAt))}</td>
                  <td>{token.usedAt ? t(dayOf(token.usedAt)) : t({ zh: '还没有用过', en: 'never' })}</td>
                  <td className="num">
                    <Button
                      size="small"
                      onPress={() => void revoke(token)}
                      label={t({ zh: `收回“${token.name}”`, en: `Revoke “${token.name}”` })}
                    >
                      {t({ zh: '收回', en: 'Revoke' })}
                    </Button>
                  </td>
                </tr>
              ))}
            </Table>
          )
        }
      </Read>
    </section>
  );
}

function NewToken({ issued }: { issued: (token: IssuedToken) => void }) {
  const t = useT();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [failure, setFailure] = useState<unknown>();
  const said = (field: string) => {
    const message = saidOf(failure, field);
    return message && t(message);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    try {
      issued(await ask('issueToken', { body: { name, days } }));
      setName('');
      await changed('listTokens');
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <div className="new-token">
        <TextField
          label={t({ zh: '用途', en: 'For' })}
          value={name}
          onChange={setName}
          error={said('/name')}
        />
        <TextField
          label={t({ zh: '有效期', en: 'Good for' })}
          unit={t({ zh: '天', en: 'days' })}
          value={days}
          onChange={setDays}
          error={said('/days')}
          isNumber
        />
        <Button type="submit">{t({ zh: '建立令牌', en: 'Issue a token' })}</Button>
      </div>
      {failure === undefined || isAllSaid(failure, ['/name', '/days']) ? null : (
        <div className="note lost" role="alert">
          <StateShape shape="error" label={null} />
          <div>
            <Told error={failure} />
          </div>
        </div>
      )}
    </form>
  );
}

/** A new token, to be copied now. */
function Secret({ issued: { name, token } }: { issued: IssuedToken }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    setCopied(true);
  };
  return (
    <div className="note won" role="status">
      <StateShape shape="done" label={null} />
      <div className="grow">
        <p>
          {t({
            zh: `“${name}”的令牌，只显示这一次：`,
            en: `The token for “${name}”; it is shown only this once:`,
          })}
        </p>
        <code className="secret">{token}</code>
      </div>
      <Button size="small" onPress={() => void copy()}>
        {isCopied ? t({ zh: '已复制', en: 'Copied' }) : t({ zh: '复制', en: 'Copy' })}
      </Button>
    </div>
  );
}
