/**
 * Every page's address opened by every role, held against the table of rights: a page is shown to whoever has its right and
 * to nobody else, what it asks of the API its reader may ask, what it leads to they may open, and what it offers they may do.
 * Pages, roles, rights and operations are read from where they stand, so that what is added is tried by itself.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RightName, type Role, rights, roles } from '../../server/people/rights.ts';
import { addresses } from '../../server/web/pages/addresses.ts';
import { pageRoutes } from '../../server/web/pages/routes.tsx';
import { areasOf } from '../../server/web/shell/areas.ts';
import { openBrowser, signInToTry, type Visit, visit } from './support/browser.ts';
import { type Served, startServer } from './support/served.ts';

vi.setConfig({ testTimeout: 600_000 });

const locked = '你没有看这一页的权限';
/** Kinds of buttons that are pressed on a page, at most. */
const mostPressed = 3;

interface Operation {
  id: string;
  method: string;
  path: RegExp;
  right: RightName | 'anyone';
}

let browser: Browser;
let server: Served;
let operations: Operation[];

beforeAll(async () => {
  browser = await openBrowser();
  server = await startServer({ isTrial: true });
  operations = await readOperations();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function readOperations(): Promise<Operation[]> {
  const { paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string; 'x-right': RightName | 'anyone' }>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, 'x-right': right }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
      right,
    })),
  );
}

const hasRight = (role: Role, right: RightName | 'anyone'): boolean =>
  right === 'anyone' || role in rights[right].reach;

/** What is wrong with asking this; undefined where nothing is. */
function whyNotAsk(role: Role, method: string, url: string): string | undefined {
  const { pathname } = new URL(url, server.url);
  const found = operations.filter((one) => one.method === method && one.path.test(pathname));
  // An address told by name comes before one that only has its shape.
  const [one] = found.sort((a, b) => b.path.source.length - a.path.source.length);
  if (!one) return `${method} ${pathname} is no operation`;
  return hasRight(role, one.right) ? undefined : `${one.id} takes ${one.right}`;
}

const shape = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);

/** What is wrong with leading there. */
function whyNotGo(role: Role, href: string): string | undefined {
  const { pathname } = new URL(href, server.url);
  if (pathname.startsWith('/api/')) return whyNotAsk(role, 'GET', href);
  if (pathname === addresses.home) return undefined;
  const found = pageRoutes.find(({ address }) => shape(addresses[address]).test(pathname));
  if (!found) return `${pathname} is no page`;
  return hasRight(role, found.right) ? undefined : `${found.address} takes ${found.right}`;
}

/** A window of a person of a role, and what was asked from it. */
interface Window {
  role: Role;
  open: Visit;
  page: Page;
  /** As `method address`, of what is asked of the API. */
  asked: { method: string; url: string }[];
  refused: string[];
  /** Resolves once nothing is under way any more. */
  rest(): Promise<void>;
}

async function windowOf(role: Role): Promise<Window> {
  const open = await visit(browser, server.url);
  await signInToTry(open, role);
  const { page } = open;
  const [asked, refused]: [Window['asked'], string[]] = [[], []];
  let underWay = 0;
  let last = Date.now();
  const ends = () => {
    underWay -= 1;
    last = Date.now();
  };
  page.on('request', (request) => {
    underWay += 1;
    last = Date.now();
    if (new URL(request.url()).pathname.startsWith('/api/'))
      asked.push({ method: request.method(), url: request.url() });
  });
  page.on('requestfinished', ends);
  page.on('requestfailed', ends);
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(`${response.request().method()} ${response.url()}`);
  });
  const rest = async () => {
    const end = Date.now() + 20_000;
    while (Date.now() < end && (underWay > 0 || Date.now() - last < 80)) await page.waitForTimeout(30);
  };
  return { role, open, page, asked, refused, rest };
}

type Values = Readonly<Record<string, string>>;

/** What stands for the parts of addresses that vary: a filed form that `role` may see, and what it belongs to. */
async function valuesFor(
  { open }: Window,
  state: string,
  which: (unit: string) => boolean = () => true,
): Promise<Values> {
  const ask = async (path: string) => (await open.context.request.get(path)).json();
  const { items } = await ask(`/api/submissions?state=${state}&limit=200`);
  const form = items.find(
    (one: { unit: { id: string }; taskId?: string }) => one.taskId && which(one.unit.id),
  );
  const { id, unit, year, rulebook, edition, taskId } = form;
  return { submission: id, unit: unit.id, year, region: rulebook, edition, task: taskId };
}

/** An address with its parts filled in; of a part nothing is known of, the first of its list, or what is not there. */
async function filled(address: string, values: Values, { open }: Window): Promise<string> {
  let path = address;
  for (const [part, name] of address.matchAll(/:(\w+)/g)) {
    const listed = values[name!] === undefined ? await open.context.request.get(`/api/${name}s`) : undefined;
    const first = listed?.ok() ? (await listed.json()).items?.[0]?.id : undefined;
    path = path.replace(
      part,
      encodeURIComponent(values[name!] ?? first ?? '0190b3a0-0000-7000-8000-000000000000'),
    );
  }
  return path;
}

async function goTo({ page, rest, asked, refused }: Window, path: string): Promise<void> {
  asked.length = 0;
  refused.length = 0;
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  await page.locator('main').waitFor();
  await rest();
}

