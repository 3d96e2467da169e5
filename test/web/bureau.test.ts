/**
 * Everyone above the units, by clicking alone: an administrator makes units and people, a reviewer asks the units to file,
 * forms come in, and the bureau sees how far it is, who stands where, and what the rulebook says.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/people/rights.ts';
import { filedCase } from '../support/cases.ts';
import { barriers, isCutOff, openBrowser, signIn, type Visit, visit } from './support/browser.ts';
import { makeTown, password, type Served, startServer, type Town, visitor } from './support/served.ts';

const form = filedCase('yunxi/2021 filed.yaml');
const { rulebook, edition, subject } = form;
const units = ['东山局', '西山局', '南山局'];

let browser: Browser;
let server: Served;
let town: Town;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer();
  town = await makeTown(server);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function as(role: Role, work: (page: Page, open: Visit) => Promise<void>): Promise<void> {
  const open = await visit(browser, server.url);
  try {
    await signIn(open, role);
    await work(open.page, open);
    expect(open.troubles).toEqual([]);
  } finally {
    await open.context.close();
  }
}

/** No barrier on the page as it stands, and nothing out of the window. */
async function isSound(page: Page): Promise<void> {
  // What a button said while it was under way is taken away by itself after some seconds, also when the button is gone.
  await page.waitForFunction(() => !document.querySelector('[data-live-announcer] [role=img]'));
  expect(await barriers(page)).toEqual([]);
  expect(await isCutOff(page)).toBe(false);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label) }).click();
  await page.getByRole('option', { name: option }).click();
}

/** What the units do by themselves: the form is begun and filed. */
async function fileAs(name: string, taskId: string): Promise<void> {
  const clerk = visitor(server.url);
  await clerk.call('signIn', { body: { name, password } });
  const { value, etag } = await clerk.call('createSubmission', {
    body: { rulebook, edition, subject, year: '2021', name: `${name}整体支出`, taskId },
  });
  await clerk.call('fileSubmission', {
    path: { submission: value.id },
    headers: { 'If-Match': etag! },
    body: { form },
  });
}

