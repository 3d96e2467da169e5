/** `backup FILE`: everything in one file. */
import { backUp } from '../../store/backup.ts';
import { type Cli, examples } from '../command.ts';
import { type DatabaseOptions, databaseOptions, withStore } from '../database.ts';
import type { ExitCode, Session } from '../session.ts';

interface Options extends DatabaseOptions {
  force?: boolean;
}

export function addBackup(cli: Cli): void {
  const { program, say, act } = cli;
  const command = program
    .command('backup')
    .summary(say('把全部数据存成一个文件', 'keep everything in one file'))
    .description(
      say(
        '把数据库里的全部内容（登录除外）存成一个文件，都是同一时刻的；服务器可照常运行。文件里有密码的散列，只有运行者能读，请妥善保管。',
        'Writes all of the database but who is signed in to one file, as it stands at one moment, while the server may be running. It holds hashes of passwords: only whoever runs this can read it; keep it safe.',
      ),
    )
    .argument(`<${say('文件', 'file')}>`, say('写到哪里', 'where to write'))
    .option('--force', say('换掉已有的文件', 'replace a file that is there'));
  for (const option of databaseOptions(cli)) command.addOption(option);
  command
    .addHelpText('after', examples(cli, ['zhunsheng backup zhunsheng.backup']))
    .action(act((session, file: string, options: Options) => backup(session, file, options)));
}

const backup = (session: Session, file: string, options: Options): Promise<ExitCode> =>
  withStore(session, options, async (store) => {
    const { backedUp, diagnostics } = await backUp(store, file, { replace: options.force });
    if (!backedUp) return session.refuse(diagnostics);
    const { rows, log } = backedUp;
    const count = String(Object.values(rows).reduce((sum, one) => sum + one, 0));
    if (session.json) session.printJson(backedUp);
    else
      session.print(
        session.language === 'zh'
          ? [
              `已写出 ${file}：${count} 行`,
              `日志 ${log.entries} 条，末条的摘要（请记下，日后可用 verify-log --expect 核对）：${log.head}`,
            ]
          : [
              `wrote ${file}: ${count} rows`,
              `${log.entries} entries in the log; the hash of the last, to be noted for verify-log --expect: ${log.head}`,
            ],
      );
    return 0;
  });
