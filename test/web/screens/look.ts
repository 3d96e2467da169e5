/**
 * What can be told of a page without looking: what is cut off or lies over each other, figures out of line at their decimal
 * point, and words in the wrong language. What the API said is data and may be in any language.
 */
import type { Page, Response } from 'playwright-core';
import { cutOffs, outOfLine, overlaps, tooWide } from './placed.ts';

/** What of the looks of the page, as it stands in its window, is out of order. */
export async function outOfOrder(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const seen of [tooWide, overlaps, cutOffs, outOfLine]) found.push(...(await seen(page)));
  return found;
}

/** Every text of the API's answers, but those of a pair in two languages. */
function textsIn(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const one of value) textsIn(one, into);
  else if (value !== null && typeof value === 'object') {
    const one = value as Record<string, unknown>;
    const isPair = typeof one.zh === 'string' && typeof one.en === 'string';
    for (const [key, inner] of Object.entries(one)) {
      if (isPair && (key === 'zh' || key === 'en')) {
        // Chinese in the English text is a quotation.
        for (const [run] of String(one.en).matchAll(/[\u3400-\u9fff]+/g)) into.add(run);
        continue;
      }
      into.add(key);
      textsIn(inner, into);
    }
  }
}

/** What the API said to a page so far. */
export class Said {
  private readonly texts = new Set<string>();
  private readonly pending: Promise<unknown>[] = [];

  constructor(page: Page) {
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/api/')) this.pending.push(this.hear(response));
    });
  }

  private async hear(response: Response): Promise<void> {
    if (!/json/.test(response.headers()['content-type'] ?? '')) return;
    try {
      textsIn(await response.json(), this.texts);
    } catch {
      // It was called off.
    }
  }

  async all(): Promise<string> {
    await Promise.allSettled(this.pending);
    return [...this.texts].join('\n');
  }
}

const shownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!;
      if (element.closest('script, style, kbd, [lang]:not(html), .secret')) continue;
      if (element.checkVisibility()) texts.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    return texts;
  });

/** Words that are the same in every language. */
const everywhere =
  /^(English|Excel|Word|WPS|CSV|JSON|YAML|SHA|ID|API|GET|XLSX|Tab|Enter|Ctrl|Alt|Delete|Esc|Bearer|Authorization|http\w*)$/i;

/** Words of the page itself, in Chinese on an English page or the other way round, and signs of a mistake. */
export async function foreignWords(page: Page, said: Said, language: 'zh' | 'en'): Promise<string[]> {
  const data = await said.all();
  const found = new Set<string>();
  for (const text of await shownTexts(page)) {
    if (/undefined|\[object|NaN|\bnull\b/.test(text)) found.add(`a mistake shows: ${text.trim()}`);
    const runs =
      language === 'en'
        ? (text.match(/[\u3400-\u9fff]+/g) ?? [])
        : (text.match(/[A-Za-z]{3,}/g) ?? []).filter((run) => !everywhere.test(run));
    for (const run of runs)
      if (!data.includes(run)) found.add(`not translated: “${run}” in “${text.trim().slice(0, 60)}”`);
    if (language === 'zh' && !data.includes(text.trim()))
      for (const [wrong] of text.matchAll(/[\u3400-\u9fff][,;:!?()][\u3400-\u9fff]|[\u3400-\u9fff]\.\.\./g))
        found.add(`half-width signs: ${wrong} in “${text.trim().slice(0, 40)}”`);
  }
  return [...found];
}
