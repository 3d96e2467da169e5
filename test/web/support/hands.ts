/** Who uses a page by keyboard alone: Tab until a thing has the focus, then the key that does it. */
import type { Locator, Page } from 'playwright-core';

/** Presses of Tab at most: twice through the longest page. */
const most = 500;

export class Hands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());

  type = (text: string): Promise<void> => this.page.keyboard.type(text);

  /** Tab until it has the focus. */
  async reach(target: Locator): Promise<void> {
    await target.first().waitFor({ state: 'attached' });
    for (let presses = 0; presses < most; presses++) {
      const isThere = await target.first().evaluate((element) => element === document.activeElement);
      if (isThere) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${target}`);
  }

  /** Goes to it and presses Enter, or another key. */
  async use(target: Locator, key = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press(key);
  }

  button = (name: string | RegExp): Locator =>
    this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

  link = (name: string | RegExp): Locator =>
    this.page.getByRole('link', typeof name === 'string' ? { name, exact: true } : { name });

  field = (name: string | RegExp): Locator =>
    this.page.getByLabel(name, typeof name === 'string' ? { exact: true } : {});

  /** Goes to a field and types in place of what stands there. */
  async fill(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.press('Control+a');
    await this.type(text);
  }

  /** Opens a list and takes the choice whose name begins so, by the arrows. */
  async choose(label: string | RegExp, choice: string | RegExp): Promise<void> {
    await this.use(this.button(label instanceof RegExp ? label : new RegExp(label)));
    const option = this.page.getByRole('option', { name: choice }).first();
    await option.waitFor();
    for (let presses = 0; presses < most; presses++) {
      if (await option.evaluate((element) => element === document.activeElement)) break;
      await this.page.keyboard.press(presses === 0 ? 'Home' : 'ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await option.waitFor({ state: 'detached' });
  }

  /** What has the focus: what it is called, else what stands in it. */
  focus = (): Promise<string> =>
    this.page.evaluate(() => {
      const at = document.activeElement;
      return at?.getAttribute('data-cell') ?? at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
    });
}
