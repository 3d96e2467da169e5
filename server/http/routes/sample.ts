/** Sample data: loaded and removed whole; and, where the server was started to be tried, its people signed in without a password. */

import type { Bilingual } from '../../../engine/index.ts';
import type { Schemas } from '../../../schemas/generated/types.ts';
import { findPerson } from '../../people/person.ts';
import { hashPassword, newCode } from '../../people/secrets.ts';
import { openSession } from '../../people/sessions.ts';
import { loadSample } from '../../sample/load.ts';
import { personToTry, samplePeople } from '../../sample/people.ts';
import { type Held, removeSample, whyHeld } from '../../sample/remove.ts';
import { stateOf } from '../../sample/state.ts';
import { setSessionCookie } from '../cookies.ts';
import { Refusal } from '../problems.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { isTrial } from '../trial.ts';
import { shownSession } from './session.ts';

const common = { path: '/api/sample-data', tag: 'system', right: 'manage-sample' } as const;

const shownState = ({ store, sample, settings }: Services) => stateOf(store.db, sample, settings.trial);

const exampleState = {
  ...{ available: false, loaded: true, trial: false },
  regions: [{ id: '0190b3a0-0000-7000-8000-000000000001', name: '示例省' }],
  ...{ units: 12, people: 18, tasks: 8, submissions: 30 },
};

export const state = route({
  ...common,
  method: 'get',
  id: 'getSampleData',
  summary: { zh: '演示数据的状态', en: 'Whether the sample data is there' },
  answer: {
    description: { zh: '能不能装入，装入了多少。', en: 'Whether it can be loaded, and how much of it is.' },
    content: { 'application/json': 'sampleState' },
    example: () => exampleState,
  },
  problems: [],
  handle: async ({ c, services }) => c.json(await shownState(services)),
});

export const load = route({
  ...common,
  method: 'post',
  id: 'loadSampleData',
  summary: { zh: '装入演示数据', en: 'Load the sample data' },
  description: {
    zh: '自成一棵树：两个地区、十几个单位、各种角色的人员、今年与去年的任务、办到各步的自评表。要么全部装入，要么一点不装；演示人员共用一个密码，只在答复里给出一次。',
    en: 'A tree of its own: two regions, a dozen units, people of every role, tasks of this and last year, forms in every state. All of it or nothing; its people share a password, told once in the answer.',
  },
  answer: {
    status: 201,
    description: { zh: '已装入。', en: 'It is there.' },
    content: { 'application/json': 'loadedSample' },
    example: () => ({
      state: exampleState,
      password: 'ABCD-EFGH-JKMN-PQRS-TVWX',
      people: [
        {
          role: 'reviewer',
          name: 'demo.reviewer',
          displayName: '审核人',
          unit: exampleState.regions[0],
        },
      ],
    }),
  },
  problems: ['wrong-state'],
  handle: async ({ c, services, personId }) => {
    const { store, library, sample } = services;
    if (!sample)
      throw wrong({ zh: '规则的目录里没有演示数据。', en: 'there is no sample data beside the rulebooks.' });
    const password = newCode();
    const passwordHash = await hashPassword(password);
    const loaded = await loadSample(
      { store, library, sample },
      { personId, passwordHash, administrator: false },
    );
    if (!loaded) throw wrong({ zh: '演示数据已经装入。', en: 'it is loaded already.' });
    const answer: Schemas['loadedSample'] = {
      state: await shownState(services),
      password,
      people: await samplePeople(store.db, sample),
    };
    return c.json(answer, 201);
  },
});

const wrong = (detail: Bilingual): Refusal => new Refusal('wrong-state', { detail });

const reasons: Record<Held, Bilingual> = {
  'not-loaded': { zh: '没有装入演示数据。', en: 'there is no sample data to remove.' },
  'no-administrator': {
    zh: '演示数据之外没有管理员，移除以后谁也进不来；演示方式下的数据随启动装入，不能移除。',
    en: 'there is no administrator outside of it, so nobody could sign in any more; what a trial was started with stays.',
  },
  'edition-in-use': {
    zh: '演示地区发布的一版规则，已有演示之外的任务或自评表在用；请先把这些移到别的版本。',
    en: 'an edition that was published from the sample is used by tasks or forms outside of it; move those first.',
  },
};

export const remove = route({
  ...common,
  method: 'delete',
  id: 'removeSampleData',
  summary: { zh: '移除演示数据', en: 'Remove the sample data' },
  description: {
    zh: '演示地区及其下的一切都移除，在里面新建的也在内；日志里的条目留着。',
    en: 'Everything in its regions goes, also what was made there since; the entries in the log stay.',
  },
  answer: {
    description: { zh: '移除之后的状态。', en: 'How it is now.' },
    content: { 'application/json': 'sampleState' },
    example: () => ({
      ...exampleState,
      available: true,
      loaded: false,
      regions: [],
      units: 0,
      people: 0,
      tasks: 0,
      submissions: 0,
    }),
  },
  problems: ['wrong-state'],
  handle: async ({ c, services, personId }) => {
    await services.store.write(personId, async (write) => {
      const held = await whyHeld(write.db);
      if (held) throw wrong(reasons[held]);
      await removeSample(write);
    });
    return c.json(await shownState(services));
  },
});

export const signIn = route<Schemas['sampleSignIn']>({
  method: 'post',
  path: '/api/session/sample',
  id: 'signInToTry',
  tag: 'session',
  right: 'anyone',
  summary: { zh: '以一个演示的身份试用', en: 'Try it as somebody of the sample' },
  description: {
    zh: '只有以演示方式（--sample）启动、并且从本机来的请求才有这个地址；可试的身份见 GET /api/sign-in 的 sampleRoles。',
    en: 'Only where the server was started with --sample, and only from the same machine; GET /api/sign-in lists the roles as sampleRoles.',
  },
  request: { schema: 'sampleSignIn', example: () => ({ role: 'reviewer' }) },
  answer: {
    status: 201,
    description: { zh: '已登录。', en: 'Signed in.' },
    content: { 'application/json': 'session' },
  },
  problems: ['unknown-address', 'not-found'],
  handle: async ({ c, services, body }) => {
    const { store, sample, settings } = services;
    if (!isTrial(c, services)) throw new Refusal('unknown-address');
    const { person, session } = await store.write(null, async (write) => {
      const found = await personToTry(write.db, sample, body.role);
      if (!found) throw new Refusal('not-found');
      write.log({ action: 'session.opened', kind: 'person', id: found.id, after: { by: 'sample' } });
      return { session: await openSession(write, found.id), person: (await findPerson(write.db, found.id))! };
    });
    setSessionCookie(c, settings, session);
    return c.json(await shownSession(store.db, person, session), 201);
  },
});
