/** A headless Chromium, and what is wrong on a page: what it breaks of its policy, asks of others, or bars people from. */
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import type { Role } from '../../../server/people/rights.ts';
import { password } from './served.ts';

const executables = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

export function openBrowser(): Promise<Browser> {
  const executablePath = executables.find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error('there is no Chromium: apt-get install chromium fonts-noto-cjk, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: flags });
}

/** The screens of the offices this is made for. */
export const officeScreen = { width: 1366, height: 768 };

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What went wrong so far: errors of scripts, breaches of the policy, requests that left the server. */
  troubles: string[];
}

/** Opens a browser window of its own; addresses are those of the server. */
export async function visit(
  browser: Browser,
  url: string,
  looks: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: officeScreen,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...looks,
  });
  // A machine that does other things meanwhile may take its time.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(`error: ${message}`));
  page.on('console', (message) => {
    const text = message.text();
    // A refusal is an answer; the browser writes each into its console.
    if (message.type() === 'error' && !/Failed to load resource: the server responded/.test(text))
      troubles.push(`console: ${text}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url()))
      troubles.push(`request: ${request.url()}`);
  });
  return { context, page, troubles };
}

/** Signs in without typing; the next page that is opened is that person's. */
export async function signIn({ context }: Pick<Visit, 'context'>, name: Role | (string & {})): Promise<void> {
  const answer = await context.request.post('/api/session', { data: { name, password } });
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${await answer.text()}`);
}

/** As `signIn`, on a server that is there to be tried. */
export async function signInToTry({ context }: Pick<Visit, 'context'>, role: Role): Promise<void> {
  const answer = await context.request.post('/api/session/sample', { data: { role } });
  if (!answer.ok()) throw new Error(`nobody can be tried as ${role}: ${await answer.text()}`);
}

/** What axe finds that bars people or hinders them, as `rule: where`. */
export async function barriers(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('what is in frames would not be looked at');
  await page.evaluate(axe.source);
  // Run in the page, which gives what is wrong only: all that is right, with where it is, takes longer to carry than to find.
  const violations = await page.evaluate(async () => {
    const tool = (window as unknown as { axe: typeof axe }).axe;
    return (await tool.run(document, { resultTypes: ['violations'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Whether something stands out of the window sideways. */
export const isCutOff = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** What can be used but not reached, as something lies over it or it has no size, even once it is scrolled to. */
export const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isShown = (one: Element) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      !one.closest('.vh') &&
      !one.matches('.vh, .skip, :disabled');
    const all = [...document.querySelectorAll('a[href], button, input, select, textarea')].filter(isShown);
    const isHit = (one: Element): boolean => {
      one.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit !== null && (one.contains(hit) || hit.contains(one));
    };
    return all.filter((one) => !isHit(one)).map((one) => one.outerHTML.slice(0, 120));
  });
