/** Sample data comes whole and goes whole, on both databases, and nothing but it can go. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  LoadedSample,
  LogEntry,
  LogPage,
  SampleState,
  Session,
  SubmissionPage,
  SubmissionRecord,
  UnitPage,
} from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { Services } from '../../server/http/services.ts';
import { keptTables } from '../../server/store/inventory.ts';
import { verifyLog } from '../../server/store/log.ts';
import { databases } from '../support/databases.ts';
import { makeForms } from '../support/forms.ts';
import { type People, people } from '../support/people.ts';
import { appOf, openTestPlatform } from '../support/platform.ts';

const countAll = async ({ store }: Services): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { name } of keptTables) {
    if (name === 'log' || name === 'logHead') continue;
    const { rows } = await sql<{
      count: number | string;
    }>`select count(*) as "count" from ${sql.table(name)}`.execute(store.db);
    counts[name] = Number(rows[0]!.count);
  }
  return counts;
};

/** The names of all fields of what was recorded, also inside of others. */
const fieldsOf = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([name, inner]) => [
        ...(Array.isArray(value) ? [] : [name]),
        ...fieldsOf(inner),
      ]);

describe.each(databases)('$name', ({ empty }) => {
  let services: Services;
  let who: People;
  let before: Record<string, number>;
  let loaded: LoadedSample;

  beforeAll(async () => {
    services = await openTestPlatform(await empty());
    who = await people(services);
    await makeForms(services, who, 20);
    before = await countAll(services);
    const { status, value } = await who.as('administrator').post<LoadedSample>('/api/sample-data');
    expect(status).toBe(201);
    loaded = value;
  });

  const signedIn = async (name: string): Promise<Record<string, string>> => {
    const response = await appOf(services).request('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, password: loaded.password }),
    });
    expect(response.status).toBe(201);
    const { csrfToken } = (await response.json()) as Session;
    return {
      Cookie: response.headers.get('Set-Cookie')!.split(';')[0]!,
      'X-CSRF-Token': csrfToken!,
      'Content-Type': 'application/json',
    };
  };

  const ask = async <Value>(headers: Record<string, string>, path: string): Promise<Value> =>
    (await appOf(services).request(path, { headers })).json() as Promise<Value>;

  it('has two regions, a dozen units, tasks, and forms in every state', async () => {
    const { state } = loaded;
    expect(state).toMatchObject({ loaded: true, available: false, trial: false, units: 12 });
    expect(state.regions).toHaveLength(3);
    const { value } = await who
      .as('administrator')
      .get<SubmissionPage>(`/api/submissions?unit=${state.regions[0]!.id}&limit=200`);
    expect(value.total).toBe(state.submissions);
    expect(value.facets.state.map((one) => one.value).sort()).toEqual([
      'accepted',
      'draft',
      'filed',
      'returned',
    ]);
    expect(value.items.every(({ sample }) => sample === true)).toBe(true);
    expect(new Set(value.items.map(({ year }) => year)).size).toBeGreaterThan(1);
  });

  it('leaves no administrator who would reach beyond it', () => {
    expect(loaded.people.map(({ role }) => role)).not.toContain('administrator');
    expect(new Set(loaded.people.map(({ role }) => role))).toEqual(new Set(['policy', 'reviewer', 'unit']));
  });

  it('is told to whoever is signed in, and marked on every unit of it', async () => {
    expect((await who.as('cityReviewer').get<Session>('/api/session')).value.sample).toBe(true);
    const { value } = await who.as('administrator').get<UnitPage>('/api/units?limit=200');
    expect(value.items.filter(({ sample }) => sample).length).toBe(15);
  });

  it('is seen by its own people alone, and they see nothing else', async () => {
    const own = await ask<SubmissionPage>(await signedIn('demo.reviewer'), '/api/submissions?limit=200');
    expect(own.total).toBe(loaded.state.submissions);
    const outside = await who.as('cityReviewer').get<SubmissionPage>('/api/submissions?limit=200');
    expect(outside.value.total).toBe(20);
    expect(outside.value.items.some(({ sample }) => sample)).toBe(false);
  });

  it('has a form returned with reasons, and one filed again', async () => {
    const headers = await signedIn('demo.reviewer');
    const { items } = await ask<SubmissionPage>(headers, '/api/submissions?limit=200');
    const returned = items.find(({ state }) => state === 'returned')!;
    const filing = await ask<{ review: { rows: { reason?: string }[] } }>(
      headers,
      `/api/submissions/${returned.id}/filings/${returned.filings}`,
    );
    expect(filing.review.rows.some(({ reason }) => reason)).toBe(true);
    expect(items.some(({ filings }) => filings === 2)).toBe(true);
  });

  /** The whole log as an administrator reads it. */
  const readLog = async (query = ''): Promise<LogEntry[]> => {
    const entries: LogEntry[] = [];
    let next: string | undefined;
    do {
      const cursor = next === undefined ? '' : `&cursor=${next}`;
      const { value } = await who.as('administrator').get<LogPage>(`/api/log?limit=200${query}${cursor}`);
      entries.push(...value.items);
      next = value.next;
    } while (next !== undefined);
    return entries;
  };

  it('has a log that says whom and what by their names', async () => {
    const entries = await readLog();
    expect(entries.length).toBeGreaterThan(100);
    for (const { action, about, who: by, before: was = {}, after = {} } of entries) {
      expect(words.logAction).toHaveProperty([action]);
      expect(words.logKind).toHaveProperty([about.kind]);
      for (const field of fieldsOf([was, after])) expect(words.logField).toHaveProperty([field]);
      expect(by?.name).not.toBe(by?.id ?? '');
    }
    const ofKind = (...kinds: string[]) => entries.filter(({ about }) => kinds.includes(about.kind));
    for (const { about } of ofKind('submission', 'task', 'person', 'unit')) {
      expect(about.name).toMatch(/\S/);
      expect(about.name).not.toBe(about.id);
    }
    for (const { about, named, after } of ofKind('submission', 'task')) {
      expect(about).toMatchObject({ unit: { name: expect.stringMatching(/\S/) }, year: expect.anything() });
      expect(named.map(({ id }) => id)).toContain((after as { unitId: string }).unitId);
    }
    const [entry] = ofKind('submission');
    const { value: form } = await who
      .as('administrator')
      .get<SubmissionRecord>(`/api/submissions/${entry!.about.id}`);
    const { id, unit, rulebook, edition, year, name } = form;
    expect(entry!.about).toEqual({ kind: 'submission', id, name, unit, rulebook, edition, year });
  });

  it('is not loaded twice', async () => {
    const administrator = who.as('administrator');
    const problem = await administrator.refusal(administrator.post('/api/sample-data'));
    expect(problem.code).toBe('wrong-state');
  });

  it('lets nobody move into it, nor out of it', async () => {
    const administrator = who.as('administrator');
    const region = loaded.state.regions[0]!.id;
    const { value: person, etag } = await administrator.get<Session['person']>(
      `/api/people/${who.as('eastUnit').id}`,
    );
    const change = { displayName: person.displayName, role: 'unit', unitId: region, active: true };
    const problem = await administrator.refusal(administrator.put(`/api/people/${person.id}`, change, etag));
    expect(problem.code).toBe('wrong-state');
  });

  it('guards by itself what is no sample: filings stay, and no unit changes sides', async () => {
    const { db } = services.store;
    await expect(db.deleteFrom('evaluations').where('rulebook', '=', 'r').execute()).rejects.toThrow(
      'only ever added',
    );
    await expect(
      db.updateTable('units').set({ sample: 1 }).where('id', '=', who.units.city.id).execute(),
    ).rejects.toThrow('never becomes one');
    await expect(db.deleteFrom('log').execute()).rejects.toThrow('only ever added');
    await expect(db.updateTable('filings').set({ document: '{}' }).execute()).rejects.toThrow(
      'only ever added',
    );
  });

  it('is another’s to load or remove only where they administer', async () => {
    expect((await who.as('cityPolicy').delete('/api/sample-data')).status).toBe(403);
    expect((await who.as('cityReviewer').get('/api/sample-data')).status).toBe(403);
  });

  it('goes whole, what was made in it since as well, and the log keeps what happened', async () => {
    const headers = await signedIn('demo.policy.river');
    const made = await appOf(services).request('/api/drafts', {
      method: 'POST',
      headers,
      body: JSON.stringify({ rulebook: 'trial', edition: '2000' }),
    });
    expect(made.status).toBe(201);
    const unit = { kind: 'unit', name: '新单位', parentId: loaded.state.regions[1]!.id };
    expect((await who.as('administrator').post('/api/units', unit)).status).toBe(201);

    const { status, value } = await who.as('administrator').delete<SampleState>('/api/sample-data');
    expect(status).toBe(200);
    expect(value).toMatchObject({ loaded: false, available: true, units: 0, people: 0, submissions: 0 });
    expect(await countAll(services)).toEqual(before);
    expect((await verifyLog(services.store.db)).intact).toBe(true);
    const log = await services.store.db.selectFrom('log').select('action').execute();
    const actions = log.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['sample.loaded', 'submission.filed', 'sample.removed']));
    expect((await who.as('cityReviewer').get<Session>('/api/session')).value.sample).toBeUndefined();
    // What is gone is told by what the log kept of it.
    const gone = (await readLog('&action=submission.filed')).filter(({ about }) => about.gone);
    expect(gone.length).toBeGreaterThan(5);
    for (const { about } of gone)
      expect(about).toMatchObject({
        unit: { name: expect.stringMatching(/\S/) },
        rulebook: expect.any(String),
        year: expect.any(String),
      });
  });

  it('can be loaded again', async () => {
    const { status, value } = await who.as('administrator').post<LoadedSample>('/api/sample-data');
    expect(status).toBe(201);
    expect(value.state).toEqual({ ...loaded.state, regions: value.state.regions });
  });
});
