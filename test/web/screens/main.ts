/**
 * Pictures of every page in every state, into dist/screens: `npm run screens`, or some of them with the beginning of
 * their names: `npm run screens account`. Says what is cut off, out of order or barred on the way.
 */
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { root } from '../../support/repository.ts';
import { barriers, isCutOff, openBrowser, signIn, signInToTry, visit } from '../support/browser.ts';
import { makeTown, type Served, startServer } from '../support/served.ts';
import { entranceScreens } from './entrance.ts';
import { type Get, type Scene, type Screen, widths } from './screen.ts';

/** The lists of all areas; each area has a file of its own. */
const screens: readonly Screen[] = [...entranceScreens];

const folder = `${root}dist/screens`;

async function open(scene: Scene): Promise<Served> {
  const server = await startServer({ isTrial: scene === 'sample' });
  if (scene === 'town') await makeTown(server);
  return server;
}

async function take(browser: Browser, { url }: Served, screen: Screen, width: number, language: 'zh' | 'en') {
  const height = width < 600 ? 844 : 768;
  const one = await visit(browser, url, { width, height });
  const { page, context, troubles } = one;
  const title = `${screen.name}-${width}${language === 'en' ? '-en' : ''}`;
  try {
    await page.addInitScript((chosen) => localStorage.setItem('zhunsheng.language', chosen), language);
    if (screen.as) await (screen.scene === 'sample' ? signInToTry(one, screen.as) : signIn(one, screen.as));
    const get: Get = async (address) => (await context.request.get(address)).json();
    await page.goto(typeof screen.address === 'string' ? screen.address : await screen.address(get));
    await page.waitForLoadState('networkidle');
    await page.locator('h1, h2').first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await screen.act?.(page);
    await page.screenshot({ path: `${folder}/${title}.png`, animations: 'disabled' });
    if (await isCutOff(page)) troubles.push('something stands out of the window');
    troubles.push(...(await barriers(page)));
  } catch (error) {
    troubles.push(String(error));
  } finally {
    await context.close();
  }
  console.log(`${title}${troubles.map((trouble) => `\n  ${trouble}`).join('')}`);
  return troubles.length;
}

mkdirSync(folder, { recursive: true });
const asked = process.argv.slice(2);
const wanted = screens.filter(
  ({ name }) => asked.length === 0 || asked.some((beginning) => name.startsWith(beginning)),
);
const browser = await openBrowser();
let troubles = 0;
for (const scene of ['new', 'town', 'sample'] as const) {
  const here = wanted.filter((screen) => screen.scene === scene);
  if (here.length === 0) continue;
  const server = await open(scene);
  for (const screen of here)
    for (const language of screen.languages ?? (['zh'] as const))
      for (const width of screen.widths ?? widths)
        troubles += await take(browser, server, screen, width, language);
  await server.close();
}
await browser.close();
process.exitCode = troubles > 0 ? 1 : 0;
