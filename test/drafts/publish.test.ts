/** From last year's edition to this year's: copied, changed, verified, compared, measured, published, retired. On both databases. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readCase } from '../../engine/index.ts';
import type {
  CaseFileList,
  Difference,
  Draft,
  EditionState,
  Evaluation,
  Impact,
  Published,
  Results,
} from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { Library } from '../../server/library.ts';
import { importRulebooks } from '../../server/rulebooks/import.ts';
import { verifyLog } from '../../server/store/log.ts';
import { databases } from '../support/databases.ts';
import { putFiled } from '../support/filed.ts';
import { begin, ended } from '../support/jobs.ts';
import { type Browser, type People, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';
import { editions } from '../support/repository.ts';

const yunxi = editions.find(({ name }) => name === 'yunxi/2021')!;
const filed = readCase(yunxi.cases.get('filed.yaml')!, 'filed.yaml').value!.form!.submission;
const next = { rulebook: 'yunxi', edition: '2022', from: { rulebook: 'yunxi', edition: '2021' } };
const band = ['{ upTo: 30%, points: 0.5 }', '{ upTo: 30%, points: 0.4 }'] as const;

describe.each(databases)('$name', ({ empty }) => {
  let services: Services;
  let all: People;
  let policy: Browser;
  beforeAll(async () => {
    services = await openTestPlatform(await empty());
    all = await people(services);
    policy = all.as('cityPolicy');
  });
  const begun = async (body: object, who = policy) => {
    const { value, etag, headers, status } = await who.post<Draft>('/api/drafts', body);
    expect(status, JSON.stringify(value)).toBe(201);
    return { ...value, etag, path: headers.get('Location')! };
  };
  const publish = (path: string, etag: string, who = policy) =>
    who.post<Published>(`${path}/publication`, { note: '某某通知' }, { 'If-Match': etag });

  test('the whole way', async () => {
    const draft = await begun(next);
    const text = draft.text.replace(...band);
    expect(text).not.toBe(draft.text);
    const { etag } = await policy.put<Draft>(draft.path, { text }, draft.etag);

    await putFiled(services.store, all.units.eastBureau, '2021', [filed]);
    const difference = await begin(policy, `${draft.path}/difference`);
    const impact = await begin(policy, `${draft.path}/impact`, { against: next.from });
    expect(await ended(policy, difference)).toMatchObject({
      state: 'done',
      about: 'yunxi@2021 → yunxi@2022',
    });
    const { value: differs } = await policy.get<Difference>(`${difference}/result`);
    expect(differs).toMatchObject({ differs: true, couldScoreLower: true });
    expect(differs.lines.filter(({ verdict }) => verdict !== 'equal').length).toBe(1);
    expect(await ended(policy, impact)).toMatchObject({ state: 'done', progress: { done: 1, of: 1 } });
    const { value: measured } = await policy.get<Impact>(`${impact}/result`);
    expect(measured.counts).toMatchObject({ read: 1, compared: 1 });

    const { value: ran } = await policy.post<Results>(`${draft.path}/case-results`);
    expect(ran.failed).toBeGreaterThan(0);
    const { status, value: published, headers } = await publish(draft.path, etag);
    expect(status).toBe(201);
    expect(published).toMatchObject({ note: '某某通知', cases: { passed: ran.passed, failed: ran.failed } });
    expect(headers.get('Location')).toBe('/api/rulebooks/yunxi/2022');

    const source = await all.stranger.get<string>('/api/rulebooks/yunxi/2022/source');
    expect(source.value).toBe(text.replace('status: draft', 'status: published'));
    const state = await all.stranger.get<EditionState>('/api/rulebooks/yunxi/2022/state');
    expect(state.value).toMatchObject({
      state: 'published',
      hash: published.hash,
      publishedBy: { id: policy.id },
    });
    const cases = await all.stranger.get<CaseFileList>('/api/rulebooks/yunxi/2022/cases');
    expect(cases.value.items.map(({ path }) => path)).toEqual(draft.cases);
    const form = { ...filed, edition: '2022' };
    const evaluated = await all.stranger.post<Evaluation>('/api/evaluate', form);
    expect(evaluated.value).toMatchObject({ total: '92.4', rulebook: { hash: published.hash } });

    expect((await policy.get<Draft>(draft.path)).value.state).toBe('published');
    expect(await policy.refusal(policy.post('/api/drafts', next))).toMatchObject({ code: 'taken' });
    expect(await verifyLog(services.store.db)).toMatchObject({ intact: true });
    const logged = await services.store.db
      .selectFrom('log')
      .select(['personId', 'after'])
      .where('action', '=', 'edition.published')
      .where('subjectId', '=', 'yunxi@2022')
      .executeTakeFirstOrThrow();
    expect(logged.personId).toBe(policy.id);
    expect(JSON.parse(logged.after!)).toMatchObject({ hash: published.hash, cases: { failed: ran.failed } });
  });

  test.each([
    ['a text that cannot be read', () => 'rulebook: [', 'unusable-rulebook'],
    [
      'a text that does not compile',
      (text: string) => text.replace('\ntotal: 100', '\ntotel: 100'),
      'unusable-rulebook',
    ],
    [
      'a better result that scores less',
      (text: string) => text.replace('{ upTo: 10%, points: 2 }', '{ upTo: 10%, points: 0.2 }'),
      'not-verified',
    ],
    ['a gap', (text: string) => text.replace('                - { points: 0 }\n', ''), 'not-verified'],
  ])('not with %s', async (_what, change, code) => {
    const draft = await begun({ ...next, rulebook: 'refused', edition: `2000-${_what.length}` });
    const text = change(draft.text);
    expect(text).not.toBe(draft.text);
    const saved = await policy.put<Draft>(draft.path, { text }, draft.etag);
    const refusal = await policy.refusal(publish(draft.path, saved.etag));
    expect(refusal).toMatchObject({ code, status: 409 });
    expect(refusal.diagnostics?.[0]).toMatchObject({ severity: 'error', place: { file: 'rulebook.yaml' } });
    expect(refusal.diagnostics?.[0]?.place?.line).toBeGreaterThan(0);
    expect((await policy.get<Draft>(draft.path)).value).toMatchObject({ state: 'open', text });
  });

  test('not under another name, not a version that was not seen, not by who may not', async () => {
    const draft = await begun({ rulebook: 'named', edition: '2000' });
    const other = draft.text.replace('edition: "2000"', 'edition: "1999"');
    const saved = await policy.put<Draft>(draft.path, { text: other }, draft.etag);
    expect(await policy.refusal(publish(draft.path, saved.etag))).toMatchObject({ code: 'wrong-state' });
    expect(await policy.refusal(publish(draft.path, draft.etag))).toMatchObject({
      code: 'version-changed',
      etag: saved.etag,
    });
    for (const who of ['eastPolicy', 'administrator', 'eastUnit', 'cityReviewer'] as const)
      expect(await policy.refusal(publish(draft.path, saved.etag, all.as(who)))).toMatchObject({
        code: 'not-allowed',
      });
  });

  test('an error that the rulebook accepts with a reason does not stand in the way', async () => {
    const draft = await begun({ ...next, rulebook: 'accepting', edition: '2000' });
    const worse = draft.text.replace('{ upTo: 10%, points: 2 }', '{ upTo: 10%, points: 0.2 }');
    const refused = await policy.put<Draft>(draft.path, { text: worse }, draft.etag);
    const { diagnostics = [] } = await policy.refusal(publish(draft.path, refused.etag));
    const accepted = [...new Set(diagnostics.map(({ code }) => code))].map(
      (code) => `  - { code: ${code}, why: 文件如此 }\n`,
    );
    const text = worse.includes('\naccepted:\n')
      ? worse.replace('\naccepted:\n', `\naccepted:\n${accepted.join('')}`)
      : `${worse}\naccepted:\n${accepted.join('')}`;
    const saved = await policy.put<Draft>(draft.path, { text }, refused.etag);
    expect((await publish(draft.path, saved.etag)).status).toBe(201);
  });

  test('of two who publish the same version, one does', async () => {
    const draft = await begun({ rulebook: 'raced', edition: '2000' });
    const answers = await Promise.all([publish(draft.path, draft.etag), publish(draft.path, draft.etag)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
  });

  test('a rulebook belongs to the region that published it', async () => {
    const [east, west] = [all.as('eastPolicy'), all.as('westPolicy')];
    const draft = await begun({ rulebook: 'of-the-east', edition: '2000' }, east);
    expect((await publish(draft.path, draft.etag, east)).status).toBe(201);
    const asked = west.post('/api/drafts', { rulebook: 'of-the-east', edition: '2001' });
    expect(await west.refusal(asked)).toMatchObject({ code: 'not-allowed' });
    await begun({ rulebook: 'of-the-east', edition: '2001' }, policy);
  });

  describe('what is published', () => {
    const { rulebook, edition } = { rulebook: 'stays', edition: '2000' };
    beforeAll(async () => {
      const draft = await begun({ rulebook, edition });
      expect((await publish(draft.path, draft.etag)).status).toBe(201);
    });

    const row = () =>
      services.store.db
        .selectFrom('editions')
        .selectAll()
        .where('rulebook', '=', rulebook)
        .executeTakeFirstOrThrow();
    const update = () => services.store.db.updateTable('editions').where('rulebook', '=', rulebook);

    test.each(['text', 'hash', 'note', 'edition', 'publishedAt', 'unitId'] as const)(
      'its %s is not changed by any program',
      async (column) => {
        const before = await row();
        await expect(
          update()
            .set({ [column]: 'other' })
            .execute(),
        ).rejects.toThrow();
        expect(await row()).toEqual(before);
      },
    );

    test('it is not made a draft again, nor removed, nor are its cases', async () => {
      const { db } = services.store;
      await expect(update().set({ state: 'draft' }).execute()).rejects.toThrow('not changed');
      await expect(db.deleteFrom('editions').where('rulebook', '=', rulebook).execute()).rejects.toThrow(
        'not changed',
      );
      await expect(db.deleteFrom('editionCases').where('rulebook', '=', rulebook).execute()).rejects.toThrow(
        'not changed',
      );
    });

    test('what comes with the program does not take its place', async () => {
      const draft = await begun({
        rulebook: 'ningxia',
        edition: '2022',
        from: { rulebook: 'ningxia', edition: '2022' },
      });
      const { value } = await publish(draft.path, draft.etag);
      expect(value.hash).toBeDefined();
      const imported = await importRulebooks(services.store, new Library());
      expect(imported).toEqual({ added: [], differing: ['ningxia@2022'] });
      const { value: state } = await policy.get<EditionState>('/api/rulebooks/ningxia/2022/state');
      expect(state).toMatchObject({ state: 'published', hash: value.hash });
    });

    test('is retired once, with a reason, by whose it is', async () => {
      const address = `/api/rulebooks/${rulebook}/${edition}/retirement`;
      const east = all.as('eastPolicy');
      expect(await east.refusal(east.post(address, { note: '不用了' }))).toMatchObject({
        code: 'not-allowed',
      });
      const { value, status } = await policy.post<EditionState>(address, { note: '不用了' });
      expect(status).toBe(200);
      expect(value).toMatchObject({ state: 'retired', retirementNote: '不用了', version: 2 });
      expect(await policy.refusal(policy.post(address, { note: '又' }))).toMatchObject({
        code: 'wrong-state',
      });
      await expect(update().set({ state: 'published' }).execute()).rejects.toThrow('not changed');
    });

    test('what came with the program is retired at the root only; a proposal never', async () => {
      const east = all.as('eastPolicy');
      const address = '/api/rulebooks/changan/2020/retirement';
      expect(await east.refusal(east.post(address, { note: '不用了' }))).toMatchObject({
        code: 'not-allowed',
      });
      expect((await policy.post<EditionState>(address, { note: '不用了' })).value.state).toBe('retired');
      const unknown = policy.post('/api/rulebooks/nowhere/2000/retirement', { note: '不用了' });
      expect(await policy.refusal(unknown)).toMatchObject({ code: 'unknown-rulebook' });
    });
  });
});
