/**
 * Pictures of every page in every state, into dist/screens: `npm run screens`, or some of them with the beginning of
 * their names: `npm run screens account`. Ends with what is cut off, out of order, not translated or barred.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { root } from '../../support/repository.ts';
import { barriers, openBrowser, type Visit } from '../support/browser.ts';
import { screens } from './all.ts';
import { foreignWords, outOfOrder, Said } from './look.ts';
import { openScene, Windows } from './scenes.ts';
import { type Scene, type Screen, widths } from './screen.ts';

const folder = `${root}dist/screens`;
mkdirSync(folder, { recursive: true });

/** What is wrong, with the pictures it is seen in. */
const wrong = new Map<string, string[]>();
let pictures = 0;

function note(picture: string, troubles: Iterable<string>): void {
  for (const trouble of troubles) wrong.set(trouble, [...(wrong.get(trouble) ?? []), picture]);
}

/** The width of an office screen at twice the size; the height is half, too. */
const zoomed = 683;
const sizeOf = (width: number) => ({ width, height: { 390: 844, [zoomed]: 384 }[width] ?? 768 });

async function settle(page: Page, { after }: Screen): Promise<void> {
  await page.locator('h1, h2, .loading').first().waitFor();
  if (after === undefined) {
    await page.waitForLoadState('networkidle');
    await page.waitForFunction(() => !document.querySelector('.loading[aria-busy=true]'));
  } else await page.waitForTimeout(after);
}

async function picture(page: Page, title: string, width: number, isChecked: boolean): Promise<void> {
  await page.setViewportSize(sizeOf(width));
  await page.waitForTimeout(120);
  await page.screenshot({ path: `${folder}/${title}.png`, animations: 'disabled' });
  pictures++;
  note(title, await outOfOrder(page));
  if (isChecked) note(title, await barriers(page));
}

/** Opens the page once and takes a picture of it at each width. */
async function take(windows: Windows, screen: Screen, language: 'zh' | 'en'): Promise<void> {
  const usual = screen.widths ?? widths;
  const sizes = screen.isUsual && language === 'zh' ? [...usual, zoomed] : usual;
  const tail = language === 'en' ? '-en' : '';
  const whole = `${screen.name}${tail}`;
  let one: Visit | undefined;
  try {
    const address = await windows.addressOf(screen);
    one = await windows.open(screen.as, { viewport: sizeOf(sizes[0]!) });
    const { page, context } = one;
    context.setDefaultTimeout(20_000);
    const said = new Said(page);
    // What compiles this names inner functions by a helper of its own.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript((chosen) => localStorage.setItem('zhunsheng.language', chosen), language);
    await screen.before?.(page);
    await page.goto(address);
    if (!screen.before || screen.after !== undefined) await settle(page, screen);
    await screen.act?.(page);
    for (const [index, width] of sizes.entries())
      await picture(page, `${screen.name}-${width}${tail}`, width, index === 0 && language === 'zh');
    note(whole, await foreignWords(page, said, language));
    if (screen.isPrinted) {
      await page.emulateMedia({ media: 'print' });
      // What is left of A4 between its margins.
      await page.setViewportSize({ width: 688, height: 1000 });
      await page.screenshot({ path: `${folder}/${whole}-print.png`, fullPage: true });
      await page.pdf({ path: `${folder}/${whole}.pdf`, format: 'A4', preferCSSPageSize: true });
    }
    note(
      whole,
      one.troubles.filter((trouble) => !screen.expected?.test(trouble)),
    );
  } catch (error) {
    note(whole, [...(one?.troubles ?? []), String(error).split('\n')[0]!]);
  } finally {
    await one?.context.close();
    if (screen.endsSession) windows.forget(screen.as);
  }
  console.log(whole);
}

const asked = process.argv.slice(2);
const wanted = screens.filter(
  ({ name }) => asked.length === 0 || asked.some((beginning) => name.startsWith(beginning)),
);
const browser = await openBrowser();
for (const scene of ['new', 'town', 'sample', 'crowd'] as const satisfies readonly Scene[]) {
  const here = wanted.filter((screen) => screen.scene === scene);
  if (here.length === 0) continue;
  const server = await openScene(scene);
  const windows = new Windows(browser, server, scene);
  for (const screen of here)
    for (const language of screen.languages ?? (['zh'] as const)) await take(windows, screen, language);
  await server.close();
}
await browser.close();

const report = [...wrong].map(([trouble, where]) => {
  const others = where.length > 4 ? ` and ${where.length - 4} more` : '';
  return `${trouble}\n    ${where.slice(0, 4).join(', ')}${others}`;
});
writeFileSync(`${folder}/troubles.txt`, `${report.join('\n')}\n`);
console.log(`\n${pictures} pictures in dist/screens; ${report.length} troubles\n${report.join('\n')}`);
process.exitCode = report.length > 0 ? 1 : 0;
