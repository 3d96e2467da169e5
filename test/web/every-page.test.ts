/**
 * Every page, as the role sees it that has most on it: nothing bars people from it, all of it fits its window also at twice the size, and
 * the keyboard reaches everything on it that can be used, with the focus in sight; read in English, nothing on it is Chinese but
 * what a rulebook or somebody wrote.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focused } from './screens/focus.ts';
import { usualScreens } from './screens/ordinary.ts';
import { openScene, Windows } from './screens/scenes.ts';
import type { Screen } from './screens/screen.ts';
import { barriers, isCutOff, officeScreen, openBrowser } from './support/browser.ts';
import { strayChinese } from './support/chinese.ts';
import { walked } from './support/reach.ts';
import type { Served } from './support/served.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());

async function open(windows: Windows, screen: Screen) {
  const one = await windows.open(screen.as, {});
  // What compiles this names inner functions by a helper of its own.
  await one.page.addInitScript('globalThis.__name = (named) => named');
  await one.page.goto(await windows.addressOf(screen));
  await one.page.locator('h1, h2').first().waitFor();
  await one.page.waitForLoadState('networkidle');
  await one.page.waitForFunction(() => !document.querySelector('.loading[aria-busy=true]'));
  return one;
}

/** F6 leads from one pane to the next; gives those to which it does not, or where one does not see it. */
async function panesMissed(page: Page): Promise<string[]> {
  const panes = await page.locator('.panes > .pane').all();
  const missed: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const [index, pane] of panes.entries()) {
    await page.keyboard.press('F6');
    const isThere = await pane.evaluate((element) => element === document.activeElement);
    if (!isThere || (await focused(page)).isUnseen) missed.push(`pane ${index + 1}`);
  }
  return missed;
}

describe.each(['new', 'sample'] as const)('with the data of “%s”', (scene) => {
  let server: Served;
  let windows: Windows;
  beforeAll(async () => {
    server = await openScene(scene);
    windows = new Windows(browser, server, scene);
  }, 120_000);
  afterAll(() => server?.close());

  // What a page has for one role it has for all, or less of it.
  const here = usualScreens
    .filter((screen) => screen.scene === scene)
    .filter((screen, index, all) => all.findIndex(({ page }) => page === screen.page) === index);

  test.each(here)('$name', { timeout: 120_000 }, async (screen) => {
    const { page, context, troubles } = await open(windows, screen);
    expect(await barriers(page)).toEqual([]);
    expect(await walked(page)).toEqual({ unreached: [], unseen: [], unnamed: [] });
    expect(await panesMissed(page)).toEqual([]);
    // Twice the size on an office screen, and a phone.
    for (const viewport of [
      { width: 683, height: 384 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport);
      expect(await isCutOff(page), `wider than a window of ${viewport.width}`).toBe(false);
    }
    await page.setViewportSize(officeScreen);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await strayChinese(page), 'in English').toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });
});

test('the first key leads past the bar at the top', { timeout: 120_000 }, async () => {
  const server = await openScene('town');
  const { page, context } = await open(new Windows(browser, server, 'town'), {
    name: 'account',
    scene: 'town',
    as: 'unit',
    address: '/account',
  });
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name: '跳到正文' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await link.boundingBox())!.width).toBeGreaterThan(40);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('work');
  await context.close();
  await server.close();
});
