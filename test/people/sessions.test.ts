/** Getting in, staying in, and being put out at once; on both databases. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  ApiToken,
  IssuedToken,
  OpenSessionList,
  Person,
  Session,
  Unit,
} from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { Library } from '../../server/library.ts';
import { databases } from '../support/databases.ts';
import { servicesWith } from '../support/platform.ts';
import { codeOf, password, Visitor } from './visitor.ts';

describe.each(databases)('$name', ({ name: database, empty }) => {
  let services: Services;
  let admin: Visitor;
  let region: string;
  beforeEach(async () => {
    services = await servicesWith(new Library(), await empty());
    admin = new Visitor(services);
    const session = (await (await admin.setUp(services)).json()) as Session;
    region = session.person.unit.id;
  });

  /** A new person, and their visitor, signed in. */
  async function somebody(name: string, role = 'policy'): Promise<{ id: string; visitor: Visitor }> {
    const body = { name, displayName: name, role, unitId: region, password };
    const made = await admin.ask('POST', '/api/people', body);
    expect(made.status).toBe(201);
    const visitor = new Visitor(services);
    expect((await visitor.signIn(name)).status).toBe(201);
    return { id: ((await made.json()) as Person).id, visitor };
  }

  const change = (id: string, changed: object, version = 1) =>
    admin.ask(
      'PUT',
      `/api/people/${id}`,
      { displayName: 'x', role: 'policy', unitId: region, active: true, ...changed },
      { 'If-Match': `"${version}"` },
    );

  describe('the first administrator', () => {
    test('needs the code; spaces, dashes and capitals do not matter; it is good once', async () => {
      const fresh = await servicesWith(new Library(), await empty());
      const visitor = new Visitor(fresh);
      expect(await (await visitor.ask('GET', '/api/setup')).json()).toEqual({ needed: true });
      for (const wrong of ['AAAA-AAAA-AAAA-AAAA-AAAA', '', services.setup.code])
        expect((await visitor.setUp(fresh, 'admin', wrong || 'x')).status).toBe(403);
      const written = fresh.setup.code.toLowerCase().replaceAll('-', ' ');
      expect((await visitor.setUp(fresh, 'admin', written)).status).toBe(201);
      expect(await visitor.isIn()).toBe(true);
      expect(await codeOf(await new Visitor(fresh).setUp(fresh, 'second'))).toEqual([409, 'setup-done']);
      expect(await (await visitor.ask('GET', '/api/setup')).json()).toEqual({ needed: false });
    });

    test('is one, though several have the code at once', async () => {
      const fresh = await servicesWith(new Library(), await empty());
      const names = ['one', 'two', 'three'];
      const answers = await Promise.all(names.map((name) => new Visitor(fresh).setUp(fresh, name)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      const people = await fresh.store.db.selectFrom('people').select('name').execute();
      expect(people).toHaveLength(1);
      expect(await fresh.store.db.selectFrom('units').select('id').execute()).toHaveLength(1);
    });
  });

  describe('signing in', () => {
    test('a wrong password and an unknown name are answered alike', async () => {
      const { id } = await somebody('gone');
      await change(id, { active: false });
      const answers = await Promise.all(
        [
          ['admin', 'wrong password'],
          ['nobody', password],
          ['gone', password],
        ].map(async ([name, secret]) => {
          const response = await new Visitor(services).signIn(name!, secret);
          return [response.status, await response.text(), response.headers.get('Set-Cookie')];
        }),
      );
      expect(answers[0]).toMatchObject([401, expect.stringContaining('wrong-credentials'), null]);
      expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    });

    test('names are the same in capitals and in wide letters, also when people are created', async () => {
      await somebody('Zhang.San');
      for (const name of ['zhang.san', 'ZHANG.SAN', 'ｚｈａｎｇ.ｓａｎ'])
        expect((await new Visitor(services).signIn(name)).status).toBe(201);
      const twin = { name: 'ZHANG.SAN', displayName: 'x', role: 'policy', unitId: region };
      expect(await codeOf(await admin.ask('POST', '/api/people', twin))).toEqual([409, 'taken']);
    });

    test('a person without a password cannot sign in with one', async () => {
      const body = { name: 'machine', displayName: 'x', role: 'policy', unitId: region };
      expect((await admin.ask('POST', '/api/people', body)).status).toBe(201);
      expect((await new Visitor(services).signIn('machine', 'null')).status).toBe(401);
    });

    test('ends with signing out, there and not elsewhere', async () => {
      const [here, there] = [new Visitor(services), new Visitor(services)];
      await here.signIn('admin');
      await there.signIn('admin');
      const out = await here.ask('DELETE', '/api/session');
      expect([out.status, out.headers.get('Set-Cookie')]).toEqual([
        204,
        expect.stringMatching(/^zhunsheng_session=; Max-Age=0; Path=\//),
      ]);
      expect([await here.isIn(), await there.isIn()]).toEqual([false, true]);
    });

    test('is told wherever it is open, and ends everywhere else at once', async () => {
      const { visitor: here } = await somebody('limin');
      const there = new Visitor(services);
      await there.signIn('limin');
      const listed = async (of: Visitor) =>
        ((await (await of.ask('GET', '/api/sessions')).json()) as OpenSessionList).items;
      const [first, second] = await listed(here);
      expect(await listed(here)).toHaveLength(2);
      expect([first, second].filter((one) => one?.isCurrent)).toHaveLength(1);
      const ids = (await listed(there)).map(({ id, isCurrent }) => `${id} ${isCurrent}`);
      expect(ids).not.toContain(`${first!.id} ${first!.isCurrent}`);
      expect((await here.ask('DELETE', '/api/sessions')).status).toBe(204);
      expect([await here.isIn(), await there.isIn(), await admin.isIn()]).toEqual([true, false, true]);
      expect(await listed(here)).toEqual([expect.objectContaining({ isCurrent: true })]);
    });

    test('lasts twelve hours', async () => {
      const { store } = services;
      const at = (hours: number) => ({ db: store.db, clock: () => new Date(Date.now() + hours * 3_600_000) });
      const later = async (hours: number) => {
        const visitor = new Visitor({ ...services, store: Object.assign(Object.create(store), at(hours)) });
        visitor.headers = admin.headers;
        return visitor.isIn();
      };
      expect([await later(11.9), await later(12.1)]).toEqual([true, false]);
    });
  });

  describe('a page of another site', () => {
    test('changes nothing: the cookie alone is not enough, a token needs no cookie', async () => {
      const body = { name: 'x', days: '1' };
      const headers: Record<string, string>[] = [
        {},
        { 'X-CSRF-Token': '' },
        { 'X-CSRF-Token': 'x'.repeat(43) },
      ];
      for (const header of headers) {
        const bare = new Visitor(services);
        bare.headers = { Cookie: admin.headers.Cookie!, ...header };
        expect(await codeOf(await bare.ask('POST', '/api/tokens', body))).toEqual([
          403,
          'csrf-token-missing',
        ]);
        expect(await bare.isIn()).toBe(true);
      }
      const { token } = (await (await admin.ask('POST', '/api/tokens', body)).json()) as IssuedToken;
      const machine = new Visitor(services);
      machine.headers = { Authorization: `Bearer ${token}` };
      expect((await machine.ask('POST', '/api/tokens', body)).status).toBe(201);
      const told = (await (await admin.ask('GET', '/api/session')).json()) as Session;
      expect(told.csrfToken).toBe(admin.headers['X-CSRF-Token']);
    });

    test.each([
      [undefined, false],
      ['http://zhunsheng.example', false],
      ['https://zhunsheng.example', true],
    ])('cannot read the cookie, nor send it with a change; reached at %s', async (publicUrl, isSecure) => {
      const settings = { ...services.settings, publicUrl };
      const response = await new Visitor({ ...services, settings }).signIn('admin');
      const attributes = response.headers.get('Set-Cookie')!.split('; ').slice(1);
      expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
      expect(attributes.includes('Secure')).toBe(isSecure);
    });
  });

  describe('who is no longer who they were', () => {
    test.each<[string, object]>([
      ['was removed', { active: false }],
      ['got another role', { role: 'reviewer' }],
      ['got another password', { password: 'another correct horse' }],
    ])('is out at once where they %s', async (_what, changed) => {
      const { id, visitor } = await somebody('person');
      const body = { name: 'x', days: '1' };
      const { token } = (await (await visitor.ask('POST', '/api/tokens', body)).json()) as IssuedToken;
      expect((await change(id, changed)).status).toBe(200);
      expect(await visitor.isIn()).toBe(false);
      const machine = new Visitor(services);
      machine.headers = { Authorization: `Bearer ${token}` };
      const session = await machine.ask('GET', '/api/session');
      if ('active' in changed) expect(session.status).toBe(401);
      else expect(((await session.json()) as Session).person).toMatchObject('role' in changed ? changed : {});
    });

    test('is out at once where they moved to another unit', async () => {
      const { id, visitor } = await somebody('person');
      const body = { kind: 'unit', name: '某局', parentId: region };
      const unit = (await (await admin.ask('POST', '/api/units', body)).json()) as Unit;
      expect((await change(id, { unitId: unit.id })).status).toBe(200);
      expect(await visitor.isIn()).toBe(false);
    });

    test('stays in where only the name shown was changed', async () => {
      const { id, visitor } = await somebody('person');
      expect((await change(id, { displayName: '新名' })).status).toBe(200);
      expect(await visitor.isIn()).toBe(true);
    });

    test('is out elsewhere where they change their password, which needs the old one', async () => {
      const { visitor } = await somebody('person');
      const elsewhere = new Visitor(services);
      await elsewhere.signIn('person');
      const path = '/api/session/password';
      const next = 'another correct horse';
      const wrong = await visitor.ask('PUT', path, { current: 'wrong', password: next });
      expect(await codeOf(wrong)).toEqual([401, 'wrong-credentials']);
      expect((await visitor.ask('PUT', path, { current: password, password: next })).status).toBe(204);
      expect([await visitor.isIn(), await elsewhere.isIn()]).toEqual([true, false]);
      expect((await new Visitor(services).signIn('person')).status).toBe(401);
      expect((await new Visitor(services).signIn('person', next)).status).toBe(201);
    });

    test('is not the last administrator, who stays, also when two leave at once', async () => {
      const me = ((await (await admin.ask('GET', '/api/session')).json()) as Session).person;
      for (const changed of [{ active: false, role: 'administrator' }, { role: 'policy' }])
        expect(await codeOf(await change(me.id, changed))).toEqual([409, 'wrong-state']);
      const other = await somebody('other', 'administrator');
      const leaving = { displayName: 'x', role: 'policy', unitId: region, active: true };
      const leave = (who: Visitor, id: string) =>
        who.ask('PUT', `/api/people/${id}`, leaving, { 'If-Match': '"1"' });
      const answers = await Promise.all([leave(admin, me.id), leave(other.visitor, other.id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  describe('API tokens', () => {
    const issue = async (days = '1') =>
      (await (await admin.ask('POST', '/api/tokens', { name: '每周', days })).json()) as IssuedToken;
    const machineWith = (token: string) => {
      const machine = new Visitor(services);
      machine.headers = { Authorization: `Bearer ${token}` };
      return machine;
    };

    test('are shown once, and are good until revoked', async () => {
      const { token, id } = await issue();
      expect(await machineWith(token).isIn()).toBe(true);
      const list = await (await admin.ask('GET', '/api/tokens')).text();
      expect(list).not.toContain(token);
      expect((JSON.parse(list) as { items: ApiToken[] }).items).toMatchObject([
        { id, usedAt: expect.any(String) },
      ]);
      expect((await admin.ask('DELETE', `/api/tokens/${id}`)).status).toBe(204);
      expect(await machineWith(token).isIn()).toBe(false);
      expect((await admin.ask('DELETE', `/api/tokens/${id}`)).status).toBe(404);
    });

    test('run out', async () => {
      const { token, id } = await issue();
      const past = new Date(Date.now() - 1000).toISOString();
      await services.store.db
        .updateTable('apiTokens')
        .set({ expiresAt: past })
        .where('id', '=', id)
        .execute();
      expect(await machineWith(token).isIn()).toBe(false);
    });

    test('of others are not to be revoked', async () => {
      const { id } = await issue();
      const { visitor } = await somebody('person');
      expect((await visitor.ask('DELETE', `/api/tokens/${id}`)).status).toBe(403);
    });

    test.each(['', 'x', 'zs_', 'zs_x'])(
      '%j is none, and the cookie beside it does not count',
      async (token) => {
        const machine = machineWith(token);
        machine.headers = { ...admin.headers, ...machine.headers };
        expect(await machine.isIn()).toBe(false);
      },
    );
  });

  test('what is stored signs nobody in: no secret, token, code or password is in it', async () => {
    const { token } = (await (
      await admin.ask('POST', '/api/tokens', { name: 'x', days: '1' })
    ).json()) as IssuedToken;
    const cookie = admin.headers.Cookie!.split('=')[1]!;
    const secrets = [password, token, token.slice(3), cookie, services.setup.code];
    const stored =
      database === 'embedded'
        ? readdirSync(services.settings.data)
            .map((file) => readFileSync(join(services.settings.data, file)).toString('latin1'))
            .join()
        : JSON.stringify(
            await Promise.all(
              (['people', 'sessions', 'apiTokens', 'log'] as const).map((table) =>
                services.store.db.selectFrom(table).selectAll().execute(),
              ),
            ),
          );
    expect(stored).toContain('$argon2id$');
    for (const secret of secrets) expect(stored.includes(secret)).toBe(false);
  });
});
