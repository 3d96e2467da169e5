/** Everything that is done here, done by the keyboard alone: no line of this file moves a mouse, or puts the focus anywhere. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SubmissionSummary } from '../../schemas/generated/types.ts';
import type { Role } from '../../server/people/rights.ts';
import { filedCase } from '../support/cases.ts';
import { openBrowser, signInToTry, type Visit, visit } from './support/browser.ts';
import { Hands } from './support/hands.ts';
import { walked } from './support/reach.ts';
import { password, type Served, startServer, type Visitor, visitor } from './support/served.ts';

vi.setConfig({ testTimeout: 180_000 });

const project = filedCase('xiangyang/2021 institutional-reform.yaml');

let browser: Browser;
let server: Served;
let admin: Visitor;
let unit: Visitor;
const windows: Visit[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ isTrial: true });
  [admin, unit] = [visitor(server.url), visitor(server.url)];
  await admin.call('signInToTry', { body: { role: 'administrator' } });
  const { value } = await unit.call('signInToTry', { body: { role: 'unit' } });
  const unitId = value.person.unit.id;
  await admin.call('createPerson', {
    body: { name: 'clerk', displayName: '李敏', role: 'unit', unitId, password },
  });
}, 240_000);

afterEach(async () => {
  const open = windows.splice(0);
  expect(open.flatMap(({ troubles }) => troubles)).toEqual([]);
  for (const { context } of open) await context.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Which line of the queue has the focus. */
const placeIn = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place'));

/** A window in which somebody sits before the keys; without a role, nobody is signed in yet. */
async function seated(role: Role | undefined, address: string): Promise<Hands> {
  const one = await visit(browser, server.url);
  windows.push(one);
  one.context.setDefaultTimeout(20_000);
  // What compiles this names inner functions by a helper of its own.
  await one.page.addInitScript('globalThis.__name = (named) => named');
  if (role) await signInToTry(one, role);
  await one.page.goto(address);
  await one.page.locator('h1, h2').first().waitFor();
  return new Hands(one.page);
}

/** A form of the project's kind, empty or as it was filed. */
async function begun(name: string, form?: typeof project): Promise<string> {
  const { rulebook, edition, subject } = project;
  const body = { rulebook, edition, subject, year: '2021', name };
  const { value, etag } = await unit.call('createSubmission', { body });
  const path = { submission: value.id };
  if (form)
    await unit.call('saveSubmission', {
      path,
      headers: { 'If-Match': etag ?? '' },
      body: { form: { ...form, name } },
    });
  return value.id;
}

const expectReached = async ({ page }: Hands) =>
  expect(await walked(page)).toEqual({ unreached: [], unseen: [], unnamed: [] });

const forms = async (query: { [name: string]: string }): Promise<readonly SubmissionSummary[]> =>
  (await admin.call('listSubmissions', { query: { limit: 200, ...query } })).value.items;

