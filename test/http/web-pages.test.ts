/** Built pages behind the server: one HTML for their addresses, files for good, answers compressed. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { encodingFor } from '../../server/http/encoding.ts';
import { WebPages } from '../../server/http/web-pages.ts';
import { Library } from '../../server/library.ts';
import { servicesWith } from '../support/platform.ts';

const script = `console.log(${JSON.stringify('准绳'.repeat(200))})`;

/** A folder as a build leaves it. */
function built(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-pages-'));
  mkdirSync(join(folder, 'assets'));
  const files = { 'index.html': '<!doctype html><title>准绳</title>', 'assets/main-1a2b.js': script };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
  }
  const manifest = {
    sources: '',
    addresses: ['/', '/tasks', '/forms/:submission'],
    assets: ['main-1a2b.js'],
  };
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(manifest));
  return folder;
}

const services = await servicesWith(new Library());
const app = createApp({ ...services, webPages: WebPages.in(built()) });
const withoutPages = createApp(services);

const get = (path: string, headers: Record<string, string> = {}, of = app) => of.request(path, { headers });
const bytes = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('addresses of pages', () => {
  it.each(['/', '/tasks', '/tasks/', '/forms/7', '/forms/a%2Fb?line=x'])('%s is a page', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>准绳</title>');
  });

  it('is not sent again where the browser has it', async () => {
    const tag = (await get('/tasks')).headers.get('ETag');
    expect((await get('/tasks', { 'If-None-Match': tag! })).status).toBe(304);
  });

  it('takes no other method', async () => {
    const response = await app.request('/tasks', { method: 'POST' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect((await app.request('/tasks', { method: 'HEAD' })).status).toBe(200);
  });

  it('an address that is nothing is a page for a person and a problem for a program', async () => {
    const person = await get('/nowhere', { Accept: 'text/html,*/*;q=0.8' });
    expect([person.status, person.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8']);
    const program = await get('/nowhere', { Accept: 'application/json' });
    expect([program.status, program.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    const api = await get('/api/nowhere', { Accept: 'text/html' });
    expect(api.headers.get('Content-Type')).toBe('application/problem+json');
  });

  it('are nothing where no pages were built, and the first page shows the API', async () => {
    expect((await get('/tasks', { Accept: 'text/html' }, withoutPages)).status).toBe(404);
    expect(await (await get('/', {}, withoutPages)).text()).toContain('/docs?lang=zh');
    expect(WebPages.in('/nowhere')).toBeUndefined();
  });

  it('the API is still shown under /about', async () => {
    expect(await (await get('/about')).text()).toContain('/docs?lang=zh');
  });
});

describe('files of pages', () => {
  it('are kept by the browser for good', async () => {
    const response = await get('/assets/main-1a2b.js');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe(script);
  });

  it('come compressed as the browser takes them', async () => {
    const br = await get('/assets/main-1a2b.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect([br.headers.get('Content-Encoding'), br.headers.get('Vary')]).toEqual(['br', 'Accept-Encoding']);
    expect(brotliDecompressSync(await bytes(br)).toString()).toBe(script);
    const gz = await get('/assets/main-1a2b.js', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(gz.headers.get('Content-Encoding')).toBe('gzip');
    expect(gunzipSync(await bytes(gz)).toString()).toBe(script);
  });

  it('are only those of the list, beside the few the server has itself', async () => {
    for (const name of ['pages.json', '..%2fpages.json', 'main-1a2b.js.br', '__proto__'])
      expect((await get(`/assets/${name}`)).status, name).toBe(404);
    expect((await get('/assets/mark.svg')).status).toBe(200);
  });
});

describe('answers of the API', () => {
  it('are compressed, and the same when they are unpacked', async () => {
    const plain = await bytes(await get('/openapi.json'));
    const br = await get('/openapi.json', { 'Accept-Encoding': 'br' });
    const gz = await get('/openapi.json', { 'Accept-Encoding': 'gzip' });
    expect(brotliDecompressSync(await bytes(br))).toEqual(Buffer.from(plain));
    const packed = await bytes(gz);
    expect(gunzipSync(packed)).toEqual(Buffer.from(plain));
    expect(packed.length).toBeLessThan(plain.length / 4);
  });

  it('keep their tag, by which a browser knows that nothing changed', async () => {
    const headers = { 'Accept-Encoding': 'br' };
    const first = await get('/api/rulebooks', headers);
    expect(first.headers.get('ETag')).toBe((await get('/api/rulebooks')).headers.get('ETag'));
    const again = await get('/api/rulebooks', { ...headers, 'If-None-Match': first.headers.get('ETag')! });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('are left as they are where they are small or nothing may be packed', async () => {
    const small = await get('/healthz', { 'Accept-Encoding': 'br' });
    expect([small.headers.get('Content-Encoding'), await small.json()]).toEqual([
      null,
      expect.objectContaining({ status: 'ok' }),
    ]);
    for (const header of ['identity', 'br;q=0, gzip;q=0.0', 'zstd'])
      expect(
        (await get('/openapi.json', { 'Accept-Encoding': header })).headers.get('Content-Encoding'),
      ).toBe(null);
  });

  it('with the token against forgery are never compressed', async () => {
    const status = await get('/api/setup', { 'Accept-Encoding': 'br' });
    expect(status.headers.get('Vary')).toBe(null);
  });
});

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['', undefined],
  [undefined, undefined],
])('of %s it takes %s', (header, encoding) => expect(encodingFor(header)).toBe(encoding));
