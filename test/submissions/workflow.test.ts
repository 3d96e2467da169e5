/** A form from draft to accepted, on both databases: what was filed stays, what was said of it stays, nobody's work is lost. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { audit, formOfValue, type Submission } from '../../engine/index.ts';
import type {
  Filing,
  FilingComparison,
  FilingList,
  LogPage,
  Receipt,
  SavedForm,
  SubmissionPage,
  SubmissionRecord,
} from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { verifyLog } from '../../server/store/log.ts';
import { filedCase, filedCases } from '../support/cases.ts';
import { databases } from '../support/databases.ts';
import { type Browser, type People, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

/** A submission begun by a unit for a form that is not in it yet. */
async function begin(
  clerk: Browser,
  { rulebook, edition, subject, name, year = '2000' }: Submission,
): Promise<{ id: string; etag: string }> {
  const begun = await clerk.post<SubmissionRecord>('/api/submissions', {
    rulebook,
    edition,
    subject,
    name,
    year,
  });
  expect(begun.status).toBe(201);
  return { id: begun.value.id, etag: begun.etag };
}

const file = (clerk: Browser, id: string, etag: string, form?: Submission, key?: string) =>
  clerk.post<Receipt>(`/api/submissions/${id}/filings`, form && { form }, {
    'If-Match': etag,
    ...(key ? { 'Idempotency-Key': key } : {}),
  });

