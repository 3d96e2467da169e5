/** What a unit filed before, on the sample data: a form is filed anew, and the form of this year begins from that of last year. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EarlierForm, SubmissionPage, SubmissionSummary } from '../../schemas/generated/types.ts';
import {
  barriers,
  isCutOff,
  openBrowser,
  signInToTry,
  unreachable,
  type Visit,
  visit,
} from './support/browser.ts';
import { type Served, startServer, visitor } from './support/served.ts';

let browser: Browser;
let server: Served;
let open: Visit;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ isTrial: true });
  open = await visit(browser, server.url);
  await signInToTry(open, 'unit');
  page = open.page;
}, 180_000);

afterAll(async () => {
  const { troubles } = open;
  await browser?.close();
  await server?.close();
  expect(troubles).toEqual([]);
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();

async function read<Value>(path: string): Promise<Value> {
  return (await open.context.request.get(path)).json() as Promise<Value>;
}

const formsIn = async (state: string) =>
  (await read<SubmissionPage>('/api/submissions?limit=100')).items.filter((one) => one.state === state);

describe('another version of a form that was filed', () => {
  test('is taken up once what follows was said, and filed as the next', async () => {
    const [filed] = await formsIn('filed');
    await page.goto(`/forms/${filed!.id}`);
    await press('另报一次');
    const follows = page.getByRole('region', { name: '另报一次' });
    await follows.getByText('第 1 次申报连同得分留在历次申报里，统计照用它的得分。').waitFor();
    await follows.getByText('算第 2 次，由审核人重新复核', { exact: false }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await press('不另报');
    expect(await follows.count()).toBe(0);
    expect((await formsIn('filed')).map(({ id }) => id)).toContain(filed!.id);
    await press('另报一次');
    await press('取回修改');
    await page.getByText('第 1 次申报（', { exact: false }).waitFor();
    const field = page.locator('[data-cell="/inputs/executed"]').first();
    expect(await field.isEditable()).toBe(true);
    await page
      .locator('[data-cell="/note"], [data-cell="/report"], [data-cell="/completion"]')
      .first()
      .fill('补正');
    await page.getByText(/^已自动保存|^已保存/).waitFor();
    await press('检查并申报');
    await press('再次申报');
    await page.getByRole('region', { name: '回执' }).waitFor();
    const [again] = (await formsIn('filed')).filter(({ id }) => id === filed!.id);
    expect(again).toMatchObject({ filings: 2 });
    await press('看已报的表');
    await page.getByText('已申报，待复核').waitFor();
  }, 120_000);

  test('is read again as it was filed, with its receipt and who filed it', async () => {
    const [filed] = (await formsIn('filed')).filter(({ filings }) => filings === 2);
    await page.goto(`/forms/${filed!.id}/filings`);
    await press('看第 1 次报的表');
    const receipt = page.getByRole('region', { name: '回执' });
    await receipt.getByText(filed!.unit.name, { exact: true }).first().waitFor();
    await receipt.getByText('更多').click();
    expect(await receipt.locator('.hash').textContent()).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.locator('.paper.shown').innerText()).toContain('合计');
    expect(await barriers(page)).toEqual([]);
  }, 60_000);

  test('is refused with the reason beside the button where its task is closed', async () => {
    const [accepted] = await formsIn('accepted');
    await page.goto(`/forms/${accepted!.id}`);
    await page.getByText('这项任务已经结束，不再收表。').waitFor();
    expect(await page.getByRole('button', { name: '另报一次' }).isDisabled()).toBe(true);
  }, 60_000);
});

describe('a project', () => {
  const title = '项目再评';
  const card = () => page.getByRole('region', { name: title });

  test('of one name is not begun twice unasked, is renamed, and removed while it was never filed', async () => {
    const policy = visitor(server.url);
    await policy.call('signInToTry', { body: { role: 'policy' } });
    const [{ unit }] = (await formsIn('filed')) as [SubmissionSummary];
    const asked = { rulebook: 'xiangyang', edition: '2021', subject: 'project', year: '2021' } as const;
    await policy.call('createTask', { body: { title, ...asked, due: '2099-12-31', units: [unit.id] } });
    await page.goto('/tasks');
    await card().getByLabel('项目名称').fill('路灯改造');
    await card().getByRole('button', { name: '开始填报' }).click();
    await page.waitForURL('**/forms/*');
    await page.getByText('/ 100 分').waitFor();
    expect(await page.locator('.find.e').count()).toBe(0);
    await page.goto('/tasks');
    await card().getByLabel('项目名称').fill('路灯改造');
    await card().getByRole('button', { name: '再填一个项目' }).click();
    await card().getByRole('alert').getByText('这项任务里已有同名项目', { exact: false }).waitFor();
    await card().getByRole('button', { name: '改名：路灯改造' }).click();
    await card().getByLabel('项目名称').first().fill('桥梁加固');
    await card().getByRole('button', { name: '改名', exact: true }).click();
    await card().getByText('桥梁加固', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await card().getByRole('button', { name: '删除：桥梁加固' }).click();
    await card().getByText('填过的内容一并删除，不能恢复', { exact: false }).waitFor();
    await card().getByRole('button', { name: '删除', exact: true }).click();
    await card().getByText('桥梁加固', { exact: true }).waitFor({ state: 'detached' });
    expect((await formsIn('draft')).map(({ name }) => name)).not.toContain('桥梁加固');
  }, 90_000);

  test('that is returned comes first, with what is asked for', async () => {
    const [returned] = await formsIn('returned');
    await page.goto('/tasks');
    const first = page.locator('.form-row').first();
    await first.getByText(returned!.name, { exact: true }).waitFor();
    await first.getByText('退回，尚未修改', { exact: false }).waitFor();
  }, 60_000);
});

describe('the form of last year', () => {
  /** The form filed last, and a task by its rulebook that the unit has no form for yet. */
  async function anotherTask(): Promise<SubmissionSummary> {
    const policy = visitor(server.url);
    await policy.call('signInToTry', { body: { role: 'policy' } });
    const [last] = await formsIn('returned');
    const { rulebook, edition, subject, unit } = last!;
    const body = { title: '再评一年', rulebook, edition, subject, year: '2023', due: '2099-12-31' };
    await policy.call('createTask', { body: { ...body, units: [unit.id] } });
    return last!;
  }

  test('is offered value by value, each with where it stood, taken in one step and undone in one', async () => {
    const last = await anotherTask();
    await page.goto('/tasks');
    await page.getByRole('region', { name: '再评一年' }).getByRole('button', { name: '开始填报' }).click();
    await page.waitForURL('**/forms/*');
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const { from, values } = await read<EarlierForm>(`/api/submissions/${id}/earlier`);
    expect([from?.submission, values.length > 10]).toEqual([last.id, true]);
    await page.getByText(`${last.year} 年度报过《${last.name}》`, { exact: false }).waitFor();
    await press('看是哪些');
    const listed = page.getByRole('table', { name: '可带入的' });
    const rows = await listed
      .getByRole('row')
      .evaluateAll((all) => all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(rows).toEqual(values.map(({ name, value, was }) => [name, value, was.name]));
    expect(await barriers(page)).toEqual([]);
    expect(await isCutOff(page)).toBe(false);
    const staff = page.locator('[data-cell="/inputs/authorizedStaff"]').first();
    const actual = page.locator('[data-cell="/inputs/actualStaff"]').first();
    await actual.fill('7');
    await press('带入空着的');
    const offered = values.find(({ pointer }) => pointer === '/inputs/authorizedStaff')!.value;
    expect([await staff.inputValue(), await actual.inputValue()]).toEqual([offered, '7']);
    await page.getByText(/^已自动保存|^已保存/).waitFor();
    await press('撤销');
    expect([await staff.inputValue(), await actual.inputValue()]).toEqual(['', '7']);
    await press('恢复');
    expect(await staff.inputValue()).toBe(offered);
    await page.reload();
    expect(await staff.inputValue()).toBe(offered);
    expect(await page.getByRole('button', { name: '带入空着的' }).count()).toBe(0);
  }, 120_000);
});

describe.each([
  ['at twice its size', { width: 683, height: 384 }],
  ['on a telephone', { width: 390, height: 844 }],
])('a form %s', (_, viewport) => {
  test.each(['returned', 'filed'])(
    'that is %s is used without anything hidden or out of the window',
    async (state) => {
      await page.setViewportSize(viewport);
      const [form] = await formsIn(state);
      for (const address of [
        `/forms/${form!.id}`,
        `/forms/${form!.id}?group=check`,
        `/forms/${form!.id}/filings`,
        '/tasks',
      ]) {
        await page.goto(address);
        await page.locator('h1').waitFor();
        await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
        expect({ address, isCutOff: await isCutOff(page), hidden: await unreachable(page) }).toEqual({
          address,
          isCutOff: false,
          hidden: [],
        });
      }
    },
    90_000,
  );
});
