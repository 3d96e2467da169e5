/** Signing in and out, the first administrator, one's own password and tokens. */
import type { Schemas, Session } from '../../../schemas/generated/types.ts';
import { addPerson } from '../../people/changes.ts';
import { findPerson, findPersonByName, type StoredPerson, shownPerson } from '../../people/person.ts';
import { rightsOf } from '../../people/rights.ts';
import { hashPassword, passwordFits } from '../../people/secrets.ts';
import { type OpenedSession, openSession } from '../../people/sessions.ts';
import { addUnit } from '../../people/units.ts';
import { rolesToTry } from '../../sample/people.ts';
import { isLoaded } from '../../sample/state.ts';
import type { Database } from '../../store/database.ts';
import { clientAddress } from '../address.ts';
import { clearSessionCookie, setSessionCookie } from '../cookies.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import { isTrial } from '../trial.ts';

/** What a person who signed in is told. */
export const shownSession = async (
  db: Database,
  person: StoredPerson,
  session?: Pick<OpenedSession, 'csrfToken' | 'expiresAt'>,
): Promise<Session> => ({
  person: shownPerson(person),
  ...(session ? { csrfToken: session.csrfToken, expiresAt: session.expiresAt } : {}),
  rights: rightsOf(person),
  ...((await isLoaded(db)) ? { sample: true as const } : {}),
});

export const setupStatus = route({
  method: 'get',
  path: '/api/setup',
  id: 'getSetup',
  tag: 'session',
  right: 'anyone',
  summary: { zh: '是否还没有管理员', en: 'Whether there is no administrator yet' },
  answer: {
    description: { zh: '是否需要初始化。', en: 'Whether it is to be set up.' },
    content: { 'application/json': 'setupStatus' },
  },
  problems: [],
  handle: async ({ c, services: { setup } }) => c.json({ needed: await setup.isNeeded() }),
});

export const setUp = route<Schemas['setup']>({
  method: 'post',
  path: '/api/setup',
  id: 'setUp',
  tag: 'session',
  right: 'anyone',
  summary: { zh: '建立第一个管理员', en: 'Create the first administrator' },
  description: {
    zh: '口令印在服务器启动的终端里，只在还没有管理员时有效。随即登录。',
    en: 'The code is printed on the terminal the server was started from, and is good only while there is no administrator. Signs in at once.',
  },
  request: {
    schema: 'setup',
    example: () => ({
      code: 'ABCD-EFGH-JKMN-PQRS-TVWX',
      name: 'admin',
      displayName: '管理员',
      password: 'correct horse battery',
      region: '某某市',
    }),
  },
  answer: {
    status: 201,
    description: { zh: '已建立并登录。', en: 'Created and signed in.' },
    content: { 'application/json': 'session' },
  },
  problems: ['wrong-code', 'setup-done'],
  handle: async ({ c, services: { store, setup, settings, limits }, body }) => {
    const keys = [`address ${clientAddress(c, settings)}`];
    if (!(await setup.isNeeded())) throw new Refusal('setup-done');
    await limits.countAttempt(keys);
    if (!setup.isCode(body.code)) throw new Refusal('wrong-code');
    await limits.countSuccess(keys);
    const passwordHash = await hashPassword(body.password);
    const { person, session } = await store.write(null, async (write) => {
      if (!(await setup.isNeeded(write.db))) throw new Refusal('setup-done');
      const region = await addUnit(write, { kind: 'region', name: body.region }, undefined);
      const id = await addPerson(write, { ...body, role: 'administrator', unitId: region.id }, passwordHash);
      const opened = await openSession(write, id);
      return { person: (await findPerson(write.db, id))!, session: opened };
    });
    setSessionCookie(c, settings, session);
    return c.json(await shownSession(store.db, person, session), 201);
  },
});

export const signInMethods = route({
  method: 'get',
  path: '/api/sign-in',
  id: 'getSignInMethods',
  tag: 'session',
  right: 'anyone',
  summary: { zh: '有哪些登录方式', en: 'The ways to sign in' },
  answer: {
    description: { zh: '登录方式。', en: 'The ways to sign in.' },
    content: { 'application/json': 'signInMethods' },
  },
  problems: [],
  handle: async ({ c, services }) => {
    const { settings, store, sample } = services;
    return c.json({
      password: true,
      openIdConnect: settings.openId !== undefined,
      ...(isTrial(c, services) ? { sampleRoles: await rolesToTry(store.db, sample) } : {}),
    });
  },
});

export const signIn = route<Schemas['signIn']>({
  method: 'post',
  path: '/api/session',
  id: 'signIn',
  tag: 'session',
  right: 'anyone',
  summary: { zh: '登录', en: 'Sign in' },
  description: {
    zh: '登录在 HttpOnly 的 Cookie 里，十二小时有效。此后的改动须在 X-CSRF-Token 请求头带上答复中的 csrfToken。',
    en: 'The session is in an HttpOnly cookie and lasts twelve hours. Changes need the csrfToken of the answer in the header X-CSRF-Token.',
  },
  request: { schema: 'signIn', example: () => ({ name: 'admin', password: 'correct horse battery' }) },
  answer: {
    status: 201,
    description: { zh: '已登录。', en: 'Signed in.' },
    content: { 'application/json': 'session' },
  },
  problems: ['wrong-credentials'],
  handle: async ({ c, services: { store, settings, limits }, body }) => {
    const known = await findPersonByName(store.db, body.name);
    const nameKey = `name ${body.name.normalize('NFKC').toLowerCase()}`;
    const keys = [`address ${clientAddress(c, settings)}`, nameKey];
    await limits.countAttempt(keys);
    const fits = await passwordFits(body.password, known?.active ? known.passwordHash : undefined);
    if (!known || !fits) throw new Refusal('wrong-credentials');
    await limits.countSuccess(keys);
    await limits.forgetFailures(nameKey);
    const session = await store.write(known.id, async (write) => {
      // Checking takes its time, and the person may have been removed or got another password meanwhile.
      const now = await findPerson(write.db, known.id);
      if (!now?.active || now.passwordHash !== known.passwordHash) throw new Refusal('wrong-credentials');
      write.log({ action: 'session.opened', kind: 'person', id: known.id, after: { by: 'password' } });
      return openSession(write, known.id);
    });
    setSessionCookie(c, settings, session);
    return c.json(await shownSession(store.db, known, session), 201);
  },
});

export const whoAmI = route({
  method: 'get',
  path: '/api/session',
  id: 'getSession',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '谁登录着，能做什么', en: 'Who is signed in, and what they may do' },
  answer: {
    description: { zh: '登录的人与权限。', en: 'The person and their rights.' },
    content: { 'application/json': 'session' },
  },
  problems: [],
  handle: async ({ c, services: { store }, asking }) =>
    c.json(await shownSession(store.db, asking!.person, asking!.session)),
});

export const signOut = route({
  method: 'delete',
  path: '/api/session',
  id: 'signOut',
  tag: 'session',
  right: 'own-account',
  summary: { zh: '退出', en: 'Sign out' },
  answer: { status: 204, description: { zh: '已退出。', en: 'Signed out.' }, content: {} },
  problems: [],
  handle: async ({ c, services: { store, settings }, asking }) => {
    const hash = asking!.session?.hash;
    if (hash) await store.db.deleteFrom('sessions').where('hash', '=', hash).execute();
    clearSessionCookie(c, settings);
    return c.body(null, 204);
  },
});
