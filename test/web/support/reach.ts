/**
 * Which of the things on a page that can be used the keyboard does not reach, does not show, or has no name for. They are
 * found on the page, not listed: Tab goes through all of it, and arrows go on within what is one stop of it.
 */
import type { Page } from 'playwright-core';
import { focused, rememberLooks } from '../screens/focus.ts';

const usable =
  'a[href], button, input, select, textarea, summary, [role=button], [role=link], [contenteditable=true], [tabindex="0"]';

/** What is one stop of Tab, and gone through by arrows. */
const composite = '[role=radiogroup], [role=toolbar], [role=tablist], [role=listbox], [role=grid], table';

interface Marks {
  all: HTMLElement[];
  seen: WeakSet<Element>;
}

/** Marks what can be used, and from now on whatever has the focus. */
const mark = (page: Page): Promise<void> =>
  page.evaluate((selector) => {
    const isUsable = (one: HTMLElement): boolean =>
      one.checkVisibility({ visibilityProperty: true }) &&
      !one.matches(':disabled, [type=hidden]') &&
      !one.closest('[aria-hidden=true], [inert]');
    const seen = new WeakSet<Element>();
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(isUsable);
    document.addEventListener('focusin', ({ target }) => seen.add(target as Element));
    Object.assign(window, { marks: { all, seen } });
  }, usable);

/** Those that are still there and never had the focus, told in words. A group of radios is gone through by arrows of its own. */
const left = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { all, seen } = (window as unknown as { marks: Marks }).marks;
    const wasSeen = (one: HTMLElement): boolean =>
      seen.has(one) ||
      (one instanceof HTMLInputElement &&
        one.type === 'radio' &&
        all.some((other) => other instanceof HTMLInputElement && other.name === one.name && seen.has(other)));
    return all.filter((one) => one.isConnected && !wasSeen(one)).map((one) => one.outerHTML.slice(0, 140));
  });

/** Puts the focus where it has been before, beside the first that it has not been on; false where there is no such place. */
const goBeside = (page: Page, tried: number): Promise<boolean> =>
  page.evaluate(
    ([selector, skipped]) => {
      const { all, seen } = (window as unknown as { marks: Marks }).marks;
      const groups = new Set(
        all
          .filter((one) => one.isConnected && !seen.has(one))
          .map((one) => one.closest<HTMLElement>(selector as string)),
      );
      const group = [...groups].filter((one) => one !== null)[skipped as number];
      const known = all.find((one) => one.isConnected && group?.contains(one) && seen.has(one));
      known?.focus();
      return known !== undefined;
    },
    [composite, tried] as const,
  );

/** Presses of Tab at most, and of arrows in one group. */
const most = { tabs: 500, arrows: 60 } as const;

export interface Walked {
  unreached: string[];
  unseen: string[];
  unnamed: string[];
}

/** Goes through a page by keyboard. Nothing is typed and nothing is pressed. */
export async function walked(page: Page): Promise<Walked> {
  await mark(page);
  await rememberLooks(page);
  const unseen = await throughTabs(page);
  if ((await left(page)).length > 0) {
    // One begins where the focus was last; another round goes through the rest.
    unseen.push(...(await throughTabs(page)));
    for (let group = 0; (await left(page)).length > 0 && (await goBeside(page, group)); group++)
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp'])
        for (let presses = 0; presses < most.arrows && (await left(page)).length > 0; presses++) {
          await page.keyboard.press(key);
          await drawn(page);
        }
  }
  return { unreached: await left(page), unseen: [...new Set(unseen)], unnamed: await unnamed(page) };
}

/** Until the page is drawn anew: a list that draws only what is in view gives the focus then. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => next()))),
  );

/** Tab until it leaves the page; gives the places at which the focus is not seen. */
async function throughTabs(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let presses = 0; presses < most.tabs; presses++) {
    await page.keyboard.press('Tab');
    const { isNothing, isUnseen, what } = await focused(page);
    if (isNothing) break;
    if (isUnseen) found.push(what);
  }
  return found;
}

const named =
  /^(button|link|textbox|searchbox|combobox|checkbox|radio|switch|listbox|spinbutton|slider|Date)$/;

/** What can be used and is called nothing, as those who do not see the page are told it. */
async function unnamed(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && named.test(String(role?.value)))
    .filter(({ name }) => String(name?.value ?? '').trim() === '')
    .map(({ role, backendDOMNodeId }) => `${role?.value} ${backendDOMNodeId}`);
}
