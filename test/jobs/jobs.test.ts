/** Jobs on both databases: done beside the server, watched, cancelled, and never forgotten. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readCase } from '../../engine/index.ts';
import type {
  Difference,
  Draft,
  Impact,
  ImpactFormPage,
  Job,
  JobPage,
} from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { Jobs } from '../../server/jobs/jobs.ts';
import { Library } from '../../server/library.ts';
import { openPlatform } from '../../server/platform.ts';
import { databases } from '../support/databases.ts';
import { putFiled } from '../support/filed.ts';
import { begin, ended } from '../support/jobs.ts';
import { type Browser, type People, people } from '../support/people.ts';
import { openTestPlatform, silent, testSettings } from '../support/platform.ts';
import { editions } from '../support/repository.ts';

const yunxi = editions.find(({ name }) => name === 'yunxi/2021')!;
const filed = readCase(yunxi.cases.get('filed.yaml')!, 'filed.yaml').value!.form!.submission;
const from = { rulebook: 'yunxi', edition: '2021' };
/** Work that ends only when it is told to. */
const endless = ({ signal, begun }: { signal: AbortSignal; begun(): Promise<void> }): Promise<never> =>
  new Promise((_, reject) => {
    void begun();
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe.each(databases)('$name', ({ empty }) => {
  let services: Services;
  let all: People;
  let policy: Browser;
  let path: string;
  beforeAll(async () => {
    services = await openTestPlatform(await empty());
    all = await people(services);
    policy = all.as('cityPolicy');
    const { value, etag, headers } = await policy.post<Draft>('/api/drafts', {
      rulebook: 'yunxi',
      edition: '2022',
      from,
    });
    path = headers.get('Location')!;
    // Ten per cent of adjustment and more is judged harder.
    const text = value.text
      .replace('{ upTo: 20%, points: 1 }', '{ upTo: 20%, points: 0.6 }')
      .replace('{ upTo: 10%, points: 2 }', '{ upTo: 10%, points: 1.5 }');
    await policy.put(path, { text }, etag);
  });

  describe('the impact on filed forms', () => {
    /** The filed form with the budget adjusted by so much of itself. */
    const adjusted = (name: string, adjustedBudget: string) => ({
      ...filed,
      name,
      inputs: { ...filed.inputs, initialBudget: '100', adjustedBudget },
    });
    beforeAll(async () => {
      const { store } = services;
      const { eastBureau, westBureau } = all.units;
      // Filed twice: only the latest filing counts.
      await putFiled(store, eastBureau, '2021', [adjusted('东一', '100'), adjusted('东一', '105')]);
      await putFiled(store, eastBureau, '2020', [adjusted('东二', '115')]);
      await putFiled(store, westBureau, '2021', [adjusted('西一', '100')]);
      await putFiled(store, westBureau, '2021', [{ ...adjusted('西二', '100'), inputs: { nonsense: '1' } }]);
      await putFiled(store, westBureau, '2021', [{ ...adjusted('别的', '105'), edition: '2019' }]);
    });
    const measured = async (who: Browser, body: object): Promise<Impact> => {
      const address = await begin(who, `${path}/impact`, body);
      expect(await ended(who, address)).toMatchObject({ kind: 'impact', state: 'done' });
      return (await who.get<Impact>(`${address}/result`)).value;
    };

    test('is that on the latest filing of each form of the region', async () => {
      const impact = await measured(policy, { against: from });
      expect(impact.counts).toMatchObject({ read: 4, compared: 3 });
      expect([impact.higher, impact.lower, impact.same]).toEqual([0, 2, 1]);
      const lost = impact.losses.map(({ name, before, after }) => [name, before, after]);
      expect(lost.map(([name]) => name).sort()).toEqual(['东一', '东二']);
    });

    test('tells every form, so that each figure of it opens those it counts', async () => {
      const address = await begin(policy, `${path}/impact`, { against: from });
      await ended(policy, address);
      const impact = (await policy.get<Impact>(`${address}/result`)).value;
      const forms = async (query: string) =>
        (await policy.get<ImpactFormPage>(`${address}/forms?${query}`)).value;
      const whole = await forms('limit=200');
      expect([whole.total, whole.items.length]).toEqual([impact.counts.compared, impact.counts.compared]);
      const changes = whole.items.map(({ change }) => Number(change));
      expect(changes).toEqual([...changes].sort((a, b) => b - a));
      const counts = await Promise.all(['up', 'down', 'same'].map((move) => forms(`move=${move}`)));
      expect(counts.map(({ total }) => total)).toEqual([impact.higher, impact.lower, impact.same]);
      for (const { before, after, forms: count } of impact.grades) {
        const query = new URLSearchParams({ gradeBefore: before, gradeAfter: after });
        expect((await forms(String(query))).total, `${before} → ${after}`).toBe(count);
      }
      // Page by page the same, and each is told by the form it is.
      const first = await forms('limit=2');
      const second = await forms(`limit=2&cursor=${first.next}`);
      expect([...first.items, ...second.items]).toEqual(whole.items);
      const stored = await services.store.db.selectFrom('submissions').select('id').execute();
      const ids = new Set<string | undefined>(stored.map(({ id }) => id));
      expect(whole.items.every(({ place }) => ids.has(place.file))).toBe(true);
      const other = await begin(policy, `${path}/difference`);
      await ended(policy, other);
      const refused = await policy.refusal(policy.get(`${other}/forms`));
      expect(refused).toMatchObject({ status: 409, code: 'wrong-state' });
    });

    test('of one year', async () => {
      const impact = await measured(policy, { against: from, year: '2020' });
      expect(impact.counts).toMatchObject({ read: 1, compared: 1 });
      expect(impact.losses.map(({ name }) => name)).toEqual(['东二']);
    });

    test('without any form', async () => {
      expect((await measured(policy, { against: from, year: '1999' })).counts.read).toBe(0);
    });

    test('reaches no further than the person', async () => {
      const east = all.as('eastPolicy');
      const { headers } = await east.post<Draft>('/api/drafts', { rulebook: 'yunxi', edition: '2023', from });
      const address = await begin(east, `${headers.get('Location')}/impact`);
      await ended(east, address);
      const { value } = await east.get<Impact>(`${address}/result`);
      expect(value.counts.read).toBe(2);
      expect(await east.refusal(east.post(`${path}/impact`, { against: from }))).toMatchObject({
        code: 'not-allowed',
      });
    });
  });

  describe('differences', () => {
    test('of two editions, shown by forms that were filed', async () => {
      const address = await begin(policy, '/api/rulebooks/national/2020/difference', {
        rulebook: 'national',
        edition: '2017',
      });
      expect(await ended(policy, address)).toMatchObject({
        state: 'done',
        about: 'national@2017 → national@2020',
      });
      const { value } = await policy.get<Difference>(`${address}/result`);
      expect([value.before.edition, value.after.edition]).toEqual(['2017', '2020']);
    });

    test.each([
      ['an edition there is not', { rulebook: 'yunxi', edition: '1999' }, 'unknown-rulebook'],
      ['nothing that can be read', { rulebook: 1, no: true }, 'unusable-request'],
    ])('with %s', async (_what, body, code) => {
      expect(await policy.refusal(policy.post(`${path}/difference`, body))).toMatchObject({ code });
    });

    test('a draft that was copied from nothing says what it is compared with', async () => {
      const { headers } = await policy.post<Draft>('/api/drafts', {
        rulebook: 'alone',
        edition: '2000',
        text: 'rulebook: [',
      });
      const own = headers.get('Location')!;
      expect(await policy.refusal(policy.post(`${own}/difference`))).toMatchObject({
        code: 'unusable-request',
      });
      const job = await ended(policy, await begin(policy, `${own}/difference`, from));
      expect(job.state).toBe('failed');
      expect(job.message?.zh).toContain('alone@2000');
    });
  });

  test('a job that was cancelled has no result, and does not come back', async () => {
    const address = await begin(policy, `${path}/difference`);
    const { value } = await policy.delete<Job>(address);
    expect(value.state).toBe('cancelled');
    expect(await policy.refusal(policy.get(`${address}/result`))).toMatchObject({ code: 'wrong-state' });
    expect(await policy.refusal(policy.delete(address))).toMatchObject({ code: 'wrong-state' });
    expect((await ended(policy, await begin(policy, `${path}/difference`))).state).toBe('done');
    expect((await policy.get<Job>(address)).value.state).toBe('cancelled');
  });

  test('a job is its person’s alone', async () => {
    const address = await begin(policy, `${path}/difference`);
    for (const who of ['eastPolicy', 'administrator', 'cityReviewer', 'eastUnit'] as const) {
      const other = all.as(who);
      for (const asked of [other.get(address), other.get(`${address}/result`), other.delete(address)])
        expect(await other.refusal(asked)).toMatchObject({ code: 'not-allowed' });
    }
    const ids = (await policy.get<JobPage>('/api/jobs')).value.items.map(({ id }) => `/api/jobs/${id}`);
    expect(ids[0]).toBe(address);
    expect([...ids].sort().reverse()).toEqual(ids);
    const first = (await policy.get<JobPage>('/api/jobs?limit=1')).value;
    const second = (await policy.get<JobPage>(`/api/jobs?limit=1&cursor=${first.next}`)).value;
    expect([first.items[0]?.id, second.items[0]?.id].map((id) => `/api/jobs/${id}`)).toEqual(ids.slice(0, 2));
    await ended(policy, address);
  });

  test('nobody has more than twenty under way', async () => {
    const { jobs } = services;
    const west = all.as('westPolicy');
    const job = { personId: west.id, kind: 'difference', about: 'x' } as const;
    const started = [];
    for (let count = 0; count < 20; count++) started.push(await jobs.start(job, endless));
    const asked = west.post('/api/rulebooks/yunxi/2021/difference', from);
    const refusal = await west.refusal(asked);
    expect(refusal).toMatchObject({ code: 'too-many-requests', status: 429 });
    for (const { id } of started)
      expect((await west.delete<Job>(`/api/jobs/${id}`)).value.state).toBe('cancelled');
    expect((await ended(west, await begin(west, '/api/rulebooks/yunxi/2021/difference', from))).state).toBe(
      'done',
    );
  });

  test('what a process that ended left undone is marked so at the next start', async () => {
    const where = testSettings(await empty());
    const before = await openPlatform(where, new Library(), { log: silent });
    const there = await people(before.services);
    const who = there.as('cityPolicy');
    const job = { personId: who.id, kind: 'impact', about: 'x' } as const;
    // As a process that is killed leaves them: nothing is there to end them.
    const lost = new Jobs(before.services.store, silent);
    const left = [await lost.start(job, endless), await lost.start(job, endless)];
    const stopped = await before.services.jobs.start(job, endless);
    await before.close();
    const after = await openPlatform(where, new Library(), { log: silent });
    const rows = await after.services.store.db.selectFrom('jobs').selectAll().orderBy('id').execute();
    expect(rows.map(({ id, state }) => [id, state])).toEqual(
      [...left, stopped].map(({ id }) => [id, 'failed']),
    );
    for (const { message } of rows) expect(JSON.parse(message!).zh).toContain('服务器停了');
    await after.close();
  });
});
