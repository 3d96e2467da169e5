/**
 * The queue of a bureau with five thousand filed forms, as its reviewer meets it: the API asked for pages of it in every
 * order, narrowed and searched; then the page in a browser, scrolled by the wheel and by the keys from one end to the other.
 * The server is a process of its own, so that it does not share a thread with what measures. Prints what was measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { audit, formOfValue } from '../../../engine/index.ts';
import { Library } from '../../../server/library.ts';
import { addPerson } from '../../../server/people/changes.ts';
import { openSession } from '../../../server/people/sessions.ts';
import { addUnit } from '../../../server/people/units.ts';
import { Store } from '../../../server/store/store.ts';
import { filedLines } from '../../../server/submissions/filing.ts';
import { frameworkForm, seeded } from '../../bench/forms.ts';
import { pause, startServer } from '../../bench/serving.ts';
import { openBrowser, visit } from '../support/browser.ts';
import { buildPages } from '../support/served.ts';

const forms = 5_000;
const unitCount = 250;
const kinds = 20;
const port = 18_787;
const url = `http://127.0.0.1:${port}`;

/** Forms of the framework with what they score, and what differs from form to form told in the columns. */
async function scored(random: (below: number) => number) {
  const library = new Library();
  return Promise.all(
    Array.from({ length: kinds }, async () => {
      const form = frameworkForm(random);
      const { plan } = (await library.edition(form.rulebook, form.edition))!;
      const { evaluation } = await audit(plan!, formOfValue(form));
      return { form, evaluation: evaluation!, hash: plan!.identity.hash };
    }),
  );
}

/** Writes the units, a reviewer and the forms; answers the reviewer's cookie. */
async function prepare(data: string): Promise<string> {
  const random = seeded(20_210_103);
  const filed = await scored(random);
  const store = await Store.open({ data, databaseUrl: undefined });
  const cookie = await store.write(null, async (write) => {
    const { db, at, newId } = write;
    const region = await addUnit(write, { kind: 'region', name: '某市' }, undefined);
    const person = { name: 'reviewer', displayName: '赵岚', role: 'reviewer', unitId: region.id } as const;
    const personId = await addPerson(write, person, null);
    const units: string[] = [];
    for (let index = 1; index <= unitCount; index++)
      units.push((await addUnit(write, { kind: 'unit', name: `第${index}单位` }, region)).id);
    for (let index = 0; index < forms; index++) {
      const { form, evaluation, hash } = filed[random(kinds)]!;
      const [id, evaluationId] = [newId(), newId()];
      const head = { rulebook: form.rulebook, edition: form.edition };
      const document = JSON.stringify(form);
      const total = `${60 + random(40)}.${random(10)}`;
      const row = { ...head, year: '2021', subject: form.subject, name: `${form.name}（${index + 1}）` };
      const by = { createdAt: at, createdBy: null, updatedAt: at, updatedBy: null };
      await db
        .insertInto('submissions')
        .values({
          ...row,
          ...by,
          id,
          unitId: units[random(unitCount)]!,
          state: 'filed',
          document,
          filings: 1,
          version: 2,
        })
        .execute();
      await db
        .insertInto('evaluations')
        .values({
          ...head,
          id: evaluationId,
          submissionId: id,
          filing: 1,
          rulebookHash: hash,
          engineVersion: evaluation.engine,
          input: document,
          result: JSON.stringify(evaluation),
          total,
          outOf: evaluation.outOf,
          grade: evaluation.grade ?? null,
          claimed: random(4) === 0 ? total : `${60 + random(40)}`,
          findings: JSON.stringify([
            { code: 'claim-differs', severity: 'error', count: random(5) + 1 },
            { code: 'reason-missing', severity: 'warning', count: random(4) + 1 },
          ]),
          lines: JSON.stringify(filedLines(evaluation)),
          createdAt: at,
        })
        .execute();
      await db
        .insertInto('filings')
        .values({ submissionId: id, number: 1, document, evaluationId, filedAt: at, filedBy: null })
        .execute();
    }
    return `zhunsheng_session=${(await openSession(write, personId)).secret}`;
  });
  await store.close();
  return cookie;
}

