/** Parameters of an address that hold several values, or a number: `?state=filed,returned`, `?differenceFrom=0.5`. */
import type { Context } from 'hono';
import { type Bilingual, Exact, suggest } from '../../engine/index.ts';
import { Refusal } from './problems.ts';
import type { Parameter } from './route.ts';

const bad = (zh: string, en: string): Refusal => new Refusal('bad-parameter', { detail: { zh, en } });

/** A parameter that takes values with commas between them; any of them fits. */
export const listParameter = (
  name: string,
  description: Bilingual,
  choices?: readonly string[],
): Parameter => ({
  in: 'query',
  name,
  description: {
    zh: `${description.zh}几个之间用逗号，符合其一即可${choices ? `；可用 ${choices.join('、')}` : ''}。`,
    en: `${description.en} Several with commas between them, any of which fits${choices ? `; of ${choices.join(', ')}` : ''}.`,
  },
  schema: { type: 'string', maxLength: 1000 },
});

/** What it holds; undefined where it is left out or empty. With choices, nothing else is taken. */
export function listOf(c: Context, name: string, choices?: readonly string[]): string[] | undefined {
  const text = c.req.query(name);
  if (text === undefined || text.trim() === '') return undefined;
  if (text.length > 1000) throw bad(`${name} 过长。`, `${name} is too long.`);
  const values = text.split(',').map((one) => one.trim());
  const stranger = choices && values.find((one) => !choices.includes(one));
  if (stranger !== undefined) {
    const { zh, en } = suggest(stranger.slice(0, 60), choices!);
    throw bad(
      `${name} 没有「${stranger.slice(0, 60)}」。${zh}`,
      `${name} takes no "${stranger.slice(0, 60)}"; ${en}`,
    );
  }
  return values;
}

export const decimalParameter = (name: string, description: Bilingual): Parameter => ({
  in: 'query',
  name,
  description,
  schema: { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,12})?$' },
});

/** A number of the address, exactly; undefined where it is left out. */
export function decimalOf(c: Context, name: string): Exact | undefined {
  const text = c.req.query(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(text))
    throw bad(`${name} 应为不带单位的数。`, `${name} must be a plain number.`);
  return Exact.of(text);
}

/** Words looked for. */
export const searchParameter = (description: Bilingual): Parameter => ({
  in: 'query',
  name: 'q',
  description,
  schema: { type: 'string', maxLength: 100 },
});

export function searchOf(c: Context): string | undefined {
  const text = c.req.query('q')?.trim();
  if (text === undefined || text === '') return undefined;
  if (text.length > 100) throw bad('q 至多 100 个字。', 'q has at most 100 characters.');
  return text;
}

/** The order of a list: the name of what it is ordered by, with `-` before it for the greatest first. */
export const sortParameter = (names: readonly string[], usual: string): Parameter => ({
  in: 'query',
  name: 'sort',
  description: {
    zh: `按什么排；前面加 - 为从大到小。没有值的总排在最后。默认 ${usual}。`,
    en: `What it is ordered by; with - before it the greatest first. What has no value comes last either way. ${usual} by default.`,
  },
  schema: { enum: names.flatMap((name) => [name, `-${name}`]), default: usual },
});

export function sortOf<Name extends string>(
  c: Context,
  names: readonly Name[],
  usual: Name,
): { by: Name; descending: boolean } {
  const text = c.req.query('sort') ?? usual;
  const descending = text.startsWith('-');
  const by = names.find((name) => name === text.replace(/^-/, ''));
  if (by !== undefined) return { by, descending };
  const { zh, en } = suggest(text.slice(0, 60), names);
  throw bad(`不能按「${text.slice(0, 60)}」排。${zh}`, `nothing is ordered by "${text.slice(0, 60)}"; ${en}`);
}
