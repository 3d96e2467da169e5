/** People and units from a list that was pasted from a spreadsheet. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { linesOf, type Passwords, pastePeople, pasteUnits } from '../../people/pasted.ts';
import { hashPassword, newCode } from '../../people/secrets.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';

const answer = {
  description: { zh: '一行一行的结果。', en: 'What came of each line.' },
  content: { 'application/json': 'pastedOutcome' },
  example: () => ({
    preview: true,
    done: 1,
    unchanged: 0,
    refused: 0,
    rows: [{ line: 1, text: '区某局\t101001', name: '区某局', outcome: 'done' }],
  }),
} as const;

/** Lines a list may have: hashing passwords takes its time. */
const most = 500;

function checkLength(text: string): void {
  const { length } = linesOf(text);
  if (length > most)
    throw new Refusal('unusable-request', {
      detail: {
        zh: `一次至多 ${most} 行，这里有 ${length} 行；请分几次。`,
        en: `at most ${most} lines at once, here are ${length}; split the list.`,
      },
    });
}

export const units = route<Schemas['pastedList']>({
  method: 'post',
  path: '/api/units/list',
  id: 'pasteUnits',
  tag: 'people',
  right: 'manage-units',
  summary: { zh: '粘贴单位名单', en: 'Create units from a list' },
  description: {
    zh: '每行一个：名称、代码、种类（单位或地区，空为单位）、上级（名称、代码或标识）；上级可以是前面几行里的。先看不改，再发一次才建；有错的行说明原因，不碍别的行。',
    en: 'One a line: name, code, kind (unit or region; empty is unit), parent (name, code or id), which a line before may make. Lines that are wrong are told why, and hold no other up.',
  },
  request: { schema: 'pastedList', example: () => ({ text: '区某局\t101001\t单位\t某某区', preview: true }) },
  answer,
  problems: [],
  handle: async ({ c, services: { store }, personId, body }) => {
    checkLength(body.text);
    return c.json(await store.write(personId, (write) => pasteUnits(write, body)));
  },
});

export const people = route<Schemas['pastedList']>({
  method: 'post',
  path: '/api/people/list',
  id: 'pastePeople',
  tag: 'people',
  right: 'manage-people',
  summary: { zh: '粘贴人员名单', en: 'Create people from a list' },
  description: {
    zh: '每行一个：登录名、姓名、角色、所在（名称、代码或标识）、密码（可空）。没有密码的，makePasswords 代拟一个，只在答复里给出一次；否则只能由统一认证登录。',
    en: 'One a line: name, displayed name, role, place (name, code or id), password (may be empty). `makePasswords` makes those that are missing and tells them once; else such people sign in at the identity provider only.',
  },
  request: {
    schema: 'pastedList',
    example: () => ({ text: 'clerk\t张三\t填报单位\t区某局', makePasswords: true, preview: true }),
  },
  answer,
  problems: [],
  handle: async ({ c, services: { store }, personId, body }) => {
    checkLength(body.text);
    const passwords = body.preview ? new Map() : await passwordsFor(body);
    return c.json(await store.write(personId, (write) => pastePeople(write, body, passwords)));
  },
});

async function passwordsFor({ text, makePasswords = false }: Schemas['pastedList']): Promise<Passwords> {
  const passwords = new Map<number, { hash: string; made?: string }>();
  for (const { line, cells } of linesOf(text)) {
    const given = cells[4] ?? '';
    const made = given === '' && makePasswords ? newCode() : undefined;
    const password = made ?? given;
    if (password.length < 10 || password.length > 200) continue;
    passwords.set(line, { hash: await hashPassword(password), ...(made === undefined ? {} : { made }) });
  }
  return passwords;
}