describe('the bureau', { timeout: 240_000 }, () => {
  test('makes units and people from pasted lists, and one by one', async () => {
    await as('administrator', async (page) => {
      await page.goto('/admin/units');
      await press(page, '粘贴名单');
      await page
        .getByLabel('名单', { exact: true })
        .fill(units.map((name) => `${name}\t\t\t某某市`).join('\n'));
      await press(page, '先看一遍');
      await page.getByText('会建立 3 个').waitFor();
      await isSound(page);
      await press(page, '建立这 3 个');
      await page.getByText('已建立 3 个').waitFor();
      await press(page, '收起');
      await page.getByRole('button', { name: '更改 东山局' }).click();
      await page.getByLabel('代码（可空）').fill('101');
      await press(page, '保存');
      await page.getByRole('row', { name: /东山局 101/ }).waitFor();

      await page.goto('/admin/people');
      await press(page, '粘贴名单');
      const list = units.map(
        (unit, index) => `clerk${index + 1}\t填报${index + 1}\t填报单位\t${unit}\t${password}`,
      );
      await page.getByLabel('名单', { exact: true }).fill([...list, '坏\t\t\t'].join('\n'));
      await press(page, '先看一遍');
      await page.getByText('会建立 3 个，已有 0 个，不能建 1 个。').waitFor();
      await press(page, '建立这 3 个');
      await page.getByText('已建立 3 个').waitFor();
      await press(page, '收起');
      await isSound(page);

      await press(page, '添加');
      await page.getByLabel('登录名', { exact: true }).fill('second');
      await page.getByLabel('姓名', { exact: true }).fill('第二人');
      const add = page.locator('form.edit');
      await add.getByRole('button', { name: /角色/ }).click();
      await page.getByRole('option', { name: '审核人' }).click();
      await add.getByRole('button', { name: /所在/ }).click();
      await page.getByRole('option', { name: '某某市' }).click();
      await press(page, '添加并拟密码');
      const told = await page.locator('.secret').textContent();
      const clerk = visitor(server.url);
      const { value } = await clerk.call('signIn', { body: { name: 'second', password: told! } });
      expect(value.person.displayName).toBe('第二人');
      await page.reload();
      await page.getByRole('row', { name: /第二人/ }).waitFor();
      expect(await page.locator('.secret').count()).toBe(0);
    });
  });

  test('asks units to file and sees who has; filters stay in the address', async () => {
    await as('reviewer', async (page) => {
      await page.goto('/tasks');
      await page.getByText('还没有布置任务').waitFor();
      await page.getByRole('link', { name: '布置任务' }).click();
      await page.getByLabel('名称', { exact: true }).fill('2021年度自评');
      await choose(page, '评分规则', /云溪区/);
      await page.getByLabel('年度', { exact: true }).fill('2021');
      await page.getByLabel('截止日期', { exact: true }).fill('2099-12-31');
      await page.getByText('还要：选填报单位').waitFor();
      await press(page, '全选');
      await page.getByLabel('某某局', { exact: true }).uncheck();
      await isSound(page);
      await press(page, '布置给 3 个单位');
      await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
      const taskId = page.url().split('/').at(-1)!;
      await page.getByRole('heading', { name: '2021年度自评' }).waitFor();
      await isSound(page);
      await fileAs('clerk1', taskId);
      await fileAs('clerk2', taskId);
      await page.reload();
      await page.getByRole('radio', { name: '未报 1' }).click();
      await page.getByRole('row', { name: /南山局/ }).waitFor();
      expect(await page.getByRole('row', { name: /东山局/ }).count()).toBe(0);
      expect(page.url()).toContain('show=missing');
      await page.reload();
      await page.getByRole('row', { name: /南山局/ }).waitFor();
      expect(await page.getByRole('row', { name: /东山局/ }).count()).toBe(0);
      await page.locator('.reminder', { hasText: '南山局' }).waitFor();
      await page.getByLabel('截止日期', { exact: true }).fill('2099-11-30');
      await press(page, '改截止日期');
      await page.locator('.facts', { hasText: '2099年11月30日' }).waitFor();
      await page.goto('/tasks');
      await page.getByRole('row', { name: /2 \/ 3/ }).waitFor();
      await isSound(page);
    });
  });

  test('sees how the forms scored: overview, ranking with shared ranks, roll-up', async () => {
    await as('reviewer', async (page) => {
      await page.goto(`/overview?rulebook=${rulebook}&edition=${edition}`);
      await page.getByText('张已报并计分').waitFor();
      const filed = page.getByRole('link', { name: /已报 2/ });
      expect(await filed.getAttribute('href')).toContain('state=filed');
      await page.getByRole('img', { name: /得分率分布：.*90 至 100：2 张/ }).waitFor();
      await isSound(page);
      await page.getByRole('link', { name: '看全部' }).click();
      await page.waitForURL('**/ranking?*');
      const rows = page.getByRole('row', { name: /92\.5/ });
      await rows.first().waitFor();
      expect(await rows.evaluateAll((all) => all.map((row) => row.firstElementChild?.textContent))).toEqual([
        '1',
        '1',
      ]);
      await isSound(page);
      const file = await page.getByRole('link', { name: '导出表格' }).getAttribute('href');
      const csv = await page.context().request.get(file!);
      expect(await csv.text()).toContain('东山局');
      await page.goto('/roll-up');
      // The one edition there is is meant; none of its forms is accepted yet.
      await page.waitForURL(`**/roll-up?*rulebook=${rulebook}*`);
      await page.getByText('没有可以汇总的表').first().waitFor();
      await isSound(page);
    });
  });

  test('reads a rulebook as a document, and the log says what was done', async () => {
    await as('policy', async (page) => {
      await page.goto('/rulebooks');
      await page.getByRole('link', { name: /云溪区/ }).click();
      await page.waitForURL('**/rulebooks/yunxi/2021');
      const line = page.locator('#budget-adjustment-rate');
      await line.getByText('预算调整率=0，计3分').waitFor();
      await line.getByText('不高于 10%，得 2 分').waitFor();
      await line.getByRole('img').waitFor();
      await isSound(page);
    });
    await as('administrator', async (page) => {
      await page.goto('/admin/log');
      await page.getByRole('row', { name: /布置任务/ }).waitFor();
      await press(page, '核验日志');
      await page.getByText(/日志完好，共 \d+ 条。/).waitFor();
      await isSound(page);
    });
  });

  test('backs up, sees how far it is, checks what was made, and downloads it', async () => {
    await as('administrator', async (page, { context }) => {
      await page.goto('/');
      await page.getByRole('link', { name: '备份', exact: true }).click();
      await page.getByText('还没有备份').waitFor();
      await isSound(page);
      await press(page, '现在备份');
      await page.getByText('备份做好了').waitFor();
      // What came of it stands in the address.
      await page.reload();
      await page.getByText('备份做好了').waitFor();
      const row = page.getByRole('row', { name: /zhunsheng-.*\.backup/ });
      const file = await row.getByRole('link').getAttribute('href');
      const taken = await context.request.get(file!);
      const bytes = await taken.body();
      expect([bytes[0], bytes[1], taken.headers()['content-type']]).toEqual([31, 139, 'application/gzip']);
      await row.getByRole('button', { name: /^核对/ }).click();
      await page.getByText('完好').first().waitFor();
      await page.getByText('zhunsheng restore').waitFor();
      await isSound(page);
      await row.getByRole('button', { name: /^删除/ }).click();
      await press(page, '删掉这个备份');
      await page.getByText('还没有备份').waitFor();
    });
  });

  test('keeps each page from those who may not see it', async () => {
    await as('unit', async (page) => {
      for (const path of ['/admin/people', '/admin/log', '/overview', '/ranking']) {
        await page.goto(path);
        await page.getByText('你没有看这一页的权限').first().waitFor();
      }
    });
    expect(town.region).not.toBe(town.unit);
  });
});
