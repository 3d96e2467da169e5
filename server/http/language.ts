/** Which of the two languages a request asks for: Chinese unless it prefers English. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Bilingual, Language } from '../../engine/index.ts';

export const languages = ['zh', 'en'] as const satisfies readonly Language[];

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** `?lang=` where it names a language, else Accept-Language. */
export function languageOf(c: Context): Language {
  const asked = c.req.query('lang');
  if (asked !== undefined && isLanguage(asked)) return asked;
  return accepts(c, {
    header: 'Accept-Language',
    supports: [...languages],
    default: 'zh',
    match: (wanted, { default: otherwise }) =>
      wanted
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.toLowerCase().split('-')[0] ?? '')
        .find(isLanguage) ?? otherwise,
  }) as Language;
}

/** Both languages on one line, for places that are read by everyone. */
export const both = ({ zh, en }: Bilingual): string => `${zh} · ${en}`;
