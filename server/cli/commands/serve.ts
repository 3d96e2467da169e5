/** `serve`: the HTTP API and the pages. */
import { join } from 'node:path';
import { diagnose } from '../../../engine/index.ts';
import type { Setup } from '../../people/setup.ts';
import { CannotTry } from '../../sample/trial.ts';
import { readSettings, variables } from '../../settings.ts';
import { CannotOpen } from '../../store/database.ts';
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
    )
    .option(
      `--host <${say('地址', 'host')}>`,
      say(
        '监听的地址，省略为环境变量 HOST 或 127.0.0.1（仅本机）',
        'address to listen on; HOST or 127.0.0.1 when left out',
      ),
    )
    .option(
      `--data <${say('目录', 'folder')}>`,
      say(
        '内嵌数据库的目录，省略为环境变量 ZHUNSHENG_DATA 或 data',
        'folder of the embedded database; ZHUNSHENG_DATA or data when left out',
      ),
    )
    .option(
      '--sample',
      say(
        '装好演示数据供试用，不用密码就能以各种身份进入；只限本机，数据另放在数据目录的 sample 里',
        'with sample data, to be tried as anybody without a password; on this machine alone, its data kept apart in the folder `sample`',
      ),
    )
    .addHelpText(
      'after',
      examples(cli, [
        'zhunsheng serve',
        'zhunsheng serve --sample',
        'zhunsheng serve --port 9000 --host 0.0.0.0',
      ]),
    )
    .addHelpText('after', () => `\n${say('环境变量：', 'Environment:')}\n${environmentText(cli)}`)
    .action(act((session, options: Options) => serve(session, options)));
}

interface Options {
  port?: string;
  host?: string;
  data?: string;
  sample?: boolean;
}

const environmentText = ({ say }: Cli): string =>
  variables
    .map(
      ([name, value, zh, en]) =>
        `  ${name.padEnd(20)}${say(zh, en)}${value ? say(`，默认 ${value}`, `; ${value} by default`) : ''}`,
    )
    .join('\n');

async function serve(session: Session, { port, host, data, sample = false }: Options): Promise<ExitCode> {
  const expected = { zh: ' 0 到 65535 的整数', en: 'a whole number from 0 to 65535' };
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65535))
    return session.refuse([diagnose('bad-option-value', { name: '--port', value: port, expected })]);
  // A folder that is named is the one that is meant, whatever database the environment names.
  const folder = data ?? (sample ? join(process.env.ZHUNSHENG_DATA?.trim() || 'data', 'sample') : undefined);
  const given = { PORT: port, HOST: host, ZHUNSHENG_DATA: folder, DATABASE_URL: folder && '' };
  const read = readSettings({ ...process.env, ...withoutAbsent(given) });
  const { diagnostics } = read;
  const settings = { ...read.settings, trial: sample };
  if (diagnostics.length > 0) return session.refuse(diagnostics);
  const { CannotListen, serve: start } = await import('../../serve.ts');
  const { WebPages } = await import('../../http/web-pages.ts');
  try {
    const { url, close, platform } = await start({
      settings,
      rulebooks: session.library.folder,
      pages: WebPages.builtFolder,
    });
    await announce(session, url, platform.services.setup, settings.trial);
    await stopAsked();
    await close();
    return 0;
  } catch (error) {
    const { host, port } = settings;
    if (error instanceof CannotListen)
      return session.refuse([diagnose('cannot-listen', { host, port: String(port), reason: error.told })]);
    if (error instanceof CannotOpen || error instanceof CannotTry) return session.refuse([error.diagnostic]);
    throw error;
  }
}

/** Says where the server is, and, while there is no administrator, the code that makes one. */
async function announce(session: Session, url: string, setup: Setup, trial: boolean): Promise<void> {
  const zh = session.language === 'zh';
  session.print([zh ? `已启动：${url}（按 Ctrl+C 停止）` : `listening on ${url} (Ctrl+C stops)`]);
  if (trial)
    session.print([
      zh
        ? '装有演示数据：打开网页，选一个身份即可进入，不用密码。'
        : 'with sample data: open the page and choose who to be; no password is needed.',
    ]);
  if (!(await setup.isNeeded())) return;
  session.print([
    zh
      ? `还没有管理员。建立管理员的一次性口令：${setup.code}`
      : `there is no administrator yet; the one-time code that makes one: ${setup.code}`,
  ]);
}

const withoutAbsent = <Value>(given: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(Object.entries(given).filter((one): one is [string, Value] => one[1] !== undefined));

const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
