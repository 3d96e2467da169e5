/** The program as people run it: a server on a port of this machine with a database of its own, and the built pages. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { ApiProblem, createClient } from '../../../server/client/client.ts';
import { WebPages } from '../../../server/http/web-pages.ts';
import { repositoryRulebooks } from '../../../server/library.ts';
import type { Role } from '../../../server/people/rights.ts';
import { type Serving, serve } from '../../../server/serve.ts';
import { readSettings } from '../../../server/settings.ts';
import { root } from '../../support/repository.ts';

/** Builds the pages where they are missing or made from other sources. */
export function buildPages(): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'server/tools/pages/build.ts', '--if-stale'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the pages were not built:\n${stderr}`);
}

export interface Served {
  /** As `http://127.0.0.1:8787`. */
  url: string;
  /** The code that the terminal shows while there is no administrator. */
  code: string;
  close(): Promise<void>;
}

/** Starts it, with nothing limited; `isTrial` as `--sample` does, with sample data that anybody may try. */
export async function startServer({ isTrial = false } = {}): Promise<Served> {
  buildPages();
  const data = mkdtempSync(join(tmpdir(), 'zhunsheng-web-'));
  const { settings } = readSettings({ RATE_LIMIT: '0', SIGN_IN_LIMIT: '0', PORT: '0', ZHUNSHENG_DATA: data });
  const serving: Serving = await serve({
    settings: { ...settings, trial: isTrial },
    rulebooks: repositoryRulebooks(),
    pages: WebPages.builtFolder,
    log: pino({ level: 'silent' }),
  });
  return {
    url: serving.url,
    code: serving.platform.services.setup.code,
    close: async () => {
      await serving.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The password of everybody made here. */
export const password = 'correct horse battery';

/** Calls the API as a browser would, with a cookie of its own. */
export function visitor(url: string) {
  let cookie = '';
  return createClient({
    base: url,
    fetch: async (address, init) => {
      const headers = { ...(init?.headers as Record<string, string>), ...(cookie ? { Cookie: cookie } : {}) };
      const response = await fetch(address, { ...init, headers });
      const [given] = response.headers.getSetCookie();
      if (given) cookie = given.split(';')[0]!;
      return response;
    },
  });
}

export type Visitor = ReturnType<typeof visitor>;

/** A region with a unit, and a person of every role, each with the name of the role. */
export interface Town {
  admin: Visitor;
  region: string;
  unit: string;
}

export async function makeTown({ url, code }: Served): Promise<Town> {
  const admin = visitor(url);
  const { value } = await admin.call('setUp', {
    body: { code, name: 'administrator', displayName: '周颖', password, region: '某某市' },
  });
  const region = value.person.unit.id;
  const made = await admin.call('createUnit', { body: { kind: 'unit', name: '某某局', parentId: region } });
  const unit = made.value.id;
  const people: readonly [Role, string, string][] = [
    ['policy', '王敏', region],
    ['reviewer', '赵岚', region],
    ['unit', '李敏', unit],
  ];
  for (const [role, displayName, unitId] of people)
    await admin.call('createPerson', { body: { name: role, displayName, role, unitId, password } });
  return { admin, region, unit };
}

/** The code of a refusal; fails where there was none. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem.code;
    throw error;
  }
  throw new Error('it was not refused');
}
