/**
 * What is not the program's own words: names, the words of a rulebook, what people wrote. On an English page it is said to be
 * Chinese where it is, so that it is read aloud as what it is. `Quoting` does so inside a sentence that quotes it.
 */
import type { ReactNode } from 'react';
import { type Bilingual, useLanguage } from '../data/language.ts';

/** Chinese, with the signs between its characters and the figures among them. */
const chinese =
  /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+(?:[\s\d.,/%~—–-]*[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+)*/g;

const isChinese = (text: string): boolean => /[\u3400-\u9fff]/.test(text);

const marked = (text: string, key?: number): ReactNode => (
  <span lang="zh-CN" key={key}>
    {text}
  </span>
);

/** A text that is somebody's: `<Theirs>{unit.name}</Theirs>`. */
export function Theirs({ children }: { children: string | undefined }): ReactNode {
  const language = useLanguage();
  if (children === undefined) return null;
  return language === 'en' && isChinese(children) ? marked(children) : children;
}

/** A rulebook is written over several lines: after a Chinese sign, where one line was folded into the next, is no space. */
export const unfolded = (text: string): string =>
  text.replaceAll(/([，。；：、！？”》）]) (?=[\u3400-\u9fff“《（])/g, '$1');

/** A text of a rulebook. */
export const Ruled = ({ children }: { children: string | undefined }): ReactNode => (
  <Theirs>{children === undefined ? undefined : unfolded(children)}</Theirs>
);

/** A sentence with the Chinese that stands in it set apart. */
function setApart(text: string): ReactNode {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(chinese)) {
    if (!isChinese(found)) continue;
    if (index > from) parts.push(text.slice(from, index));
    parts.push(marked(found, index));
    from = index + found.length;
  }
  if (from === 0) return text;
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** A sentence in the language of the page that may quote what is theirs: `<Quoting>{finding.message}</Quoting>`. */
export function Quoting({ children }: { children: Bilingual }): ReactNode {
  const language = useLanguage();
  return language === 'en' ? setApart(children.en) : children.zh;
}

/** As `Quoting`, of what is in the language of the page already; what is no text stays as it is. */
export function Apart({ children }: { children: ReactNode }): ReactNode {
  const language = useLanguage();
  return language === 'en' && typeof children === 'string' ? setApart(children) : children;
}
