/** A reviewer's work by keyboard alone, on the sample: the queue, a form with differences, its return, two at once, many at once. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SubmissionSummary } from '../../schemas/generated/types.ts';
import { barriers, isCutOff, openBrowser, type Visit, visit } from './support/browser.ts';
import { makeTown, type Served, startServer, type Visitor, visitor } from './support/served.ts';

vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
let server: Served;
let secret: string;
let reviewer: Visitor;
let open: Visit;
let page: Page;

/** A visitor who is one of the people of the sample. */
async function as(name: string): Promise<Visitor> {
  const one = visitor(server.url);
  await one.call('signIn', { body: { name, password: secret } });
  return one;
}

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer();
  const { admin } = await makeTown(server);
  secret = (await admin.call('loadSampleData', {})).value.password;
  reviewer = await as('demo.reviewer');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  open = await visit(browser, server.url);
  page = open.page;
  await open.context.request.post('/api/session', { data: { name: 'demo.reviewer', password: secret } });
});
afterEach(async () => {
  const { troubles } = open;
  await open.context.close();
  expect(troubles).toEqual([]);
});

const key = (name: string) => page.keyboard.press(name);
const type = (text: string) => page.keyboard.type(text);
const focused = () => page.locator(':focus');
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Goes to a button by its name and presses it, without the mouse. */
async function press(name: string | RegExp): Promise<void> {
  await button(name).first().focus();
  await key('Enter');
}

async function isSound(): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  expect(await isCutOff(page)).toBe(false);
}

const rows = () => page.locator('.queue-list tbody tr');

/** A filed form that differs, with the words its name is found by. */
async function differing(): Promise<SubmissionSummary> {
  const { value } = await reviewer.call('listSubmissions', {
    query: { state: 'filed', difference: 'under', sort: '-severity' },
  });
  return value.items[0]!;
}

