/** `restore FILE`: from a backup to an empty database. */
import { restore as restoreInto } from '../../store/restore.ts';
import { type Cli, examples } from '../command.ts';
import { type DatabaseOptions, databaseOptions, withDatabase } from '../database.ts';
import { logText } from '../log-text.ts';
import type { ExitCode, Session } from '../session.ts';

export function addRestore(cli: Cli): void {
  const { program, say, act } = cli;
  const command = program
    .command('restore')
    .summary(say('把备份恢复到空的数据库', 'put a backup into an empty database'))
    .description(
      say(
        '先把备份从头到尾核对一遍，再恢复到空的数据库（没有就建立）；不空的不动。内嵌数据库与 PostgreSQL 的备份可互相恢复。全部写入，或全不写入；随后核验日志。',
        'Checks the backup from end to end, then puts it into an empty database, which is made where there is none; any other is left alone. What was backed up from the embedded database can go to PostgreSQL, and back. All of it is written, or nothing; then the log is verified.',
      ),
    )
    .argument(`<${say('文件', 'file')}>`, say('backup 写出的文件', 'a file that backup wrote'));
  for (const option of databaseOptions(cli)) command.addOption(option);
  command
    .addHelpText('after', examples(cli, ['zhunsheng restore zhunsheng.backup --data elsewhere']))
    .action(act((session, file: string, options: DatabaseOptions) => restore(session, file, options)));
}

const restore = (session: Session, file: string, options: DatabaseOptions): Promise<ExitCode> =>
  withDatabase(session, options, async (settings) => {
    const { restored, diagnostics } = await restoreInto(settings, file);
    if (!restored) return session.refuse(diagnostics);
    const { at, rows, log } = restored;
    const count = String(Object.values(rows).reduce((sum, one) => sum + one, 0));
    if (session.json) session.printJson(restored);
    else
      session.print([
        session.language === 'zh'
          ? `已恢复 ${file}（${at} 的备份）：${count} 行`
          : `restored ${file}, a backup of ${at}: ${count} rows`,
        ...logText(log, session.language),
      ]);
    return log.intact ? 0 : 1;
  });
