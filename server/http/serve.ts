/** The server on a port: listening, time limits, and closing in order. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Bilingual } from '../../engine/index.ts';
import { Library } from '../library.ts';
import { createApp } from './app.ts';

/** Milliseconds a client may take, so that slow ones hold no connection for ever. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
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

/**
 * Loads the rulebooks, then listens. `port` 0 takes any that is free; `url` says which. Rejects with CannotListen where
 * the address is taken or is not this machine's.
 */
export async function serve(options: {
  host: string;
  port: number;
  rulebooks: string;
  limits?: Partial<typeof limits>;
}): Promise<{ url: string; close(): Promise<void> }> {
  const library = new Library(options.rulebooks);
  await library.all();
  const server = createAdaptorServer({
    fetch: createApp(library).fetch,
    serverOptions: { ...limits, ...options.limits },
  }) as Server;
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, close: () => close(server) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      reject(new CannotListen(reasonOf(error, host, port), error));
    server.once('error', fail);
    try {
      server.listen(port, host, resolve);
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  });
}

function reasonOf({ code = '', message }: NodeJS.ErrnoException, host: string, port: number): Bilingual {
  const known: Record<string, Bilingual> = {
    EADDRINUSE: {
      zh: `端口 ${port} 已被别的程序占用；请换一个端口`,
      en: `port ${port} is taken by another program; choose another one`,
    },
    EACCES: {
      zh: `无权使用端口 ${port}；请换一个 1024 以上的端口`,
      en: `port ${port} may not be used; choose one above 1024`,
    },
    ERR_SOCKET_BAD_PORT: {
      zh: `没有 ${port} 这个端口；应在 0 与 65535 之间`,
      en: `there is no port ${port}; it must be from 0 to 65535`,
    },
    EADDRNOTAVAIL: { zh: `本机没有地址 ${host}`, en: `this machine has no address ${host}` },
    ENOTFOUND: { zh: `找不到主机名 ${host}`, en: `there is no host named ${host}` },
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
