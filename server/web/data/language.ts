/** The language a person reads in: Chinese until they switch, and remembered in this browser. */
import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';

/** A text in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

const key = 'zhunsheng.language';
const listeners = new Set<() => void>();

const isLanguage = (text: string | null): text is Language => text === 'zh' || text === 'en';

function remembered(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(asked)) return asked;
  try {
    const kept = window.localStorage.getItem(key);
    return isLanguage(kept) ? kept : 'zh';
  } catch {
    // A browser may refuse storage altogether.
    return 'zh';
  }
}

let language = remembered();
tellDocument();

function tellDocument(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** The language now, for what is no component. */
export const currentLanguage = (): Language => language;

/** Switches, and remembers it. */
export function setLanguage(chosen: Language): void {
  language = chosen;
  try {
    window.localStorage.setItem(key, chosen);
  } catch {
    // It then holds until the page is left.
  }
  tellDocument();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);

/** Picks the text of the language a person reads in: `const t = useT(); t({ zh: '登录', en: 'Sign in' })`. */
export function useT(): (text: Bilingual) => string {
  const chosen = useLanguage();
  return (text) => text[chosen];
}

/** So many of a thing, in English: `counted(1, 'form')` is “1 form”. */
export const counted = (count: number | string, one: string, many = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : many}`;
