/**
 * Every operation of the API's document, sent what nobody should send: it answers with a problem or an answer as the
 * document says, never with a failure of its own, and keeps nothing in memory for it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../server/people/rights.ts';
import { answerChecker, type DescribedOperation, operationsOf } from '../support/description.ts';
import { appOf, openTestPlatform } from '../support/platform.ts';
import { runs } from '../support/runs.ts';
import { makeWorld, type Somebody } from '../support/world.ts';

const services = await openTestPlatform();
const app = appOf(services);
const world = await makeWorld(services);
const wrongWith = await answerChecker(services);
const operations = (await operationsOf(services)).filter(
  ({ id }) => !['signOut', 'setUp', 'makePassword'].includes(id),
);

const people: Record<Role, Somebody> = {
  administrator: world.administrator,
  policy: world.policy,
  unit: world.clerk,
  reviewer: world.reviewer,
};

/** Somebody who may use the operation, where not anyone may. */
function headersFor({ operation }: DescribedOperation): Record<string, string> {
  const [role] = Object.keys(operation['x-reach'] ?? {});
  return role ? people[role as Role].headers : {};
}

const ids = fc.constantFrom(
  world.unit.id,
  world.here.id,
  world.clerk.id,
  world.policy.id,
  '1',
  'yunxi',
  '2021',
  'national',
  '2017',
);
const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '.',
    '..',
    '../../etc/passwd',
    '%00',
    '\u0000',
    "' or 1=1 --",
    '"; drop table people; --',
    '𠮷',
    '%',
    '%zz',
    'a'.repeat(3000),
    '__proto__',
    '-1',
    '1e999',
    'NaN',
    '９',
  ),
);
/** Dots alone would lead to another address before anything is sent. */
const place = fc.oneof(
  { weight: 3, arbitrary: ids },
  { weight: 2, arbitrary: hostileText.filter((text) => !/^\.{0,2}$/.test(text)) },
);

/** Numbers beyond doubles, keys of prototypes, deep and empty things among others. */
const anything = fc.jsonValue({ maxDepth: 4 });

/** An example with one part of it replaced, removed or repeated. */
const mutated = (example: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.nat(), anything, fc.constantFrom('replace', 'remove', 'add')).map(([pick, value, how]) => {
    const copy = structuredClone(example) as Record<string, unknown>;
    const holders: Record<string, unknown>[] = [];
    const walk = (one: unknown): void => {
      if (one === null || typeof one !== 'object') return;
      holders.push(one as Record<string, unknown>);
      for (const inner of Object.values(one)) walk(inner);
    };
    walk(copy);
    const holder = holders[pick % holders.length]!;
    const keys = Object.keys(holder);
    const key = keys[pick % Math.max(1, keys.length)];
    if (how === 'add' || key === undefined) holder[`k${pick % 7}`] = value;
    else if (how === 'remove') delete holder[key];
    else holder[key] = value;
    return copy;
  });

function bodies({ operation }: DescribedOperation): fc.Arbitrary<string> {
  const example = operation.requestBody?.content['application/json']?.example ?? {};
  return fc.oneof(
    { weight: 4, arbitrary: mutated(example).map((one) => JSON.stringify(one)) },
    { weight: 2, arbitrary: anything.map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        '[]',
        'null',
        '{"a":1e999}',
        '{"__proto__":{"admin":true}}',
        '['.repeat(20_000),
        'a: &a [*a]',
        `{"x":"${'x'.repeat(100_000)}"}`,
        '\uFEFF{}',
      ),
    },
  );
}

const headers = fc.record(
  {
    'Content-Type': fc.constantFrom(
      'application/json',
      'application/json',
      'application/json',
      'application/yaml',
      'text/plain',
      'multipart/form-data',
      'x',
    ),
    'If-Match': fc.constantFrom('"1"', '"1"', '"2"', '*', '"99999999999999999999"', 'W/"1"', 'x', ''),
    'Idempotency-Key': fc.constantFrom('key', 'k'.repeat(500), '', 'a b'),
    'Accept-Language': fc.constantFrom('zh', 'en', 'de;q=x', ',,,'),
    Accept: fc.constantFrom('*/*', 'text/csv', 'text/plain', 'image/png', ';;'),
    'If-None-Match': fc.constantFrom('"1"', '*', 'x'),
  },
  { requiredKeys: ['Content-Type'] },
);

const query = fc.array(
  fc.tuple(
    fc.constantFrom(
      'limit',
      'cursor',
      'lang',
      'year',
      'rulebook',
      'edition',
      'unit',
      'state',
      'format',
      'about',
      'task',
      'code',
      'return',
    ),
    fc.oneof(place, fc.constantFrom('1', '0', '-5', '2021', 'csv', 'filed')),
  ),
  { maxLength: 3 },
);

/** A request as a hostile client might put it together. */
const requests = (one: DescribedOperation) =>
  fc.record({
    places: fc.array(place, { minLength: 4, maxLength: 4 }),
    body: one.operation.requestBody ? bodies(one) : fc.constant(undefined),
    headers,
    query,
  });

/** An address cannot hold half a character. */
const wellFormed = (text: string): string => Buffer.from(text).toString('utf8');

function addressOf(
  { path }: DescribedOperation,
  places: readonly string[],
  asked: readonly (readonly [string, string])[],
): string {
  let index = 0;
  const filled = path.replace(/\{\w+\}/g, () =>
    encodeURIComponent(wellFormed(places[index++ % places.length]!)),
  );
  const search = new URLSearchParams(
    asked.map(([key, value]): [string, string] => [key, wellFormed(value)]),
  ).toString();
  return search ? `${filled}?${search}` : filled;
}

describe('whatever is sent', () => {
  it.each(operations.map((one) => [one.id, one] as const))(
    '%s answers as the document says',
    async (_id, one) => {
      await fc.assert(
        fc.asyncProperty(requests(one), async ({ places, body, headers: given, query: asked }) => {
          const response = await app.request(addressOf(one, places, asked), {
            method: one.method,
            body,
            headers: { ...given, ...headersFor(one) },
          });
          expect(response.status, await response.clone().text()).toBeLessThan(500);
          expect(await wrongWith(one, response)).toBe('');
        }),
        { numRuns: runs(40) },
      );
    },
  );
});

describe('memory', () => {
  /** Bytes in use once nothing is left to collect. */
  function used(): number {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  }

  it('keeps nothing of bodies that are refused', async () => {
    const send = async (times: number) => {
      for (let index = 0; index < times; index++) {
        const headersOf = { 'Content-Type': 'application/json', ...world.clerk.headers };
        const large = await app.request('/api/evaluate', {
          method: 'POST',
          headers: headersOf,
          body: 'x'.repeat(4_000_000),
        });
        expect(large.status).toBe(413);
        const wrong = await app.request('/api/submissions', {
          method: 'POST',
          headers: headersOf,
          body: JSON.stringify({ a: `${index}`.repeat(100_000) }),
        });
        expect(wrong.status).toBe(422);
      }
    };
    await send(5);
    const before = used();
    await send(60);
    expect(used() - before).toBeLessThan(20_000_000);
  });
});

describe('nobody', () => {
  it.each(
    operations
      .filter(({ operation }) => operation['x-right'] !== 'anyone')
      .map((one) => [one.id, one] as const),
  )('%s is not answered without signing in', async (_id, one) => {
    const response = await app.request(addressOf(one, [world.unit.id], []), {
      method: one.method,
      body: one.operation.requestBody ? '{}' : undefined,
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
    });
    expect(response.status).toBe(401);
    expect(await wrongWith(one, response)).toBe('');
  });
});
