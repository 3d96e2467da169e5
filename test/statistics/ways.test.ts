/** Every number of the statistics leads to its forms; what a unit filed for a year is one dossier; lists are narrowed. */
import { beforeAll, expect, it } from 'vitest';
import { findings } from '../../engine/index.ts';
import type {
  LogPage,
  PersonPage,
  Statistics,
  SubmissionPage,
  UnitDossier,
} from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { Library, repositoryRulebooks } from '../../server/library.ts';
import { findPersonByName } from '../../server/people/person.ts';
import { openSession } from '../../server/people/sessions.ts';
import { loadSample } from '../../server/sample/load.ts';
import { sampleIn } from '../../server/sample/source.ts';
import { Browser } from '../support/people.ts';
import { appOf, openTestPlatform } from '../support/platform.ts';

const browsers = new Map<string, Browser>();
const reviewer = () => browsers.get('demo.reviewer')!;
const administrator = () => browsers.get('demo.admin')!;

beforeAll(async () => {
  const services = await openTestPlatform();
  const { store, library } = services;
  const sample = sampleIn(repositoryRulebooks())!;
  await loadSample({ store, library, sample }, { personId: null, passwordHash: null, administrator: true });
  const app = appOf(services);
  for (const name of ['demo.reviewer', 'demo.admin', 'demo.h1']) {
    const { id } = (await findPersonByName(store.db, name))!;
    const { secret, csrfToken } = await store.write(null, (write) => openSession(write, id));
    const headers = { Cookie: `zhunsheng_session=${secret}`, 'X-CSRF-Token': csrfToken };
    browsers.set(name, new Browser(id, async (path, init) => app.request(path, init), headers));
  }
});

it('leads from every band, grade, finding and line to as many forms as it counts', async () => {
  const { value } = await reviewer().get<Statistics>('/api/statistics');
  const led = async (query: object) => {
    const address = new URLSearchParams(query as Record<string, string>);
    return (await reviewer().get<SubmissionPage>(`/api/submissions?${address}`)).value.total;
  };
  for (const { query, count } of value.distribution) expect(await led(query)).toBe(count);
  for (const { query, count } of value.grades) expect(await led(query)).toBe(count);
  for (const { query, forms } of value.findings) expect(await led(query)).toBe(forms);
  expect(value.lines.length).toBeGreaterThan(20);
  for (const { query, losing } of value.lines.slice(0, 5)) {
    expect(losing).toBeGreaterThan(0);
    expect(await led(query)).toBeGreaterThanOrEqual(losing);
  }
});

it('calls what was found by what it is in general, never by what it says of one form', async () => {
  const { value } = await reviewer().get<Statistics>('/api/statistics');
  const queue = (await reviewer().get<SubmissionPage>('/api/submissions')).value.facets.finding;
  const checks = (await new Library().all()).flatMap(({ plan }) => [
    ...(plan?.checks ?? []),
    ...(plan?.dossierChecks ?? []),
  ]);
  const isOwn = (code: string): code is keyof typeof findings => code in findings;
  const told = [
    ...value.findings,
    ...queue.map(({ value: code, ...one }) => ({ ...one, code: code.split(':')[0]! })),
  ];
  expect(told.some(({ code }) => isOwn(code)) && told.some(({ code }) => !isOwn(code))).toBe(true);
  for (const { code, title } of told) {
    expect(title?.zh, code).not.toMatch(/[{}…]/);
    if (isOwn(code)) expect(title).toEqual(words.findingTitle[code]);
    else {
      const names = checks.filter((check) => check.code === code).map(({ name }) => name);
      expect(
        names.some((name) => title?.zh === name || title?.zh.startsWith(`${name}等 `)),
        code,
      ).toBe(true);
    }
  }
});

it('has a title for everything the engine finds by itself', () => {
  expect(Object.keys(words.findingTitle).sort()).toEqual(Object.keys(findings).sort());
});

it('says which line points were lost on', async () => {
  const { value } = await reviewer().get<Statistics>('/api/statistics');
  const [line] = value.lines;
  const address = new URLSearchParams(line!.query as unknown as Record<string, string>);
  const page = (await reviewer().get<SubmissionPage>(`/api/submissions?${address}`)).value;
  expect(page.lostOn).toEqual({ value: line!.line, name: line!.name });
});

it('puts the line that loses the greatest share of its points first', async () => {
  const { value } = await reviewer().get<Statistics>('/api/statistics');
  const shares = value.lines.map(({ share }) => Number(share));
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  for (const { lost, weight, share } of value.lines)
    expect(Number(share)).toBeCloseTo((Number(lost) / Number(weight)) * 100, 1);
});

it('is one dossier of a unit and a year, each part with its forms and what only shows across them', async () => {
  const { value: all } = await browsers.get('demo.h1')!.get<SubmissionPage>('/api/submissions?limit=200');
  const unit = all.items[0]!.unit.id;
  const { value } = await reviewer().get<UnitDossier>(`/api/units/${unit}/dossiers/2020`);
  const filed = all.items.filter(({ year, filings }) => year === '2020' && filings > 0);
  expect(value.parts.flatMap(({ submissions }) => submissions.map(({ id }) => id)).sort()).toEqual(
    filed.map(({ id }) => id).sort(),
  );
  for (const { audit, submissions } of value.parts)
    expect(audit.evaluations.map(({ total }) => total)).toEqual(submissions.map(({ total }) => total));
  const foreign = (await reviewer().get<SubmissionPage>('/api/submissions?q=教育局')).value.items[0]!.unit.id;
  expect((await browsers.get('demo.h1')!.get(`/api/units/${foreign}/dossiers/2020`)).status).toBe(403);
  expect((await reviewer().get<UnitDossier>(`/api/units/${unit}/dossiers/1990`)).value.parts).toEqual([]);
});

it('narrows people by place, role and name, and the log by action, person and time', async () => {
  const people = async (query: string) =>
    (await administrator().get<PersonPage>(`/api/people?${query}&limit=200`)).value.items;
  expect((await people('role=reviewer')).map(({ displayName }) => displayName).sort()).toEqual([
    '岳清',
    '江平',
    '沈明',
  ]);
  expect((await people('q=DEMO.R2')).map(({ displayName }) => displayName)).toEqual(['陈书']);
  expect((await people('q=晓')).map(({ name }) => name)).toEqual(['demo.unit']);
  const [clerk] = await people('q=晓');
  expect((await people(`unit=${clerk!.unit.id}`)).map(({ id }) => id)).toEqual([clerk!.id]);
  const log = async (query: string) =>
    (await administrator().get<LogPage>(`/api/log?${query}&limit=200`)).value.items;
  const filings = await log('action=submission.filed');
  expect(filings.length).toBeGreaterThan(20);
  expect(filings.every(({ action }) => action === 'submission.filed')).toBe(true);
  expect((await log('action=task')).every(({ action }) => action.startsWith('task.'))).toBe(true);
  expect(await log('from=2999-01-01')).toEqual([]);
  expect((await administrator().get('/api/log?from=soon')).status).toBe(400);
});
