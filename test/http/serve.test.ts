/** The server on a real port: sizes, slowness, and closing. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CannotListen, serve } from '../../server/serve.ts';
import { silent, temporaryFolder, testSettings } from '../support/platform.ts';
import { library, reform } from './client.ts';

const options = (port = 0) => ({
  settings: testSettings({ port, data: temporaryFolder() }),
  rulebooks: library.folder,
  log: silent,
});
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve({
    ...options(),
    limits: { requestTimeout: 600, headersTimeout: 400, connectionsCheckingInterval: 100 },
  });
});
afterAll(() => server.close());

const json = { 'Content-Type': 'application/json' };
const portOf = (url: string) => Number(new URL(url).port);

/** Sends raw bytes and returns everything that comes back until the connection ends. */
const raw = (text: string, thenEnd = false): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(portOf(server.url), '127.0.0.1', () =>
      thenEnd ? socket.end(text) : socket.write(text),
    );
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

it('scores a form', async () => {
  const body = JSON.stringify(reform());
  const response = await fetch(`${server.url}/api/evaluate`, { method: 'POST', body, headers: json });
  expect(((await response.json()) as { total: string }).total).toBe('92.52');
});

it('refuses a body in chunks as soon as it is too large', async () => {
  const answer = await new Promise<{ status: number | undefined; body: string; sent: number }>(
    (resolve, reject) => {
      let sent = 0;
      const asked = request(
        `${server.url}/api/evaluate`,
        { method: 'POST', headers: { ...json, 'Transfer-Encoding': 'chunked' } },
        (response) => {
          let body = '';
          response.on('data', (data) => {
            body += data;
          });
          response.on('end', () => {
            asked.destroy();
            resolve({ status: response.statusCode, body, sent });
          });
        },
      );
      asked.on('error', (error) => (asked.destroyed ? undefined : reject(error)));
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      const more = () => {
        if (asked.destroyed || asked.writableEnded || sent > 64 * 1024 * 1024) return;
        sent += chunk.length;
        asked.write(chunk, () => setImmediate(more));
      };
      more();
    },
  );
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'body-too-large' });
  expect(answer.sent).toBeLessThan(64 * 1024 * 1024);
});

it('refuses a body by its length before it comes', async () => {
  const answer = await raw(
    'POST /api/evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{',
  );
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
});

it('does not wait for ever for a slow body or slow headers', async () => {
  const body = await raw(
    'POST /api/evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{',
  );
  expect(body).toMatch(/^HTTP\/1.1 408 /);
  expect(await raw('GET / HTTP/1.1\r\nHost')).toMatch(/^HTTP\/1.1 408 /);
});

it('outlives clients that hang up or do not speak HTTP', async () => {
  await raw(
    'POST /api/evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{',
    true,
  );
  expect(await raw('\u0016\u0003\u0001 hello\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  expect(await raw('GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')).toMatch(
    /^HTTP\/1.1 [24]\d\d /,
  );
  expect(await raw('GET //[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 4\d\d /);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

it('says clearly that a port is taken', async () => {
  const port = portOf(server.url);
  const error = await serve(options(port)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CannotListen);
  expect((error as CannotListen).told).toEqual({
    zh: '端口已被别的程序占用',
    en: 'another program has the port',
  });
  await expect(serve(options(70_000))).rejects.toBeInstanceOf(CannotListen);
});

/** A request the server has begun to read: it was told to go on, and its body has not come yet. */
const begun = (url: string, body: string): Promise<{ finish(): void; status: Promise<number | undefined> }> =>
  new Promise((resolve, reject) => {
    const headers = { ...json, Expect: '100-continue', 'Content-Length': Buffer.byteLength(body) };
    const asked = request(`${url}/api/evaluate`, { method: 'POST', headers });
    const status = new Promise<number | undefined>((told) => {
      asked.on('response', (response) => {
        response.resume();
        told(response.statusCode);
      });
    });
    asked.on('continue', () => resolve({ finish: () => asked.end(body), status }));
    asked.on('error', reject);
    asked.flushHeaders();
  });

it('closes: the port is free again, answers under way are finished', async () => {
  const other = await serve(options(0));
  const body = JSON.stringify(reform());
  const underWay = await begun(other.url, body);
  const closing = other.close();
  underWay.finish();
  expect(await underWay.status).toBe(200);
  await closing;
  await expect(fetch(`${other.url}/healthz`)).rejects.toThrow();
  const again = await serve(options(portOf(other.url)));
  await again.close();
  await again.close();
});
