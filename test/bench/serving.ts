/** The server as a process of its own, for what measures it from outside. */
import { type ChildProcess, spawn } from 'node:child_process';

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs it on an embedded database of its own; `command` is what Node is given. Answers once it is ready. */
export async function startServer(
  command: readonly string[],
  { port, data }: { port: number; data: string },
): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    ZHUNSHENG_DATA: data,
    DATABASE_URL: '',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
  };
  const server = spawn(process.execPath, [...command, 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return server;
    await pause(100);
  }
  throw new Error('the server does not answer');
}
