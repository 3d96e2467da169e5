/** Versions as entity tags: nobody writes over a version they have not seen. */
import type { Context } from 'hono';
import type { Problem } from '../../schemas/generated/types.ts';
import { Refusal } from './problems.ts';

export const versionTag = (version: number): string => `"${version}"`;

/** The version that If-Match names. */
export function versionAsked(c: Context): number {
  const found = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(c.req.header('If-Match') ?? '');
  if (found) return Number(found[1]);
  throw new Refusal('version-missing', {
    detail: {
      zh: '请在请求头 If-Match 写上取得内容时的 ETag，如 If-Match: "3"。',
      en: 'send the ETag that came with what you read in the header If-Match, as in If-Match: "3".',
    },
  });
}

/** Refuses where what is stored is no longer the version that was seen. Nothing that was sent is kept, nor lost: the sender still has it. */
export function checkVersion(seen: number, stored: number): void {
  if (seen !== stored) throw staleVersion(seen, stored);
}

/** The refusal itself, with what is there now where that may be told. */
export const staleVersion = (seen: number, stored: number, current?: Problem['current']): Refusal =>
  new Refusal('version-changed', {
    detail: {
      zh: `您看到的是第 ${seen} 版，现在是第 ${stored} 版。请重新取得后，把您的改动并入再保存；您的改动没有写入，也没有覆盖别人的。`,
      en: `you saw version ${seen}, it is now version ${stored}. Fetch it again and save your change on top of it; nothing was written over.`,
    },
    ...(current ? { current } : {}),
    headers: { ETag: versionTag(stored) },
  });
