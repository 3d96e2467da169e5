/** Walks the pages as a person who types the same text into everything that takes one, and presses whatever can be pressed. */
import type { ElementHandle, Page, Route } from 'playwright-core';
import { type AddressName, addresses } from '../../../server/web/pages/addresses.ts';

/** Whatever a person can type into. */
const fields = [
  'input:not([type=checkbox], [type=radio], [type=hidden], [type=file], [type=date])',
  'textarea',
  '[contenteditable=true]',
].join(', ');
const days = 'input[type=date]';

/** The parts of an address that vary, each with what they may be. */
export type Parts = { readonly [part: string]: readonly string[] };

/** The addresses of a page with its varying parts filled in, those that hang together at the same place. */
export function addressesOf(name: AddressName, parts: Parts): string[] {
  const address: string = addresses[name];
  const varying = [...address.matchAll(/:(\w+)/g)].map(([, part]) => part!);
  const known = varying.map((part) => {
    if (!parts[part]) throw new Error(`nothing is known to stand for :${part} in ${address}`);
    return parts[part];
  });
  if (varying.length === 0) return [address];
  return known[0]!.map((_, place) =>
    varying.reduce((filled, part, index) => filled.replace(`:${part}`, known[index]![place]!), address),
  );
}

/** Opens a page and waits until it stands. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('h1, h2').first().waitFor();
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
}

/** Those that can be seen, and that nobody has typed into yet. */
async function untouched(page: Page, selector: string): Promise<ElementHandle<HTMLInputElement>[]> {
  const all = (await page.locator(selector).elementHandles()) as ElementHandle<HTMLInputElement>[];
  const open: ElementHandle<HTMLInputElement>[] = [];
  for (const one of all)
    if (
      await one.evaluate((field) => {
        const isOpen = !field.disabled && !field.readOnly && field.checkVisibility() && !field.dataset.typed;
        if (isOpen) field.dataset.typed = 'true';
        return isOpen;
      })
    )
      open.push(one);
  return open;
}

/** Types into every field that is there and was not typed into yet; tells how many. */
async function typeAll(page: Page, text: string, isAsked: (field: HTMLInputElement) => boolean) {
  let typed = 0;
  for (const field of await untouched(page, fields)) {
    if (!(await field.evaluate((one) => one.isConnected)) || !(await field.evaluate(isAsked))) continue;
    await field.fill(text);
    typed++;
  }
  for (const day of await untouched(page, days)) await day.fill('2099-12-31');
  return typed;
}

const always = () => true;

/** Lets nothing be changed for good while buttons are tried; forms still save what is typed into them. */
async function hold(page: Page): Promise<() => Promise<void>> {
  const refuse = async (route: Route) => {
    const request = route.request();
    const isRead = ['GET', 'PUT'].includes(request.method()) || request.url().includes('/preview');
    if (isRead) return route.fallback();
    const problem = { type: 'about:blank', title: '不行', status: 409, code: 'wrong-state', detail: '不行' };
    return route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem });
  };
  await page.route('**/api/**', refuse);
  return () => page.unroute('**/api/**', refuse);
}

/** What a button is called, without what counts or names. */
const labels = (page: Page): Promise<string[]> =>
  page
    .locator('main button:not([type=submit]):enabled')
    .evaluateAll((all) =>
      all.map((button) =>
        button.checkVisibility()
          ? (button.getAttribute('aria-label') ?? button.textContent ?? '').trim()
          : '',
      ),
    );

/** Presses each button of the page once, but those pressed before, and types into what appears. */
async function pressAll(page: Page, address: string, text: string, pressed: Set<string>): Promise<number> {
  let typed = 0;
  for (let presses = 0; presses < mostPresses; presses++) {
    const all = await labels(page);
    const next = all.findIndex((label) => label !== '' && !pressed.has(alike(label)));
    if (next < 0) break;
    pressed.add(alike(all[next]!));
    await page.locator('main button:not([type=submit]):enabled').nth(next).dispatchEvent('click');
    await settled(page);
    if (new URL(page.url()).pathname !== address) await openPage(page, address);
    typed += await typeAll(page, text, always);
    await page.keyboard.press('Escape');
  }
  return typed;
}

const mostPresses = 8;
const alike = (label: string): string => label.replace(/[\d.,]+|「.*」|“.*”/g, '');

const sending = 'main form [type=submit]:enabled';

/** Sends each form of the page as it stands; where it is refused, with numbers where numbers are asked for. */
async function sendAll(page: Page): Promise<void> {
  const isNumber = (field: HTMLInputElement) =>
    field.inputMode === 'decimal' || /年度/.test(field.labels?.[0]?.textContent ?? '');
  for (const button of await page.locator(sending).all()) {
    if (!(await button.isVisible())) continue;
    await page.locator('[data-typed]').evaluateAll((all) => {
      for (const one of all) delete (one as HTMLElement).dataset.typed;
    });
    await typeAll(page, '2023', isNumber);
    await button.click();
    await settled(page);
  }
}

/**
 * Types into everything there is on a page, presses what can be pressed and was not pressed on a page like it, and sends
 * what can be sent; tells how many fields.
 */
export async function typeEverywhere(
  page: Page,
  address: string,
  text: string,
  pressed: Set<string>,
): Promise<number> {
  await openPage(page, address);
  // Led on to another page, which has an address of its own.
  if (new URL(page.url()).pathname !== address) return 0;
  let typed = await typeAll(page, text, always);
  const release = await hold(page);
  typed += await pressAll(page, address, text, pressed);
  await release();
  if ((await page.locator(sending).count()) === 0) return typed;
  await openPage(page, address);
  await typeAll(page, text, always);
  await sendAll(page);
  return typed;
}
