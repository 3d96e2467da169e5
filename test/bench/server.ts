/**
 * The server under load, as its users load it: fifty people typing at once, fifty clients that never pause, and two
 * hundred units that file in the same moment. The server is a process of its own, built, on a fresh embedded database;
 * it is asked over loopback. Prints what was measured and ends with 1 where a request was not answered as it should be.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Submission } from '../../engine/index.ts';
import { addPerson } from '../../server/people/changes.ts';
import { openSession } from '../../server/people/sessions.ts';
import { addUnit } from '../../server/people/units.ts';
import { Store } from '../../server/store/store.ts';
import { frameworkForm, seeded } from './forms.ts';
import { pause, startServer } from './serving.ts';

const typing = 50;
const filing = 200;
const rowsPerForm = 40;
const port = 18_786;

interface Clerk {
  headers: Record<string, string>;
  submission: string;
  etag: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
let failures = 0;

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
  milliseconds: number;
}

const ask = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const started = performance.now();
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        agent,
        headers: {
          ...headers,
          ...(text ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const milliseconds = performance.now() - started;
          const status = response.statusCode ?? 0;
          const answer = {
            status,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
            milliseconds,
          };
          if (status >= 400) {
            failures += 1;
            if (failures <= 3) console.error(`${method} ${path}: ${status} ${answer.body.slice(0, 300)}`);
          }
          resolve(answer);
        });
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });

/** A form of the framework with forty rows: the seven it has, again and again with weights that add up. */
function longForm(random: (below: number) => number): Submission {
  const form = frameworkForm(random);
  const declared = Array.from({ length: rowsPerForm }, (_, index) => {
    const row = form.declared![index % form.declared!.length]!;
    return { ...row, name: `${row.name}${index + 1}`, weight: '2' };
  });
  return { ...form, declared };
}

/** Units with a clerk each, signed in, written straight into the database before the server opens it. */
async function prepare(data: string): Promise<Record<string, string>[]> {
  const store = await Store.open({ data, databaseUrl: undefined });
  const all = await store.write(null, async (write) => {
    const region = await addUnit(write, { kind: 'region', name: '某市' }, undefined);
    const headers: Record<string, string>[] = [];
    for (let index = 1; index <= filing; index++) {
      const unit = await addUnit(write, { kind: 'unit', name: `第${index}单位` }, region);
      const id = await addPerson(
        write,
        { name: `clerk${index}`, displayName: `填报人${index}`, role: 'unit', unitId: unit.id },
        null,
      );
      const { secret, csrfToken } = await openSession(write, id);
      headers.push({ Cookie: `zhunsheng_session=${secret}`, 'X-CSRF-Token': csrfToken });
    }
    return headers;
  });
  await store.close();
  return all;
}

function report(title: string, times: number[], seconds: number): void {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.trunc(times.length * share))]!.toFixed(1);
  console.log(
    `${title}\n  ${times.length} requests, ${(times.length / seconds).toFixed(0)} a second; milliseconds: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, worst ${at(1)}`,
  );
}

/** Clients that ask again and again for some seconds, each resting a while between an answer and the next request. */
async function live(
  title: string,
  clerks: readonly Clerk[],
  seconds: number,
  rest: () => number,
): Promise<void> {
  const random = seeded(20_210_101);
  const forms = clerks.map(() => longForm(random));
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    clerks.map(async ({ headers, submission }, index) => {
      await pause(rest());
      while (performance.now() < end) {
        const answer = await ask('POST', `/api/submissions/${submission}/preview`, headers, {
          form: forms[index],
        });
        times.push(answer.milliseconds);
        await pause(rest());
      }
    }),
  );
  report(title, times, seconds);
}

async function fileAll(clerks: readonly Clerk[]): Promise<void> {
  const random = seeded(20_210_102);
  const started = performance.now();
  const answers = await Promise.all(
    clerks.map(({ headers, submission, etag }, index) =>
      ask(
        'POST',
        `/api/submissions/${submission}/filings`,
        { ...headers, 'If-Match': etag, 'Idempotency-Key': `bench-${index}` },
        { form: longForm(random) },
      ),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  report(
    `${clerks.length} units file at once (${seconds.toFixed(1)} s in all)`,
    answers.map(({ milliseconds }) => milliseconds),
    seconds,
  );
}

async function open(headers: Record<string, string>): Promise<Clerk> {
  const form = frameworkForm(seeded(1));
  const { rulebook, edition, subject, name } = form;
  const made = await ask('POST', '/api/submissions', headers, {
    rulebook,
    edition,
    subject,
    name,
    year: edition,
  });
  const { id } = JSON.parse(made.body) as { id: string };
  return { headers, submission: id, etag: String(made.headers.etag) };
}

const data = mkdtempSync(join(tmpdir(), 'zhunsheng-bench-'));
const headers = await prepare(data);
const server = await startServer(['dist/server/cli/main.js'], { port, data });
try {
  const clerks: Clerk[] = [];
  for (const one of headers) clerks.push(await open(one));
  const some = clerks.slice(0, typing);
  await live('(warming up)', some, 4, () => 0);
  const random = seeded(7);
  await live(
    `${typing} people typing: a request each second, a form of ${rowsPerForm} rows`,
    some,
    20,
    () => 800 + random(400),
  );
  await live(`${typing} clients that never pause, a form of ${rowsPerForm} rows`, some, 10, () => 0);
  await fileAll(clerks);
} finally {
  agent.destroy();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
console.log(
  failures === 0 ? 'every request was answered as it should be' : `${failures} requests were refused`,
);
process.exitCode = failures === 0 ? 0 : 1;
