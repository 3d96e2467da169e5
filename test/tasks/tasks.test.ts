/** Tasks on both databases: units are asked to file by a day, and the bureau sees who has not. */
import { describe, expect, test } from 'vitest';
import type {
  Receipt,
  SubmissionRecord,
  Task,
  TaskPage,
  TaskProgress,
} from '../../schemas/generated/types.ts';
import { createApp } from '../../server/http/app.ts';
import { Store } from '../../server/store/store.ts';
import { isDay, isLate } from '../../server/tasks/due.ts';
import { filedCase } from '../support/cases.ts';
import { databases } from '../support/databases.ts';
import { type Browser, type People, people } from '../support/people.ts';
import { openTestPlatform } from '../support/platform.ts';

const form = filedCase('yunxi/2021 filed.yaml');
const { rulebook, edition, subject } = form;
const asked = { title: '年度自评', rulebook, edition, subject, year: '2000', due: '2000-06-30' };

test.each([
  ['2000-06-30T15:59:59.999Z', false],
  ['2000-06-30T16:00:00.000Z', true],
])('a day counts in full, as it does in China: %s is late: %s', (time, late) => {
  expect(isLate('2000-06-30', time)).toBe(late);
});

test.each([
  ['2000-02-29', true],
  ['2001-02-29', false],
  ['2000-13-01', false],
  ['2000-6-1', false],
  ['今天', false],
])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is));

describe.each(databases)('$name', ({ empty }) => {
  /** A platform whose clock stands where it is put. */
  async function open(): Promise<{ all: People; at(time: string): void }> {
    let now = '2000-06-30T09:00:00.000Z';
    const services = await openTestPlatform(await empty());
    const store = new Store(services.store.db, () => new Date(now));
    const all = await people({ ...services, store });
    return {
      all: { ...all, as: (who) => all.as(who).within(createApp({ ...services, store })) },
      at: (time) => {
        now = time;
      },
    };
  }

  async function file(clerk: Browser, task: Task): Promise<Receipt> {
    const begun = await clerk.post<SubmissionRecord>('/api/submissions', {
      rulebook,
      edition,
      subject,
      year: '2000',
      name: '整体支出',
      taskId: task.id,
    });
    expect(begun.status).toBe(201);
    const receipt = await clerk.post<Receipt>(
      `/api/submissions/${begun.value.id}/filings`,
      { form },
      { 'If-Match': begun.etag },
    );
    return receipt.value;
  }

  test('who has filed, who has not, who is late', async () => {
    const { all, at } = await open();
    const bureau = all.as('cityReviewer');
    const task = (await bureau.post<Task>('/api/tasks', asked)).value;
    const progress = async () => (await bureau.get<TaskProgress>(`/api/tasks/${task.id}/progress`)).value;

    const told = ({ units }: TaskProgress) =>
      units.map(({ unit, state, late }) => [unit.name, state, late]).sort();

    expect(told(await progress())).toEqual([
      ['东局', 'none', false],
      ['西局', 'none', false],
    ]);
    await file(all.as('eastUnit'), task);
    expect(await progress()).toMatchObject({ filed: 1, missing: 1, late: 0 });
    at('2000-06-30T16:00:00.000Z');
    expect(await progress()).toMatchObject({ filed: 1, missing: 1, late: 1 });
    await file(all.as('westUnit'), task);
    const after = await progress();
    const listed = async (who: Parameters<People['as']>[0]) =>
      (await all.as(who).get<TaskPage>('/api/tasks')).value.items.map(({ counts }) => counts);
    expect(await listed('cityReviewer')).toEqual([{ asked: 2, filed: 2, missing: 0, excused: 0, late: 1 }]);
    expect(await listed('eastUnit')).toEqual([undefined]);
    expect(after).toMatchObject({ filed: 2, missing: 0, late: 1 });
    expect(told(after)).toEqual([
      ['东局', 'filed', false],
      ['西局', 'filed', true],
    ]);
  });

  test('a unit sees what it was asked, once, and files only that', async () => {
    const { all } = await open();
    const task = (await all.as('eastPolicy').post<Task>('/api/tasks', asked)).value;
    const tasksOf = async (who: Parameters<People['as']>[0]) =>
      (await all.as(who).get<TaskPage>('/api/tasks')).value.items.map(({ id }) => id);
    expect(await tasksOf('eastUnit')).toEqual([task.id]);
    expect(await tasksOf('westUnit')).toEqual([]);
    expect(await tasksOf('cityReviewer')).toEqual([task.id]);
    await file(all.as('eastUnit'), task);
    const clerk = all.as('eastUnit');
    const begin = (more: object) =>
      clerk.refusal(
        clerk.post('/api/submissions', {
          rulebook,
          edition,
          subject,
          year: '2000',
          name: '再报',
          taskId: task.id,
          ...more,
        }),
      );
    expect((await begin({})).status).toBe(409);
    expect((await begin({ year: '2001' })).status).toBeGreaterThanOrEqual(409);
    const west = all.as('westUnit');
    const notAsked = west.post('/api/submissions', {
      rulebook,
      edition,
      subject,
      year: '2000',
      name: '别人的',
      taskId: task.id,
    });
    expect((await west.refusal(notAsked)).status).toBeGreaterThanOrEqual(400);
  });

  test('nobody asks units that are not below them, or names an edition or a day there is not', async () => {
    const { all } = await open();
    const east = all.as('eastPolicy');
    const ask = (more: object) => east.refusal(east.post('/api/tasks', { ...asked, ...more }));
    expect((await ask({ unitId: all.units.west.id })).code).toBe('not-allowed');
    expect((await ask({ units: [all.units.westBureau.id] })).status).toBeGreaterThanOrEqual(400);
    expect((await ask({ edition: '1999' })).code).toBe('unknown-rulebook');
    expect((await ask({ due: '2001-02-29' })).status).toBe(422);
    expect((await ask({ due: '明天' })).status).toBe(422);
  });

  test('of two who change a task, the second is told; a closed task takes no more forms', async () => {
    const { all } = await open();
    const policy = all.as('eastPolicy');
    const task = await policy.post<Task>('/api/tasks', asked);
    const change = { title: '年度自评', due: '2000-07-31', state: 'closed' };
    const closed = await policy.put<Task>(`/api/tasks/${task.value.id}`, change, task.etag);
    expect(closed.value).toMatchObject({ state: 'closed', due: '2000-07-31' });
    expect((await policy.refusal(policy.put(`/api/tasks/${task.value.id}`, change, task.etag))).code).toBe(
      'version-changed',
    );
    const clerk = all.as('eastUnit');
    const late = clerk.post('/api/submissions', {
      rulebook,
      edition,
      subject,
      year: '2000',
      name: '迟了',
      taskId: task.value.id,
    });
    expect((await clerk.refusal(late)).code).toBe('wrong-state');
  });
});
