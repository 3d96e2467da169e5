/** Many forms at once: each done or told why not, logged singly, and no second time; and units of a task one by one. */
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  BulkOutcome,
  LogPage,
  PastedOutcome,
  Reminder,
  SubmissionPage,
  SubmissionSummary,
  Task,
  TaskPage,
  TaskProgress,
} from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { repositoryRulebooks } from '../../server/library.ts';
import { findPersonByName } from '../../server/people/person.ts';
import { openSession } from '../../server/people/sessions.ts';
import { loadSample } from '../../server/sample/load.ts';
import { sampleIn } from '../../server/sample/source.ts';
import { Browser } from '../support/people.ts';
import { appOf, openTestPlatform } from '../support/platform.ts';

let services: Services;
const browsers = new Map<string, Browser>();
let forms: SubmissionSummary[];

const as = (name: string): Browser => browsers.get(name)!;
const reviewer = () => as('demo.reviewer');

beforeAll(async () => {
  services = await openTestPlatform();
  const sample = sampleIn(repositoryRulebooks())!;
  const { store, library } = services;
  await loadSample({ store, library, sample }, { personId: null, passwordHash: null, administrator: true });
  const app = appOf(services);
  const request = async (path: string, init: RequestInit) => app.request(path, init);
  for (const { name } of sample.people) {
    const { id } = (await findPersonByName(store.db, name))!;
    const { secret, csrfToken } = await store.write(null, (write) => openSession(write, id));
    const headers = { Cookie: `zhunsheng_session=${secret}`, 'X-CSRF-Token': csrfToken };
    browsers.set(name, new Browser(id, request, headers));
  }
  forms = await all();
});

const all = async () => (await reviewer().get<SubmissionPage>('/api/submissions?limit=200')).value.items;
const filed = () => forms.filter(({ state }) => state === 'filed').map(({ id }) => id);

describe('accepting what is clean', () => {
  let clean: string[];

  it('says first which would be taken, and why not the others, and changes nothing', async () => {
    const { value } = await reviewer().post<BulkOutcome>('/api/reviews/acceptance', {
      submissions: filed(),
      preview: true,
    });
    clean = value.rows.filter(({ outcome }) => outcome === 'done').map(({ submissionId }) => submissionId);
    const expected = forms.filter(
      ({ state, findings, difference }) =>
        state === 'filed' && findings!.error + findings!.warning === 0 && difference === '0',
    );
    expect(clean).toEqual(expected.map(({ id }) => id));
    expect(clean.length).toBeGreaterThan(0);
    expect(value).toMatchObject({
      preview: true,
      done: clean.length,
      refused: filed().length - clean.length,
    });
    expect(value.rule.zh).toContain('没有错误也没有提醒');
    for (const { reason } of value.rows.filter(({ outcome }) => outcome === 'refused'))
      expect(reason!.zh).not.toBe('');
    expect(await all()).toEqual(forms);
  });

  it('takes those and no others, each with an entry of its own', async () => {
    const { value } = await reviewer().post<BulkOutcome>('/api/reviews/acceptance', { submissions: filed() });
    expect(value.done).toBe(clean.length);
    const now = new Map((await all()).map((one) => [one.id, one.state]));
    for (const id of filed()) expect(now.get(id)).toBe(clean.includes(id) ? 'accepted' : 'filed');
    const { value: log } = await as('demo.admin').get<LogPage>(`/api/log?about=${clean[0]}&limit=200`);
    expect(log.items.map(({ action }) => action)).toContain('submission.accepted');
  });

  it('does nothing a second time', async () => {
    const { value } = await reviewer().post<BulkOutcome>('/api/reviews/acceptance', { submissions: clean });
    expect(value).toMatchObject({ done: 0, unchanged: clean.length, refused: 0 });
  });

  it('tells nothing of forms that are not theirs', async () => {
    const { value } = await as('demo.reviewer.hill').post<BulkOutcome>('/api/reviews/acceptance', {
      submissions: [forms.find(({ unit }) => unit.name.startsWith('临江'))!.id, 'no-such-form'],
    });
    expect(value.rows).toHaveLength(2);
    for (const row of value.rows)
      expect(Object.keys(row).sort()).toEqual(['outcome', 'reason', 'submissionId']);
  });
});