function report(title: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.trunc(times.length * share))]!.toFixed(1);
  console.log(
    `${title}\n  ${times.length}; milliseconds: median ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)}`,
  );
}

const questions: Readonly<Record<string, string>> = {
  'as the queue begins': 'state=filed&sort=-difference',
  'by total': 'sort=-total',
  'by unit': 'sort=unit',
  'with words': 'q=%E7%AC%AC12&sort=-difference',
  narrowed: 'difference=over&severity=error&differenceFrom=5&sort=-severity',
  'what lost on a line': 'lostOn=execution',
};

async function askPages(cookie: string): Promise<void> {
  for (const [title, query] of Object.entries(questions)) {
    const times: number[] = [];
    for (let round = 0; round < 24; round++) {
      const offset = (round * 200) % forms;
      const started = performance.now();
      const answer = await fetch(`${url}/api/submissions?${query}&limit=100&offset=${offset}`, {
        headers: { Cookie: cookie },
      });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${query}: ${answer.status}`);
      if (round > 3) times.push(performance.now() - started);
    }
    report(`a page of ${forms} forms, ${title}`, times);
  }
}

/** Notes the time between frames; as text, since what is compiled for here may name what a browser does not know. */
const watchFrames = (page: Page) =>
  page.evaluate(`{
    window.framesSeen = [];
    let last = performance.now();
    requestAnimationFrame(function next(now) {
      window.framesSeen.push(now - last);
      last = now;
      requestAnimationFrame(next);
    });
  }`);

const takeFrames = (page: Page) => page.evaluate('window.framesSeen.splice(0)') as Promise<number[]>;

const parts = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration'] as const;

/** What the page's thread worked since it was last asked, in milliseconds of its own time: a busy machine counts for nothing. */
async function workMeter(page: Page): Promise<() => Promise<Record<(typeof parts)[number], number>>> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' });
  let before = new Map<string, number>();
  return async () => {
    const { metrics } = await tools.send('Performance.getMetrics');
    const now = new Map(metrics.map(({ name, value }) => [name, value]));
    const worked = parts.map((part) => [part, ((now.get(part) ?? 0) - (before.get(part) ?? 0)) * 1_000]);
    before = now;
    return Object.fromEntries(worked);
  };
}

async function scroll(cookie: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const { page, context } = await visit(browser, url);
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
    const started = performance.now();
    await page.goto('/queue');
    await page.locator('.queue-list tbody tr a').first().waitFor();
    console.log(
      `the page of the queue, from its address to its first forms: ${(performance.now() - started).toFixed(0)} ms`,
    );
    await page.locator('.queue-list').hover();
    await watchFrames(page);
    const worked = await workMeter(page);
    const tell = async (title: string) => {
      const frames = await takeFrames(page);
      report(title, frames);
      const each = Object.entries(await worked()).map(
        ([part, all]) => `${part.replace('Duration', '')} ${(all / frames.length).toFixed(2)}`,
      );
      console.log(`  work of the page’s own thread for a frame, milliseconds: ${each.join(', ')}`);
    };
    await pause(500);
    await takeFrames(page);
    await worked();
    for (let turn = 0; turn < 150; turn++) {
      await page.mouse.wheel(0, turn < 100 ? 400 : -600);
      await pause(16);
    }
    await tell('frames while the wheel turns');
    await page.locator('.queue-list tbody tr a').first().focus();
    for (let turn = 0; turn < 10; turn++) {
      await page.keyboard.press(turn % 2 === 0 ? 'End' : 'Home');
      await pause(400);
    }
    await tell('frames while End and Home are pressed in turn');
    for (let turn = 0; turn < 60; turn++) {
      await page.keyboard.press('j');
      await pause(16);
    }
    await tell('frames while J goes from form to form');
  } finally {
    await browser.close();
  }
}

buildPages();
const data = mkdtempSync(join(tmpdir(), 'zhunsheng-bench-'));
try {
  const cookie = await prepare(data);
  const server = await startServer(['--import', 'tsx', 'server/cli/main.ts'], { port, data });
  try {
    await askPages(cookie);
    await scroll(cookie);
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
