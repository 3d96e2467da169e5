/** The server on a port: listening, time limits, and closing in order. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
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

/**
 * Loads the rulebooks, then listens. `port` 0 takes any that is free; `url` says which. Where the address cannot be
 * listened on, rejects with the system's error (`code` is EADDRINUSE where the port is taken).
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
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
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
