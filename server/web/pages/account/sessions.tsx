/** Where one is signed in, and the way out of everywhere else. */
import { useState } from 'react';
import { ask } from '../../data/api.ts';
import { useT } from '../../data/language.ts';
import { changed, useApi } from '../../data/queries.ts';
import { momentOf } from '../../data/times.ts';
import { Button } from '../../parts/button.tsx';
import { Failed, Read } from '../../parts/states.tsx';
import { Table } from '../../parts/table.tsx';

export function Sessions() {
  const t = useT();
  const sessions = useApi('listSessions', {});
  const [failure, setFailure] = useState<unknown>();
  const title = t({ zh: '在各处的登录', en: 'Where you are signed in' });
  const leaveOthers = async () => {
    setFailure(undefined);
    try {
      await ask('endOtherSessions', {});
    } catch (error) {
      setFailure(error);
    }
    await changed('listSessions');
  };
  return (
    <section className="card whole" aria-labelledby="account-sessions">
      <div className="hd">
        <h2 id="account-sessions">{title}</h2>
        <span className="grow" />
        {sessions.data && sessions.data.items.length > 1 ? (
          <Button size="small" onPress={() => void leaveOthers()}>
            {t({ zh: '退出其他各处', en: 'Sign out everywhere else' })}
          </Button>
        ) : null}
      </div>
      {failure === undefined ? null : <Failed error={failure} />}
      <Read of={sessions} lines={2}>
        {({ items }) => (
          <Table
            label={title}
            head={
              <>
                <th scope="col">{t({ zh: '登录时间', en: 'Since' })}</th>
                <th scope="col">{t({ zh: '到期', en: 'Until' })}</th>
                <th scope="col">{t({ zh: '何处', en: 'Where' })}</th>
              </>
            }
          >
            {items.map(({ id, createdAt, expiresAt, isCurrent }) => (
              <tr key={id}>
                <td>{t(momentOf(createdAt))}</td>
                <td>{t(momentOf(expiresAt))}</td>
                <td>
                  {isCurrent
                    ? t({ zh: '这里', en: 'here' })
                    : t({ zh: '别处的浏览器', en: 'another browser' })}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Read>
    </section>
  );
}
