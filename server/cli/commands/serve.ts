/** `serve`: the HTTP API and the pages. */
import { type Bilingual, diagnose } from '../../../engine/index.ts';
import { type Cli, examples } from '../command.ts';
import type { ExitCode, Session } from '../session.ts';

export function addServe(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('serve')
    .summary(say('启动网页与接口', 'start the pages and the API'))
    .description(
      say('启动网页与 HTTP 接口，按 Ctrl+C 停止。', 'Starts the pages and the HTTP API; Ctrl+C stops it.'),
    )
    .option(
      `--port <${say('端口', 'port')}>`,
      say('端口，省略为环境变量 PORT 或 8787', 'port; PORT or 8787 when left out'),
      process.env.PORT ?? '8787',
    )
    .option(
      `--host <${say('地址', 'host')}>`,
      say(
        '监听的地址，省略为环境变量 HOST 或 127.0.0.1（仅本机）',
        'address to listen on; HOST or 127.0.0.1 when left out',
      ),
      process.env.HOST ?? '127.0.0.1',
    )
    .addHelpText('after', examples(cli, ['zhunsheng serve', 'zhunsheng serve --port 9000 --host 0.0.0.0']))
    .action(act((session, options: { port: string; host: string }) => serve(session, options)));
}

async function serve(session: Session, { port, host }: { port: string; host: string }): Promise<ExitCode> {
  const expected = { zh: ' 0 到 65535 的整数', en: 'a whole number from 0 to 65535' };
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    return session.refuse([diagnose('bad-option-value', { name: '--port', value: port, expected })]);
  const { serve: start } = await import('../../http/serve.ts');
  try {
    const { url, close } = await start({ host, port: Number(port), rulebooks: session.library.folder });
    session.print([
      session.language === 'zh' ? `已启动：${url}（按 Ctrl+C 停止）` : `listening on ${url} (Ctrl+C stops)`,
    ]);
    await stopAsked();
    await close();
    return 0;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
    if (!reason) throw error;
    return session.refuse([diagnose('cannot-listen', { host, port, reason })]);
  }
}

/** What the system says of an address that cannot be listened on. */
const reasons: Record<string, Bilingual> = {
  EADDRINUSE: { zh: '端口已被别的程序占用', en: 'another program has the port' },
  EACCES: { zh: '没有权限使用这个端口', en: 'the port may not be used' },
  EADDRNOTAVAIL: { zh: '本机没有这个地址', en: 'this machine has no such address' },
  ENOTFOUND: { zh: '找不到这个主机名', en: 'there is no host of that name' },
  EAI_AGAIN: { zh: '找不到这个主机名', en: 'there is no host of that name' },
};

const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