describe('a unit', () => {
  test('signs in, changes the language, opens a form that is asked for, and signs out', async () => {
    const id = await begun('键盘打开的表');
    const hands = await seated(undefined, '/');
    const { page, press, type } = hands;
    await hands.reach(hands.field('登录名'));
    await type('clerk');
    await press('Tab');
    await type(password);
    await press('Enter');
    await page.getByRole('heading', { name: '我的自评' }).waitFor();
    await hands.use(hands.button('English'));
    await page.getByRole('heading', { name: 'My forms' }).waitFor();
    await hands.use(hands.button('中文'), 'Space');
    await page.getByRole('heading', { name: '我的自评' }).waitFor();
    await hands.use(page.locator(`main a[href="/forms/${id}"]`));
    await page.waitForURL(`**/forms/${id}*`);
    await page.getByRole('heading', { name: '键盘打开的表' }).waitFor();
    await hands.use(hands.button('退出'));
    await page.waitForURL('**/sign-in*');
  });

  test('fills a number in, chooses, adds, moves and removes rows, undoes and does again', async () => {
    const id = await begun('键盘填的表');
    const hands = await seated('unit', `/forms/${id}`);
    const { page, press, type } = hands;
    const cell = (name: string) => page.locator(`[data-cell="${name}"]`);
    // An empty form is opened at its first cell.
    await expect.poll(hands.focus).toMatch(/^\/inputs\//);
    await hands.fill(cell('/inputs/budget'), '100');
    await hands.fill(cell('/inputs/executed'), '90');
    await expect.poll(() => page.locator('.total .big').textContent()).toBe('18');
    const choices = page.locator('fieldset.segments').first().getByRole('radio');
    await hands.use(choices.first(), 'Space');
    expect(await choices.first().isChecked()).toBe(true);
    await press('ArrowRight');
    expect([await choices.first().isChecked(), await choices.nth(1).isChecked()]).toEqual([false, true]);

    const names = () =>
      page
        .locator('[data-cell^="/declared/"][data-cell$="/name"]')
        .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
    await hands.use(hands.button(/：加一行$/));
    await expect.poll(hands.focus).toMatch(/\/name$/);
    await type('培训人数');
    await press('Tab');
    await type('≥100人');
    await press('Tab');
    await type('120人');
    await press('Tab');
    await type('20');
    await press('Enter');
    await expect.poll(names).toEqual(['培训人数', '']);
    await expect.poll(hands.focus).toMatch(/\/name$/);
    await type('培训班次');
    await press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['培训班次', '培训人数']);
    await press('Control+z');
    await expect.poll(names).toEqual(['培训人数', '培训班次']);
    await press('Control+y');
    await expect.poll(names).toEqual(['培训班次', '培训人数']);
    await hands.reach(page.locator('[data-cell^="/declared/"][data-cell$="/name"]').first());
    await press('Control+Delete');
    await expect.poll(names).toEqual(['培训人数']);
    await hands.use(hands.button('撤销'));
    await expect.poll(names).toEqual(['培训班次', '培训人数']);
    await hands.use(hands.button('恢复'));
    await expect.poll(names).toEqual(['培训人数']);
    const kind = page.locator('select').first();
    const before = await kind.inputValue();
    await hands.use(kind, 'ArrowDown');
    expect(await kind.inputValue()).not.toBe(before);
    await hands.use(hands.button('删除这一行'));
    await expect.poll(names).toEqual([]);
    await hands.use(hands.button('加一条'));
    await page.getByLabel('预期目标').first().waitFor();
    await hands.fill(page.getByLabel('预期目标').first(), '按期完成');
    await page.getByText(/^已自动保存|^已保存/).waitFor();
    await expectReached(hands);
  });

  test('opens how points came about, and jumps to the cell of a finding', async () => {
    const id = await begun('键盘看的表', project);
    const hands = await seated('unit', `/forms/${id}`);
    const { page, press } = hands;
    const how = hands.button('预算执行情况：怎样算');
    await hands.use(how);
    await page.getByRole('region', { name: '怎样算' }).getByText('12.52').first().waitFor();
    expect(await how.getAttribute('aria-expanded')).toBe('true');
    await hands.use(how, 'Space');
    await page.getByRole('region', { name: '怎样算' }).waitFor({ state: 'detached' });
    const points = page.locator('button.pts').first();
    await hands.use(points);
    await page.getByRole('region', { name: '怎样算' }).waitFor();
    await hands.use(points);
    for (const pane of ['得分', '填报']) {
      await press('F6');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(pane);
    }
    await hands.use(page.getByRole('complementary').locator('button.find').first());
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.mid') !== null)).toBe(true);
  });

  test('answers by yes or no, and judges', async () => {
    const { id } = (await forms({ state: 'returned' })).find(({ rulebook }) => rulebook === 'yunxi')!;
    const hands = await seated('unit', `/forms/${id}?group=budget-management`);
    const { page, press } = hands;
    const answers = page.locator('fieldset.segments').first().getByRole('radio');
    await hands.reach(answers.and(page.locator(':checked')));
    await press('ArrowRight');
    await expect.poll(() => answers.nth(1).isChecked()).toBe(true);
    await press('ArrowLeft');
    await expect.poll(() => answers.first().isChecked()).toBe(true);
    await press('Space');
    await expect.poll(() => answers.and(page.locator(':checked')).count()).toBe(0);
    await press('Space');
    await expect.poll(() => answers.first().isChecked()).toBe(true);
    await hands.use(
      page
        .locator('.tree')
        .getByRole('button', { name: /其他工作实绩指标完成情况/ })
        .or(page.locator('.tree').getByRole('button', { name: /^.*产出/ }))
        .first(),
    );
    const judged = page.locator('[data-cell^="/judgements/"]').first();
    await hands.fill(judged, '4');
    expect(await judged.inputValue()).toBe('4');
  });

  test('files with the list of what is to be mended, by then empty', async () => {
    const id = await begun('键盘申报的表', project);
    const hands = await seated('unit', `/forms/${id}`);
    const { page } = hands;
    await hands.use(hands.button('检查并申报').first());
    await page.getByText('没有须补改的，可以申报。').waitFor();
    await expectReached(hands);
    await hands.use(hands.button('申报'));
    await page.getByRole('region', { name: '回执' }).waitFor();
    expect((await unit.call('getSubmission', { path: { submission: id } })).value.state).toBe('filed');
    await hands.use(hands.link('回到我的自评'));
    await page.getByRole('heading', { name: '我的自评' }).waitFor();
  });
});

