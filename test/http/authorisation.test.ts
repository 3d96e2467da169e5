/**
 * Every operation of the API's document, tried by every role on what is their own and on what is not: who may is let in,
 * who may not is told so (403), and nobody sees in a list what they may not see. What each operation demands is held as text.
 */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../schemas/generated/types.ts';
import { roles } from '../../server/people/rights.ts';
import { expectGolden } from '../source/goldens.ts';
import { describedReach, operationsOf } from '../support/description.ts';
import { appOf, openTestPlatform } from '../support/platform.ts';
import { makeThings, type Things } from '../support/things.ts';
import { makePerson, makeWorld, type Somebody } from '../support/world.ts';
import { reform } from './client.ts';

const services = await openTestPlatform();
const app = appOf(services);
const world = await makeWorld(services);
const operations = await operationsOf(services);
const guarded = operations.filter(({ operation }) => operation['x-right'] !== 'anyone');

const { administrator, policy, reviewer, clerk, otherPolicy, otherReviewer, otherClerk, neighbourClerk } =
  world;
const everybody = {
  administrator,
  policy,
  reviewer,
  clerk,
  otherPolicy,
  otherReviewer,
  otherClerk,
  neighbourClerk,
};

/** Where each person stands in the tree, told here once more so that the server is not asked about itself. */
const standing = new Map<Somebody, string>([
  [administrator, world.root.path],
  [policy, world.here.path],
  [reviewer, world.here.path],
  [clerk, world.unit.path],
  [otherPolicy, world.there.path],
  [otherReviewer, world.there.path],
  [otherClerk, world.foreign.path],
  [neighbourClerk, world.neighbour.path],
]);

/** What stands for parameters that are parts of a thing. */
const parts: Record<string, string> = { version: '1', number: '1', folder: 'cases', file: 'a.yaml' };

let lastYear = 3000;

/** What a body must say for the thing it makes to belong to the first region. */
const bodies: Record<string, () => object> = {
  createDraft: () => ({
    rulebook: 'national',
    edition: String(++lastYear),
    unitId: world.here.id,
    from: { rulebook: 'national', edition: '2020' },
  }),
  createTask: () => ({
    title: '自评',
    unitId: world.here.id,
    rulebook: 'xiangyang',
    edition: '2021',
    year: '2000',
    subject: 'project',
    due: '2000-12-31',
  }),
};

/** A task is read by the units it is addressed to as well: to those it is their own. */
const addressed: Record<string, string> = {
  'read-tasks': world.unit.path,
  'ask-excuse': world.unit.path,
};

/** About published editions, which are open to everyone: only the right itself counts. */
const open = new Set(['compareEditions']);

type Operation = (typeof guarded)[number];

/** The thing an operation is about: the first parameter of its address that is one, or where its body puts the new one. */
function thingOf({ id, path }: Operation, things: Things) {
  if (bodies[id]) return { unitPath: world.here.path };
  // An edition is told by two parameters, of which the second says whose it is.
  if (open.has(id)) return undefined;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return names.map((name) => things[name]?.owned).find((owned) => owned !== undefined);
}

function isAllowed(one: Operation, person: Somebody, things: Things): boolean {
  const reach = describedReach(one, person.role);
  const owned = thingOf(one, things);
  if (reach === undefined) return false;
  if (owned === undefined || reach === 'all') return true;
  const own = standing.get(person)!;
  if (reach === 'self') return owned.personId === person.id;
  if (reach === 'own') return (addressed[one.operation['x-right']] ?? owned.unitPath) === own;
  return owned.unitPath?.startsWith(own) ?? false;
}

function request(
  { id, method, path, operation }: Operation,
  person: Somebody,
  things: Things,
): Promise<Response> {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'rulebook' ? 'xiangyang' : (things[name]?.id ?? parts[name] ?? 'x'),
  );
  const body = bodies[id]?.() ?? operation.requestBody?.content['application/json']?.example ?? {};
  return Promise.resolve(
    app.request(address, {
      method,
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"', ...person.headers },
      body: operation.requestBody ? JSON.stringify(body) : undefined,
    }),
  );
}

/** What signs people out, their own doing or another's: tried by doubles of everybody, and on one of them. */
const ends = ['signOut', 'changePassword', 'makePassword'];

let doubles = 0;

