/** Whatever a client sends is answered, and what cannot be is answered with a problem. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { routes } from '../../server/http/routes/index.ts';
import { Library } from '../../server/library.ts';
import { servicesWith } from '../support/platform.ts';
import { app, ask, type Body, post, problemOf, reform } from './client.ts';

const posts = routes
  .filter(({ method, right }) => method === 'post' && right === 'anyone')
  .map(({ path }) => path);
const formPosts = posts.filter((path) => path !== '/api/check');
const bytes = (...values: number[]) => new Uint8Array(values);

const laughs = [
  'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]',
  ...[...'bcdefghi'].map((name, index) => {
    const before = 'abcdefghi'[index];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
  }),
].join('\n');

const hostile: Record<string, [Body, number]> = {
  'ten megabytes': ['x'.repeat(10 * 1024 * 1024), 413],
  'one byte too many': [' '.repeat(1024 * 1024 + 1), 413],
  'lists ten thousand deep': ['['.repeat(10_000), 400],
  'maps ten thousand deep': [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400],
  'a billion laughs': [laughs, 400],
  'a truncated document': [JSON.stringify(reform()).slice(0, 500), 400],
  nothing: ['', 400],
  blanks: [' \n\n', 400],
  'a list': ['[]', 400],
  null: ['null', 400],
  'a number': ['1e999', 400],
  'a text': ['"text"', 400],
  'an empty map': ['{}', 422],
  'a reserved key': ['{"__proto__": {"rulebook": "x"}, "constructor": 1}', 400],
  'a key twice': ['{"rulebook": "a", "rulebook": "b"}', 400],
  'wrong types': ['{"rulebook": [], "edition": {}, "subject": 1, "name": null, "declared": "x"}', 422],
  'UTF-16': [bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0), 400],
  GBK: [bytes(0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xd7, 0xbc, 0xc9, 0xfe), 400],
  'a picture': [bytes(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3), 400],
  'half a character': ['{"name": "\\ud800"}', 400],
};

describe.each(formPosts)('%s', (path) => {
  it.each(Object.entries(hostile))('refuses %s', async (_, [body, status]) => {
    const problem = await problemOf(await post(path, body, { 'Content-Type': 'application/json' }));
    expect(problem.status).toBe(status);
    expect(problem.instance).toBe(path);
    if (status !== 413) expect(problem.diagnostics.length).toBeGreaterThan(0);
  });
});

it('does not let a body change what objects have', async () => {
  await post('/api/evaluate', '{"__proto__": {"polluted": true}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

it('says in which character set a body seems to be', async () => {
  const problem = await problemOf(await post('/api/evaluate', hostile.GBK?.[0] ?? ''));
  expect(problem.diagnostics[0]).toMatchObject({
    code: 'not-utf8',
    message: { en: expect.stringContaining('GBK') },
  });
});

describe('anything at all', () => {
  const form = reform();
  const keys = [...Object.keys(form), 'forms', 'dossier', 'indicators', 'method', '__proto__', 'toString'];
  const someForm = fc
    .record({
      key: fc.constantFrom(...keys),
      value: fc.jsonValue(),
      path: fc.constantFrom('top', 'input', 'row'),
    })
    .map(({ key, value, path }) => {
      if (path === 'top') return { ...form, [key]: value };
      if (path === 'input') return { ...form, inputs: { ...form.inputs, budget: value } };
      return {
        ...form,
        declared: [{ ...form.declared?.[0], [key]: value }, ...(form.declared ?? []).slice(1)],
      };
    })
    .map((one) => JSON.stringify(one));
  const anyBody = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((array) => new Uint8Array(array)),
    fc.string({ unit: 'grapheme' }),
    fc.json(),
    someForm,
    someForm.map((text) => `{"dossier":"x","rulebook":"xiangyang","edition":"2021","forms":[${text}]}`),
  );

  it('is answered by every POST as the document says, and never with 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), anyBody, async (path, body) => {
        const response = await post(path, body);
        expect(response.status).toBeLessThan(500);
        if (response.status !== 200) await problemOf(response);
      }),
      { numRuns: 400 },
    );
  });

  it('may stand in an address or a header', async () => {
    const anyHeader = fc.string({ unit: fc.constantFrom(...'abz;,=*/q01."- %{}') });
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        anyHeader,
        fc.constantFrom('GET', 'POST', 'PUT'),
        async (text, header, method) => {
          const address = `/api/rulebooks/${encodeURIComponent(text).replace('%25', '%')}/2021?lang=${encodeURIComponent(header)}`;
          const headers = { Accept: header, 'Accept-Language': header, 'If-None-Match': header };
          const response = await app.request(address, { method, headers });
          expect(response.status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a content type', () => {
  it.each(['', 'text/html', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of %j is refused',
    async (type) => {
      const problem = await problemOf(await post('/api/evaluate', '{}', { 'Content-Type': type }));
      expect(problem).toMatchObject({ status: 415, code: 'unsupported-media-type' });
      expect(problem.detail).toContain('application/yaml');
    },
  );

  it('may not be compressed', async () => {
    const response = await post('/api/evaluate', '{}', { 'Content-Encoding': 'gzip' });
    expect(response.status).toBe(415);
    expect(response.headers.get('Accept-Encoding')).toBe('identity');
  });
});

describe('a method an address does not take', () => {
  it.each([
    ['/api/rulebooks', 'POST', 'GET, HEAD, OPTIONS'],
    ['/api/evaluate', 'GET', 'POST, OPTIONS'],
    ['/api/evaluate', 'PUT', 'POST, OPTIONS'],
    ['/', 'DELETE', 'GET, HEAD, OPTIONS'],
  ])('%s %s', async (path, method, allow) => {
    const response = await ask(path, { method });
    expect(response.headers.get('Allow')).toBe(allow);
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  it('is told by OPTIONS, and HEAD of a POST is 405 without a body', async () => {
    const options = await ask('/api/evaluate', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('Allow')]).toEqual([204, 'POST, OPTIONS']);
    const head = await ask('/api/evaluate', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([405, '']);
  });
});

it('chooses the language of a problem, Chinese by default', async () => {
  const titleFor = async (language?: string) => {
    const response = await ask(
      '/nowhere',
      language === undefined ? {} : { headers: { 'Accept-Language': language } },
    );
    expect(response.headers.get('Vary')).toBe('Accept-Language, Accept-Encoding');
    return (await problemOf(response)).title;
  };
  expect(await titleFor()).toBe('没有这个地址');
  expect(await titleFor('fr, *')).toBe('没有这个地址');
  expect(await titleFor('zh-CN,zh;q=0.9,en;q=0.8')).toBe('没有这个地址');
  expect(await titleFor('en-US,en;q=0.9')).toBe('there is nothing at this address');
  expect(await titleFor('zh;q=0.2, en;q=0.7')).toBe('there is nothing at this address');
  expect(await titleFor('en;q=0')).toBe('没有这个地址');
});

it('says nothing of what went wrong inside', async () => {
  class Broken extends Library {
    override all(): never {
      throw new Error('secret at /srv/secret');
    }
  }
  const seen: unknown[] = [];
  const broken = createApp(await servicesWith(new Broken()), (error) => seen.push(error));
  const response = await ask('/api/rulebooks', {}, broken);
  const text = await response.clone().text();
  expect(await problemOf(response)).toMatchObject({
    status: 500,
    code: 'unexpected',
    title: '服务器内部错误',
  });
  expect(text).not.toContain('secret');
  expect(seen).toHaveLength(1);
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'self'");
});