describe('a reviewer', () => {
  test('moves in the queue, opens a form, sorts, narrows, searches and keeps a queue', async () => {
    const hands = await seated('reviewer', '/queue');
    const { page, press, type } = hands;
    await page.locator('.queue-list a').first().waitFor();
    const place = () => placeIn(page);
    await press('j');
    await expect.poll(place).toBe('0');
    await press('j');
    await expect.poll(place).toBe('1');
    await press('ArrowDown');
    await expect.poll(place).toBe('2');
    await press('k');
    await expect.poll(place).toBe('1');
    await press('Enter');
    await page.waitForURL(/\/queue\/[^?]+/);
    await hands.use(hands.link(/复核队列/));
    await page.waitForURL(/\/queue\?/);
    await hands.use(page.getByRole('columnheader').getByRole('button', { name: '单位' }));
    await expect
      .poll(() => page.getByRole('columnheader', { name: '单位' }).getAttribute('aria-sort'))
      .toBe('ascending');
    const heading = page.getByRole('columnheader', { name: '表名' });
    const widthNow = async () => (await heading.boundingBox())!.width;
    const usual = await widthNow();
    await hands.use(page.getByRole('button', { name: /^“表名”的列宽/ }), 'ArrowRight');
    await press('ArrowRight');
    await expect.poll(widthNow).toBeGreaterThan(usual + 20);
    await page.reload();
    await expect.poll(widthNow).toBeGreaterThan(usual + 20);
    await hands.use(page.getByRole('button', { name: /^“表名”的列宽/ }), 'Home');
    await expect.poll(widthNow).toBe(usual);
    await hands.choose('怎样排', /差/);
    await expect.poll(() => page.url()).toMatch(/sort=-?difference/);
    const chip = page.locator('.chip').first();
    const was = await chip.getAttribute('aria-pressed');
    await hands.use(chip);
    await expect.poll(() => chip.getAttribute('aria-pressed')).not.toBe(was);
    await hands.use(chip, 'Space');
    await expect.poll(() => chip.getAttribute('aria-pressed')).toBe(was);
    await press('/');
    await type('教育');
    await expect.poll(() => page.url()).toContain('q=');
    await hands.use(hands.button('存为常用'));
    await type('教育局的');
    await press('Enter');
    await expect.poll(() => hands.button('教育局的').getAttribute('aria-pressed')).toBe('true');
    await hands.use(hands.button('全部'));
    await expect.poll(() => page.url()).not.toContain('q=');
    await hands.use(hands.button('教育局的'));
    await expect.poll(() => page.url()).toContain('q=');
    await hands.use(hands.button('不再保留“教育局的”'));
    await hands.button('教育局的').waitFor({ state: 'detached' });
  });

  test('takes what was recomputed, sets points with a reason, comments, goes on, returns and accepts', async () => {
    const hands = await seated('reviewer', '/queue?state=filed&sort=-difference');
    const { page, press, type } = hands;
    await page.locator('.queue-list a').first().waitFor();
    await press('j');
    await expect.poll(() => placeIn(page)).toBe('0');
    await press('Enter');
    await page.waitForURL(/\/queue\/[^?]+/);
    const opened = () => new URL(page.url()).pathname.split('/').at(-1)!;
    const first = opened();
    await page.locator('[data-cell$=" points"]').first().waitFor();
    await press('j', 'e');
    await expect.poll(hands.focus).toMatch(/ points$/);
    await press('Control+a');
    await type('0.1');
    await press('Escape', 'r');
    await expect.poll(hands.focus).toMatch(/ reason$/);
    await type('凭证不全');
    await press('Escape', 'c');
    await expect.poll(hands.focus).toMatch(/ words$/);
    await press('Escape');
    await page.getByText(/^已保存/).waitFor();
    const kept = async () => {
      const { value } = await admin.call('getSubmission', { path: { submission: first } });
      const filing = { submission: first, number: value.filings };
      return (await reviewer.call('getFiling', { path: filing })).value.review?.rows ?? [];
    };
    const reviewer = visitor(server.url);
    await reviewer.call('signInToTry', { body: { role: 'reviewer' } });
    expect(await kept()).toContainEqual({ line: expect.any(String), points: '0.1', reason: '凭证不全' });
    await press('a');
    await expect
      .poll(async () => (await kept()).some(({ points }) => points === '0.1'), { timeout: 10_000 })
      .toBe(false);
    await hands.use(hands.button(/^全部 \d+ 行/));
    await expectReached(hands);
    await press('n');
    await expect.poll(opened).not.toBe(first);
    await page.locator('[data-cell$=" points"]').first().waitFor();
    await page.waitForLoadState('networkidle');
    await press('p');
    await expect.poll(opened).toBe(first);
    await page.locator('[data-cell$=" points"]').first().waitFor();
    await hands.use(hands.button('退回修改'));
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await type('请补凭证');
    await hands.use(hands.button('退回'));
    await expect.poll(opened).not.toBe(first);
    const second = opened();
    await page.locator('[data-cell$=" points"]').first().waitFor();
    await hands.use(hands.button(/^接受/));
    await page.getByRole('form', { name: '接受' }).waitFor();
    await press('Escape');
    await page.getByRole('form', { name: '接受' }).waitFor({ state: 'detached' });
    await hands.use(hands.button(/^接受/));
    await page.getByRole('form', { name: '接受' }).waitFor();
    await press('Enter');
    await expect.poll(opened).not.toBe(second);
    const stateOf = async (submission: string) =>
      (await admin.call('getSubmission', { path: { submission } })).value.state;
    expect([await stateOf(first), await stateOf(second)]).toEqual(['returned', 'accepted']);
  });

  test('gives forms to a colleague, and accepts what is clean', async () => {
    const hands = await seated('reviewer', '/queue?state=filed&sort=-difference');
    const { page, press } = hands;
    await page.locator('.queue-list a').first().waitFor();
    for (const place of ['0', '1']) {
      await press('j');
      await expect.poll(() => placeIn(page)).toBe(place);
      await press('x');
    }
    await page.getByText('已选 2 张').waitFor();
    await hands.use(hands.button('分给同事'));
    await hands.choose(/分给$/, /在手/);
    await expectReached(hands);
    await hands.use(hands.button(/^先看这 2 张/));
    await page.getByText('会分出').first().waitFor();
    await hands.use(hands.button(/^分出这/));
    await page.getByText('已分出').first().waitFor();
    await hands.use(hands.button('关闭'));
    const accepted = (await forms({ state: 'accepted' })).length;
    const all = page.getByRole('checkbox', { name: /^选中/ });
    await hands.use(all, 'Space');
    await page.getByText(/已选 \d\d? 张/).waitFor();
    await hands.use(hands.button('成批接受没有疑问的'));
    await hands.use(hands.button(/^先看这/));
    await page
      .getByText(/会接受/)
      .first()
      .waitFor();
    await hands.use(hands.button(/^接受这/));
    await page
      .getByText(/已接受 [1-9]/)
      .first()
      .waitFor();
    expect((await forms({ state: 'accepted' })).length).toBeGreaterThan(accepted);
  });

  test('follows a number of the overview to its forms, and asks units to file', async () => {
    const hands = await seated('reviewer', '/overview');
    const { page, press, type } = hands;
    await hands.use(page.locator('.strip a').first());
    await page.waitForURL(/\/queue\?.*state=/);
    await hands.use(page.getByRole('banner').getByRole('link', { name: '任务' }));
    await hands.use(hands.link('布置任务'));
    await page.waitForURL('**/tasks/new');
    await hands.fill(hands.field('名称'), '键盘布置的任务');
    await hands.choose('评分规则', /^自治区项目支出绩效自评表/);
    await hands.fill(hands.field('年度'), '2021');
    await hands.reach(hands.field('截止日期'));
    // A browser asks for the parts of a day in the order of its own language.
    await type('12312099');
    if ((await hands.field('截止日期').inputValue()) !== '2099-12-31') {
      await press('ArrowLeft', 'ArrowLeft', 'Control+a', 'Delete');
      await type('2099');
      await press('ArrowRight');
      await type('1231');
    }
    expect(await hands.field('截止日期').inputValue()).toBe('2099-12-31');
    const tick = page.locator('.unit-choice input').last();
    const was = await tick.isChecked();
    await hands.use(tick, 'Space');
    expect(await tick.isChecked()).toBe(!was);
    await expectReached(hands);
    await hands.use(hands.button(/^布置给/));
    await page.getByRole('heading', { name: '键盘布置的任务' }).waitFor();
  });
});

