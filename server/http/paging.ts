/** Lists in pages: each page ends with a cursor for the next. */
import type { Context } from 'hono';
import { Refusal } from './problems.ts';
import type { Parameter } from './route.ts';

const usual = 50;
export const most = 200;

export const pageParameters: readonly Parameter[] = [
  {
    in: 'query',
    name: 'limit',
    description: {
      zh: `每页项数，1 至 ${most}，默认 ${usual}。`,
      en: `Items per page, from 1 to ${most}; ${usual} by default.`,
    },
    schema: { type: 'integer', minimum: 1, maximum: most, default: usual },
  },
  {
    in: 'query',
    name: 'cursor',
    description: { zh: '上一页答复中的 next。', en: 'The `next` of the page before.' },
    schema: { type: 'string' },
  },
];

/** Where a page begins, for lists that are put in order as a whole. */
export const offsetParameter: Parameter = {
  in: 'query',
  name: 'offset',
  description: {
    zh: '从第几项起（0 为第一项），代替 cursor。',
    en: 'The item the page begins with, counted from 0; instead of a cursor.',
  },
  schema: { type: 'integer', minimum: 0 },
};

export interface Paging {
  limit: number;
  /** Counted from 0. */
  offset?: number | undefined;
  /** The key of the last item of the page before. */
  after: string | undefined;
}

/** What page a request asks for. */
export function pagingOf(c: Context): Paging {
  const limit = c.req.query('limit') ?? String(usual);
  const cursor = c.req.query('cursor');
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > most)
    throw new Refusal('bad-parameter', {
      detail: {
        zh: `limit 应为 1 至 ${most} 的整数。`,
        en: `limit must be a whole number from 1 to ${most}.`,
      },
    });
  if (cursor !== undefined && !/^[\w:@./-]{1,200}$/.test(cursor))
    throw new Refusal('bad-parameter', {
      detail: { zh: 'cursor 应是上一页答复中的 next。', en: 'cursor must be the `next` of the page before.' },
    });
  const offset = c.req.query('offset');
  if (offset !== undefined && !/^\d{1,7}$/.test(offset))
    throw new Refusal('bad-parameter', {
      detail: { zh: 'offset 应为不小于 0 的整数。', en: 'offset must be a whole number from 0 on.' },
    });
  return {
    limit: Number(limit),
    after: cursor,
    ...(offset === undefined ? {} : { offset: Number(offset) }),
  };
}

/** A page of a whole list. Its cursor is the place and the key of its last item: where that is still in the list, the next page follows it. */
export function placedPage<Row, Item>(
  rows: readonly Row[],
  { limit, after, offset }: Paging,
  keyOf: (row: Row) => string,
  show: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const from = offset ?? (after === undefined ? 0 : placeAfter(rows, after, keyOf));
  const shown = rows.slice(from, from + limit);
  const last = shown.at(-1);
  const isMore = last !== undefined && from + limit < rows.length;
  return { items: shown.map(show), ...(isMore ? { next: `${from + shown.length - 1}.${keyOf(last)}` } : {}) };
}

function placeAfter<Row>(rows: readonly Row[], cursor: string, keyOf: (row: Row) => string): number {
  const [, place, key] = /^(\d{1,7})\.(.+)$/.exec(cursor) ?? [];
  if (place === undefined)
    throw new Refusal('bad-parameter', {
      detail: { zh: 'cursor 应是上一页答复中的 next。', en: 'cursor must be the `next` of the page before.' },
    });
  const index = rows.findIndex((row) => keyOf(row) === key);
  return index === -1 ? Number(place) : index + 1;
}

/** A page of rows of which one more than asked for was read, if there were so many. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit }: Paging,
  keyOf: (row: Row) => string,
  show: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), ...(rows.length > limit && last ? { next: keyOf(last) } : {}) };
}