/** Somebody who stands where another does, and may do as much. */
async function doubleOf(person: Somebody): Promise<Somebody> {
  const double = await makePerson(services, `double-${++doubles}`, person.role, { id: person.unitId });
  standing.set(double, standing.get(person)!);
  return double;
}

/** Who tries an operation, and on what. */
async function scene({ id }: Operation): Promise<{ people: [string, Somebody][]; things: Things }> {
  const things = await makeThings(services, world, reform());
  const people = Object.entries(everybody);
  if (!ends.includes(id)) return { people, things };
  const { id: personId } = await doubleOf(clerk);
  const tried: [string, Somebody][] = [];
  for (const [name, person] of people) tried.push([name, await doubleOf(person)]);
  return { people: tried, things: { ...things, person: { id: personId, owned: { personId } } } };
}

describe.each(guarded.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  it('lets in who may, and nobody else', async () => {
    const { people, things } = await scene(one);
    const sorted = people.sort(
      ([, a], [, b]) => Number(isAllowed(one, a, things)) - Number(isAllowed(one, b, things)),
    );
    for (const [name, person] of sorted) {
      const response = await request(one, person, things);
      const told = `${name} ${one.method} ${one.path}: ${response.status} ${(await response.clone().text()).slice(0, 1_000)}`;
      if (isAllowed(one, person, things)) expect(told).not.toMatch(/"code":"(not-signed-in|not-allowed)"/);
      else {
        expect(response.status, told).toBe(403);
        const problem = (await response.json()) as Problem;
        expect(problem, told).toMatchObject({ code: 'not-allowed' });
        // What it takes and who has it, or how far one's own right goes.
        expect(problem.detail, told).toBeTruthy();
      }
    }
  });
});

it('gives a password to somebody who lost theirs, and signs them out', async () => {
  const lost = await doubleOf(clerk);
  const asked = (headers: Record<string, string>) =>
    app.request(`/api/people/${lost.id}/password`, { method: 'POST', headers });
  expect((await asked({ ...otherPolicy.headers, 'If-Match': '"1"' })).status).toBe(403);
  expect((await app.request('/api/session', { headers: lost.headers })).status).toBe(200);
  expect((await asked({ ...administrator.headers, 'If-Match': '"1"' })).status).toBe(200);
  expect((await app.request('/api/session', { headers: lost.headers })).status).toBe(401);
});

describe('lists', () => {
  const lists = guarded.filter(
    ({ method, path, operation }) =>
      method === 'GET' && !path.includes('{') && operation.parameters?.some(({ name }) => name === 'cursor'),
  );

  it('are found at all', () => expect(lists.length).toBeGreaterThan(4));

  it.each(lists.map((one) => [one.id, one] as const))(
    '%s shows nothing of another region',
    async (_id, one) => {
      const things = await makeThings(services, world, reform());
      for (const person of [otherPolicy, otherReviewer, otherClerk, neighbourClerk]) {
        if (!describedReach(one, person.role)) continue;
        const response = await app.request(`${one.path}?limit=200`, { headers: person.headers });
        expect(response.status).toBe(200);
        const text = await response.text();
        for (const { id } of Object.values(things))
          expect(text.includes(id), `${person.name} sees ${id}`).toBe(false);
      }
    },
  );
});

describe('a person who is removed', async () => {
  const gone = await makePerson(services, 'gone', 'administrator', world.root);
  const response = await app.request(`/api/people/${gone.id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'If-Match': '"1"', ...administrator.headers },
    body: JSON.stringify({
      displayName: '已离开',
      role: 'administrator',
      unitId: world.root.id,
      active: false,
    }),
  });
  const things = await makeThings(services, world, reform());

  it('was let in before', () => expect(response.status).toBe(200));

  it.each(guarded.map((one) => [one.id, one] as const))('%s is not answered any more', async (_id, one) => {
    expect((await request(one, gone, things)).status).toBe(401);
  });
});

it('demands what it demanded before', () => {
  const lines = operations.map((one) => {
    const reaches = roles.map((role) => `${role} ${describedReach(one, role) ?? '–'}`).join(', ');
    const right = one.operation['x-right'];
    return `${one.id}: ${one.method} ${one.path} [${right}]${right === 'anyone' ? '' : ` ${reaches}`}\n`;
  });
  expectGolden(lines.sort().join(''), new URL('authorisation.txt', import.meta.url).pathname);
});