describe('an administrator', () => {
  test('adds a person and changes the role, adds a unit and renames it', async () => {
    const hands = await seated('administrator', '/admin/people');
    const { page, type } = hands;
    await hands.use(hands.button('添加'));
    await hands.reach(hands.field('登录名'));
    await type('newcomer');
    await hands.fill(hands.field('姓名'), '新来的');
    await hands.choose(/^(?!.*全部).*角色/, '审核人');
    await hands.choose(/^(?!.*全部).*所在/, /./);
    await hands.use(hands.button('添加并拟密码'));
    await page.getByRole('button', { name: '更改 新来的' }).waitFor();
    await hands.use(hands.button('收起'));
    await hands.use(hands.button('更改 新来的'));
    await hands.choose(/审核人 角色|角色 审核人/, '规则人员');
    await expectReached(hands);
    await hands.use(hands.button('保存'));
    const roleOf = async () =>
      (await admin.call('listPeople', { query: { limit: 200 } })).value.items.find(
        ({ name }) => name === 'newcomer',
      )?.role;
    await expect.poll(roleOf).toBe('policy');

    await hands.use(page.getByRole('banner').getByRole('link', { name: '单位' }));
    await hands.use(hands.button('添加'));
    await hands.fill(hands.field('名称'), '键盘局');
    await hands.use(hands.button('添加').last());
    await hands.button('更改 键盘局').waitFor();
    await hands.use(hands.button('完成'));
    await hands.use(hands.button('更改 键盘局'));
    await hands.fill(hands.field('名称'), '键盘管理局');
    await hands.use(hands.button('保存'));
    await hands.button('更改 键盘管理局').waitFor();
  });

  test('verifies the log, makes a backup, and signs out', async () => {
    const hands = await seated('administrator', '/admin/log');
    const { page, press } = hands;
    await hands.use(hands.button('核验日志'));
    await page.getByText(/^日志完好，共 \d+ 条/).waitFor();
    const entry = hands.button(/^第 \d+ 条的记录$/).first();
    await hands.use(entry);
    await page.locator('tr.opened').waitFor();
    await press('Space');
    await page.locator('tr.opened').waitFor({ state: 'detached' });
    await hands.use(page.getByRole('banner').getByRole('link', { name: '备份' }));
    await hands.use(hands.button('现在备份'));
    await hands
      .button(/^核对 /)
      .first()
      .waitFor();
    await hands.use(hands.button(/^核对 /));
    await hands.use(hands.button(/^删除 /));
    await hands.use(hands.button('不删'));
    await hands.use(hands.button('退出'));
    await page.waitForURL('**/sign-in*');
  });
});
