/** Live work on a draft: the engine's own answers, made beside the main thread, which stays free. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readCase } from '../../engine/index.ts';
import type { Checked, Draft, Evaluation, Results, Verification } from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { TooMuchWaiting, Turns } from '../../server/jobs/turns.ts';
import { Stopped, Work } from '../../server/jobs/work.ts';
import { type Browser, people } from '../support/people.ts';
import { appOf, openTestPlatform } from '../support/platform.ts';
import { editions } from '../support/repository.ts';

const yunxi = editions.find(({ name }) => name === 'yunxi/2021')!;
const filed = readCase(yunxi.cases.get('filed.yaml')!, 'filed.yaml').value!.form!.submission;

/** A rulebook of as many lines as the engine reads: seconds of work. */
const huge = ((count: number) => {
  const head = yunxi.text.split('\nindicators:')[0]!.replace(/\n(inputs|metrics):[\s\S]*/, '');
  const bands = '{ bands: [{ upTo: 10%, points: 1 }, { upTo: 20%, points: 0.5 }, { points: 0 }] }';
  const amount = (id: string) => `  ${id}: { name: ${id}, type: amount, unit: 万元, min: 0 }`;
  const line = (_: unknown, at: number) =>
    `  - { id: l${at}, name: 行${at}, weight: 1, text: t, source: sheet, reading: r, metric: a${at % 50} / b, method: ${bands} }`;
  return [
    head.replace('total: 100', `total: ${count}`),
    'inputs:',
    amount('b'),
    ...Array.from({ length: 50 }, (_, at) => amount(`a${at}`)),
    'indicators:',
    ...Array.from({ length: count }, line),
  ].join('\n');
})(1500);

