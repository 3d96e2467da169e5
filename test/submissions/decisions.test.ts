/** What a unit is told before it files, and what is decided afterwards: on both databases. */
import { describe, expect, test } from 'vitest';
import type { Submission } from '../../engine/index.ts';
import type {
  Filing,
  Preview,
  Receipt,
  Review,
  Statistics,
  SubmissionPage,
  SubmissionRecord,
} from '../../schemas/generated/types.ts';
import { csvOf } from '../../server/documents/csv.ts';
import { createApp } from '../../server/http/app.ts';
import { Store } from '../../server/store/store.ts';
import { filedCase } from '../support/cases.ts';
import { databases } from '../support/databases.ts';
import { type Browser, type People, people, type Who } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

const department = filedCase('yunxi/2021 filed.yaml');

async function begin(clerk: Browser, { rulebook, edition, subject, name, year = '2000' }: Submission) {
  const begun = await clerk.post<SubmissionRecord>('/api/submissions', {
    ...{ rulebook, edition, subject, name, year },
  });
  return { at: `/api/submissions/${begun.value.id}`, etag: begun.etag };
}

test('a table begins with the mark by which a spreadsheet knows that it is Chinese', () => {
  expect(
    csvOf([
      ['名称', '得分'],
      ['甲', '-1.5'],
      ['@乙', '-'],
    ]),
  ).toBe("\uFEFF名称,得分\r\n甲,-1.5\r\n'@乙,'-\r\n");
});

