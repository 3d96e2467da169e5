/** The first minutes, by clicking alone: set-up with the code of the terminal, signing out and in, the language, the account. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { barriers, isCutOff, openBrowser, signIn, type Visit, visit } from './support/browser.ts';
import { makeTown, password, type Served, startServer } from './support/served.ts';

vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
let server: Served;
let open: Visit;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  server = await startServer();
  open = await visit(browser, server.url);
  page = open.page;
}, 120_000);
afterEach(async () => {
  const { troubles } = open;
  await open.context.close();
  await server.close();
  expect(troubles).toEqual([]);
});

const field = (label: string) => page.getByLabel(label, { exact: true });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

/** No barrier on the page as it stands, and nothing out of the window. */
async function isSound(): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  expect(await isCutOff(page)).toBe(false);
}

async function setUp(code: string): Promise<void> {
  await field('一次性口令').fill(code);
  await field('地区').fill('某某市');
  await field('姓名').fill('周颖');
  await field('登录名').fill('zhouying');
  await field('密码').fill(password);
  await press('设立并进入');
}

describe('a new server', () => {
  test('is set up by whoever has the code, once', async () => {
    await page.goto('/');
    await page.waitForURL('**/set-up');
    await isSound();
    await setUp('AAAA-BBBB-CCCC-DDDD-EEEE');
    await page.getByText('一次性口令不对').waitFor();
    await isSound();
    await setUp(server.code.toLowerCase().replaceAll('-', ' '));
    await page.getByText('周颖（管理员）').waitFor();
    await page.goto('/set-up');
    await page.getByText('周颖（管理员）').waitFor();
    await press('退出');
    await page.waitForURL('**/sign-in');
    await page.goto('/set-up');
    await page.waitForURL('**/sign-in');
  });

  test('says beside each field what it will not take', async () => {
    await page.goto('/set-up');
    await field('一次性口令').fill(server.code);
    await field('密码').fill('short');
    await press('设立并进入');
    const alert = page.locator('.field', { has: field('密码') }).getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('10');
    expect(await field('密码').getAttribute('aria-invalid')).toBe('true');
    await isSound();
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await makeTown(server);
  });

  test('tells that a password is wrong under it, and goes to the page that was asked for', async () => {
    await page.goto('/account?from=link');
    await page.waitForURL('**/sign-in?next=*');
    await isSound();
    await field('登录名').fill('unit');
    await field('密码').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByText('登录名或密码不对').waitFor();
    await isSound();
    await field('密码').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account?from=link');
    await page.getByRole('heading', { name: '我的账户' }).waitFor();
  });

  test('leads nowhere but to a page of this server', async () => {
    await signIn(open, 'unit');
    for (const next of ['https://example.org/', '//example.org/', 'javascript:alert(1)', '/\\example.org']) {
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await page.getByText('李敏（填报人）').waitFor();
      expect(new URL(page.url()).origin).toBe(server.url);
    }
  });

  test('is asked for again in place when the session ends, and nothing typed is lost', async () => {
    await signIn(open, 'unit');
    await page.goto('/account');
    await field('用途').fill('每周汇总');
    await open.context.clearCookies();
    await press('建立令牌');
    const again = page.getByRole('alertdialog');
    await again.waitFor();
    await isSound();
    await again.getByLabel('密码').fill(password);
    await again.getByRole('button', { name: '登录' }).click();
    await page.getByText('“每周汇总”的令牌，只显示这一次').waitFor();
    expect(await again.count()).toBe(0);
  });
});

describe('the language', () => {
  test('is Chinese until it is switched, and then remembered', async () => {
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: '设立第一位管理员' }).waitFor();
    await press('English');
    await page.getByRole('heading', { name: 'The first administrator' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'The first administrator' }).waitFor();
    await isSound();
    await press('中文');
    await page.getByRole('heading', { name: '设立第一位管理员' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
  });
});

describe('the account', () => {
  beforeEach(async () => {
    await makeTown(server);
    await signIn(open, 'reviewer');
    await page.goto('/account');
    await page.getByRole('heading', { name: '我的账户' }).waitFor();
  });

  test('changes the password', async () => {
    await field('现在的密码').fill('not the password');
    await field('新密码').fill('staple correct horse');
    await press('更换密码');
    await page.getByText('密码不对。').waitFor();
    await field('现在的密码').fill(password);
    await press('更换密码');
    await page.getByText('已更换').waitFor();
    await isSound();
  });

  test('signs out everywhere else', async () => {
    const other = await visit(browser, server.url);
    await signIn(other, 'reviewer');
    await page.reload();
    await page.getByText('别处的浏览器').waitFor();
    await press('退出其他各处');
    await page.getByText('别处的浏览器').waitFor({ state: 'detached' });
    await other.page.goto('/account');
    await other.page.waitForURL('**/sign-in?next=*');
    await other.context.close();
  });

  test('issues a token and takes it back', async () => {
    await field('用途').fill('<img src=x onerror=alert(1)>');
    await press('建立令牌');
    const token = await page.locator('.secret').innerText();
    const ask = () => fetch(`${server.url}/api/session`, { headers: { Authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    expect(await page.locator('img').count()).toBe(0);
    await isSound();
    await page.getByRole('button', { name: /^收回/ }).click();
    await page.getByText('还没有令牌。').waitFor();
    expect((await ask()).status).toBe(401);
  });
});

test('an address that is no page says so and leads back', async () => {
  const answer = await page.goto('/nowhere');
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: '没有这一页' }).waitFor();
  await isSound();
});
