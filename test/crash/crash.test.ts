/**
 * The server is killed (SIGKILL) again and again while forms are being filed, on both databases: what was acknowledged is
 * there afterwards, exactly once, and the log is whole. A client that got no answer sends the same request again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { addPerson } from '../../server/people/changes.ts';
import { openSession } from '../../server/people/sessions.ts';
import { addUnit } from '../../server/people/units.ts';
import { verifyLog } from '../../server/store/log.ts';
import { Store } from '../../server/store/store.ts';
import { reform } from '../http/client.ts';
import { databases } from '../support/databases.ts';
import { freePort } from '../support/ports.ts';
import { root } from '../support/repository.ts';

const kills = 4;
const clients = 6;
const forms = 300;

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const one of running) one.kill('SIGKILL');
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Place {
  data: string;
  databaseUrl: string | undefined;
}

function startServer({ data, databaseUrl }: Place, port: number): ChildProcess {
  const env = {
    ...process.env,
    PORT: String(port),
    ZHUNSHENG_DATA: data,
    DATABASE_URL: databaseUrl ?? '',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
  };
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', 'serve'], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  running.add(server);
  server.once('exit', () => running.delete(server));
  return server;
}

/** A clerk who is signed in, and forms of theirs to file. */
async function prepare(place: Place): Promise<{ headers: Record<string, string>; submissions: string[] }> {
  const store = await Store.open(place);
  const form = reform();
  const prepared = await store.write(null, async (write) => {
    const region = await addUnit(write, { kind: 'region', name: '某市' }, undefined);
    const unit = await addUnit(write, { kind: 'unit', name: '某局' }, region);
    const personId = await addPerson(
      write,
      { name: 'clerk', displayName: '填报人', role: 'unit', unitId: unit.id },
      null,
    );
    const { secret, csrfToken } = await openSession(write, personId);
    const submissions = Array.from({ length: forms }, () => write.newId());
    for (const [index, id] of submissions.entries())
      await write.db
        .insertInto('submissions')
        .values({
          id,
          unitId: unit.id,
          taskId: null,
          rulebook: form.rulebook,
          edition: form.edition,
          year: '2000',
          subject: form.subject,
          name: `第${index + 1}项`,
          state: 'draft',
          document: JSON.stringify(form),
          filings: 0,
          version: 1,
          createdAt: write.at,
          createdBy: personId,
          updatedAt: write.at,
          updatedBy: personId,
        })
        .execute();
    const headers = { Cookie: `zhunsheng_session=${secret}`, 'X-CSRF-Token': csrfToken, 'If-Match': '"1"' };
    return { headers, submissions };
  });
  await store.close();
  return prepared;
}

describe.each(databases)('$name', ({ empty }) => {
  test('every acknowledged filing is there, exactly once', { timeout: 300_000 }, async () => {
    const place = await empty();
    const { headers, submissions } = await prepare(place);
    const port = await freePort();
    let server = startServer(place, port);
    const waiting = [...submissions];
    const acknowledged = new Map<string, string>();
    let cut = 0;

    const file = async (id: string): Promise<void> => {
      for (;;) {
        const asked = fetch(`http://127.0.0.1:${port}/api/submissions/${id}/filings`, {
          method: 'POST',
          headers: { ...headers, 'Idempotency-Key': `file-${id}` },
        });
        const answer = await asked.then(
          async (response) => ({ status: response.status, text: await response.text() }),
          () => undefined,
        );
        if (!answer) {
          cut += 1;
          await pause(50);
          continue;
        }
        expect(answer.status, answer.text).toBe(201);
        acknowledged.set(id, answer.text);
        return;
      }
    };
    const client = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) await file(id);
    };

    let killed = 0;
    const killer = async (): Promise<void> => {
      // Each time a further share of the forms is in, in the middle of filing the next.
      for (let time = 1; time <= kills; time++) {
        while (acknowledged.size < (forms * time) / (kills + 1)) await pause(5);
        const ended = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGKILL');
        await ended;
        killed += 1;
        server = startServer(place, port);
      }
    };
    await Promise.all([killer(), ...Array.from({ length: clients }, client)]);
    expect(killed).toBe(kills);
    expect(cut, 'requests were cut off').toBeGreaterThan(0);
    expect(acknowledged.size).toBe(forms);

    server.kill('SIGTERM');
    await new Promise((resolve) => server.once('exit', resolve));
    const { db, close } = await Store.open(place).then((store) => ({
      db: store.db,
      close: () => store.close(),
    }));
    const filings = await db
      .selectFrom('filings')
      .select(['submissionId', 'number', 'evaluationId'])
      .execute();
    expect(filings.map(({ submissionId }) => submissionId).sort()).toEqual([...submissions].sort());
    for (const { submissionId, number, evaluationId } of filings) {
      expect(number).toBe(1);
      expect(JSON.parse(acknowledged.get(submissionId)!)).toMatchObject({ evaluationId });
    }
    const entries = await db
      .selectFrom('log')
      .select('subjectId')
      .where('action', '=', 'submission.filed')
      .execute();
    expect(entries.map(({ subjectId }) => subjectId).sort()).toEqual([...submissions].sort());
    expect(await verifyLog(db)).toMatchObject({ intact: true });
    await close();
  });
});
