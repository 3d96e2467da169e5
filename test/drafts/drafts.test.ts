/** Drafts over the API on both databases: begun, saved, kept; nobody writes over anybody. */
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  CaseFileList,
  Draft,
  DraftPage,
  DraftVersionContent,
  DraftVersionPage,
} from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { verifyLog } from '../../server/store/log.ts';
import { databases } from '../support/databases.ts';
import { type Browser, type People, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';
import { editions } from '../support/repository.ts';

const yunxi = editions.find(({ name }) => name === 'yunxi/2021')!;
let count = 0;
/** The name of an edition that no test uses. */
const unused = () => `2000-${++count}`;
const from = { rulebook: 'yunxi', edition: '2021' };

describe.each(databases)('$name', ({ empty }) => {
  let services: Services;
  let all: People;
  let policy: Browser;
  beforeAll(async () => {
    services = await openTestPlatform(await empty());
    all = await people(services);
    policy = all.as('cityPolicy');
  });

  const begun = async (body: object, who = policy): Promise<Draft & { etag: string; path: string }> => {
    const { status, value, etag, headers } = await who.post<Draft>('/api/drafts', body);
    expect(status, JSON.stringify(value)).toBe(201);
    const path = headers.get('Location')!;
    expect(path).toBe(`/api/drafts/${value.id}`);
    return { ...value, etag, path };
  };

  describe('what a draft begins with', () => {
    test('an edition copied: its text but for three words, and its cases', async () => {
      const draft = await begun({ rulebook: 'yunxi', edition: '2022', from });
      expect(draft).toMatchObject({ basedOn: 'yunxi@2021', state: 'open', version: 1 });
      expect(draft.text).toBe(
        yunxi.text
          .replace('edition: "2021"', 'edition: "2022"')
          .replace('status: published', 'status: draft'),
      );
      const { value } = await policy.get<CaseFileList>(`${draft.path}/cases`);
      expect(value.items.map(({ path }) => path)).toEqual(draft.cases);
      expect(value.items.length).toBe(yunxi.cases.size);
      const filed = value.items.find(({ path }) => path === 'cases/filed.yaml')!;
      expect(filed.text).toBe(yunxi.cases.get('filed.yaml')!.replace('edition: "2021"', 'edition: "2022"'));
      expect((await policy.get<Draft>(draft.path)).value).toEqual(
        expect.objectContaining({ id: draft.id, text: draft.text }),
      );
    });

    test('a text as it was sent, whatever it holds', async () => {
      const text = '\trulebook: [\n# 还没写完  \r\n"';
      const draft = await begun({ rulebook: 'sent', edition: '2000', text });
      expect(draft.text).toBe(text);
      expect(draft.cases).toEqual([]);
      expect(draft.basedOn).toBeUndefined();
    });

    test('else the template, which can be used at once', async () => {
      const draft = await begun({ rulebook: 'east-lake', edition: '2000' });
      expect(draft.cases).toEqual(['cases/example.yaml']);
      const checked = await policy.post<{ usable: boolean; diagnostics: unknown[] }>(`${draft.path}/check`);
      expect(checked.value).toMatchObject({
        usable: true,
        identity: { rulebook: 'east-lake', edition: '2000' },
      });
      const ran = await policy.post<{ passed: number; failed: number }>(`${draft.path}/case-results`);
      expect(ran.value).toMatchObject({ passed: 1, failed: 0 });
    });

    test.each([
      ['what is published', from, 'taken'],
      ['what is being drafted', { rulebook: 'twice', edition: '2000' }, 'taken'],
      [
        'from what there is not',
        { rulebook: 'x', edition: '2000', from: { rulebook: 'nowhere', edition: '2000' } },
        'unknown-rulebook',
      ],
      ['for a region there is not', { rulebook: 'x', edition: '2000', unitId: 'nowhere' }, 'not-found'],
      ['with a name no edition has', { rulebook: 'X y', edition: '二〇〇〇' }, 'unusable-request'],
    ])('not %s', async (_what, body, code) => {
      if (body.rulebook === 'twice') await begun(body);
      expect(await policy.refusal(policy.post('/api/drafts', body))).toMatchObject({ code });
    });

    test('a proposal that came with the program may be taken up', async () => {
      const draft = await begun({
        rulebook: 'ningxia',
        edition: '2022',
        from: { rulebook: 'ningxia', edition: '2022' },
      });
      expect(draft.basedOn).toBe('ningxia@2022');
    });
  });

  describe('whose they are', () => {
    test('a region drafts for itself and below, and sees no more than that', async () => {
      const [east, west] = [all.as('eastPolicy'), all.as('westPolicy')];
      const draft = await begun({ rulebook: 'east', edition: '2000' }, east);
      expect(draft.unit).toEqual({ id: all.units.east.id, name: '东区' });
      expect(await west.refusal(west.get(draft.path))).toMatchObject({ code: 'not-allowed' });
      const forOthers = { rulebook: 'other', edition: '2000', unitId: all.units.east.id };
      expect(await west.refusal(west.post('/api/drafts', forOthers))).toMatchObject({ code: 'not-allowed' });
      const seen = async (who: Browser) =>
        (await who.get<DraftPage>('/api/drafts?limit=200')).value.items.map(({ id }) => id);
      expect(await seen(east)).toEqual([draft.id]);
      expect(await seen(west)).toEqual([]);
      expect(await seen(policy)).toContain(draft.id);
      expect(await seen(all.as('administrator'))).toContain(draft.id);
      const unit = all.as('eastUnit');
      expect(await unit.refusal(unit.get('/api/drafts'))).toMatchObject({ code: 'not-allowed' });
    });

    test('pages follow one another, the newest first', async () => {
      const whole = (await policy.get<DraftPage>('/api/drafts?limit=200')).value.items.map(({ id }) => id);
      const paged: string[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const asked: string = cursor === '' ? '/api/drafts?limit=2' : `/api/drafts?limit=2&cursor=${cursor}`;
        const { value }: { value: DraftPage } = await policy.get<DraftPage>(asked);
        paged.push(...value.items.map(({ id }) => id));
        cursor = value.next;
      }
      expect(paged).toEqual(whole);
      expect([...whole].sort().reverse()).toEqual(whole);
    });
  });

  describe('saving', () => {
    test('the second of two editors is told, and nothing of either is lost', async () => {
      const draft = await begun({ rulebook: 'two-editors', edition: '2000', text: 'rulebook: a\n' });
      const [one, other] = [policy, all.as('cityPolicy')];
      const first = await one.put<Draft>(draft.path, { text: '甲\n' }, draft.etag);
      expect([first.status, first.etag, first.value.version]).toEqual([200, '"2"', 2]);
      const second = await other.refusal(other.put(draft.path, { text: '乙\n' }, draft.etag));
      expect(second).toMatchObject({ code: 'version-changed', status: 412, etag: '"2"' });
      expect((await one.get<Draft>(draft.path)).value.text).toBe('甲\n');
      const again = await other.put<Draft>(draft.path, { text: '甲\n乙\n' }, second.etag);
      expect(again.value).toMatchObject({ text: '甲\n乙\n', version: 3 });
    });

    test('of many who save the same version at once, one is first', async () => {
      const draft = await begun({ rulebook: 'at-once', edition: '2000', text: '0' });
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          policy.put<Draft>(draft.path, { text: `${index}` }, draft.etag),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
      const kept = answers.findIndex(({ status }) => status === 200);
      expect((await policy.get<Draft>(draft.path)).value).toMatchObject({ text: `${kept}`, version: 2 });
    });

    test('says which version, or is refused', async () => {
      const draft = await begun({ rulebook: 'no-version', edition: '2000', text: '0' });
      const asked = policy.put(draft.path, { text: '1' }, '');
      expect(await policy.refusal(asked)).toMatchObject({ code: 'version-missing', status: 428 });
    });

    test.each(['rulebook: [', '\t', '', '%YAML 9\n', 'a: &x *x', '# 👍\n'])(
      '%j is kept as it is',
      async (text) => {
        const draft = await begun({ rulebook: 'kept', edition: unused() });
        await policy.put(draft.path, { text }, draft.etag);
        expect((await policy.get<Draft>(draft.path)).value.text).toBe(text);
        const checked = await policy.post<{ usable: boolean }>(`${draft.path}/check`);
        expect(checked.value.usable).toBe(false);
      },
    );
  });

  describe('cases', () => {
    test('are saved, replaced and removed, each a version', async () => {
      const draft = await begun({ rulebook: 'with-cases', edition: '2000', text: 'x: 1\n' });
      const path = `${draft.path}/cases/cases/filed.yaml`;
      const saved = await policy.put<Draft>(path, { text: 'case: 甲\n' }, draft.etag);
      expect(saved.value.cases).toEqual(['cases/filed.yaml']);
      const replaced = await policy.put<Draft>(path, { text: 'case: 乙\n' }, saved.etag);
      const stale = policy.delete(path, { 'If-Match': saved.etag });
      expect(await policy.refusal(stale)).toMatchObject({ code: 'version-changed', etag: replaced.etag });
      const removed = await policy.delete<Draft>(path, { 'If-Match': replaced.etag });
      expect(removed.value).toMatchObject({ cases: [], version: 4 });
      const gone = policy.delete(path, { 'If-Match': removed.etag });
      expect(await policy.refusal(gone)).toMatchObject({ code: 'not-found' });

      const { value } = await policy.get<DraftVersionPage>(`${draft.path}/versions`);
      expect(value.items.map(({ version, changes }) => [version, changes])).toEqual([
        [4, [{ path: 'cases/filed.yaml', removed: true }]],
        [3, [{ path: 'cases/filed.yaml', removed: false }]],
        [2, [{ path: 'cases/filed.yaml', removed: false }]],
        [1, [{ path: 'rulebook.yaml', removed: false }]],
      ]);
      const second = await policy.get<DraftVersionContent>(`${draft.path}/versions/2`);
      expect(second.value.changes).toEqual([
        { path: 'cases/filed.yaml', removed: false, text: 'case: 甲\n' },
      ]);
      expect(second.value.savedBy?.id).toBe(policy.id);
    });

    test.each([
      'cases/..%2F..%2Fetc',
      'cases/a.txt',
      'other/a.yaml',
      'cases/.yaml',
      'cases/甲.yaml',
      'cases/a%00.yaml',
    ])('not at %s', async (path) => {
      const draft = await begun({
        rulebook: 'paths',
        edition: unused(),
      });
      const asked = policy.put(`${draft.path}/cases/${path}`, { text: 'x' }, draft.etag);
      expect(await policy.refusal(asked)).toMatchObject({ code: 'bad-parameter' });
    });
  });

  describe('history', () => {
    test('holds every text that was ever saved, in pages', async () => {
      const draft = await begun({ rulebook: 'history', edition: '2000', text: 'v1' });
      let etag = draft.etag;
      for (let version = 2; version <= 7; version++)
        etag = (await policy.put<Draft>(draft.path, { text: `v${version}` }, etag)).etag;
      const first = await policy.get<DraftVersionPage>(`${draft.path}/versions?limit=4`);
      expect(first.value.items.map(({ version }) => version)).toEqual([7, 6, 5, 4]);
      const rest = await policy.get<DraftVersionPage>(
        `${draft.path}/versions?limit=4&cursor=${first.value.next}`,
      );
      expect(rest.value.items.map(({ version }) => version)).toEqual([3, 2, 1]);
      expect(rest.value.next).toBeUndefined();
      for (let version = 1; version <= 7; version++) {
        const { value } = await policy.get<DraftVersionContent>(`${draft.path}/versions/${version}`);
        expect(value.changes).toEqual([{ path: 'rulebook.yaml', removed: false, text: `v${version}` }]);
      }
      expect(await policy.refusal(policy.get(`${draft.path}/versions/8`))).toMatchObject({
        code: 'not-found',
      });
      expect(await policy.refusal(policy.get(`${draft.path}/versions/x`))).toMatchObject({
        code: 'bad-parameter',
      });
      await expect(services.store.db.deleteFrom('draftVersions').execute()).rejects.toThrow(
        'only ever added',
      );
    });

    test('a draft that was discarded is not changed any more, can be read, and gives its place free', async () => {
      const draft = await begun({ rulebook: 'discarded', edition: '2000', text: 'v1' });
      const gone = await policy.delete<Draft>(draft.path, { 'If-Match': draft.etag });
      expect(gone.value).toMatchObject({ state: 'discarded', text: 'v1' });
      for (const asked of [
        policy.put(draft.path, { text: 'v2' }, gone.etag),
        policy.put(`${draft.path}/cases/cases/a.yaml`, { text: 'v2' }, gone.etag),
        policy.delete(draft.path, { 'If-Match': gone.etag }),
        policy.post(`${draft.path}/publication`, { note: '发布' }, { 'If-Match': gone.etag }),
      ])
        expect(await policy.refusal(asked)).toMatchObject({ code: 'wrong-state', status: 409 });
      expect((await policy.get<DraftVersionContent>(`${draft.path}/versions/1`)).value.changes[0]?.text).toBe(
        'v1',
      );
      await begun({ rulebook: 'discarded', edition: '2000' });
    });
  });

  test('the log holds all of it', async () => {
    const { intact, entries } = await verifyLog(services.store.db);
    expect(intact).toBe(true);
    const count = await services.store.db
      .selectFrom('draftVersions')
      .select('version')
      .distinct()
      .select('draftId')
      .execute();
    expect(entries).toBeGreaterThan(count.length);
  });
});
