/** One's own password and API tokens. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { hashPassword, hashSecret, newSecret, passwordFits } from '../../people/secrets.ts';
import { endSessions, type SignedIn, sessionsOf, tokenPrefix } from '../../people/sessions.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';

export const changePassword = route<Schemas['passwordChange']>({
  method: 'put',
  path: '/api/session/password',
  id: 'changePassword',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '换自己的密码', en: 'Change your own password' },
  description: { zh: '在别处的登录随即失效。', en: 'Sessions elsewhere end at once.' },
  request: {
    schema: 'passwordChange',
    example: () => ({ current: 'correct horse battery', password: 'staple correct horse' }),
  },
  answer: { status: 204, description: { zh: '已更换。', en: 'Changed.' }, content: {} },
  problems: ['wrong-credentials'],
  handle: async ({ c, services: { store, limits }, asking, body }) => {
    const { person, session } = asking as SignedIn;
    const keys = [`name ${person.name}`];
    await limits.countAttempt(keys);
    if (!(await passwordFits(body.current, person.passwordHash))) throw new Refusal('wrong-credentials');
    await limits.countSuccess(keys);
    const passwordHash = await hashPassword(body.password);
    await store.write(person.id, async (write) => {
      await write.db
        .updateTable('people')
        .set({ passwordHash, updatedAt: write.at })
        .where('id', '=', person.id)
        .execute();
      await endSessions(write, person.id, session?.hash);
      write.log({ action: 'person.password-changed', kind: 'person', id: person.id });
    });
    return c.body(null, 204);
  },
});

export const listSessions = route({
  method: 'get',
  path: '/api/sessions',
  id: 'listSessions',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '自己在各处的登录', en: 'Where you are signed in' },
  answer: {
    description: { zh: '各处登录，后登录的在前。', en: 'The sessions, the latest first.' },
    content: { 'application/json': 'openSessionList' },
  },
  problems: [],
  handle: async ({ c, services: { store }, asking, personId }) =>
    c.json({ items: await sessionsOf(store, personId, asking!.session?.hash) }),
});

export const endOtherSessions = route({
  method: 'delete',
  path: '/api/sessions',
  id: 'endOtherSessions',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '退出其他各处的登录', en: 'Sign out everywhere else' },
  description: {
    zh: '发出请求的这一处不受影响；用接口令牌请求时，各处都退出。',
    en: 'The session that asks stays; with an API token, all end.',
  },
  answer: { status: 204, description: { zh: '已退出。', en: 'Signed out.' }, content: {} },
  problems: [],
  handle: async ({ c, services: { store }, asking, personId }) => {
    await store.write(personId, async (write) => {
      await endSessions(write, personId, asking!.session?.hash);
      write.log({ action: 'person.signed-out-elsewhere', kind: 'person', id: personId });
    });
    return c.body(null, 204);
  },
});

export const listTokens = route({
  method: 'get',
  path: '/api/tokens',
  id: 'listTokens',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '自己的接口令牌', en: 'List your own API tokens' },
  answer: {
    description: { zh: '各令牌，不含令牌本身。', en: 'The tokens, without their secrets.' },
    content: { 'application/json': 'apiTokenList' },
  },
  problems: [],
  handle: async ({ c, services: { store }, personId }) => {
    const rows = await store.db
      .selectFrom('apiTokens')
      .selectAll()
      .where('personId', '=', personId)
      .orderBy('id')
      .execute();
    const items = rows.map(({ id, name, createdAt, expiresAt, usedAt }) => ({
      id,
      name,
      createdAt,
      expiresAt,
      ...(usedAt ? { usedAt } : {}),
    }));
    return c.json({ items });
  },
});

export const issueToken = route<Schemas['newApiToken']>({
  method: 'post',
  path: '/api/tokens',
  id: 'issueToken',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '建立接口令牌', en: 'Issue an API token' },
  description: {
    zh: '供程序使用，权限与本人相同；令牌只显示这一次。',
    en: 'For machines; it may do what the person may, and is shown only once.',
  },
  request: { schema: 'newApiToken', example: () => ({ name: '每周汇总', days: 90 }) },
  answer: {
    status: 201,
    description: { zh: '新的令牌。', en: 'The new token.' },
    content: { 'application/json': 'issuedToken' },
  },
  problems: [],
  handle: async ({ c, services: { store }, personId, body }) => {
    const token = tokenPrefix + newSecret();
    const issued = await store.write(personId, async ({ db, at, newId, log }) => {
      const id = newId();
      const expiresAt = new Date(Date.parse(at) + Number(body.days) * 24 * 60 * 60 * 1000).toISOString();
      await db
        .insertInto('apiTokens')
        .values({
          id,
          personId,
          name: body.name,
          hash: hashSecret(token),
          createdAt: at,
          expiresAt,
          usedAt: null,
        })
        .execute();
      log({ action: 'token.issued', kind: 'token', id, after: { expiresAt } });
      return { id, name: body.name, expiresAt, token };
    });
    return c.json(issued, 201);
  },
});

export const revokeToken = route<undefined, { id: string; personId: string }>({
  method: 'delete',
  path: '/api/tokens/{token}',
  id: 'revokeToken',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '收回接口令牌', en: 'Revoke an API token' },
  parameters: [
    {
      in: 'path',
      name: 'token',
      description: { zh: '令牌的标识。', en: 'The id of the token.' },
      schema: { type: 'string' },
    },
  ],
  of: async ({ services: { store }, param }) => {
    const found = await store.db
      .selectFrom('apiTokens')
      .select(['id', 'personId'])
      .where('id', '=', param('token'))
      .executeTakeFirst();
    if (!found) throw new Refusal('not-found');
    return found;
  },
  answer: { status: 204, description: { zh: '已收回。', en: 'Revoked.' }, content: {} },
  problems: [],
  handle: async ({ c, services: { store }, personId, of: { id } }) => {
    await store.write(personId, async ({ db, log }) => {
      await db.deleteFrom('apiTokens').where('id', '=', id).execute();
      log({ action: 'token.revoked', kind: 'token', id });
    });
    return c.body(null, 204);
  },
});
