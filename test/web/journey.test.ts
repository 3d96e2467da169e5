/**
 * One form's whole way, by clicking alone from a fresh server: the first administrator, a unit and its people, a task, the
 * filed form of Ningxia with its mistakes, its findings, filing, return with a reason on a row, mending, acceptance, ranking.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { derivationOf, evaluate, formOfValue, type LedgerNode, rollUp } from '../../engine/index.ts';
import type { Declared } from '../../schemas/generated/types.ts';
import { Library } from '../../server/library.ts';
import { filedCase } from '../support/cases.ts';
import { openBrowser, type Visit, visit } from './support/browser.ts';
import { password, type Served, startServer, visitor } from './support/served.ts';

vi.setConfig({ testTimeout: 240_000 });

const form = filedCase('ningxia/2021 filed.yaml');
const groups: { readonly [id: string]: string } = {
  quantity: '数量指标',
  quality: '质量指标',
  timeliness: '时效指标',
  cost: '成本指标',
  social: '社会效益指标',
  sustainability: '可持续影响指标',
  'service-satisfaction': '服务对象满意度指标',
};

let browser: Browser;
let server: Served;
const visits: Visit[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  expect(visits.flatMap(({ troubles }) => troubles)).toEqual([]);
});

/** A window of somebody's own, on the page where one signs in. */
async function window(): Promise<Page> {
  const opened = await visit(browser, server.url);
  visits.push(opened);
  return opened.page;
}

