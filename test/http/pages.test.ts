/** The pages: whole, in two languages, and with nothing from elsewhere. */
import { describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { Library } from '../../server/library.ts';
import { servicesWith } from '../support/platform.ts';
import { app, ask, library } from './client.ts';

describe.each(['/', '/docs'])('%s', (path) => {
  it('loads only what this server has, and runs nothing inline', async () => {
    const response = await ask(path);
    const page = await response.text();
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
    const loaded = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
    for (const address of loaded.filter((one) => one.startsWith('/')))
      expect((await app.request(address)).status, address).toBe(200);
    for (const address of loaded) expect(address).toMatch(/^[/#]/);
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
  });

  it('is in the language asked for', async () => {
    expect(await (await ask(path)).text()).toContain('<html lang="zh-CN">');
    expect(await (await ask(`${path}?lang=en`)).text()).toContain('<html lang="en">');
    const english = await ask(path, { headers: { 'Accept-Language': 'en' } });
    expect(english.headers.get('Content-Language')).toBe('en');
  });
});

it('shows every rulebook and a form worked out', async () => {
  const page = await (await ask('/')).text();
  for (const { rulebook, edition } of await library.all())
    expect(page).toContain(`/api/rulebooks/${rulebook}/${edition}/source`);
  expect(page).toContain('20 × 63.34 ÷ 101.17 = 12.5214… → 12.52（四舍五入，2位）');
});

it('stands without any rulebook', async () => {
  const page = await (await ask('/', {}, createApp(await servicesWith(new Library('/nowhere'))))).text();
  expect(page).toContain('这里还没有评分规则');
});

it('does not let an address write the page', async () => {
  const page = await (await app.request('/?lang="><script>alert(1)</script>')).text();
  expect(page).not.toContain('alert');
});

it('sends no file but the few that pages need', async () => {
  expect((await ask('/assets/page.css')).headers.get('Content-Type')).toBe('text/css; charset=utf-8');
  for (const name of ['package.json', '..%2fpage.css', '__proto__', 'toString'])
    expect((await ask(`/assets/${name}`)).status).toBe(404);
});

it('the reference asks no other server for anything', async () => {
  expect(await (await ask('/assets/reference.js')).text()).toMatch(/validatorUrl: null/);
});

it.each(['/', '/api/rulebooks', '/openapi.json', '/healthz', '/nowhere'])(
  '%s has the headers of a careful server',
  async (path) => {
    const { headers } = await ask(path);
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Cache-Control')).toBeTruthy();
  },
);

it.each([
  '/',
  '/docs',
  '/api/rulebooks',
  '/api/rulebooks/yunxi/2021',
  '/openapi.json',
  '/healthz',
  '/assets/page.css',
])('HEAD %s answers as GET does, without a body', async (path) => {
  const get = await ask(path);
  const head = await ask(path, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  for (const name of ['ETag', 'Content-Type']) expect(head.headers.get(name)).toBe(get.headers.get(name));
});

it('is well', async () => {
  expect(await (await ask('/healthz')).json()).toMatchObject({ status: 'ok' });
});