const wrongAsked = ({ role, asked, refused }: Window): string[] => [
  ...asked.flatMap(({ method, url }) => whyNotAsk(role, method, url) ?? []),
  ...refused.map((one) => `refused: ${one}`),
];

async function wrongLinks({ role, page }: Window): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  return [...new Set(hrefs)].flatMap((href) => whyNotGo(role, href) ?? []);
}

/** The buttons of the page by what kind they are: many of a list that differ by a name only are one kind. */
const buttonKinds = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLButtonElement>('main button')].map((one) => {
      const isThere = one.checkVisibility() && !one.disabled && one.getAttribute('aria-disabled') !== 'true';
      const where = one.closest('tr, li, article') ? one.className : (one.ariaLabel ?? one.textContent ?? '');
      return isThere ? `${one.closest('[class]:not(button)')?.className} ${where.replace(/\d+/g, '#')}` : '';
    }),
  );

/** Presses one button of each kind; what would change anything is told, and refused before it reaches the server. */
async function wrongPressed(window: Window, path: string): Promise<{ wrong: string[]; pressed: number }> {
  const { page, rest, role } = window;
  const wrong: string[] = [];
  let now = '';
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const why = whyNotAsk(role, request.method(), request.url());
    if (why) wrong.push(`${now}: ${why}`);
    if (request.method() === 'GET') return route.continue();
    const problem = { type: 'about:blank', title: '试', status: 409, code: 'wrong-state' };
    return route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify(problem),
    });
  });
  const known = new Set(['']);
  while (known.size <= mostPressed) {
    const kinds = await buttonKinds(page);
    const place = kinds.findIndex((kind) => !known.has(kind));
    if (place < 0) break;
    now = kinds[place]!;
    known.add(now);
    await page
      .locator('main button')
      .nth(place)
      .click({ timeout: 2_000, force: true, noWaitAfter: true })
      .catch(() => {});
    await rest();
    await page.keyboard.press('Escape');
    if (new URL(page.url()).pathname !== path) await goTo(window, path);
  }
  await page.unroute('**/api/**');
  return { wrong, pressed: known.size - 1 };
}

describe.each(roles.map((role) => [role]))('%s', (role) => {
  let window: Window;
  /** A form that was filed with what it belongs to, and one that is still being filled in. */
  let values: Values[];
  let pressed = 0;

  beforeAll(async () => {
    window = await windowOf(role);
    const seeing = await windowOf(role === 'unit' ? 'unit' : 'reviewer');
    values = [await valuesFor(seeing, 'filed'), await valuesFor(seeing, 'draft,returned')];
    await seeing.open.context.close();
  }, 240_000);
  afterAll(async () => {
    expect(window.open.troubles).toEqual([]);
    await window.open.context.close();
    expect(pressed).toBeGreaterThan(0);
  });

  test.each(pageRoutes.map((one) => [one.address, one] as const))('%s', async (address, { right }) => {
    const given = addresses[address].includes(':submission') ? values : values.slice(0, 1);
    for (const one of given) await isInOrder(await filled(addresses[address], one, window), right);
  });

  async function isInOrder(path: string, right: RightName | 'anyone'): Promise<void> {
    const { page } = window;
    await goTo(window, path);
    const lock = page.getByRole('heading', { name: locked });
    if (hasRight(role, right)) expect(await lock.count(), path).toBe(0);
    else {
      await lock.waitFor();
      const said = await page.locator('main').innerText();
      expect(said).toContain('管理员');
      expect(said).toContain(rights[right as RightName].zh);
      expect(await page.locator('main button, main input').count()).toBe(0);
    }
    expect(wrongAsked(window)).toEqual([]);
    expect(await wrongLinks(window)).toEqual([]);
    if (new URL(page.url()).pathname !== path) return;
    const told = await wrongPressed(window, path);
    pressed += told.pressed;
    expect(told.wrong).toEqual([]);
  }

  test('has the areas of its rights in the bar, and no other', async () => {
    const { page } = window;
    await goTo(window, addresses.account);
    const bar = await page
      .getByRole('banner')
      .getByRole('navigation')
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const own = Object.fromEntries(
      (Object.keys(rights) as RightName[])
        .filter((right) => hasRight(role, right))
        .map((right) => [right, true]),
    );
    expect(bar).toEqual(areasOf(own).map(({ address }) => addresses[address]));
    for (const { address } of areasOf(own))
      expect(hasRight(role, pageRoutes.find((one) => one.address === address)!.right)).toBe(true);
  });
});

test('what belongs to others is kept from a unit by every page', async () => {
  const [unit, reviewer] = [await windowOf('unit'), await windowOf('reviewer')];
  const own = await valuesFor(unit, 'filed');
  const foreign = await valuesFor(reviewer, 'filed', (id) => id !== own.unit);
  for (const { address, right } of pageRoutes) {
    if (!/:(submission|unit)\b/.test(addresses[address]) || !hasRight('unit', right)) continue;
    await goTo(unit, await filled(addresses[address], foreign, unit));
    await unit.page.getByRole('heading', { name: locked }).first().waitFor();
  }
  await unit.open.context.close();
  await reviewer.open.context.close();
});