describe('a draft as it is edited', () => {
  let services: Services;
  let policy: Browser;
  let path: string;
  beforeAll(async () => {
    services = await openTestPlatform();
    policy = (await people(services)).as('cityPolicy');
    const body = { rulebook: 'yunxi', edition: '2022', from: { rulebook: 'yunxi', edition: '2021' } };
    path = (await policy.post<Draft>('/api/drafts', body)).headers.get('Location')!;
  });
  const saved = async () => (await policy.get<Draft>(path)).value.text;

  test('is checked, as saved or as it is on the screen', async () => {
    expect((await policy.post<Checked>(`${path}/check`)).value).toMatchObject({
      usable: true,
      diagnostics: [],
    });
    const text = (await saved()).replace('\ntotal: 100', '\ntotel: 100');
    const { value } = await policy.post<Checked>(`${path}/check`, { text });
    const line = text.split('\n').indexOf('totel: 100') + 1;
    expect(value.usable).toBe(false);
    expect(value.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'unknown-key',
        place: expect.objectContaining({ file: 'rulebook.yaml', line }),
      }),
    );
  });

  test('an empty body is no body, whatever type it is said to have', async () => {
    const type = { 'Content-Type': 'application/json' };
    expect((await policy.post<Checked>(`${path}/check`, undefined, type)).value.usable).toBe(true);
  });

  test('is verified: a band out of order is proved wrong with a witness', async () => {
    const { value } = await policy.post<Verification>(`${path}/verification`);
    expect(value.rulebooks[0]).toMatchObject({ rulebook: 'yunxi@2022', usable: true });
    const text = (await saved()).replace('{ upTo: 10%, points: 2 }', '{ upTo: 10%, points: 0.2 }');
    const { value: worse } = await policy.post<Verification>(`${path}/verification`, { text });
    const found = worse.rulebooks[0]!.proofs.find(
      ({ code, at }) => code === 'not-monotone' && at === 'budget-adjustment-rate',
    );
    expect(found ?? worse.rulebooks[0]!.proofs).toMatchObject({ severity: 'error' });
    expect(found?.witnesses?.length).toBeGreaterThan(0);
    const { value: unreadable } = await policy.post<Verification>(`${path}/verification`, { text: 'a: [' });
    expect(unreadable.rulebooks[0]?.usable).toBe(false);
    expect(unreadable.diagnostics[0]?.code).toBe('bracket-not-closed');
  });

  test('has its cases run from where they are kept, by a text that is not saved too', async () => {
    const { value } = await policy.post<Results>(`${path}/case-results`);
    expect(value.failed).toBe(0);
    expect(value.results.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['cases/filed.yaml', 'constructed/grade-60.yaml']),
    );
    const text = (await saved()).replace('{ upTo: 10%, points: 2 }', '{ upTo: 10%, points: 1.5 }');
    const { value: changed } = await policy.post<Results>(`${path}/case-results`, { text });
    expect(changed.failed).toBeGreaterThan(0);
    expect(changed.passed + changed.failed).toBe(value.passed);
    const refusal = await policy.refusal(policy.post(`${path}/case-results`, { text: 'rulebook: x\n' }));
    expect(refusal).toMatchObject({ code: 'unusable-rulebook' });
    expect(refusal.diagnostics).not.toEqual([]);
  });

  test('scores a form that names any rulebook, or none', async () => {
    for (const submission of [
      filed,
      { ...filed, rulebook: 'other', edition: '1999' },
      { ...filed, rulebook: undefined },
    ]) {
      const { value } = await policy.post<Evaluation>(`${path}/preview`, { submission });
      expect(value).toMatchObject({
        total: '92.5',
        grade: '优秀',
        rulebook: { rulebook: 'yunxi', edition: '2022' },
      });
    }
    const text = (await saved()).replace('from: 90', 'from: 93');
    const { value } = await policy.post<Evaluation>(`${path}/preview`, { submission: filed, text });
    expect(value).toMatchObject({ total: '92.5', grade: '良好' });
  });

  test('says what is wrong with rulebook or form', async () => {
    const broken = policy.post(`${path}/preview`, { submission: filed, text: 'rulebook: x\n' });
    expect(await policy.refusal(broken)).toMatchObject({ code: 'unusable-rulebook', status: 409 });
    const submission = { ...filed, inputs: { ...filed.inputs, initialBugdet: '73' } };
    const refusal = await policy.refusal(policy.post(`${path}/preview`, { submission }));
    expect(refusal).toMatchObject({ code: 'unusable-form', status: 422 });
    expect(refusal.diagnostics?.[0]?.place).toEqual({
      file: 'body',
      pointer: '/submission/inputs/initialBugdet',
    });
  });

  test('work that takes long holds up nobody: the server answers others meanwhile', async () => {
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const app = appOf(services);
    const checking = policy
      .post<Checked>(`${path}/check`, { text: huge })
      .then(({ value }) => expect(value.usable).toBe(true))
      .then(note('draft checked'));
    const open = Promise.resolve(
      app.request('/api/check', {
        method: 'POST',
        body: huge,
        headers: { 'Content-Type': 'application/yaml' },
      }),
    ).then(note('checked'));
    for (let asked = 1; asked <= 5; asked++) {
      const { status } = await app.request('/healthz');
      expect(status).toBe(200);
      note('healthy')();
    }
    await policy.get(path);
    note('read')();
    await Promise.all([checking, open]);
    expect(order.slice(0, 6)).toEqual([...Array(5).fill('healthy'), 'read']);
    expect(order.slice(6).sort()).toEqual(['checked', 'draft checked']);
  });

  test('work without an end is stopped, and the next is done', async () => {
    const work = new Work(services.settings, { live: 10_000 });
    const app = appOf({ ...services, work });
    const hanging = policy.within(app).post(`${path}/verification`, { text: huge });
    expect(await policy.refusal(hanging)).toMatchObject({ code: 'took-too-long', status: 422 });
    expect((await policy.within(app).post<Checked>(`${path}/check`)).value.usable).toBe(true);
    await work.close();
  });
});

describe('work', () => {
  test('that takes too long is stopped, and the next is done', async () => {
    const work = new Work({ workers: 1 });
    await expect(work.run('verification', { text: huge }, { who: 'a', limit: 1 })).rejects.toEqual(
      new Stopped('time'),
    );
    expect(await work.run('check', { text: yunxi.text }, { who: 'a' })).toMatchObject({ usable: true });
    await work.close();
  });

  test('that is under way when the server closes ends', async () => {
    const work = new Work({ workers: 1 });
    const running = work.run('verification', { text: huge }, { who: 'a' });
    const waiting = work.run('check', { text: yunxi.text }, { who: 'b' });
    const ended = Promise.allSettled([running, waiting]);
    await work.close();
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('everyone who waits gets a turn, however much one asks for', async () => {
    const turns = new Turns(1, 3);
    const order: string[] = [];
    const take = (who: string) =>
      turns.take(who).then((end) => {
        order.push(who);
        end();
      });
    const end = await turns.take('first');
    const all = [take('many'), take('many'), take('many'), take('few'), take('other')];
    await expect(turns.take('many')).rejects.toBeInstanceOf(TooMuchWaiting);
    end();
    await Promise.all(all);
    expect(order).toEqual(['many', 'few', 'other', 'many', 'many']);
  });
});