describe('returning by a finding', () => {
  const body = () => ({
    submissions: filed(),
    finding: 'score-mismatch',
    reason: '得分与复算不符，请核对。',
  });

  it('returns those that have it, with the reason on each line that has it', async () => {
    const { value } = await reviewer().post<BulkOutcome>('/api/reviews/return', body());
    const done = value.rows.filter(({ outcome }) => outcome === 'done');
    expect(done.length).toBeGreaterThan(1);
    expect(value.refused).toBeGreaterThan(0);
    for (const { submissionId } of done) {
      const { value: filing } = await reviewer().get<{
        review: { state: string; rows: { line: string; reason: string }[] };
        evaluation: { findings: { code: string; place?: { indicator?: string } }[] };
      }>(`/api/submissions/${submissionId}/filings/1`);
      const lines = filing.evaluation.findings
        .filter(({ code }) => code === 'score-mismatch')
        .map(({ place }) => place!.indicator);
      expect(filing.review.state).toBe('returned');
      expect(
        filing.review.rows
          .filter(({ reason }) => reason === body().reason)
          .map(({ line }) => line)
          .sort(),
      ).toEqual([...new Set(lines)].sort());
    }
  });

  it('does nothing a second time', async () => {
    const { value } = await reviewer().post<BulkOutcome>('/api/reviews/return', body());
    expect(value.done).toBe(0);
    expect(value.unchanged).toBeGreaterThan(1);
  });
});

describe('giving forms to a colleague', () => {
  it('gives what that person may review, and says so of the rest', async () => {
    const open = (await all()).filter(({ state }) => state !== 'accepted');
    const assigneeId = as('demo.reviewer.hill').id;
    const submissions = open.map(({ id }) => id);
    const { value } = await reviewer().post<BulkOutcome>('/api/reviews/assignment', {
      submissions,
      assigneeId,
    });
    expect(value.refused).toBe(open.filter(({ unit }) => unit.name.startsWith('临江')).length);
    expect(value.refused).toBeGreaterThan(0);
    expect(value.done).toBeGreaterThan(0);
    const { value: mine } = await as('demo.reviewer.hill').get<SubmissionPage>(
      '/api/submissions?assignee=me&limit=200',
    );
    expect(mine.total).toBe(value.done + value.unchanged);
    expect(mine.items.every(({ assignee }) => assignee!.id === assigneeId)).toBe(true);
    const versions = new Map(open.map(({ id, version }) => [id, version]));
    for (const { id, version } of mine.items) expect(version).toBe(versions.get(id));
  });

  it('lists whom they can be given to', async () => {
    const { value } = await as('demo.reviewer.hill').get<{ items: { name: string }[] }>(
      '/api/reviews/reviewers',
    );
    expect(value.items.map(({ name }) => name).sort()).toEqual(['岳清', '沈明']);
  });
});

