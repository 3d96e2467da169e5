/** Evaluations are made again from what is stored, and what was changed behind their back is told, and where. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Services } from '../../server/http/services.ts';
import { firstDifference, isFaithful, replay } from '../../server/store/replay.ts';
import type { EvaluationRow } from '../../server/store/tables.ts';
import { fill } from '../support/filled.ts';
import { openTestPlatform } from '../support/platform.ts';

/** A server whose evaluations are no longer sealed. */
async function unsealed(count: number): Promise<{ services: Services; ids: string[] }> {
  const services = await openTestPlatform();
  await fill(services, count);
  const { db } = services.store;
  await sql`drop trigger "evaluations_no_update"`.execute(db);
  await sql`drop trigger "editions_stay"`.execute(db);
  const rows = await db.selectFrom('evaluations').select('id').orderBy('id').execute();
  return { services, ids: rows.map(({ id }) => id) };
}

const run = async ({ store }: Services, ids: string[] = []) => {
  const told: [number, number][] = [];
  const { replay: found } = await replay(store.db, ids, (done, of) => told.push([done, of]));
  return { found: found!, told };
};

const changed = ({ store }: Services, id: string, change: Partial<EvaluationRow>) =>
  store.db.updateTable('evaluations').set(change).where('id', '=', id).execute();

test('all are equal, over more than one page, and each is told as it is done', async () => {
  const { services, ids } = await unsealed(23);
  const { found, told } = await run(services);
  expect(found).toEqual({
    evaluations: 23,
    equal: 23,
    different: 0,
    rulebookMissing: 0,
    otherEngine: 0,
    unusable: 0,
    rest: [],
  });
  expect(isFaithful(found)).toBe(true);
  expect(told.at(-1)).toEqual([23, 23]);
  expect((await run(services, [ids[3]!, ids[3]!])).found).toMatchObject({ evaluations: 1, equal: 1 });
});

test.each<[string, (row: EvaluationRow) => Partial<EvaluationRow>, object]>([
  [
    'a total in the result',
    ({ result }) => ({ result: result.replace('"total":"92.52"', '"total":"95.52"') }),
    { status: 'different', at: '/total' },
  ],
  ['a total beside it', () => ({ total: '95.52' }), { status: 'different', at: '/total' }],
  ['a grade beside it', () => ({ grade: '特优' }), { status: 'different', at: '/grade' }],
  [
    'how it is written',
    ({ result }) => ({ result: JSON.stringify(JSON.parse(result), null, 1) }),
    { status: 'different', at: '' },
  ],
  ['what was a result', () => ({ result: 'nothing' }), { status: 'different', at: '' }],
  [
    'what was filed',
    ({ input }) => ({ input: input.replace('101.17', '101.18') }),
    { status: 'different', at: expect.stringMatching(/^\/ledger\//) },
  ],
  ['what was filed, beyond use', () => ({ input: '{}' }), { status: 'unusable' }],
  ['the hash of its rulebook', () => ({ rulebookHash: 'other' }), { status: 'rulebook-missing' }],
  ['the name of its rulebook', () => ({ rulebook: 'none' }), { status: 'rulebook-missing' }],
])('%s that was changed is told', async (_what, change, expected) => {
  const { services, ids } = await unsealed(2);
  const id = ids[1]!;
  const row = await services.store.db
    .selectFrom('evaluations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await changed(services, id, change(row));
  const { found } = await run(services);
  expect([found.rest, found.equal, isFaithful(found)]).toEqual([[{ id, ...expected }], 1, false]);
});

test('a rulebook whose text was changed is not the one that was used', async () => {
  const { services } = await unsealed(1);
  await services.store.db
    .updateTable('editions')
    .set(({ fn, val, ref }) => ({
      text: fn<string>('replace', [ref('text'), val('total: 100'), val('total: 99')]),
    }))
    .where('rulebook', '=', 'xiangyang')
    .execute();
  expect((await run(services)).found).toMatchObject({ rulebookMissing: 1, equal: 0 });
});

test('another version of the engine may differ in its name alone', async () => {
  const { services, ids } = await unsealed(2);
  for (const id of ids) {
    const { result } = await services.store.db
      .selectFrom('evaluations')
      .select('result')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { engine: _, ...rest } = JSON.parse(result);
    const { rulebook, ...last } = rest;
    await changed(services, id, {
      engineVersion: '0.0.9',
      result: JSON.stringify({ rulebook, engine: '0.0.9', ...last }),
    });
  }
  const { found } = await run(services);
  expect(found).toMatchObject({ otherEngine: 2, rest: [{ engine: '0.0.9' }, { engine: '0.0.9' }] });
  expect(isFaithful(found)).toBe(true);
  await changed(services, ids[0]!, { total: '1' });
  const again = (await run(services)).found;
  expect([again.rest[0]?.at, isFaithful(again)]).toEqual(['/total', false]);
});

test('an evaluation that is not there is told', async () => {
  const services = await openTestPlatform();
  const { diagnostics } = await replay(services.store.db, ['gone'], () => {});
  expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-reference']);
});

test.each([
  [{ a: 1 }, { a: 1 }, undefined],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, '/a/1/b'],
  [{ a: 1 }, { a: 1, 'b/c~': 2 }, '/b~1c~0'],
  [[1, 2], [1], '/1'],
  [[], {}, ''],
  [undefined, {}, ''],
])('%j and %j first differ at %s', (one, other, at) => {
  expect(firstDifference(one, other)).toBe(at);
});
