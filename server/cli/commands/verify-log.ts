/** `verify-log`: whether the log is as it was written. */
import { diagnose } from '../../../engine/index.ts';
import { findEntry, verifyLog as verify } from '../../store/log.ts';
import { type Cli, examples } from '../command.ts';
import { type DatabaseOptions, databaseOptions, withStore } from '../database.ts';
import { logText } from '../log-text.ts';
import type { ExitCode, Session } from '../session.ts';

interface Options extends DatabaseOptions {
  expect?: string;
}

export function addVerifyLog(cli: Cli): void {
  const { program, say, act } = cli;
  const command = program
    .command('verify-log')
    .summary(say('核验日志没有被改动', 'verify that the log was not tampered with'))
    .description(
      say(
        '逐条核验日志：每条与自己的摘要相符，首尾相接，没有缺少。整条日志被重写的，只有与从前记下的摘要相比才看得出：用 --expect。',
        'Holds every entry of the log against its hash and the one before. That the whole log was rewritten shows only against a hash that was noted earlier: give it with --expect.',
      ),
    )
    .option(
      `--expect <${say('摘要', 'hash')}>`,
      say('从前记下的摘要；日志里须有这一条', 'a hash noted earlier; the log must have that entry'),
    );
  for (const option of databaseOptions(cli)) command.addOption(option);
  command
    .addHelpText('after', examples(cli, ['zhunsheng verify-log', 'zhunsheng verify-log --expect 3f6c…']))
    .action(act((session, options: Options) => verifyLog(session, options)));
}

async function verifyLog(session: Session, options: Options): Promise<ExitCode> {
  const hash = options.expect?.trim().toLowerCase();
  if (hash !== undefined && !/^[0-9a-f]{64}$/.test(hash)) {
    const expected = { zh: ' 64 位十六进制的摘要', en: 'a hash of 64 hexadecimal digits' };
    return session.refuse([diagnose('bad-option-value', { name: '--expect', value: hash, expected })]);
  }
  return withStore(session, options, async (store) => {
    const verification = await verify(store.db);
    const seq = hash === undefined ? undefined : await findEntry(store.db, hash);
    // An entry behind the place where the log is broken vouches for nothing.
    const isFound = seq !== undefined && seq <= verification.entries;
    const expected = hash === undefined ? undefined : { hash, found: isFound, ...(isFound ? { seq } : {}) };
    if (session.json) session.printJson({ ...verification, ...(expected ? { expected } : {}) });
    else
      session.print([
        ...logText(verification, session.language),
        ...(expected ? [expectedText(session, expected)] : []),
      ]);
    return verification.intact && expected?.found !== false ? 0 : 1;
  });
}

const expectedText = (
  { language }: Session,
  { found, seq, hash }: { found: boolean; seq?: number; hash: string },
): string => {
  if (!found)
    return language === 'zh'
      ? `没有摘要为 ${hash} 的条目：记下它之后，日志被重写过`
      : `no entry has the hash ${hash}: the log was rewritten after it was noted`;
  return language === 'zh'
    ? `摘要 ${hash} 是第 ${seq} 条：到这一条为止，没有被重写`
    : `the hash ${hash} is that of entry ${seq}: up to it nothing was rewritten`;
};