describe('units of a task', () => {
  let task: Task;
  const path = (rest: string) => `/api/tasks/${task.id}/${rest}`;
  const progress = async () => (await reviewer().get<TaskProgress>(path('progress'))).value;

  beforeAll(async () => {
    const { value } = await reviewer().get<TaskPage>('/api/tasks?limit=200');
    task = value.items.find(({ rulebook, year }) => rulebook === 'lukou' && year === '2022')!;
  });

  it('are listed to be reminded, with whom to call', async () => {
    const { value } = await reviewer().get<Reminder>(path('reminder'));
    const told = value.units.map(({ unit, late, people }) => [unit.name, late, people[0]!.name]);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        ['临江区教育局', true, '陈书'],
        ['临江区卫生健康局', true, '林康'],
      ]),
    );
    expect(value.text.zh).toContain('临江区教育局\t陈书');
  });

  it('may be given more time, and are late no longer', async () => {
    const late = (await progress()).units.find(({ unit }) => unit.name === '临江区教育局')!;
    expect(late.late).toBe(true);
    const tag = (version: number) => ({ 'If-Match': `"${version}"` });
    const { value } = await reviewer().post<TaskProgress>(
      path('extension'),
      { units: [late.unit.id], due: '2999-12-31' },
      tag(task.version),
    );
    expect(value.units.find(({ unit }) => unit.id === late.unit.id)).toMatchObject({
      late: false,
      due: '2999-12-31',
    });
    const own = await as('demo.r2').get<Task>(`/api/tasks/${task.id}`);
    expect(own.value.ownDue).toBe('2999-12-31');
    const again = reviewer().post(
      path('extension'),
      { units: [late.unit.id], due: '2999-12-31' },
      tag(task.version),
    );
    expect((await again).status).toBe(412);
    const stranger = forms.find(({ unit }) => unit.name.startsWith('望山'))!.unit.id;
    const refused = reviewer().post(
      path('extension'),
      { units: [stranger], due: '2999-12-31' },
      tag(value.task.version),
    );
    expect((await refused).status).toBe(422);
  });

  it('may say that they owe nothing, and are answered by who asked them', async () => {
    const reason = '本单位已并入区卫生健康委。';
    expect((await as('demo.r3').put<Task>(path('excuse'), { reason }, '')).value.excuse).toMatchObject({
      state: 'asked',
      reason,
      askedBy: { name: '林康' },
    });
    const asking = (await progress()).units.find(({ excuse }) => excuse)!;
    expect(asking).toMatchObject({ state: 'none', late: true });
    const { value } = await reviewer().put<TaskProgress>(
      path(`excuses/${asking.unit.id}`),
      { granted: true, answer: '同意。' },
      '',
    );
    expect(value.excused).toBe(1);
    expect(value.units.find(({ unit }) => unit.id === asking.unit.id)).toMatchObject({
      state: 'excused',
      late: false,
    });
    expect((await reviewer().get<Reminder>(path('reminder'))).value.units).toHaveLength(1);
    expect((await as('demo.r3').put(path('excuse'), { reason }, '')).status).toBe(409);
  });

  it('that filed owe it no excuse, and others’ tasks are not theirs', async () => {
    expect((await as('demo.unit').put(path('excuse'), { reason: '无' }, '')).status).toBe(409);
    expect((await as('demo.h6').put(path('excuse'), { reason: '无' }, '')).status).toBe(403);
  });
});

describe('a pasted list', () => {
  const units =
    '名称\t代码\t种类\t上级\n新区（演示）\t301\t地区\t示例省（演示）\n新区某局\t301001\t\t新区（演示）\n\n无处\t\t\t没有的\n临江区教育局\t\t\t临江区（演示）';

  it('of units says of each line what would come of it, then makes those that are right', async () => {
    const administrator = as('demo.admin');
    const first = await administrator.post<PastedOutcome>('/api/units/list', { text: units, preview: true });
    expect(first.value.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'done'],
      [3, 'done'],
      [5, 'refused'],
      [6, 'unchanged'],
    ]);
    const count = async () => (await services.store.db.selectFrom('units').select('id').execute()).length;
    const before = await count();
    const { value } = await administrator.post<PastedOutcome>('/api/units/list', { text: units });
    expect(value).toMatchObject({ done: 2, unchanged: 1, refused: 1 });
    expect(await count()).toBe(before + 2);
    const again = await administrator.post<PastedOutcome>('/api/units/list', { text: units });
    expect(again.value).toMatchObject({ done: 0, unchanged: 3, refused: 1 });
  });

  it('of people makes passwords where asked, and tells them once', async () => {
    const text =
      'li.si,李四,审核人,新区（演示）\nwang.wu,王五,审计,新区某局\nx,赵六,填报单位,新区某局\nLI.SI,李四,审核人,301001';
    const administrator = as('demo.admin');
    const first = await administrator.post<PastedOutcome>('/api/people/list', { text, preview: true });
    expect(first.value.rows.map(({ outcome }) => outcome)).toEqual(['done', 'refused', 'refused', 'refused']);
    expect(first.value.rows[1]!.reason!.zh).toContain('审计');
    const { value } = await administrator.post<PastedOutcome>('/api/people/list', {
      text,
      makePasswords: true,
    });
    const [made, , , twice] = value.rows;
    expect(made!.password).toMatch(/^[A-Z0-9-]{24}$/);
    expect(twice!.outcome).toBe('unchanged');
    const response = await appOf(services).request('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'li.si', password: made!.password }),
    });
    expect(response.status).toBe(201);
  });
});
