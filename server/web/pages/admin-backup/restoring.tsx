/** What it takes to restore a backup: a terminal, an empty database, one command. */
import type { BackupList } from '../../../../schemas/generated/types.ts';
import { useT } from '../../data/language.ts';
import { CopyButton } from '../../parts/copy-button.tsx';

export function Restoring({ list: { items, folder, database } }: { list: BackupList }) {
  const t = useT();
  const name = items[0]?.name ?? 'zhunsheng.backup';
  const command = `zhunsheng restore "${folder}/${name}" --data restored`;
  return (
    <section className="card restoring" aria-labelledby="restoring">
      <h2 id="restoring">{t({ zh: '恢复', en: 'Restoring' })}</h2>
      <p className="s13 soft">
        {t({
          zh: '恢复在服务器的终端里做，只写进空的数据库，不动现用的：',
          en: 'A backup is restored from a terminal of the server, into an empty database; the one in use is left alone:',
        })}
      </p>
      <ol className="s13">
        <li>
          {t({
            zh: '运行下面的命令。它先把备份从头到尾核对一遍，再全部写入，最后核验日志。',
            en: 'Run the command below. It checks the backup from end to end, writes all of it, and verifies the log.',
          })}
          <div className="row wrap">
            <code>{command}</code>
            <CopyButton look="text" text={command}>
              {t({ zh: '复制命令', en: 'Copy the command' })}
            </CopyButton>
          </div>
        </li>
        <li>
          {t({
            zh: '停下服务器，以 ZHUNSHENG_DATA=restored（PostgreSQL 用 DATABASE_URL）再启动。大家重新登录。',
            en: 'Stop the server, and start it again with ZHUNSHENG_DATA=restored (for PostgreSQL with DATABASE_URL). Everybody signs in again.',
          })}
        </li>
      </ol>
      <dl className="places s13">
        <dt>{t({ zh: '备份放在', en: 'Backups are in' })}</dt>
        <dd>{folder}</dd>
        <dt>{t({ zh: '现用的数据库', en: 'The database in use' })}</dt>
        <dd>{database}</dd>
      </dl>
    </section>
  );
}
