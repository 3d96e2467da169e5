/** Whether one sees where the focus is: what has it, or what is around it, looks otherwise than before. */
import type { Page } from 'playwright-core';

/** Remembers how everything looks without the focus. */
export const rememberLooks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const looks = new WeakMap<Element, string>();
    const lookOf = (element: Element): string => {
      const style = getComputedStyle(element);
      return [
        style.outlineStyle,
        style.outlineWidth,
        style.boxShadow,
        style.borderColor,
        style.clipPath,
      ].join();
    };
    for (const element of document.querySelectorAll('*')) looks.set(element, lookOf(element));
    Object.assign(window, { looks, lookOf });
  });

export interface Focused {
  /** Nothing has it: the end of the page. */
  isNothing: boolean;
  /** It was there before, and nothing about it looks otherwise. */
  isUnseen: boolean;
  what: string;
}

/** What has the focus now, and whether that is seen. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const { looks, lookOf } = window as unknown as {
      looks: WeakMap<Element, string>;
      lookOf: (element: Element) => string;
    };
    const at = document.activeElement ?? document.body;
    const around = [at, at.parentElement, at.parentElement?.parentElement].filter((one) => one != null);
    const known = around.filter((one) => looks.has(one));
    const said = at.getAttribute('aria-label') ?? at.textContent ?? '';
    return {
      isNothing: at === document.body,
      isUnseen: known.length === around.length && known.every((one) => looks.get(one) === lookOf(one)),
      what: `${at.tagName.toLowerCase()}.${at.className} ${said.trim().slice(0, 30)}`,
    };
  });
