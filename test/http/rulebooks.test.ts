/** Rulebooks over HTTP: the list, one, its text, a check. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic, Rulebook } from '../../schemas/generated/types.ts';
import { createApp } from '../../server/http/app.ts';
import { Library } from '../../server/library.ts';
import { servicesWith } from '../support/platform.ts';
import { ask, library, post, problemOf, read, reform, textOf } from './client.ts';

type List = { rulebooks: { rulebook: string; edition: string; diagnostics: { errors: number } }[] };
type Checked = { usable: boolean; diagnostics: Diagnostic[] };

it('lists every edition', async () => {
  const { rulebooks } = await read<List>(await ask('/api/rulebooks'));
  expect(rulebooks.map((one) => `${one.rulebook}@${one.edition}`)).toEqual(library.names());
  expect(rulebooks.find((one) => one.rulebook === 'yunxi')).toMatchObject({
    edition: '2021',
    total: '100',
    usable: true,
    subjects: ['department'],
    grades: [{ name: '优秀', from: '90' }, {}, {}, {}],
    diagnostics: { errors: 0 },
  });
});

describe('one rulebook', () => {
  it('is whole, its numbers are text, and its ETag is its hash', async () => {
    const response = await ask('/api/rulebooks/yunxi/2021');
    const document = await read<{ hash: string; content: Rulebook }>(response);
    expect(document.content.total).toBe('100');
    expect(response.headers.get('ETag')).toBe(`"${document.hash}"`);
  });

  it('is not sent again to who has it', async () => {
    const etag = (await ask('/api/rulebooks/yunxi/2021')).headers.get('ETag') ?? '';
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const response = await ask('/api/rulebooks/yunxi/2021', { headers: { 'If-None-Match': known } });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe('');
      expect(response.headers.get('ETag')).toBe(etag);
    }
    const other = await ask('/api/rulebooks/yunxi/2021', { headers: { 'If-None-Match': '"other"' } });
    expect(other.status).toBe(200);
  });

  it('has its text, comments and all', async () => {
    const response = await ask('/api/rulebooks/xiangyang/2021/source');
    expect(response.headers.get('Content-Type')).toBe('application/yaml; charset=utf-8');
    expect(await response.text()).toBe(textOf('xiangyang/2021/rulebook.yaml'));
    const shown = await ask('/api/rulebooks/xiangyang/2021/source', {
      headers: { Accept: 'text/html,*/*;q=0.8' },
    });
    expect(shown.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  });

  it.each([
    '/api/rulebooks/yunxi/2012',
    '/api/rulebooks/yunxi/..%2Fningxia%2F2021',
    '/api/rulebooks/..%2f..%2fetc/passwd',
    '/api/rulebooks/%00/2021',
    '/api/rulebooks/%E8%AF%84/2021/source',
  ])('is not at %s', async (address) => {
    expect(await problemOf(await ask(address))).toMatchObject({ status: 404, code: 'unknown-rulebook' });
  });
});

describe('POST /api/check', () => {
  it('finds nothing wrong with what is published', async () => {
    const answer = await read<Checked>(await post('/api/check', textOf('yunxi/2021/rulebook.yaml')));
    expect(answer).toMatchObject({
      usable: true,
      identity: { rulebook: 'yunxi', edition: '2021' },
      diagnostics: [],
    });
  });

  it('says where each mistake is', async () => {
    const text = textOf('yunxi/2021/rulebook.yaml').replace('\ntotal: 100', '\ntotel: 100');
    const answer = await read<Checked>(await post('/api/check', text));
    const line = text.split('\n').indexOf('totel: 100') + 1;
    expect(answer.usable).toBe(false);
    expect(answer.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'unknown-key', place: expect.objectContaining({ line, column: 1 }) }),
    );
  });

  it.each(['', '[', 'a: &b c', '\u0000'])('answers for %j', async (text) => {
    const answer = await read<Checked>(await post('/api/check', text));
    expect(answer.usable).toBe(false);
    expect(answer.diagnostics).not.toEqual([]);
  });
});

describe('a rulebook with errors on the server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rulebooks-'));
  cpSync(join(library.folder, 'xiangyang'), join(folder, 'xiangyang'), { recursive: true });
  writeFileSync(join(folder, 'xiangyang/2021/rulebook.yaml'), 'rulebook: xiangyang\nedition: "2021"\n');
  const broken = createApp(await servicesWith(new Library(folder)));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is listed as unusable, and refused', async () => {
    const { rulebooks } = await read<List>(await ask('/api/rulebooks', {}, broken));
    expect(rulebooks).toMatchObject([{ rulebook: 'xiangyang', usable: false }]);
    expect(rulebooks[0]?.diagnostics.errors).toBeGreaterThan(0);
    const form = await post('/api/evaluate', JSON.stringify(reform()), {}, broken);
    expect(await problemOf(form)).toMatchObject({ status: 409, code: 'unusable-rulebook' });
    expect((await ask('/api/rulebooks/xiangyang/2021', {}, broken)).status).toBe(409);
    expect((await ask('/api/rulebooks/xiangyang/2021/source', {}, broken)).status).toBe(200);
    expect(await (await ask('/', {}, broken)).text()).toContain('暂不能使用');
    expect((await ask('/api/example', {}, broken)).status).toBe(404);
  });
});