describe.each(databases)('$name', ({ empty }) => {
  const opened = (async () => {
    let now: string | undefined;
    const services = await openTestPlatform(await empty());
    const all: People = await people(services);
    const store = new Store(services.store.db, () => (now ? new Date(now) : new Date()));
    return {
      services,
      all,
      /** Somebody who asks at a time that is still to come. */
      later: (who: Who, time: string) => {
        now = time;
        return all.as(who).within(createApp({ ...services, store }));
      },
    };
  })();

  const file = async (clerk: Browser, form: Submission = department) => {
    const { at, etag } = await begin(clerk, form);
    return { at, ...(await clerk.post<Receipt>(`${at}/filings`, { form }, { 'If-Match': etag })) };
  };

  test('a form is scored as it is typed, in the language asked for, and nothing is kept', async () => {
    const { all } = await opened;
    const clerk = all.as('eastUnit');
    const { at, etag } = await begin(clerk, department);
    const typed = (form: object, language: string, asked = '') =>
      clerk.post<Preview>(`${at}/preview${asked}`, { form }, { 'Accept-Language': language });
    const whole = (await typed(department, 'zh', '?explanation=true')).value;
    expect(whole).toMatchObject({
      diagnostics: [],
      score: { status: 'complete', total: '92.5', grade: '优秀' },
      lacking: [],
    });
    expect(whole.explanation).toContain('优秀');
    const { initialBudget, ...rest } = department.inputs!;
    const part = (await typed({ ...department, inputs: rest }, 'en', '?explanation=true')).value;
    expect(part.score?.status).toBe('incomplete');
    expect(part.explanation).not.toBe(whole.explanation);
    expect((await typed(department, 'zh')).value).not.toHaveProperty('explanation');
    const kept = await clerk.get<SubmissionRecord>(at);
    expect([kept.etag, kept.value.form]).toEqual([etag, {}]);
  });

  test('a form with a line that lacks data is not filed, and the line is named', async () => {
    const { all } = await opened;
    const clerk = all.as('eastUnit');
    const { initialBudget, ...inputs } = department.inputs!;
    const { at, etag } = await begin(clerk, department);
    const asked = clerk.post(`${at}/filings`, { form: { ...department, inputs } }, { 'If-Match': etag });
    const refused = await clerk.refusal(asked);
    expect(refused).toMatchObject({ code: 'unusable-form', status: 422 });
    expect(refused.diagnostics!.map(({ message }) => message.zh).join()).toContain('预算调整率');
    expect((await clerk.get<SubmissionRecord>(at)).value).toMatchObject({ state: 'draft', filings: 0 });
  });

  test('own points count when it is accepted; the unit sees them only then; the first review stays', async () => {
    const { all } = await opened;
    const [clerk, reviewer] = [all.as('eastUnit'), all.as('eastReviewer')];
    const { at, etag } = await file(clerk);
    const rows = [{ line: 'disclosure', points: '1.50', reason: '晚了三天' }];
    const open = await reviewer.put<Review>(`${at}/review`, { rows, note: '待核' }, etag);
    expect(open.value).toMatchObject({ state: 'open', total: '91', rows });
    const other = reviewer.put(`${at}/review`, { rows: [] }, etag);
    expect((await reviewer.refusal(other)).code).toBe('version-changed');
    expect((await clerk.get<Filing>(`${at}/filings/1`)).value.review).toBeUndefined();
    expect((await reviewer.get<Filing>(`${at}/filings/1`)).value.review).toMatchObject({ state: 'open' });

    const reasons = { rows: [{ line: 'process', reason: '请补过程材料' }] };
    const returned = await reviewer.post<Review>(`${at}/return`, reasons, { 'If-Match': open.etag });
    expect(returned.value).toMatchObject({ note: '待核', total: '91', rows: [...rows, ...reasons.rows] });
    const again = await clerk.post<Receipt>(`${at}/filings`, undefined, { 'If-Match': returned.etag });
    const scored = await reviewer.put<Review>(
      `${at}/review`,
      { rows: [{ line: 'disclosure', points: '3' }] },
      again.etag,
    );
    const accepted = await reviewer.post<Review>(`${at}/acceptance`, undefined, { 'If-Match': scored.etag });
    expect(accepted.value).toMatchObject({ state: 'accepted', total: '92.5' });
    const reviews = await Promise.all([1, 2].map((n) => clerk.get<Filing>(`${at}/filings/${n}`)));
    expect(reviews.map(({ value }) => [value.review?.state, value.review?.total])).toEqual([
      ['returned', '91'],
      ['accepted', '92.5'],
    ]);
    const late = reviewer.post(`${at}/return`, reasons, { 'If-Match': accepted.etag });
    expect((await reviewer.refusal(late)).code).toBe('wrong-state');
  });

  test('a group has no points of its own, and no line is named twice', async () => {
    const { all } = await opened;
    const reviewer = all.as('eastReviewer');
    const { at, etag } = await file(all.as('eastUnit'));
    for (const rows of [
      [{ line: 'process', points: '10' }],
      [
        { line: 'disclosure', points: '1' },
        { line: 'disclosure', points: '2' },
      ],
    ])
      expect(await reviewer.refusal(reviewer.put(`${at}/review`, { rows }, etag))).toMatchObject({
        code: 'unusable-request',
        diagnostics: [expect.anything()],
      });
  });

  test('a form of another unit is out of reach', async () => {
    const { all } = await opened;
    const { at, etag, value } = await file(all.as('eastUnit'));
    const west = all.as('westUnit');
    const review = { rows: [{ line: 'disclosure', reason: '？' }] };
    for (const asked of [
      () => west.get(at),
      () => west.put(at, { form: {} }, etag),
      () => west.post(`${at}/preview`, { form: {} }),
      () => west.get(`${at}/filings/${value.number}`),
      () => west.get(`${at}/filings/${value.number}/comparison`),
      () => all.as('westReviewer').post(`${at}/return`, review, { 'If-Match': etag }),
    ])
      expect((await west.refusal(asked())).code).toBe('not-allowed');
    const beyond = west.get(`/api/submissions?unit=${all.units.eastBureau.id}`);
    expect((await west.refusal(beyond)).code).toBe('not-allowed');
  });

  test('a list is narrowed, and is a file for a spreadsheet in either language', async () => {
    const { all } = await opened;
    const clerk = all.as('westUnit');
    const form = { ...department, name: '+cmd|calc', year: '1999' };
    const { at } = await file(clerk, form);
    await begin(clerk, form);
    const filed = await clerk.get<SubmissionPage>('/api/submissions?year=1999&state=filed&rulebook=yunxi');
    expect(filed.value.items.map(({ id, total }) => [`/api/submissions/${id}`, total])).toEqual([
      [at, '92.5'],
    ]);
    const table = await clerk.get<string>('/api/submissions?year=1999&format=csv&limit=1');
    expect(table.value).toMatch(/^标识,单位,名称,/);
    expect(table.value.trim().split('\r\n')).toHaveLength(3);
    expect(table.value).toContain(",'+cmd|calc,");
    const english = await clerk.get<string>('/api/submissions?year=1999', {
      Accept: 'text/csv',
      'Accept-Language': 'en',
    });
    expect(english.value).toMatch(/^id,unit,name,/);
  });

  test('findings are counted, each with words for it', async () => {
    const { all } = await opened;
    await file(all.as('westUnit'), { ...department, year: '1998' });
    const { value } = await all.as('westReviewer').get<Statistics>('/api/statistics?year=1998');
    expect(value.findings.find(({ code }) => code === 'no-evidence')).toMatchObject({ forms: 1, count: 6 });
    for (const { code, title } of value.findings) expect(title?.zh, code).toMatch(/^[^{}]+$/);
    expect(value.grades).toMatchObject([
      { grade: '优秀', count: 1, query: { grade: '优秀', year: expect.any(String) } },
    ]);
  });

  test('a key is forgotten after thirty days', async () => {
    const { all, later } = await opened;
    const clerk = all.as('eastUnit');
    const keyed = async (who: Browser) => {
      const { at, etag } = await begin(clerk, department);
      const headers = { 'If-Match': etag, 'Idempotency-Key': 'once-a-month' };
      return who.post<Receipt>(`${at}/filings`, { form: department }, headers);
    };
    expect((await keyed(clerk)).status).toBe(201);
    expect((await clerk.refusal(keyed(clerk))).code).toBe('key-reused');
    const soon = new Date(Date.now() + 29 * 24 * 60 * 60 * 1000).toISOString();
    const then = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000).toISOString();
    const { services } = await opened;
    await services.store.db
      .updateTable('sessions')
      .set({ expiresAt: new Date(Date.parse(then) + 1000).toISOString() })
      .where('personId', '=', clerk.id)
      .execute();
    expect((await clerk.refusal(keyed(later('eastUnit', soon)))).code).toBe('key-reused');
    expect((await keyed(later('eastUnit', then))).status).toBe(201);
  });

  test('nothing is begun or filed by an edition that is retired or not published', async () => {
    const { all, services } = await opened;
    const clerk = all.as('eastUnit');
    const form = filedCase('lukou/2022 filed.yaml');
    const { at, etag } = await begin(clerk, form);
    await services.store.db
      .updateTable('editions')
      .set({ state: 'retired', retiredAt: new Date().toISOString(), retirementNote: '换新' })
      .where('rulebook', '=', form.rulebook)
      .where('edition', '=', form.edition)
      .execute();
    const filing = clerk.post(`${at}/filings`, { form }, { 'If-Match': etag });
    expect((await clerk.refusal(filing)).code).toBe('wrong-state');
    for (const { rulebook, edition } of [form, { rulebook: 'ningxia', edition: '2022' }]) {
      const asked = { rulebook, edition, subject: form.subject, year: '2000', name: '某局' };
      expect((await clerk.refusal(clerk.post('/api/submissions', asked))).code).toBe('wrong-state');
    }
    const project = { rulebook: 'yunxi', edition: '2021', subject: 'project', year: '2000', name: '某项目' };
    expect((await clerk.refusal(clerk.post('/api/submissions', project))).code).toBe('unusable-request');
  });
});
