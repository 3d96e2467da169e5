/** Why somebody may not, in words: what it takes and who has it, or how far their own right goes. */
import type { Bilingual } from '../../engine/index.ts';
import { words } from '../../schemas/generated/words.ts';
import { type Asking, type Reach, type RightName, reachOf, rights, roles } from './rights.ts';

const ends: Record<Reach, Bilingual> = {
  all: { zh: '全部', en: 'everywhere' },
  below: { zh: '本级及以下', en: 'at your own node and below it' },
  own: { zh: '本单位', en: 'for your own unit' },
  self: { zh: '自己的', en: 'for what is your own' },
};

/** What is told to a person who may not do this, at all or not here. */
export function whyNot(person: Pick<Asking, 'role'>, right: RightName): Bilingual {
  const { zh, en } = rights[right];
  const reach = reachOf(person, right);
  if (reach)
    return {
      zh: `你能“${zh}”，但只及于${ends[reach].zh}；这里在那之外。`,
      en: `you may ${en} only ${ends[reach].en}, and this lies outside of it.`,
    };
  const having = roles.filter((role) => reachOf({ role }, right)).map((role) => words.role[role]);
  return {
    zh: `须能“${zh}”。有这项权限的是：${having.map((one) => one.zh).join('、')}。需要时请找管理员。`,
    en: `it takes the right to ${en}; these have it: ${having.map((one) => one.en).join(', ')}. Ask an administrator if you need it.`,
  };
}
