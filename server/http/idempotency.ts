/** The header by which a client says that a request is one it may have sent before. */
import type { Context } from 'hono';
import { Refusal } from './problems.ts';
import type { Parameter } from './route.ts';

const header = 'Idempotency-Key';

export const keyParameter: Parameter = {
  in: 'header',
  name: header,
  description: {
    zh: '幂等键，1 至 200 个可见的 ASCII 字符，保留 30 天；网络中断后原样重发，不会报两次。',
    en: 'One to 200 visible ASCII characters, kept for 30 days: the same request sent again is not filed twice.',
  },
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** The key of a request; undefined where it has none. */
export function keyOf(c: Context): string | undefined {
  const key = c.req.header(header);
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Refusal('bad-parameter', {
    detail: {
      zh: `${header} 应为 1 至 200 个可见的 ASCII 字符。`,
      en: `${header} must be one to 200 visible ASCII characters.`,
    },
  });
}
