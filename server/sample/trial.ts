/** What a server that is there to be tried begins with: the sample data, and nothing else. */
import { type Diagnostic, diagnose } from '../../engine/index.ts';
import { isLoopback } from '../loopback.ts';
import type { Settings } from '../settings.ts';
import { shownDatabase } from '../store/database.ts';
import { type Loaders, loadSample } from './load.ts';
import { isAlone } from './state.ts';

/** Why there can be no trial. */
export class CannotTry extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message.en);
    this.name = 'CannotTry';
    this.diagnostic = diagnostic;
  }
}

const refused = (name: string, value: string, zh: string, en: string): CannotTry =>
  new CannotTry(diagnose('bad-option-value', { name, value, expected: { zh, en } }));

/** Anybody who reaches the server is let in as whom they like, so nobody else may. Throws CannotTry. */
export function checkTrial({ host, publicUrl, trustProxy }: Settings): void {
  if (!isLoopback(host))
    throw refused(
      '--host',
      host,
      ' 127.0.0.1、::1 或 localhost：--sample 不用密码就能进，只能在本机试用',
      '127.0.0.1, ::1 or localhost: with --sample anyone gets in without a password, so it is for this machine alone',
    );
  const proxied = publicUrl === undefined ? (trustProxy ? 'TRUST_PROXY' : undefined) : 'PUBLIC_URL';
  if (proxied !== undefined)
    throw refused(
      proxied,
      publicUrl ?? '1',
      '空的：--sample 只能在本机试用，不能经代理',
      'left out: --sample is for this machine alone, not behind a proxy',
    );
}

/** Loads the sample, with an administrator of its own, where it is not there yet. Throws CannotTry where anything else is. */
export async function beginTrial(
  { store, library, sample }: Omit<Loaders, 'sample'> & Partial<Pick<Loaders, 'sample'>>,
  settings: Settings,
): Promise<void> {
  const name = shownDatabase(settings);
  if (!(await isAlone(store.db)))
    throw refused(
      '--data',
      name,
      '空的目录，或只装有演示数据的：--sample 不与别的数据同放',
      'a folder that is empty or holds sample data alone: --sample does not mix with other data',
    );
  if (!sample)
    throw refused(
      '--sample',
      name,
      '带有 sample.yaml 的规则目录',
      'used with rulebooks that have a sample.yaml',
    );
  await loadSample({ store, library, sample }, { personId: null, passwordHash: null, administrator: true });
}
