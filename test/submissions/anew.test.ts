/** Filing anew, on both databases: when a form may come back to its unit, what stays of what was filed, and who is refused. */
import { describe, expect, test } from 'vitest';
import type {
  Filing,
  FilingList,
  LogPage,
  Receipt,
  Reopening,
  Statistics,
  SubmissionRecord,
  Task,
} from '../../schemas/generated/types.ts';
import { verifyLog } from '../../server/store/log.ts';
import { filedCase } from '../support/cases.ts';
import { databases } from '../support/databases.ts';
import { people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

const form = filedCase('yunxi/2021 filed.yaml');

describe.each(databases)('$name', ({ empty }) => {
  const opened = (async () => {
    const services = await openTestPlatform(await empty());
    return { services, all: await people(services) };
  })();

  /** A form filed once by the unit of the east. */
  async function filed(taskId?: string) {
    const { all, services } = await opened;
    const [clerk, reviewer] = [all.as('eastUnit'), all.as('eastReviewer')];
    const { rulebook, edition, subject, name } = form;
    const body = { rulebook, edition, subject, name, year: '2000', ...(taskId ? { taskId } : {}) };
    const begun = await clerk.post<SubmissionRecord>('/api/submissions', body);
    const at = `/api/submissions/${begun.value.id}`;
    const file = (etag: string, body?: object) =>
      clerk.post<Receipt>(`${at}/filings`, body && { form: body }, { 'If-Match': etag });
    const receipt = await file(begun.etag, form);
    expect(receipt.status).toBe(201);
    const ask = async () => (await clerk.get<Reopening>(`${at}/reopening`)).value;
    const reopen = (etag: string) =>
      clerk.post<SubmissionRecord>(`${at}/reopening`, undefined, { 'If-Match': etag });
    return { all, services, clerk, reviewer, at, id: begun.value.id, etag: receipt.etag, file, ask, reopen };
  }

  test('what is filed and not begun to be reviewed comes back, is changed and filed as the next', async () => {
    const { all, services, clerk, reviewer, at, id, etag, file, ask, reopen } = await filed();
    expect(await ask()).toEqual({ allowed: true });
    const draft = await reopen(etag);
    expect(draft.value).toMatchObject({ state: 'draft', filings: 1, total: '92.5', form: { inputs: {} } });
    const nothing = reviewer.put(`${at}/review`, { rows: [] }, draft.etag);
    expect((await reviewer.refusal(nothing)).code).toBe('wrong-state');
    expect(await ask()).toMatchObject({ allowed: false, because: { zh: '表在本单位手里，直接改就是。' } });
    const second = await file(draft.etag, { ...form, note: '补了附件' });
    expect(second.value.number).toBe(2);
    const { items } = (await clerk.get<FilingList>(`${at}/filings`)).value;
    expect(items.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, undefined],
      [2, undefined],
    ]);
    expect((await clerk.get<Filing>(`${at}/filings/1`)).value.form).not.toHaveProperty('note', '补了附件');
    const log = await all.as('administrator').get<LogPage>(`/api/log?about=${id}`);
    expect(log.value.items.map(({ action }) => action)).toEqual([
      'submission.filed',
      'submission.reopened',
      'submission.filed',
      'submission.created',
    ]);
    expect((await verifyLog(services.store.db)).intact).toBe(true);
  });

  test('what a reviewer has begun stays with the reviewer', async () => {
    const { reviewer, clerk, at, etag, ask, reopen } = await filed();
    const rows = [{ line: 'budget-adjustment-rate', reason: '批复不全' }];
    const begun = await reviewer.put(`${at}/review`, { rows }, etag);
    expect(await ask()).toMatchObject({ allowed: false, because: { zh: expect.stringContaining('退回') } });
    expect(await clerk.refusal(reopen(begun.etag))).toMatchObject({
      code: 'wrong-state',
      detail: expect.stringContaining('退回'),
    });
  });

  test('what was accepted comes back as well, its decision stays, and counts no longer until it is accepted again', async () => {
    const { all, reviewer, clerk, at, etag, file, ask, reopen } = await filed();
    const accept = (version: string) =>
      reviewer.post(`${at}/acceptance`, { note: '同意' }, { 'If-Match': version });
    const states = async () => {
      const { value } = await all.as('eastPolicy').get<Statistics>('/api/statistics');
      return value.states;
    };
    const accepted = await accept(etag);
    const before = await states();
    expect(await ask()).toEqual({ allowed: true });
    const draft = await reopen(accepted.etag);
    expect(await states()).toMatchObject({ accepted: before.accepted - 1, draft: before.draft + 1 });
    expect((await clerk.get<Filing>(`${at}/filings/1`)).value.review).toMatchObject({
      state: 'accepted',
      note: '同意',
    });
    const second = await file(draft.etag);
    expect((await accept(second.etag)).status).toBe(200);
    expect(await states()).toEqual(before);
  });

  test('nothing comes back of a task that is closed', async () => {
    const { all } = await opened;
    const policy = all.as('eastPolicy');
    const { rulebook, edition, subject } = form;
    const task = await policy.post<Task>('/api/tasks', {
      ...{ title: '自评', rulebook, edition, subject, year: '2000', due: '2099-12-31' },
      units: [all.units.eastBureau.id],
    });
    const { clerk, etag, ask, reopen } = await filed(task.value.id);
    expect(await ask()).toEqual({ allowed: true });
    const { title, due } = task.value;
    await policy.put(`/api/tasks/${task.value.id}`, { title, due, state: 'closed' }, task.etag);
    expect(await ask()).toMatchObject({ allowed: false, because: { zh: '这项任务已经结束，不再收表。' } });
    expect((await clerk.refusal(reopen(etag))).code).toBe('wrong-state');
  });

  test('it is for the unit of the form alone, and for the version that was seen', async () => {
    const { all, reviewer, clerk, at, reopen } = await filed();
    for (const other of [reviewer, all.as('eastPolicy'), all.as('administrator'), all.as('westUnit')]) {
      const refused = other.refusal(other.post(`${at}/reopening`, undefined, { 'If-Match': '"2"' }));
      expect(['not-allowed', 'not-found']).toContain((await refused).code);
    }
    expect((await clerk.refusal(reopen('"1"'))).code).toBe('version-changed');
  });
});
