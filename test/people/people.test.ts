/** People and the tree of units: who sees which, in pages, and nobody writes over what they have not seen. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { LogPage, Person, PersonPage, Unit, UnitPage } from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { Library } from '../../server/library.ts';
import { roles as roleOrder } from '../../server/people/rights.ts';
import { databases } from '../support/databases.ts';
import { servicesWith } from '../support/platform.ts';
import { makeWorld, type Somebody, type World } from '../support/world.ts';
import { codeOf, Visitor } from './visitor.ts';

describe.each(databases)('$name', ({ empty }) => {
  let services: Services;
  let world: World;
  let admin: Visitor;
  const as = ({ headers }: Somebody) => Object.assign(new Visitor(services), { headers });
  beforeEach(async () => {
    services = await servicesWith(new Library(), await empty());
    world = await makeWorld(services);
    admin = as(world.administrator);
  });
  const read = async <Value>(response: Promise<Response>) => (await (await response).json()) as Value;

  /** Every item of a list, page by page. */
  async function all<Item>(visitor: Visitor, path: string, limit: number): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor = ''; ; ) {
      const page = await read<{ items: Item[]; next?: string }>(
        visitor.ask('GET', `${path}?limit=${limit}${cursor}`),
      );
      expect(page.items.length).toBeLessThanOrEqual(limit);
      items.push(...page.items);
      if (!page.next) return items;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
  }

  test.each([1, 3, 8, 200])('a list is the same in pages of %i', async (limit) => {
    const people = await all<Person>(admin, '/api/people', limit);
    const stored = await services.store.db.selectFrom('people').select('id').execute();
    expect(people.map(({ id }) => id).sort()).toEqual(stored.map(({ id }) => id).sort());
    const units = await all<Unit>(admin, '/api/units', limit);
    expect(new Set(units.map(({ id }) => id)).size).toBe(6);
    for (const [index, { parentId }] of units.entries())
      if (parentId) expect(units.findIndex(({ id }) => id === parentId)).toBeLessThan(index);
  });

  test('people stand in the order of the tree, and by their names within it', async () => {
    const { value: units } = { value: await all<Unit>(admin, '/api/units', 200) };
    const place = ({ unit }: Person) => units.findIndex(({ id }) => id === unit.id);
    const unit = units.at(-1)!.id;
    for (const [name, displayName] of [
      ['z1', '张三'],
      ['z2', '白露'],
      ['z3', '李四'],
    ])
      expect(
        (await admin.ask('POST', '/api/people', { name, displayName, role: 'unit', unitId: unit })).status,
      ).toBe(201);
    const people = await all<Person>(admin, '/api/people', 2);
    for (const [index, one] of people.entries())
      if (index > 0) expect(place(one)).toBeGreaterThanOrEqual(place(people[index - 1]!));
    const added = (list: Person[]) =>
      list.flatMap(({ name, displayName }) => (/^z\d$/.test(name) ? displayName : []));
    expect(added(people)).toEqual(['白露', '李四', '张三']);
    const sorted = async (sort: string) =>
      read<PersonPage>(admin.ask('GET', `/api/people?limit=200&sort=${sort}`));
    expect(added((await sorted('-name')).items)).toEqual(['张三', '李四', '白露']);
    expect(added((await sorted('login')).items)).toEqual(['张三', '白露', '李四']);
    const roles = (await sorted('role')).items.map(({ role }) => role);
    expect(roles).toEqual([...roles].sort((a, b) => roleOrder.indexOf(a) - roleOrder.indexOf(b)));
    for (const sort of ['signedIn', '-signedIn']) {
      const signed = (await sorted(sort)).items.map(({ signedInAt }) => signedInAt);
      expect(signed.slice(signed.indexOf(undefined)).every((one) => one === undefined)).toBe(true);
    }
    expect(await codeOf(await admin.ask('GET', '/api/people?sort=age'))).toEqual([400, 'bad-parameter']);
  });

  test.each(['0', '201', 'x', '-1', '1.5', ''])('pages of %j are refused', async (limit) => {
    expect(await codeOf(await admin.ask('GET', `/api/people?limit=${limit}`))).toEqual([
      400,
      'bad-parameter',
    ]);
  });

  test('a cursor from nowhere is refused or leads nowhere, never to an error', async () => {
    for (const cursor of ['%00', "';drop", '一', 'x'.repeat(300), '~'])
      for (const path of ['/api/people', '/api/units', '/api/log'])
        expect((await admin.ask('GET', `${path}?cursor=${cursor}`)).status).toBeLessThan(500);
  });

  test('everyone sees the part of the tree that is theirs', async () => {
    const seen = async (who: Somebody) =>
      (await read<UnitPage>(as(who).ask('GET', '/api/units'))).items.map(({ name }) => name).sort();
    const everything = ['某省', '甲市', '乙市', '甲市某局', '甲市某中心', '乙市某局'].sort();
    expect(await seen(world.administrator)).toEqual(everything);
    const here = ['甲市', '甲市某局', '甲市某中心'].sort();
    expect([await seen(world.policy), await seen(world.reviewer)]).toEqual([here, here]);
    expect(await seen(world.otherPolicy)).toEqual(['乙市', '乙市某局'].sort());
    expect(await seen(world.clerk)).toEqual(['甲市某局']);
    for (const [who, unit, status] of [
      [world.policy, world.unit, 200],
      [world.policy, world.foreign, 403],
      [world.policy, world.root, 403],
      [world.clerk, world.unit, 200],
      [world.clerk, world.neighbour, 403],
      [world.clerk, world.here, 403],
    ] as const)
      expect((await as(who).ask('GET', `/api/units/${unit.id}`)).status).toBe(status);
  });

  test('only administrators see and change people', async () => {
    const path = `/api/people/${world.clerk.id}`;
    for (const who of [world.policy, world.reviewer, world.clerk])
      for (const [method, address] of [
        ['GET', '/api/people'],
        ['GET', path],
        ['PUT', path],
        ['POST', '/api/people'],
      ])
        expect((await as(who).ask(method!, address!)).status).toBe(403);
    const { items } = await read<PersonPage>(admin.ask('GET', '/api/people'));
    expect(JSON.stringify(items)).not.toMatch(/hash|argon|subject/i);
  });

  test.each<[string, () => string, () => object]>([
    [
      'a person',
      () => `/api/people/${world.clerk.id}`,
      () => ({ displayName: '新名', role: 'unit', unitId: world.unit.id, active: true }),
    ],
    ['a unit', () => `/api/units/${world.unit.id}`, () => ({ name: '新名', active: true })],
  ])('two who change %s at once: the second is told, and nothing is lost', async (_what, path, body) => {
    const got = await admin.ask('GET', path());
    const tag = got.headers.get('ETag')!;
    expect(await codeOf(await admin.ask('PUT', path(), body()))).toEqual([428, 'version-missing']);
    for (const wrong of ['1', '*', '"x"', ''])
      expect((await admin.ask('PUT', path(), body(), { 'If-Match': wrong })).status).toBe(428);
    const answers = await Promise.all(
      [0, 1].map(() => admin.ask('PUT', path(), body(), { 'If-Match': tag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const late = answers.find(({ status }) => status === 412)!;
    const now = await admin.ask('GET', path());
    expect(late.headers.get('ETag')).toBe(now.headers.get('ETag'));
    const again = await admin.ask('PUT', path(), body(), { 'If-Match': late.headers.get('ETag')! });
    expect([again.status, ((await again.json()) as Unit).version]).toEqual([200, 3]);
    const cached = await admin.ask('GET', path(), undefined, { 'If-None-Match': again.headers.get('ETag')! });
    expect(cached.status).toBe(304);
  });

  test.each<[string, string, () => object]>([
    [
      '/api/people',
      'a person in a unit that is not there',
      () => ({ name: 'xx', displayName: 'x', role: 'unit', unitId: 'none' }),
    ],
    [
      '/api/units',
      'a unit under one that is not there',
      () => ({ kind: 'unit', name: 'x', parentId: 'none' }),
    ],
  ])('%s: %s is refused', async (path, _what, body) => {
    expect(await codeOf(await admin.ask('POST', path, body()))).toEqual([404, 'not-found']);
  });

  test('what was done is in the log, with nothing that tells who somebody is', async () => {
    const body = {
      name: 'zhang.san',
      displayName: '张三',
      role: 'unit',
      unitId: world.unit.id,
      password: 'correct horse battery',
    };
    const { id } = await read<Person>(admin.ask('POST', '/api/people', body));
    const { items } = await read<LogPage>(admin.ask('GET', `/api/log?about=${id}`));
    expect(items).toMatchObject([
      {
        action: 'person.created',
        who: { id: world.administrator.id },
        after: { role: 'unit', active: true },
      },
    ]);
    // Who somebody is, is looked up as it is read.
    expect(items[0]!.about).toMatchObject({ name: '张三', unit: { id: world.unit.id } });
    const stored = await services.store.db
      .selectFrom('log')
      .selectAll()
      .where('subjectId', '=', id)
      .execute();
    expect(JSON.stringify(stored)).not.toMatch(/张三|zhang\.san|correct horse|argon/);
  });
});
