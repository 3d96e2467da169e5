/** The server on a port: listening, time limits, and closing in order. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Bilingual } from '../engine/index.ts';
import { createApp } from './http/app.ts';
import { Library } from './library.ts';
import { openPlatform, type Platform } from './platform.ts';
import { beginTrial, checkTrial } from './sample/trial.ts';
import type { Settings } from './settings.ts';

/** Milliseconds a client may take, so that slow ones hold no connection for ever. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than proxies keep their connections, so that none is cut while a request is on its way.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
};

/** Milliseconds answers under way are given to finish when the server closes. */
const grace = 5_000;

/** Why the address cannot be listened on; the message is in English, `told` in both languages. */
export class CannotListen extends Error {
  readonly told: Bilingual;

  constructor(told: Bilingual, cause: unknown) {
    super(told.en, { cause });
    this.name = 'CannotListen';
    this.told = told;
  }
}

/** A server that listens. */
export interface Serving {
  url: string;
  platform: Platform;
  /** Finishes what is under way, then closes the database. */
  close(): Promise<void>;
}

/**
 * Opens the database with the rulebooks of a folder in it, then listens. Port 0 takes any that is free; `url` says which.
 * Rejects with CannotListen where the address is taken or is not this machine's, with CannotTry where a trial cannot be.
 */
export async function serve(options: {
  settings: Settings;
  rulebooks: string;
  /** The folder of the built pages, where they are served. */
  pages?: string;
  log?: Logger;
  limits?: Partial<typeof limits>;
}): Promise<Serving> {
  const { settings, log } = options;
  if (settings.trial) checkTrial(settings);
  const platform = await openPlatform(settings, new Library(options.rulebooks), {
    log,
    pages: options.pages,
  });
  const server = createAdaptorServer({
    fetch: createApp(platform.services).fetch,
    serverOptions: { ...limits, ...options.limits },
  }) as Server;
  try {
    if (settings.trial) await beginTrial(platform.services, settings);
    await listen(server, settings.host, settings.port);
  } catch (error) {
    await platform.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host}:${port}`,
    platform,
    close: () => (closed ??= close(server).then(() => platform.close())),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new CannotListen(reasonOf(error), error));
    server.once('error', fail);
    try {
      server.listen(port, host, resolve);
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  });
}

function reasonOf({ code = '', message }: NodeJS.ErrnoException): Bilingual {
  const known: Record<string, Bilingual> = {
    EADDRINUSE: {
      zh: '端口已被别的程序占用',
      en: 'another program has the port',
    },
    EACCES: {
      zh: `没有权限使用这个端口，1024 以上的都可以`,
      en: `the port may not be used; those above 1024 may`,
    },
    ERR_SOCKET_BAD_PORT: {
      zh: `端口应在 0 与 65535 之间`,
      en: `a port is from 0 to 65535`,
    },
    EADDRNOTAVAIL: { zh: `本机没有这个地址`, en: `this machine has no such address` },
    ENOTFOUND: { zh: '找不到这个主机名', en: 'there is no host of that name' },
    EAI_AGAIN: { zh: '找不到这个主机名', en: 'there is no host of that name' },
  };
  return known[code] ?? { zh: message, en: message };
}

/** Takes no more connections, lets answers under way finish, then cuts what is left. */
function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), grace);
    server.close((error) => {
      clearTimeout(cut);
      if (error && (error as NodeJS.ErrnoException).code !== 'ERR_SERVER_NOT_RUNNING') reject(error);
      else resolve();
    });
    server.closeIdleConnections();
  });
}
