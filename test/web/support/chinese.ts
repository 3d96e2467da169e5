/**
 * Chinese on a page that is read in English: it stands only where the page says it is Chinese, and is only what a rulebook or
 * somebody wrote; a word of the program's own would have to be translated.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../support/repository.ts';

/** What rulebooks, and the people of the sample data, say. */
function readTheirs(): string {
  const texts: string[] = [];
  for (const folder of ['rulebooks', 'server/sample'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(yaml|ts|json|txt|md)$/.test(name)) texts.push(readFileSync(join(root, folder, name), 'utf8'));
  return texts.join('\n');
}

let theirs: string | undefined;

/** A list of texts with where each stands, and whether it is said to be Chinese there. */
const chineseOn = (page: Page): Promise<{ text: string; where: string; isMarked: boolean }[]> =>
  page.evaluate(() => {
    const found: { text: string; where: string; isMarked: boolean }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      const text = node.textContent ?? '';
      if (!/[\u3400-\u9fff]/.test(text) || !element.checkVisibility() || element.closest('script, style'))
        continue;
      const isMarked = element.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') ?? false;
      found.push({ text, where: `${element.tagName}.${element.className}`, isMarked });
    }
    return found;
  });

/** What of a page in English is Chinese and not said to be, or is nobody's; 中文 is the switch back. */
export async function strayChinese(page: Page): Promise<string[]> {
  theirs ??= readTheirs();
  const known = theirs;
  const stray = new Set<string>();
  for (const { text, where, isMarked } of await chineseOn(page)) {
    if (!isMarked) stray.add(`not said to be Chinese: ${where}: ${text.slice(0, 80)}`);
    for (const [run] of text.matchAll(/\p{Script=Han}+/gu))
      if (run !== '中文' && !known.includes(run)) stray.add(`not translated: ${run} in ${text.slice(0, 80)}`);
  }
  return [...stray];
}