describe.each(databases)('$name', ({ empty }) => {
  let services: Services;
  let all: People;
  const opened = (async () => {
    services = await openTestPlatform(await empty());
    all = await people(services);
  })();

  test('the published form of a department: saved, scored, filed, returned, filed again, accepted', async () => {
    await opened;
    const [clerk, reviewer] = [all.as('eastUnit'), all.as('eastReviewer')];
    const form = filedCase('yunxi/2021 filed.yaml');
    const { id, etag } = await begin(clerk, form);
    const at = `/api/submissions/${id}`;

    const saved = await clerk.put<SavedForm>(at, { form }, etag);
    expect(saved.value.evaluation).toMatchObject({ total: '92.5', grade: '优秀', claimed: '92.5' });
    const receipt = await file(clerk, id, saved.etag);
    expect(receipt.value).toMatchObject({ number: 1, total: '92.5', grade: '优秀' });
    expect((await clerk.refusal(clerk.put(at, { form }, receipt.etag))).code).toBe('wrong-state');

    const own = { rows: [{ line: 'budget-adjustment-rate', points: '0', reason: '批复不全' }] };
    const scored = await reviewer.put<SubmissionRecord>(`${at}/review`, own, receipt.etag);
    const comparison = await reviewer.get<FilingComparison>(`${at}/filings/1/comparison`);
    expect(comparison.value).toMatchObject({ claimed: '92.5', computed: '92.5', reviewed: '92' });
    expect(comparison.value.rows.find(({ line }) => line === 'budget-adjustment-rate')).toMatchObject({
      claimed: '0.5',
      computed: '0.5',
      reviewed: '0',
      reason: '批复不全',
    });
    const returned = await reviewer.post(
      `${at}/return`,
      { rows: [{ line: 'budget-adjustment-rate', reason: '请附批复' }] },
      { 'If-Match': scored.etag },
    );
    expect(returned.status).toBe(200);

    const changed = { ...form, note: '已附批复' };
    const second = await file(clerk, id, returned.etag, changed);
    expect(second.value.number).toBe(2);
    const again = (await clerk.get<FilingComparison>(`${at}/filings/2/comparison`)).value;
    expect(again.rows.find(({ line }) => line === 'budget-adjustment-rate')).toMatchObject({
      depth: 3,
      parent: 'budget-execution',
      leaf: true,
      status: 'scored',
      lost: '2.5',
      because: { zh: '≤ 30%' },
      difference: '0',
      earlier: [{ number: 1, outcome: 'returned', points: '0', reason: '请附批复' }],
    });
    expect(again.sums).toEqual({ rows: 0, over: '0', under: '0', adjusted: '0' });
    expect(comparison.value.sums.adjusted).toBe('-0.5');
    expect(comparison.value.rows.some(({ earlier }) => earlier)).toBe(false);
    const accepted = await reviewer.post<SubmissionRecord>(
      `${at}/acceptance`,
      { note: '同意' },
      { 'If-Match': second.etag },
    );
    expect(accepted.value.state).toBe('accepted');
    expect((await clerk.refusal(file(clerk, id, accepted.etag))).code).toBe('wrong-state');

    const { items } = (await clerk.get<FilingList>(`${at}/filings`)).value;
    expect(items.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, 'returned'],
      [2, 'accepted'],
    ]);
    const first = (await clerk.get<Filing>(`${at}/filings/1`)).value;
    expect(first.form).not.toHaveProperty('note', '已附批复');
    expect(first.review).toMatchObject({ state: 'returned', total: '92' });
    expect((await clerk.get<Filing>(`${at}/filings/2`)).value.form).toHaveProperty('note', '已附批复');

    const log = await all.as('administrator').get<LogPage>(`/api/log?about=${id}&limit=200`);
    expect(log.value.items.map(({ action }) => action).reverse()).toEqual([
      'submission.created',
      'submission.saved',
      'submission.filed',
      'submission.reviewed',
      'submission.returned',
      'submission.filed',
      'submission.accepted',
    ]);
    expect(JSON.stringify(log.value)).not.toContain('请附批复');
    expect((await verifyLog(services.store.db)).intact).toBe(true);
  });

  test.each(filedCases)('$name is filed with exactly what the engine says', async ({ form }) => {
    await opened;
    const clerk = all.as('westUnit');
    const { id, etag } = await begin(clerk, form);
    const receipt = await file(clerk, id, etag, form);
    expect(receipt.status).toBe(201);
    const stored = await services.store.db
      .selectFrom('evaluations')
      .select(['input', 'result'])
      .where('id', '=', receipt.value.evaluationId)
      .executeTakeFirstOrThrow();
    expect(receipt.value.hash).toBe(createHash('sha256').update(stored.input).digest('hex'));
    const { value: filing } = await clerk.get<Filing>(`/api/submissions/${id}/filings/1`);
    expect([filing.hash, filing.evaluationId]).toEqual([receipt.value.hash, receipt.value.evaluationId]);
    const { plan } = (await services.library.edition(form.rulebook, form.edition))!;
    const { evaluation } = await audit(plan!, formOfValue(JSON.parse(stored.input)));
    expect(stored.result).toBe(JSON.stringify(evaluation));
    const { evaluation: plain } = await audit(plan!, formOfValue(form));
    expect(receipt.value.total).toBe(plain!.total);
  });

  test('whatever was typed is kept, and said to be unfinished', async () => {
    await opened;
    const clerk = all.as('eastUnit');
    const form = filedCase('yunxi/2021 filed.yaml');
    const { id, etag } = await begin(clerk, form);
    const odd = { inputs: { initialBudget: '约七十万', nonsense: [1, { a: null }] }, 备注: '没写完' };
    const saved = await clerk.put<SavedForm>(`/api/submissions/${id}`, { form: odd }, etag);
    expect(saved.value.record.form).toEqual({
      inputs: { initialBudget: '约七十万', nonsense: ['1', { a: null }] },
      备注: '没写完',
    });
    expect(saved.value.diagnostics.length).toBeGreaterThan(0);
    const refused = await clerk.refusal(file(clerk, id, saved.etag));
    expect(refused).toMatchObject({ code: 'unusable-form', status: 422 });
    expect(refused.diagnostics?.length).toBeGreaterThan(0);
    // A form cannot choose by which rules it is scored.
    const sly = await clerk.put<SavedForm>(
      `/api/submissions/${id}`,
      { form: { ...form, rulebook: 'national', edition: '2017' } },
      saved.etag,
    );
    expect(sly.value.evaluation?.rulebook).toMatchObject({ rulebook: 'yunxi', edition: '2021' });
  });

  test('of two who save, the second is told, and nothing is lost', async () => {
    await opened;
    const clerk = all.as('eastUnit');
    const form = filedCase('yunxi/2021 filed.yaml');
    const { id, etag } = await begin(clerk, form);
    const one = await clerk.put(`/api/submissions/${id}`, { form: { note: '甲写的' } }, etag);
    const other = await clerk.refusal(
      clerk.put(`/api/submissions/${id}`, { form: { note: '乙写的' } }, etag),
    );
    expect(other).toMatchObject({ code: 'version-changed', status: 412, etag: one.etag });
    expect(other.current).toMatchObject({
      version: 2,
      state: 'draft',
      updatedBy: { name: 'eastUnit 的姓名' },
      form: { note: '甲写的' },
    });
    const filed = await clerk.refusal(file(clerk, id, etag));
    expect(filed.current?.form).toEqual({ note: '甲写的' });
    expect((await clerk.get<SubmissionRecord>(`/api/submissions/${id}`)).value.form).toEqual({
      note: '甲写的',
    });
  });

  test('the same filing sent again is one filing with one answer, also at the same moment', async () => {
    await opened;
    const clerk = all.as('eastUnit');
    const form = filedCase('yunxi/2021 filed.yaml');
    const { id, etag } = await begin(clerk, form);
    const answers = await Promise.all(Array.from({ length: 5 }, () => file(clerk, id, etag, form, 'once')));
    for (const { status, value } of answers) {
      expect(status).toBe(201);
      expect(value).toEqual(answers[0]!.value);
    }
    expect((await clerk.get<FilingList>(`/api/submissions/${id}/filings`)).value.items).toHaveLength(1);
    const otherForm = await begin(clerk, form);
    expect((await clerk.refusal(file(clerk, otherForm.id, otherForm.etag, form, 'once'))).code).toBe(
      'key-reused',
    );
  });

  test('a reviewer gives no more than a line can win, and only to lines there are', async () => {
    await opened;
    const [clerk, reviewer] = [all.as('eastUnit'), all.as('eastReviewer')];
    const form = filedCase('yunxi/2021 filed.yaml');
    const { id, etag } = await begin(clerk, form);
    const receipt = await file(clerk, id, etag, form);
    const review = (row: object) =>
      reviewer.put(`/api/submissions/${id}/review`, { rows: [row] }, receipt.etag);
    for (const row of [
      { line: 'budget-adjustment-rate', points: '3.01' },
      { line: 'budget-adjustment-rate', points: '-1' },
      { line: 'no-such-line', points: '1' },
    ])
      expect((await reviewer.refusal(review(row))).status, JSON.stringify(row)).toBe(422);
    const unknown = reviewer.post(
      `/api/submissions/${id}/return`,
      { rows: [{ line: 'no-such-line', reason: '？' }] },
      { 'If-Match': receipt.etag },
    );
    expect((await reviewer.refusal(unknown)).status).toBe(422);
  });

  test('a unit sees its own, a reviewer those below, page by page', async () => {
    await opened;
    const seen = async (who: Parameters<People['as']>[0]): Promise<Set<string>> => {
      const units = new Set<string>();
      let next: string | undefined;
      do {
        const page = await all
          .as(who)
          .get<SubmissionPage>(`/api/submissions?limit=3${next ? `&cursor=${next}` : ''}`);
        for (const { unit } of page.value.items) units.add(unit.name);
        next = page.value.next;
      } while (next !== undefined);
      return units;
    };
    expect([...(await seen('eastUnit'))]).toEqual(['东局']);
    expect([...(await seen('westReviewer'))]).toEqual(['西局']);
    expect([...(await seen('cityReviewer'))].sort()).toEqual(['东局', '西局']);
  });

  test('only a draft that was never filed is removed', async () => {
    await opened;
    const clerk = all.as('eastUnit');
    const form = filedCase('yunxi/2021 filed.yaml');
    const draft = await begin(clerk, form);
    expect((await clerk.delete(`/api/submissions/${draft.id}`, { 'If-Match': draft.etag })).status).toBe(204);
    expect((await clerk.refusal(clerk.get(`/api/submissions/${draft.id}`))).code).toBe('not-found');
    const filed = await begin(clerk, form);
    const receipt = await file(clerk, filed.id, filed.etag, form);
    const removal = clerk.delete(`/api/submissions/${filed.id}`, { 'If-Match': receipt.etag });
    expect((await clerk.refusal(removal)).code).toBe('wrong-state');
  });
});
