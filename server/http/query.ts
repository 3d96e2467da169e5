/** Parameters after the `?` of an address: what a route does not know is refused, never left aside. */
import type { Context } from 'hono';
import { suggest } from '../../engine/index.ts';
import { isLanguage, languages } from './language.ts';
import { Refusal } from './problems.ts';
import type { AnyRoute, Parameter } from './route.ts';

/** What every operation takes. */
export const languageParameter: Parameter = {
  in: 'query',
  name: 'lang',
  description: {
    zh: '答复用的语言；省略时看 Accept-Language，再则中文。',
    en: 'The language of the answer; else Accept-Language decides, then Chinese.',
  },
  schema: { enum: [...languages] },
};

/** Whether unknown parameters are refused: pages keep what they like in their address, and providers come back with their own. */
export const knowsItsQuery = ({ tag, openQuery }: Pick<AnyRoute, 'tag' | 'openQuery'>): boolean =>
  tag !== 'pages' && !openQuery;

/** All parameters of the route, with those that every operation takes. */
export function parametersOf(route: AnyRoute): readonly Parameter[] {
  const { parameters = [] } = route;
  const isThere = parameters.some(({ name }) => name === languageParameter.name);
  return isThere || !knowsItsQuery(route) ? parameters : [...parameters, languageParameter];
}

/** Refuses a parameter the route does not know, and one that is given twice. */
export function checkQuery(c: Context, route: AnyRoute): void {
  if (!knowsItsQuery(route)) return;
  const given = Object.entries(c.req.queries());
  if (given.length === 0) return;
  const known = parametersOf(route).flatMap((one) => (one.in === 'query' ? [one.name] : []));
  for (const [name, values] of given) {
    if (!known.includes(name)) throw unknown(name, known);
    if (values.length > 1)
      throw new Refusal('bad-parameter', {
        detail: { zh: `${name} 写了不止一次。`, en: `${name} is given more than once.` },
      });
  }
  const language = c.req.query(languageParameter.name);
  if (language !== undefined && !isLanguage(language))
    throw new Refusal('bad-parameter', {
      detail: {
        zh: `lang 只能是 ${languages.join('、')}。`,
        en: `lang must be one of ${languages.join(', ')}.`,
      },
    });
}

function unknown(name: string, known: readonly string[]): Refusal {
  const shown = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  const { zh, en } = suggest(name, known);
  return new Refusal('bad-parameter', {
    detail: {
      zh: `这个地址没有叫「${shown}」的参数。${zh}`,
      en: `this address takes no parameter called "${shown}"; ${en}`,
    },
  });
}