describe('the queue', () => {
  test('begins with what is to be reviewed, and is narrowed, kept in its address and undone by going back', async () => {
    await page.goto('/queue');
    await page.waitForURL(/state=filed/);
    await rows().first().waitFor();
    await isSound();
    const filed = (await reviewer.call('listSubmissions', { query: { state: 'filed' } })).value.total;
    expect(await rows().count()).toBe(filed);
    await press(/^自评低/);
    await page.waitForURL(/difference=under/);
    await page.waitForFunction(
      (all) => document.querySelectorAll('.queue-list tbody tr').length < all,
      filed,
    );
    const under = await rows().count();
    await page.reload();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(under);
    await page.goBack();
    await page.waitForFunction(
      (all) => document.querySelectorAll('.queue-list tbody tr').length === all,
      filed,
    );
  });

  test('keeps a queue under a name in this browser', async () => {
    await page.goto('/queue?state=returned&sort=-updated');
    await press('存为常用');
    await type('退回的');
    await key('Enter');
    await page.goto('/queue');
    await press('退回的');
    await page.waitForURL(/state=returned/);
    await page.reload();
    expect(await button('退回的').first().getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a form with differences', () => {
  test('is opened, scored with a reason, and returned with words on a row, by keyboard', async () => {
    const form = await differing();
    await page.goto('/queue');
    await rows().first().waitFor();
    await key('/');
    await type(form.name);
    await page.waitForURL(/[?&]q=/);
    await key('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.queue-list tbody tr').length === 1);
    await key('j');
    await expect.poll(() => focused().innerText()).toBe(form.name);
    await key('Enter');
    await page.waitForURL(`**/queue/${form.id}?*`);
    await page.locator('.line-name').first().waitFor();
    await page.locator('.current dl').waitFor();
    await isSound();

    await press(/^有差异/);
    const first = page.locator('tr.sel');
    await expect.poll(() => first.getAttribute('data-line')).toBeTruthy();
    await key('j');
    await key('k');
    const line = (await first.getAttribute('data-line'))!;
    expect(await focused().getAttribute('data-cell')).toBe(`${line} name`);
    await key('e');
    await type('0.5');
    await key('Escape');
    await key('r');
    await type('佐证材料不足');
    await key('Escape');
    await page.getByText(/^已保存/).waitFor();
    const kept = (
      await reviewer.call('compareFiling', { path: { submission: form.id, number: form.filings } })
    ).value;
    const row = kept.rows.find((one) => one.line === line)!;
    expect([row.reviewed, row.reason]).toEqual(['0.5', '佐证材料不足']);
    expect(await page.locator('.totals dd').nth(2).innerText()).toBe(kept.reviewed);

    await press('退回修改');
    await page.getByText('单位在行旁看到这 1 条').waitFor();
    await expect.poll(() => focused().evaluate((one) => one.tagName)).toBe('TEXTAREA');
    await isSound();
    await type('请补充佐证材料后再报。');
    await press(/^退回$/);
    await page.waitForURL((url) => !url.pathname.endsWith(form.id));
    const told = await page.locator('.notice').innerText();
    expect(told).toContain(`已退回${form.unit.name}的“${form.name}”`);
    expect(await page.getByRole('status').filter({ hasText: '已退回' }).count()).toBe(1);
    // The queue was narrowed to this form: none is left, and one is back in it.
    expect(told).toContain('没有待复核的表了');
    expect(new URL(page.url()).pathname).toBe('/queue');
    const { value: after } = await reviewer.call('getSubmission', { path: { submission: form.id } });
    expect(after.state).toBe('returned');
    const { value: decided } = await reviewer.call('compareFiling', {
      path: { submission: form.id, number: form.filings },
    });
    expect(decided.review?.note).toBe('请补充佐证材料后再报。');
  });

  test('shows the keys, and goes to the next form and back without the mouse', async () => {
    await page.goto('/queue');
    await rows().first().waitFor();
    await key('j');
    await expect.poll(() => focused().evaluate((one) => one.tagName)).toBe('A');
    await key('Enter');
    await page.locator('.line-name').first().waitFor();
    const here = new URL(page.url()).pathname;
    await key('?');
    await page.getByRole('note', { name: '按键' }).waitFor();
    await expect.poll(() => page.locator('.entry[aria-current]').count()).toBe(1);
    await key('n');
    await page.waitForURL((url) => url.pathname !== here && url.pathname.startsWith('/queue/'));
    expect(new URL(page.url()).searchParams.get('state')).toBe('filed');
    await page.locator('.line-name').first().waitFor();
    await expect.poll(() => page.locator('.entry[aria-current]').count()).toBe(1);
    await key('p');
    await page.waitForURL((url) => url.pathname === here);
  });

  test('that somebody else reviews meanwhile is told, and nothing is written over', async () => {
    const form = await differing();
    await page.goto(`/queue/${form.id}?state=filed&show=all`);
    await page.locator('.line-name').first().waitFor();
    const line = (await page.locator('tr.sel').getAttribute('data-line'))!;
    const { etag } = await reviewer.call('getSubmission', { path: { submission: form.id } });
    const other = await as(form.unit.name.startsWith('望山') ? 'demo.reviewer.hill' : 'demo.reviewer.river');
    await other.call('reviewSubmission', {
      path: { submission: form.id },
      headers: { 'If-Match': etag! },
      body: { rows: [], note: '我来看。' },
    });
    await key('r');
    await type('按规则重算');
    await key('Escape');
    await page.getByRole('alert').getByText('刚被别人改过').waitFor();
    await press('取来最新的');
    await page.getByText(/^已保存/).waitFor();
    const { value } = await reviewer.call('compareFiling', {
      path: { submission: form.id, number: form.filings },
    });
    expect(value.rows.find((one) => one.line === line)?.reason).toBe('按规则重算');
    expect(value.review?.note).toBe('我来看。');
  });
});

test('what is clean is accepted together, and what is not is said why', async () => {
  await page.goto('/queue');
  await rows().first().waitFor();
  await page.getByRole('checkbox', { name: /^选中全部/ }).focus();
  await key('Space');
  await press('成批接受没有疑问的');
  await press(/会怎样/);
  await page.getByText('才算没有疑问').waitFor();
  await isSound();
  const confirm = button(/^接受这 \d+ 张$/);
  await confirm.waitFor();
  const before = (await reviewer.call('listSubmissions', { query: { state: 'filed' } })).value.total;
  await press(/^接受这 \d+ 张$/);
  await page.getByText(/^已接受 \d+ 张/).waitFor();
  const after = (await reviewer.call('listSubmissions', { query: { state: 'filed' } })).value;
  expect(after.total).toBeLessThan(before);
  expect(after.facets.severity.find(({ value }) => value === 'clean')).toBeUndefined();
});

test('the forms of a unit stand beside each other', async () => {
  const form = (await reviewer.call('listSubmissions', { query: { state: 'accepted' } })).value.items[0]!;
  await page.goto(`/queue/${form.id}?state=accepted`);
  await page.getByRole('link', { name: '该单位本年各表' }).click();
  await page.waitForURL(`**/dossiers/${form.unit.id}/${form.year}?state=accepted`);
  await page.getByRole('link', { name: form.name, exact: true }).first().waitFor();
  await page.getByText('表与表之间的疑点').first().waitFor();
  await isSound();
  await page.getByRole('link', { name: form.name, exact: true }).first().click();
  await page.waitForURL(`**/queue/${form.id}?state=accepted`);
});