async function windowOf(name: string): Promise<Page> {
  const page = await window();
  await page.goto('/');
  await page.getByLabel('登录名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await press(page, '登录');
  await page.getByRole('button', { name: '退出' }).waitFor();
  return page;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();

const area = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('link', { name, exact: true }).click();

const totalOf = (page: Page) => page.locator('.total .big').textContent();

async function makeFromList(page: Page, list: string, count: number): Promise<void> {
  await press(page, '粘贴名单');
  await page.getByLabel('名单', { exact: true }).fill(list);
  await press(page, '先看一遍');
  await press(page, `建立这 ${count} 个`);
  await page.getByText(`已建立 ${count} 个`).waitFor();
}

test('the first administrator sets up, and makes a unit and the people', async () => {
  const page = await window();
  await page.goto('/');
  await page.getByLabel('一次性口令').fill(server.code);
  await page.getByLabel('地区').fill('某某市');
  await page.getByLabel('姓名').fill('周颖');
  await page.getByLabel('登录名').fill('admin');
  await page.getByLabel('密码').fill(password);
  await press(page, '设立并进入');
  await page.getByText('周颖（管理员）').waitFor();
  await area(page, '单位');
  await makeFromList(page, '某某局\t\t\t某某市', 1);
  await area(page, '人员');
  const people = ['clerk\t李敏\t填报单位\t某某局', 'reviewer\t赵岚\t审核人\t某某市'];
  await makeFromList(page, people.map((line) => `${line}\t${password}`).join('\n'), 2);
});

test('the bureau asks the unit to file', async () => {
  const page = await windowOf('reviewer');
  await area(page, '任务');
  await page.getByRole('link', { name: '布置任务' }).click();
  await page.getByLabel('名称', { exact: true }).fill('2021年度项目自评');
  await page.getByRole('button', { name: /评分规则/ }).click();
  await page.getByRole('option', { name: /^自治区项目支出绩效自评表/ }).click();
  await page.getByLabel('年度', { exact: true }).fill('2021');
  await page.getByLabel('截止日期', { exact: true }).fill('2099-12-31');
  await press(page, '全选');
  await press(page, /^布置给 1 个单位$/);
  await page.getByRole('heading', { name: '2021年度项目自评' }).waitFor();
});

/** The rows of the form as they are copied from the filed document. */
function copied(): string {
  const cells = ({ under, name, target, actual, weight, claimed, reason }: Declared) =>
    [groups[under], name, target, actual, weight, claimed, reason].map((cell) => String(cell ?? ''));
  const heading = ['二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因'];
  return [heading, ...form.declared!.map(cells)].map((row) => row.join('\t')).join('\r\n');
}

test('the unit types the form as it was filed, and is told its mistakes', async () => {
  const page = await windowOf('clerk');
  await page.getByLabel('项目名称').fill(form.name!);
  await press(page, '开始填报');
  await page.waitForURL('**/forms/*');
  for (const [id, value] of Object.entries(form.inputs!))
    await page.locator(`[data-cell="/inputs/${id}"]`).first().fill(String(value));
  await page.getByLabel('同时填写自评得分').check();
  await page.getByLabel('自评总分').fill(String(form.claimed!.total));
  await page.locator('[data-cell="/claimed/points/execution"]').first().fill('94.64');
  await page.locator('h1').click();
  await page.evaluate((text) => {
    (document.activeElement as HTMLElement | null)?.blur();
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, copied());
  await page.getByText(`已贴入 ${form.declared!.length} 行`, { exact: false }).waitFor();
  await expect.poll(() => totalOf(page), { timeout: 10_000 }).toBe('102.39');
  const told = page.getByRole('complementary').last();
  for (const words of ['= 110', '0.96', '1.77', '135.71', '没有计入「年度资金总额」', '27.1'])
    await told.getByText(words, { exact: false }).first().waitFor();
  await page.getByText(/^已自动保存|^已保存/).waitFor();
  await press(page, '检查并申报');
  await page.getByRole('button', { name: '申报', exact: true }).click();
  await page.getByRole('region', { name: '回执' }).getByText('102.39 / 110').waitFor();
});

test('the reviewer returns it with a reason on a row', async () => {
  const page = await windowOf('reviewer');
  await area(page, '复核');
  await page.getByRole('link', { name: form.name! }).first().click();
  await page.getByRole('button', { name: /^全部/ }).click();
  await page
    .getByLabel(/更新安全防护设备.*：理由$/)
    .last()
    .fill('按 19.18÷20 应为 0.96 分');
  await page.getByText(/^已保存/).waitFor();
  await press(page, '退回修改');
  const decision = page.getByRole('form', { name: '退回修改' });
  await decision.getByRole('textbox').fill('请改正后再报');
  await decision.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByText('已退回').first().waitFor();
});

test('the unit sees the words beside the row, mends it and files again', async () => {
  const page = await windowOf('clerk');
  await page.getByRole('link', { name: '看意见并修改' }).click();
  await press(page, '看下一条意见');
  await page.getByText('按 19.18÷20 应为 0.96 分').waitFor();
  const row = page.locator('tr[data-row]', { has: page.locator('input[value="19.18"]') });
  await row.locator('[data-cell$="/claimed"]').fill('0.96');
  await page.getByText('已改 1 行', { exact: false }).waitFor();
  await page.getByText(/^已自动保存|^已保存/).waitFor();
  await press(page, '检查并申报');
  await page.getByRole('button', { name: '再次申报', exact: true }).click();
  await page.getByText('第 2 次').waitFor();
});

test('the reviewer accepts it, and it stands in the ranking', async () => {
  const page = await windowOf('reviewer');
  await area(page, '复核');
  await page.getByRole('link', { name: form.name! }).first().click();
  await press(page, '接受');
  const decision = page.getByRole('form', { name: '接受' });
  await decision.getByRole('button', { name: /^接受/ }).click();
  await page.getByText('已通过').first().waitFor();
  await area(page, '总览');
  await page.getByRole('link', { name: '看全部' }).click();
  const place = page.getByRole('row', { name: /某某局/ });
  await place.waitFor();
  expect(await place.textContent()).toContain('102.39');
});

/** Two projects of the unit, filed and accepted by the rules of a region that says how forms are rolled up. */
const projects = ['institutional-reform', 'public-affairs-domain'].map((name) =>
  filedCase(`xiangyang/2021 ${name}.yaml`),
);

async function fileProjects(): Promise<void> {
  const [reviewer, clerk] = [visitor(server.url), visitor(server.url)];
  await reviewer.call('signIn', { body: { name: 'reviewer', password } });
  const { value: session } = await clerk.call('signIn', { body: { name: 'clerk', password } });
  const head = { rulebook: 'xiangyang', edition: '2021', subject: 'project', year: '2021' } as const;
  const { value: units } = await reviewer.call('listUnits', { query: {} });
  const region = units.items.find(({ kind }) => kind === 'region')!.id;
  const body = {
    ...head,
    title: '项目自评',
    unitId: region,
    due: '2099-12-31',
    units: [session.person.unit.id],
  };
  const { value: task } = await reviewer.call('createTask', { body });
  for (const project of projects) {
    const made = await clerk.call('createSubmission', {
      body: { ...head, name: project.name, taskId: task.id },
    });
    const path = { submission: made.value.id };
    await clerk.call('fileSubmission', {
      path,
      headers: { 'If-Match': made.etag! },
      body: { form: project },
    });
    const { etag } = await reviewer.call('getSubmission', { path });
    await reviewer.call('acceptSubmission', { path, headers: { 'If-Match': etag! }, body: {} });
  }
}

/** What the engine by itself makes of them. */
async function rolledByEngine() {
  const { plan } = (await new Library().edition('xiangyang', '2021'))!;
  const forms = projects.map((project) => formOfValue(project));
  const { submission } = await rollUp(plan!, forms, { name: '某某市', subject: 'project' });
  const { evaluation } = await evaluate(plan!, formOfValue(submission!));
  return evaluation!;
}

const leavesOf = (node: LedgerNode): LedgerNode[] =>
  node.children?.length ? node.children.flatMap(leavesOf) : [node];

test('accepted forms are rolled up into one: its figure and how it came about are the engine’s', async () => {
  await fileProjects();
  const rolled = await rolledByEngine();
  const page = await windowOf('reviewer');
  await area(page, '总览');
  await page.getByRole('link', { name: '汇总', exact: true }).click();
  await page.getByText('选一版评分规则').waitFor();
  await page.getByRole('button', { name: /评分规则/ }).click();
  await page.getByRole('option', { name: /^襄阳/ }).click();
  await page.getByText('由 2 张表汇成').waitFor();
  expect(await totalOf(page)).toBe(rolled.total);
  const lines = leavesOf(rolled.ledger).filter((node) => derivationOf(node, 'zh').length > 0);
  expect(lines.length).toBeGreaterThan(3);
  for (const node of lines) {
    const figure = page.getByRole('button', { name: `${node.name} ${node.points} 分，怎样得来` });
    await figure.click();
    const id = await figure.getAttribute('aria-controls');
    const steps = await page.locator(`[id="${id}"] li`).allInnerTexts();
    expect(steps, node.name).toEqual(derivationOf(node, 'zh'));
  }
});

test('a rulebook that says nothing of rolling up says so in its place', async () => {
  const page = await windowOf('reviewer');
  await area(page, '总览');
  await page.getByRole('link', { name: '汇总', exact: true }).click();
  await page.getByRole('button', { name: /评分规则/ }).click();
  await page.getByRole('option', { name: /^自治区项目支出绩效自评表/ }).click();
  await page.getByText('没有写怎样汇总').first().waitFor();
});
