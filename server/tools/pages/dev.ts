/** Serves the pages from their sources, reloading as they change; everything else comes from the server beside it. */
import { createServer } from 'vite';
import { pagesConfig } from './config.ts';

const target = process.env.ZHUNSHENG_API ?? 'http://127.0.0.1:8787';
const others = ['/api', '/assets', '/docs', '/about', '/openapi.json', '/healthz', '/readyz', '/metrics'];

const server = await createServer({
  ...pagesConfig,
  logLevel: 'info',
  server: { host: '127.0.0.1', proxy: Object.fromEntries(others.map((path) => [path, target])) },
});
await server.listen();
server.printUrls();
