/** What can be measured of a page as it stands in its window: read by scripts that run in the page. */
import type { Page } from 'playwright-core';

const onPage = <Value>(page: Page, script: () => Value): Promise<Value> =>
  page.evaluate(script) as Promise<Value>;

/** How wide the page is, where it is wider than its window. */
export const tooWide = (page: Page): Promise<string[]> =>
  onPage(page, () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
  });

interface PlacedText {
  /** Which text of the page it is a line of. */
  node: number;
  text: string;
  box: { left: number; top: number; right: number; bottom: number };
  /** It stays where it is while others scroll below it. */
  isLifted: boolean;
}

/** Every line of every text that is seen, from above. */
const placedTexts = (page: Page): Promise<PlacedText[]> =>
  onPage(page, () => {
    const isLifted = (at: Element | null): boolean =>
      at !== null && (/sticky|fixed/.test(getComputedStyle(at).position) || isLifted(at.parentElement));
    /** The part of a box that what scrolls around it lets through. */
    const seen = (at: Element | null, box: PlacedText['box']): PlacedText['box'] => {
      if (at === null) return box;
      const { left, top, right, bottom } = at.getBoundingClientRect();
      const style = getComputedStyle(at);
      const [x, y] = [style.overflowX !== 'visible', style.overflowY !== 'visible'];
      return seen(at.parentElement, {
        left: x ? Math.max(box.left, left) : box.left,
        top: y ? Math.max(box.top, top) : box.top,
        right: x ? Math.min(box.right, right) : box.right,
        bottom: y ? Math.min(box.bottom, bottom) : box.bottom,
      });
    };
    const texts: PlacedText[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), count = 0; node; node = walker.nextNode(), count++) {
      const element = node.parentElement!;
      const text = (node.textContent ?? '').trim();
      const isHidden = element.closest('.vh, .skip, option, script, style') !== null;
      if (!text || isHidden || !element.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const box = seen(element, rect);
        if (box.right - box.left >= 1 && box.bottom - box.top >= 1)
          texts.push({ node: count, text, box, isLifted: isLifted(element) });
      }
    }
    return texts.sort((one, other) => one.box.top - other.box.top);
  });

/** Texts that lie over each other. */
export async function overlaps(page: Page): Promise<string[]> {
  const texts = await placedTexts(page);
  const found = new Set<string>();
  for (const [index, one] of texts.entries())
    for (let next = index + 1; next < texts.length; next++) {
      const other = texts[next]!;
      const [a, b] = [one.box, other.box];
      // Lines of a paragraph stand closer than the boxes of their letters are high.
      if (b.top > a.bottom - 6) break;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - b.top;
      if (one.node !== other.node && one.isLifted === other.isLifted && across > 3 && down > 6)
        found.add(`over each other: “${one.text.slice(0, 40)}” and “${other.text.slice(0, 40)}”`);
    }
  return [...found];
}

/** Words that are cut off and said nowhere else, and what runs out of its box. */
export const cutOffs = (page: Page): Promise<string[]> =>
  onPage(page, () => {
    const found = new Set<string>();
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const isWider = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
      if (!isWider || element.closest('.vh, .skip, svg') || !element.checkVisibility()) continue;
      const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
      const hides = /hidden|clip/.test(getComputedStyle(element).overflowX);
      if (hides && hasWords(element) && !element.closest('[title]')) found.add(`cut off: “${words}”`);
      if (!hides && element.matches('.btn, .tag, .chip, th, td'))
        found.add(`runs out of its box: “${words}”`);
    }
    return [...found];
  });

/** Figures of a column that are out of line at their decimal point. */
export const outOfLine = (page: Page): Promise<string[]> =>
  onPage(page, () => {
    /** Where the point of a cell stands; hidden digits count, they hold the place. */
    const pointOf = (cell: Element): number | undefined => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        const point = text.indexOf('.');
        if (point < 0 || node.parentElement!.closest('.vh') || !/^[\d.+−]/.test(text)) continue;
        const range = document.createRange();
        range.setStart(node, point);
        range.setEnd(node, point + 1);
        return range.getBoundingClientRect().left;
      }
      return undefined;
    };
    /** Cells before it may be wider than one column. */
    const columnOf = (cell: HTMLTableCellElement): number =>
      [...(cell.parentElement as HTMLTableRowElement).cells]
        .slice(0, cell.cellIndex)
        .reduce((sum, { colSpan }) => sum + colSpan, 0);
    const found: string[] = [];
    for (const table of document.querySelectorAll('table')) {
      const first = new Map<number, { at: number; text: string }>();
      for (const cell of table.querySelectorAll<HTMLTableCellElement>('tbody td.num:not([colspan])')) {
        const at = pointOf(cell);
        if (at === undefined || !cell.checkVisibility()) continue;
        const text = cell.textContent ?? '';
        const column = columnOf(cell);
        const other = first.get(column);
        if (!other) first.set(column, { at, text });
        // Bold digits are a little wider.
        else if (Math.abs(at - other.at) > 2.5)
          found.push(
            `not in line at the point (${(at - other.at).toFixed(1)} px): “${other.text}” and “${text}”`,
          );
      }
    }
    return found.slice(0, 3);
  });
